#pragma once
// How often two raters give the same grade, and how much more often than chance would have them.

#include <optional>

#include "app/progress/agreement/ratings.h"

namespace progress {

// The lowest and the highest grade that a scale has, whether somebody gave it or not; each step
// between grades is 1.
struct GradeRange {
    double lowest = 0;
    double highest = 0;
};

struct Kappa {
    double observed = 0;   // po, the weighted share of targets on which the raters agree, 0 to 1
    double by_chance = 0;  // pe, the same if each kept to their grades but dealt them blindly
    // None when both used one and the same grade. 1 is perfect, 0 is chance.
    std::optional<double> value;
    std::optional<double> se;       // for the interval
    std::optional<double> se_null;  // for a test of value = 0
    // Not cut at -1 and 1. None when se is 0: perfect agreement, or a rater of a single grade.
    std::optional<double> low95;
    std::optional<double> high95;

    bool operator==(const Kappa&) const = default;
};

struct PairAgreement {
    int n = 0;           // targets that both rated
    int dropped = 0;     // targets that one or both did not
    int same = 0;        // of n: the same grade
    int within_one = 0;  // of n: at most one grade apart
    // None when n is 0.
    std::optional<Kappa> unweighted;
    // None of grades that have no order, too.
    std::optional<Kappa> linear;
    std::optional<Kappa> quadratic;

    bool operator==(const PairAgreement&) const = default;
};

// Cohen's kappa (Educ Psychol Meas 1960;20:37-46) and weighted kappa (Psychol Bull
// 1968;70:213-220): (po - pe)/(1 - pe), where a pair of grades i, j counts 1 - |i-j|/(highest -
// lowest), linear, or 1 - (i-j)²/(highest - lowest)², quadratic. The weights go by the grades
// themselves, so a grade that nobody gave keeps its place. Errors of Fleiss, Cohen and Everitt,
// Psychol Bull 1969;72: 323-327; the interval is value ± 1.96 se. `range` is that of an ordered
// scale; without it the grades are mere names and nothing is weighted.
PairAgreement pair_agreement(const Ratings& ratings,
                             const RaterPair& pair,
                             const std::optional<GradeRange>& range);

}  // namespace progress
