#include "app/progress/agreement/bland_altman.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "app/progress/statistics/descriptives.h"
#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

constexpr double reach_of_limits = 1.96;  // as the papers write it

// The least squares slope of y on x. Nothing when all x are equal.
std::optional<double> slope(const std::vector<double>& x, const std::vector<double>& y) {
    const double middle_x = mean_of(x);
    const double middle_y = mean_of(y);
    double xx = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - middle_x) * (x[i] - middle_x);
        xy += (x[i] - middle_x) * (y[i] - middle_y);
    }
    return xx > 0 ? std::optional(xy / xx) : std::nullopt;
}

Estimate with_interval(double value, double reach) {
    return {.value = value, .low95 = value - reach, .high95 = value + reach};
}

// What doubles cannot hold of decimals of this size is no difference.
bool are_equal(const std::vector<double>& differences, double size) {
    const auto [least, most] = std::ranges::minmax(differences);
    return most - least <= 1e-9 * size;
}

}  // namespace

std::optional<BlandAltman> bland_altman(const Ratings& ratings, const RaterPair& pair) {
    const auto targets = rated_by_both(ratings, pair);
    if (targets.empty()) {
        return std::nullopt;
    }
    std::vector<double> differences;
    std::vector<double> means;
    double size = 0;
    for (const auto& [first, second] : targets) {
        differences.push_back(first - second);
        means.push_back((first + second) / 2);
        size = std::max({size, std::abs(first), std::abs(second)});
    }
    BlandAltman result{.n = static_cast<int>(targets.size()),
                       .dropped = static_cast<int>(ratings.targets() - targets.size()),
                       .bias = {.value = mean_of(differences)}};
    if (result.n < 2) {
        return result;
    }
    if (are_equal(differences, size)) {
        result.sd = 0;
        result.lower_limit = result.upper_limit = result.bias;
        return result;
    }
    const double n = result.n;
    const double bias = result.bias.value;
    const double sd = *sample_sd(differences);
    const double t = student_t_quantile(0.975, n - 1);
    const double of_limit = sd * std::sqrt(1 / n + std::pow(reach_of_limits, 2) / (2 * (n - 1)));
    result.sd = sd;
    result.bias = with_interval(bias, t * sd / std::sqrt(n));
    result.lower_limit = with_interval(bias - reach_of_limits * sd, t * of_limit);
    result.upper_limit = with_interval(bias + reach_of_limits * sd, t * of_limit);
    if (result.n >= 3) {
        result.slope_of_difference_on_mean = slope(means, differences);
    }
    return result;
}

}  // namespace progress
