#include "app/clinical/instruments/scar_weights.h"

#include <algorithm>

namespace clinical {

namespace {

int times(const AmountSteps& steps, double amount) {
    return (amount > 0 ? 1 : 0) + (amount >= steps.twice_from ? 1 : 0) +
           (amount > steps.thrice_above ? 1 : 0);
}

// Nothing for a type that was not counted.
std::optional<double> amount_of(schema::ScarType type, const schema::ScarObservation& seen) {
    const auto found = std::find_if(seen.counts.begin(), seen.counts.end(), [&](const auto& count) {
        return count.type == type;
    });
    return found == seen.counts.end() ? std::nullopt : std::optional(found->amount);
}

bool rest_is_none(std::span<const ScarWeight> weights, const schema::ScarObservation& seen) {
    const bool is_counted = std::any_of(weights.begin(), weights.end(), [&](const auto& weight) {
        return amount_of(weight.type, seen).has_value();
    });
    const bool has_scars = std::any_of(
        seen.counts.begin(), seen.counts.end(), [](const auto& count) { return count.amount > 0; });
    return seen.rest == schema::OtherScars::none && (is_counted || !has_scars);
}

}  // namespace

std::vector<schema::ScarType> types_not_examined(std::span<const ScarWeight> weights,
                                                 const schema::ScarObservation& seen) {
    std::vector<schema::ScarType> types;
    if (rest_is_none(weights, seen)) {
        return types;
    }
    for (const auto& weight : weights) {
        if (!amount_of(weight.type, seen)) {
            types.push_back(weight.type);
        }
    }
    return types;
}

std::optional<int> weighted_sum(std::span<const ScarWeight> weights,
                                const schema::ScarObservation& seen) {
    if (!types_not_examined(weights, seen).empty()) {
        return std::nullopt;
    }
    int sum = 0;
    for (const auto& weight : weights) {
        sum += weight.points * times(weight.steps, amount_of(weight.type, seen).value_or(0));
    }
    return sum;
}

}  // namespace clinical
