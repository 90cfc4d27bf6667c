#pragma once
// The typical change of patients with an interval that belongs to Wilcoxon's signed rank test.

#include <optional>
#include <span>

namespace progress {

struct HodgesLehmann {
    int n = 0;
    double estimate = 0;  // in the unit of the changes
    // All three or none; low95 < high95.
    std::optional<double> low95;
    std::optional<double> high95;
    std::optional<double> confidence;  // what the interval covers at least: 0.95 or more

    bool operator==(const HodgesLehmann&) const = default;
};

// The median of the n(n+1)/2 means of two changes, each change paired with itself too; patients who
// did not change count (Hodges and Lehmann, Ann Math Stat 1963;34:598-611). The interval reaches
// from the C-th smallest of these means to the C-th largest, C being the largest number with
// 2 P(T <= C-1) <= 0.05 for the sum T of n untied signed ranks (Tukey 1949; Hollander and Wolfe,
// Nonparametric Statistical Methods, 3.3). P is exact up to 100 changes, beyond that normal with
// continuity correction. Ties make the interval cover more, never less.
// No interval of fewer than 6 changes, where none reaches 95 %, nor where both bounds would be one
// number. Nothing without changes.
std::optional<HodgesLehmann> hodges_lehmann(std::span<const double> changes);

}  // namespace progress
