#pragma once
// How far ratings of one and the same state lie apart.

#include <optional>

#include "app/progress/agreement/mean_squares.h"
#include "app/progress/agreement/ratings.h"

namespace progress {

// In the unit of the ratings.
struct StandardError {
    double sem = 0;  // the standard deviation of a single rating around what it measures
    double sdc = 0;  // 1.96 √2 sem: the smallest difference of two ratings that is beyond error
    // Of sem, by chi squared. None when sem is 0, and of agreement, which is made of two mean
    // squares.
    std::optional<double> low95;
    std::optional<double> high95;

    bool operator==(const StandardError&) const = default;
};

// `agreement` is the one to show where any rater may rate next time.
struct MeasurementError {
    StandardError consistency;  // √MSE: one rater all the time
    StandardError one_way;      // √MSW: other raters for each target
    StandardError agreement;    // √(MSE + (MSC - MSE)/n), the second term not below 0

    bool operator==(const MeasurementError&) const = default;
};

// De Vet, Terwee, Knol and Bouter, J Clin Epidemiol 2006;59:1033-1039. The bounds are
// sem √(df/χ²) at 0.975 and 0.025, with the degrees of freedom of the mean square.
MeasurementError measurement_error(const MeanSquares& squares);

struct Repeatability {
    int targets = 0;  // measured at least twice
    int dropped = 0;  // measured once or never
    int df = 0;       // measurements beyond the first of each target
    // None when no target was measured twice. sdc is here the coefficient of repeatability.
    std::optional<StandardError> within;

    bool operator==(const Repeatability&) const = default;
};

// Each column is a repeat by one rater or device; targets may have different numbers of repeats.
// The variance within is the sum of squares around each target's mean over df (Bland and Altman,
// Stat Methods Med Res 1999;8:135-160). Their coefficient of 1986 is 2 SD of the
// differences instead, which is a little more.
Repeatability repeatability(const Ratings& repeats);

}  // namespace progress
