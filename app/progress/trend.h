#pragma once

#include <optional>
#include <span>

#include "app/progress/least_squares.h"
#include "app/progress/mann_kendall.h"
#include "app/progress/timed_value.h"

namespace progress {

// Which way a series goes, and how sure that is. docs/statistics.md has the formulas and their
// sources.
struct Trend {
    double slope_per_day = 0;  // Theil–Sen
    double intercept = 0;
    std::optional<double> low95;  // both bounds or neither: see theil_sen.h
    std::optional<double> high95;
    std::optional<double> kendall_tau_b;  // empty when all values are equal
    MannKendall mann_kendall;
    LeastSquares least_squares;

    friend bool operator==(const Trend&, const Trend&) = default;
};

// The trend of points in any order. Empty below three values or two different times, beyond
// 1,500,000 values, and when a number is not finite or is beyond 1e100 either way. No result is
// ever NaN or infinite.
std::optional<Trend> trend(std::span<const TimedValue> points);

}  // namespace progress
