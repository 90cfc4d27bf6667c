#include "app/clinical/composite_rule.h"

#include <algorithm>

namespace clinical {

namespace {

const CountChange* find(std::span<const CountChange> counts, std::string_view kind) {
    const auto found = std::find_if(
        counts.begin(), counts.end(), [&](const auto& count) { return count.kind == kind; });
    return found == counts.end() ? nullptr : &*found;
}

}  // namespace

std::optional<bool> meets(const CompositeRule& rule, std::span<const CountChange> counts) {
    int baseline = 0;
    int now = 0;
    for (const auto kind : rule.summed) {
        const auto* count = find(counts, kind);
        if (!count) {
            return std::nullopt;
        }
        baseline += count->baseline;
        now += count->now;
    }
    bool any_rose = false;
    for (const auto kind : rule.not_rising) {
        const auto* count = find(counts, kind);
        if (!count) {
            return std::nullopt;
        }
        any_rose = any_rose || count->now > count->baseline;
    }
    if (baseline == 0) {
        return std::nullopt;
    }
    constexpr int whole = 100;
    return !any_rose && (baseline - now) * whole >= baseline * rule.fall_percent;
}

}  // namespace clinical
