#include "app/progress/statistics/ordered_values.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace progress {

namespace {

template <typename Projection>
Ties count_ties(const auto& ascending, Projection number) {
    Ties ties;
    for (auto first = ascending.begin(); first != ascending.end();) {
        const auto last =
            std::ranges::upper_bound(first, ascending.end(), number(*first), {}, number);
        const std::int64_t k = last - first;
        ties.pairs += k * (k - 1) / 2;
        ties.triples += k * (k - 1) * (k - 2);
        ties.variance_terms += kendall_variance_term(k);
        first = last;
    }
    return ties;
}

}  // namespace

OrderedValues in_order(std::span<const TimedValue> points) {
    OrderedValues ordered;
    ordered.by_time.assign(points.begin(), points.end());
    // By value within a time, so that even rounding is the same whatever order the points came in.
    std::ranges::sort(ordered.by_time, {}, [](const TimedValue& point) {
        return std::tuple(point.days, point.value);
    });
    ordered.values.reserve(points.size());
    for (const TimedValue& point : points) ordered.values.push_back(point.value);
    std::ranges::sort(ordered.values);
    ordered.time_ties =
        count_ties(ordered.by_time, [](const TimedValue& point) { return point.days; });
    ordered.value_ties = count_ties(ordered.values, std::identity());
    return ordered;
}

}  // namespace progress
