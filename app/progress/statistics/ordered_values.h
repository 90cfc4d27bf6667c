#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/progress/statistics/timed_value.h"

namespace progress {

// k(k-1)(2k+5): what k numbers add to 18 times the variance of Kendall's S.
constexpr std::int64_t kendall_variance_term(std::int64_t k) {
    return k * (k - 1) * (2 * k + 5);
}

// Sums over the groups of equal numbers in a list, k being the size of a group.
struct Ties {
    std::int64_t pairs = 0;           // k(k-1)/2
    std::int64_t triples = 0;         // k(k-1)(k-2)
    std::int64_t variance_terms = 0;  // kendall_variance_term(k)

    friend bool operator==(const Ties&, const Ties&) = default;
};

// A series prepared for the rank statistics: sorted once, its ties counted once.
struct OrderedValues {
    std::vector<TimedValue> by_time;  // values at one time ascend
    std::vector<double> values;       // ascending
    Ties time_ties;
    Ties value_ties;

    std::int64_t count() const { return static_cast<std::int64_t>(values.size()); }
    std::int64_t pairs() const { return count() * (count() - 1) / 2; }
};

// Takes the points in any order; the result does not depend on it.
OrderedValues in_order(std::span<const TimedValue> points);

}  // namespace progress
