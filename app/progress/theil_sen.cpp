#include "app/progress/theil_sen.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "app/progress/distributions.h"

namespace progress {

namespace {

std::vector<double> slopes_between(const OrderedValues& ordered) {
    std::vector<double> slopes;
    slopes.reserve(static_cast<std::size_t>(ordered.pairs() - ordered.time_ties.pairs));
    const std::vector<TimedValue>& points = ordered.by_time;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            if (points[j].days != points[i].days)
                slopes.push_back((points[j].value - points[i].value) /
                                 (points[j].days - points[i].days));
        }
    }
    return slopes;
}

// `at_rank(i)` is the i-th smallest of n numbers, counted from 0.
double median(std::size_t n, auto at_rank) {
    return std::midpoint(at_rank((n - 1) / 2), at_rank(n / 2));
}

// Ranks of the bounds among n slopes, counted from 0: Sen 1968, equation 2.6, with SciPy's rounding
// and clamping. Empty when the variance is negative: the formula subtracts ties in time and in
// value without what they share.
std::optional<std::pair<std::size_t, std::size_t>> bound_ranks(const OrderedValues& ordered,
                                                               std::size_t n) {
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
    return std::pair(static_cast<std::size_t>(low), static_cast<std::size_t>(high));
}

}  // namespace

std::optional<TheilSen> theil_sen(const OrderedValues& ordered) {
    std::vector<double> slopes = slopes_between(ordered);
    if (slopes.empty())
        return std::nullopt;
    const auto slope_at = [&slopes](std::size_t rank) {
        const auto place = slopes.begin() + static_cast<std::ptrdiff_t>(rank);
        std::ranges::nth_element(slopes, place);
        return *place;
    };
    const std::size_t n = ordered.by_time.size();
    const double median_days = median(n, [&](std::size_t i) { return ordered.by_time[i].days; });
    const double median_value = median(n, [&](std::size_t i) { return ordered.values[i]; });

    TheilSen line;
    line.slope_per_day = median(slopes.size(), slope_at);
    line.intercept = median_value - line.slope_per_day * median_days;
    if (!std::isfinite(line.slope_per_day) || !std::isfinite(line.intercept))
        return std::nullopt;
    if (const auto ranks = bound_ranks(ordered, slopes.size())) {
        const double low = slope_at(ranks->first);
        const double high = slope_at(ranks->second);
        if (std::isfinite(low) && std::isfinite(high)) {
            line.low95 = low;
            line.high95 = high;
        }
    }
    return line;
}

}  // namespace progress
