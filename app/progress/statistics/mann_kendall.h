#pragma once

#include <cstdint>
#include <optional>

#include "app/progress/statistics/ordered_values.h"

namespace progress {

// The Mann–Kendall test: do values rise or fall with time more often than chance would let them?
struct MannKendall {
    std::int64_t s = 0;  // pairs that rise minus pairs that fall; a pair at one time is neither
    double var = 0;      // of s, were the values in random order, given the ties there are
    double z = 0;        // with continuity correction; 0 when s is 0
    double p = 1;        // two-sided; normal, from z, unless exact
    bool exact = false;

    friend bool operator==(const MannKendall&, const MannKendall&) = default;
};

// Up to 10 values p is exact, ties or not: the share of the orders of the values in which s is as
// far from 0. Beyond, the normal distribution is near enough.
MannKendall mann_kendall(const OrderedValues& ordered);

// Kendall's tau-b between time and value, from the test's s. Empty when all times or all values are
// equal.
std::optional<double> kendall_tau_b(const OrderedValues& ordered, std::int64_t s);

}  // namespace progress
