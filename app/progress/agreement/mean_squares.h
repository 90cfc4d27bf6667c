#pragma once
// How much of the spread of ratings lies between targets, between raters, and in neither.

#include <optional>

#include "app/progress/agreement/ratings.h"

namespace progress {

// The table of a two-way analysis of variance without replicates. Mean squares are in the squared
// unit of the ratings; one of at most 1e-12 of the largest is rounding, and 0.
struct MeanSquares {
    int n = 0;            // targets that every rater rated
    int k = 0;            // raters
    int dropped = 0;      // targets that somebody did not rate
    double targets = 0;   // MSR, n - 1 degrees of freedom
    double raters = 0;    // MSC, k - 1
    double residual = 0;  // MSE, (n - 1)(k - 1)
    double within = 0;    // MSW, within targets, n(k - 1)

    bool operator==(const MeanSquares&) const = default;
};

// Shrout and Fleiss, Psychol Bull 1979;86:420-428, table 3. Nothing of fewer than two targets that
// every rater rated, or of fewer than two raters.
std::optional<MeanSquares> mean_squares(const Ratings& ratings);

}  // namespace progress
