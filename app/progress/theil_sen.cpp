#include "app/progress/theil_sen.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "app/progress/distributions.h"
#include "app/progress/ranked_slopes.h"

namespace progress {

namespace {

// `at_rank(i)` is the i-th smallest of n numbers, counted from 0.
double median_by_rank(std::size_t n, auto at_rank) {
    return std::midpoint(at_rank((n - 1) / 2), at_rank(n / 2));
}

// Ranks of the bounds among n slopes, counted from 0: Sen 1968, equation 2.6, with SciPy's rounding
// and clamping. Empty when the variance is negative: the formula subtracts ties in time and in
// value without what they share.
std::optional<std::pair<std::int64_t, std::int64_t>> bound_ranks(const OrderedValues& ordered,
                                                                 std::int64_t n) {
    const std::int64_t variance_times_18 = kendall_variance_term(ordered.count()) -
                                           ordered.time_ties.variance_terms -
                                           ordered.value_ties.variance_terms;
    if (variance_times_18 < 0)
        return std::nullopt;
    const double half_width =
        normal_quantile(0.975) * std::sqrt(static_cast<double>(variance_times_18) / 18);
    const auto slopes = static_cast<double>(n);
    // nearbyint rounds half to even, as SciPy does.
    const double low = std::max(std::nearbyint((slopes - half_width) / 2) - 1, 0.0);
    const double high = std::min(std::nearbyint((slopes + half_width) / 2), slopes - 1);
    return std::pair(static_cast<std::int64_t>(low), static_cast<std::int64_t>(high));
}

}  // namespace

std::optional<TheilSen> theil_sen(const OrderedValues& ordered) {
    const std::int64_t count = ordered.pairs() - ordered.time_ties.pairs;
    if (count == 0)
        return std::nullopt;
    const auto bounds = bound_ranks(ordered, count);
    std::vector<std::int64_t> ranks{(count - 1) / 2, count / 2};
    if (bounds) {
        ranks.insert(ranks.begin(), bounds->first);
        ranks.push_back(bounds->second);
    }
    const auto slopes = slopes_at(ordered.by_time, ranks);
    const std::size_t n = ordered.by_time.size();
    const double median_days =
        median_by_rank(n, [&](std::size_t i) { return ordered.by_time[i].days; });
    const double median_value = median_by_rank(n, [&](std::size_t i) { return ordered.values[i]; });

    TheilSen line;
    const std::size_t middle = bounds ? 1 : 0;
    line.slope_per_day = std::midpoint(slopes[middle], slopes[middle + 1]);
    line.intercept = median_value - line.slope_per_day * median_days;
    if (!std::isfinite(line.slope_per_day) || !std::isfinite(line.intercept))
        return std::nullopt;
    if (bounds && std::isfinite(slopes.front()) && std::isfinite(slopes.back())) {
        line.low95 = slopes.front();
        line.high95 = slopes.back();
    }
    return line;
}

}  // namespace progress
