#pragma once
// Rounding as papers print it.

namespace progress {

// `value` to so many decimals, halves away from zero: 6.25 is 6.3, and so is 6.35 a 6.4, although
// the double nearest to it lies below. The result is the double nearest to the printed number.
double half_up(double value, int decimals);

}  // namespace progress
