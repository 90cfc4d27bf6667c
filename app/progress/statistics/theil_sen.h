#pragma once

#include <optional>

#include "app/progress/statistics/ordered_values.h"

namespace progress {

// The line whose slope is the median of all slopes between two points: one wild value does not bend
// it.
struct TheilSen {
    double slope_per_day = 0;
    double intercept = 0;  // median(value) - slope * median(days)
    // Sen's 95 % interval of the slope. Both empty when ties leave its variance formula below zero.
    std::optional<double> low95;
    std::optional<double> high95;

    friend bool operator==(const TheilSen&, const TheilSen&) = default;
};

// Empty when all points are at one time, or so close together that the slope is beyond a double.
std::optional<TheilSen> theil_sen(const OrderedValues& ordered);

}  // namespace progress
