#include "app/clinical/aftercare/adherence.h"

#include <algorithm>

namespace clinical {

namespace {

constexpr int hours_a_day = 24;

}  // namespace

int Adherence::count(CareVerdict verdict) const {
    return static_cast<int>(std::count_if(used.begin(), used.end(), [&](const auto& each) {
        return each.judgement.verdict == verdict;
    }));
}

std::optional<Adherence> adherence(const CareFacts& facts) {
    auto used = used_products(facts);
    std::erase_if(
        used, [](const auto& each) { return each.hours_after >= aftercare_days * hours_a_day; });
    return used.empty() ? std::nullopt : std::optional(Adherence{std::move(used)});
}

}  // namespace clinical
