#pragma once

#include <optional>
#include <span>

#include "app/progress/statistics/timed_value.h"

namespace progress {

// The ordinary least-squares line of value on days.
struct LeastSquares {
    double slope_per_day = 0;
    double intercept = 0;
    double r = 0;  // Pearson's correlation; 0 when all values are equal, as SciPy has it
    // Slope against 0: two-sided t with n - 2 degrees of freedom. As in SciPy 1 when all values are
    // equal, 0 when the points lie on a line that slopes.
    double p = 1;

    friend bool operator==(const LeastSquares&, const LeastSquares&) = default;
};

// Empty when all points are at one time, or so close together that the slope is beyond a double.
std::optional<LeastSquares> least_squares(std::span<const TimedValue> points);

}  // namespace progress
