#include "app/progress/agreement/mean_squares.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "app/progress/statistics/descriptives.h"

namespace progress {

namespace {

double squares_around(const std::vector<double>& values, double centre) {
    double sum = 0;
    for (const double value : values) {
        sum += (value - centre) * (value - centre);
    }
    return sum;
}

std::vector<double> means_of_raters(const std::vector<std::vector<double>>& targets) {
    std::vector<double> means;
    for (std::size_t rater = 0; rater < targets.front().size(); ++rater) {
        std::vector<double> of_rater;
        for (const auto& target : targets) {
            of_rater.push_back(target[rater]);
        }
        means.push_back(mean_of(of_rater));
    }
    return means;
}

// What neither target nor rater explains.
double residual_squares(const std::vector<std::vector<double>>& targets,
                        const std::vector<double>& target_means,
                        const std::vector<double>& rater_means) {
    const double grand = mean_of(target_means);
    double sum = 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t j = 0; j < rater_means.size(); ++j) {
            const double rest = targets[i][j] - target_means[i] - (rater_means[j] - grand);
            sum += rest * rest;
        }
    }
    return sum;
}

void drop_rounding(MeanSquares& squares) {
    const double largest =
        std::max({squares.targets, squares.raters, squares.residual, squares.within});
    for (auto* square : {&squares.targets, &squares.raters, &squares.residual, &squares.within}) {
        if (*square <= 1e-12 * largest) {
            *square = 0;
        }
    }
}

}  // namespace

std::optional<MeanSquares> mean_squares(const Ratings& ratings) {
    const auto targets = rated_by_all(ratings);
    if (targets.size() < 2 || ratings.raters() < 2) {
        return std::nullopt;
    }
    MeanSquares squares{.n = static_cast<int>(targets.size()),
                        .k = static_cast<int>(ratings.raters()),
                        .dropped = static_cast<int>(ratings.targets() - targets.size())};
    const double n = squares.n;
    const double k = squares.k;
    std::vector<double> target_means;
    double within = 0;
    for (const auto& target : targets) {
        target_means.push_back(mean_of(target));
        within += squares_around(target, target_means.back());
    }
    const auto rater_means = means_of_raters(targets);
    const double grand = mean_of(target_means);
    squares.targets = k * squares_around(target_means, grand) / (n - 1);
    squares.raters = n * squares_around(rater_means, grand) / (k - 1);
    squares.residual = residual_squares(targets, target_means, rater_means) / ((n - 1) * (k - 1));
    squares.within = within / (n * (k - 1));
    drop_rounding(squares);
    return squares;
}

}  // namespace progress
