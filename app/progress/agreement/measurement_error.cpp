#include "app/progress/agreement/measurement_error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "app/progress/statistics/descriptives.h"
#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

StandardError standard_error(double variance) {
    const double sem = std::sqrt(variance);
    return {.sem = sem, .sdc = 1.96 * std::numbers::sqrt2 * sem};  // 1.96 as the papers write it
}

StandardError with_bounds(StandardError error, double df) {
    if (error.sem > 0) {
        error.low95 = error.sem * std::sqrt(df / chi_squared_quantile(0.975, df));
        error.high95 = error.sem * std::sqrt(df / chi_squared_quantile(0.025, df));
    }
    return error;
}

}  // namespace

MeasurementError measurement_error(const MeanSquares& squares) {
    const double n = squares.n;
    const double k = squares.k;
    const double between_raters = std::max(0.0, (squares.raters - squares.residual) / n);
    return {.consistency = with_bounds(standard_error(squares.residual), (n - 1) * (k - 1)),
            .one_way = with_bounds(standard_error(squares.within), n * (k - 1)),
            .agreement = standard_error(between_raters + squares.residual)};
}

Repeatability repeatability(const Ratings& repeats) {
    Repeatability result;
    double squares = 0;
    for (std::size_t target = 0; target < repeats.targets(); ++target) {
        std::vector<double> measured;
        for (std::size_t repeat = 0; repeat < repeats.raters(); ++repeat) {
            if (const auto value = repeats.at(target, repeat)) {
                measured.push_back(*value);
            }
        }
        if (measured.size() < 2) {
            ++result.dropped;
            continue;
        }
        ++result.targets;
        result.df += static_cast<int>(measured.size()) - 1;
        const double mean = mean_of(measured);
        for (const double value : measured) {
            squares += (value - mean) * (value - mean);
        }
    }
    if (result.targets > 0) {
        result.within = with_bounds(standard_error(squares / result.df), result.df);
    }
    return result;
}

}  // namespace progress
