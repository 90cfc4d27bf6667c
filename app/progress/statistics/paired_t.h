#pragma once
// The mean change of patients with its interval and Student's paired test.

#include <optional>
#include <span>

namespace progress {

struct PairedT {
    int n = 0;
    double mean = 0;
    std::optional<double> sd;  // none with one change
    // None with one change, and when all changes are the same: equal changes do not make a change
    // certain, and t would be infinite.
    std::optional<double> low95;
    std::optional<double> high95;
    std::optional<double> t;
    std::optional<int> df;
    std::optional<double> p;  // two-sided

    bool operator==(const PairedT&) const = default;
};

// Of the change of each patient: mean, mean ± t(0.975, n - 1) · sd/√n, and t = mean / (sd/√n) with
// n - 1 degrees of freedom (Student, Biometrika 1908;6:1-25). Nothing without changes.
std::optional<PairedT> paired_t(std::span<const double> changes);

}  // namespace progress
