#pragma once
// Where values lie and how far they spread.

#include <optional>
#include <span>

namespace progress {

struct Descriptives {
    int n = 0;
    double mean = 0;
    std::optional<double> sd;  // of a sample, over n - 1; none of one value
    double median = 0;
    double quartile1 = 0;  // type 7 of Hyndman and Fan 1996, as R and Excel do
    double quartile3 = 0;
    double lowest = 0;
    double highest = 0;

    bool operator==(const Descriptives&) const = default;
};

// Nothing without values. The order of the values does not matter.
std::optional<Descriptives> describe(std::span<const double> values);

// The mean by Neumaier's compensated sum (Z Angew Math Mech 1974;54:39-51), which is rounded once.
// `values` must not be empty.
double mean_of(std::span<const double> values);

// The square root of the sum of squared distances from the mean over n - 1, with the correction of
// the two-pass algorithm (Chan, Golub and LeVeque, Am Stat 1983;37:242-247), so that large values
// that differ little keep their digits. Nothing of fewer than two values.
std::optional<double> sample_sd(std::span<const double> values);

}  // namespace progress
