#include "app/progress/statistics/trend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/progress/statistics/ordered_values.h"
#include "app/progress/statistics/theil_sen.h"

namespace progress {

namespace {

// What the rank statistics sum of more does not fit into 64 bits.
constexpr std::size_t most_points = 1'500'000;

// No instrument comes near this, and squares of what is below it cannot overflow. False for NaN.
bool is_ordinary(const TimedValue& point) {
    return std::abs(point.days) <= 1e100 && std::abs(point.value) <= 1e100;
}

}  // namespace

std::optional<Trend> trend(std::span<const TimedValue> points) {
    if (points.size() < 3 || points.size() > most_points ||
        !std::ranges::all_of(points, is_ordinary))
        return std::nullopt;
    const OrderedValues ordered = in_order(points);
    const std::optional<TheilSen> robust_line = theil_sen(ordered);
    const std::optional<LeastSquares> mean_line = least_squares(ordered.by_time);
    if (!robust_line || !mean_line)
        return std::nullopt;
    const MannKendall test = mann_kendall(ordered);
    return Trend{.slope_per_day = robust_line->slope_per_day,
                 .intercept = robust_line->intercept,
                 .low95 = robust_line->low95,
                 .high95 = robust_line->high95,
                 .kendall_tau_b = kendall_tau_b(ordered, test.s),
                 .mann_kendall = test,
                 .least_squares = *mean_line};
}

}  // namespace progress
