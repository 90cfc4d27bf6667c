#include "app/progress/statistics/descriptives.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace progress {

namespace {

// Type 7: the value at place (n - 1) * share of the sorted ones, counted from 0.
double quantile_of(const std::vector<double>& ascending, double share) {
    const double place = static_cast<double>(ascending.size() - 1) * share;
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], place - std::floor(place));
}

}  // namespace

double mean_of(std::span<const double> values) {
    double sum = 0;
    double lost = 0;
    for (const double value : values) {
        const double next = sum + value;
        lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
    return (sum + lost) / static_cast<double>(values.size());
}

std::optional<double> sample_sd(std::span<const double> values) {
    if (values.size() < 2) {
        return std::nullopt;
    }
    const double mean = mean_of(values);
    double squares = 0;
    double distances = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
        distances += value - mean;
    }
    const auto n = static_cast<double>(values.size());
    return std::sqrt(std::max(0.0, squares - distances * distances / n) / (n - 1));
}

std::optional<Descriptives> describe(std::span<const double> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    // Sorted first, so that even rounding is the same whatever order the values came in.
    std::vector<double> ascending(values.begin(), values.end());
    std::sort(ascending.begin(), ascending.end());
    return Descriptives{.n = static_cast<int>(ascending.size()),
                        .mean = mean_of(ascending),
                        .sd = sample_sd(ascending),
                        .median = quantile_of(ascending, 0.5),
                        .quartile1 = quantile_of(ascending, 0.25),
                        .quartile3 = quantile_of(ascending, 0.75),
                        .lowest = ascending.front(),
                        .highest = ascending.back()};
}

}  // namespace progress
