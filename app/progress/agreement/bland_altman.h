#pragma once
// How far two raters, or two devices, differ on one target.

#include <optional>

#include "app/progress/agreement/ratings.h"

namespace progress {

// A number with its 95 % interval, where it has one.
struct Estimate {
    double value = 0;
    std::optional<double> low95;
    std::optional<double> high95;

    bool operator==(const Estimate&) const = default;
};

// Differences are first minus second, in the unit of the ratings.
struct BlandAltman {
    int n = 0;        // targets that both rated
    int dropped = 0;  // targets that one or both did not
    Estimate bias;    // the mean difference
    // None of one target.
    std::optional<double> sd;
    std::optional<Estimate> lower_limit;  // 95 % of differences are expected between the limits
    std::optional<Estimate> upper_limit;
    // None of fewer than 3 targets, when all differences are equal, or all means.
    std::optional<double> slope_of_difference_on_mean;

    bool operator==(const BlandAltman&) const = default;
};

// Bland and Altman, Lancet 1986;1:307-310: bias d with d ± t(0.975, n - 1) sd/√n, limits
// d ± 1.96 sd, each with ± t(0.975, n - 1) sd √(1/n + 1.96²/(2(n - 1))), which is the error of Stat
// Methods Med Res 1999;8:135-160; the √(3/n) of 1986 rounds it. The slope, by least
// squares, hints that differences grow with size.
// No intervals when all differences are equal. Nothing when no target was rated by both.
std::optional<BlandAltman> bland_altman(const Ratings& ratings, const RaterPair& pair);

}  // namespace progress
