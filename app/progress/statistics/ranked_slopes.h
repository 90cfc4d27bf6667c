#pragma once
// Slopes between all pairs of points, by rank, without keeping all pairs.

#include <cstdint>
#include <span>
#include <vector>

#include "app/progress/statistics/timed_value.h"

namespace progress {

// Of the slopes between two points at different times, sorted: those at these ranks, counted from
// 0 and ascending, all below the number of slopes. `by_time` is sorted by time and then value.
// Exact: the same doubles as of a sorted list of all slopes where the differences of times and of
// values are doubles; else what rounding them does to a slope may take the place of its neighbour.
// O(n log n) time on average, O(n) memory (Matoušek, Inf Process Lett 1991;39:183-7).
std::vector<double> slopes_at(std::span<const TimedValue> by_time,
                              std::span<const std::int64_t> ranks);

}  // namespace progress
