#include "app/clinical/instruments/scar_weights.h"

namespace clinical {

namespace {

int times(const AmountSteps& steps, double amount) {
    return (amount > 0 ? 1 : 0) + (amount >= steps.twice_from ? 1 : 0) +
           (amount > steps.thrice_above ? 1 : 0);
}

}  // namespace

std::optional<int> weighted_sum(std::span<const ScarWeight> weights,
                                const std::vector<schema::ScarCount>& counts) {
    std::optional<int> sum;
    for (const auto& weight : weights) {
        for (const auto& count : counts) {
            if (count.type == weight.type) {
                sum = sum.value_or(0) + weight.points * times(weight.steps, count.amount);
            }
        }
    }
    return sum;
}

}  // namespace clinical
