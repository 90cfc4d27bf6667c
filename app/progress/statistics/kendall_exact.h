#pragma once

#include <cstdint>

#include "app/progress/statistics/ordered_values.h"

namespace progress {

// The share of the orders of the values, all equally likely, in which Kendall's S is at least as
// far from 0 as `s` (Kendall, Rank Correlation Methods, chapter 5, with ties). For few values: the
// orders are counted in 64 bits, and ties in both times and values cost up to 2^n steps.
double kendall_exact_p(const OrderedValues& ordered, std::int64_t s);

}  // namespace progress
