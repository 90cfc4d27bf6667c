#pragma once
// Wilcoxon's signed rank test: whether patients changed, whatever the shape of the changes.

#include <optional>
#include <span>

#include "app/progress/statistics/movement.h"

namespace progress {

struct SignedRank {
    int n = 0;          // pairs that changed
    int unchanged = 0;  // pairs that did not: dropped
    bool ties = false;  // two changes of one size
    double v = 0;       // sum of the ranks of rises
    double w_min = 0;   // the smaller of the sums of rises and of falls
    bool exact = false;
    double p = 0;              // two-sided
    double p_uncorrected = 0;  // normal, corrected for ties, without continuity correction

    bool operator==(const SignedRank&) const = default;
};

// Wilcoxon, Biometrics Bull 1945;1:80-83. Pairs that did not change are dropped, changes of one
// size share the mean of their ranks. Up to 25 pairs p is exact, ties or not: the share of the 2^n
// patterns of signs in which the sum of rises is as far from its middle as it is here. Beyond, p is
// normal with the variance n(n+1)(2n+1)/24 - Σ(t³-t)/48 over groups of t ties, and continuity
// correction.
// Changes are compared as the decimals they were written as, to 1e-9: 2.7 - 2.4 and 3.5 - 3.2 tie.
// Nothing when no pair changed.
std::optional<SignedRank> signed_rank(std::span<const Movement> pairs);

}  // namespace progress
