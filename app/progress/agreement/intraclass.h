#pragma once
// The share of the spread of ratings that is the targets' own: intraclass correlation.

#include <optional>

#include "app/progress/agreement/mean_squares.h"

namespace progress {

struct Correlation {
    // At most 1; below 0 where raters differ on one target more than targets do. None where all
    // ratings are equal, and of the mean of the raters where targets do not differ.
    std::optional<double> value;
    // Around the value. Both or neither: see intraclass().
    std::optional<double> low95;
    std::optional<double> high95;

    bool operator==(const Correlation&) const = default;
};

// By the names of Shrout and Fleiss; in brackets those of McGraw and Wong.
struct IntraclassCorrelations {
    Correlation icc_1_1;  // each target has other raters; of a single rating [ICC(1)]
    Correlation icc_1_k;  // of the mean of k ratings [ICC(k)]
    Correlation icc_2_1;  // the raters stand for all raters; agreement of single ratings [ICC(A,1)]
    Correlation icc_2_k;  // of the mean of k raters [ICC(A,k)]
    Correlation icc_3_1;  // these raters only, one may be stricter than another [ICC(C,1)]
    Correlation icc_3_k;  // [ICC(C,k)]

    bool operator==(const IntraclassCorrelations&) const = default;
};

// Shrout and Fleiss, Psychol Bull 1979;86:420-428, with the intervals of McGraw and Wong, Psychol
// Methods 1996;1:30-46, table 7. No interval of fewer than 3 targets, where the mean square within
// targets (1), or the residual (2, 3), or that of the targets is 0, and where the formula gives
// bounds that do not enclose the value.
IntraclassCorrelations intraclass(const MeanSquares& squares);

}  // namespace progress
