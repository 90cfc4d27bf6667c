#include "app/progress/agreement/intraclass.h"

#include <cmath>

#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

// Nothing when the denominator is not above 0, allowing for what doubles cannot hold: patients
// whose ratings have one and the same mean have none.
std::optional<double> ratio(double numerator, double denominator) {
    if (!(denominator > 1e-12 * std::abs(numerator))) {
        return std::nullopt;
    }
    return numerator / denominator;
}

Correlation correlation(std::optional<double> value,
                        std::optional<double> low,
                        std::optional<double> high) {
    Correlation result{.value = value};
    if (value && low && high && *low <= *value && *value <= *high) {
        result.low95 = low;
        result.high95 = high;
    }
    return result;
}

// Of a single rating and of the mean of k.
struct SingleAndMean {
    Correlation single;
    Correlation mean;
};

bool may_have_interval(const MeanSquares& squares, double noise) {
    return squares.n >= 3 && noise > 0 && squares.targets > 0;
}

// Models 1 and 3: the targets' mean square against one kind of noise.
SingleAndMean against(const MeanSquares& squares, double noise, double noise_df) {
    const double k = squares.k;
    const double between = squares.targets;
    const auto single = ratio(between - noise, between + (k - 1) * noise);
    const auto mean = ratio(between - noise, between);
    if (!may_have_interval(squares, noise)) {
        return {.single = {.value = single}, .mean = {.value = mean}};
    }
    const double df = squares.n - 1;
    const double f_low = between / noise / f_quantile(0.975, df, noise_df);
    const double f_high = between / noise * f_quantile(0.975, noise_df, df);
    return {.single = correlation(
                single, ratio(f_low - 1, f_low + k - 1), ratio(f_high - 1, f_high + k - 1)),
            .mean = correlation(mean, ratio(f_low - 1, f_low), ratio(f_high - 1, f_high))};
}

// The degrees of freedom of the noise of model 2 (Satterthwaite), with r the value of ICC(2,1).
double satterthwaite(const MeanSquares& squares, double r) {
    const double n = squares.n;
    const double k = squares.k;
    const double raters = k * r / (n * (1 - r)) * squares.raters;
    const double residual = (1 + k * r * (n - 1) / (n * (1 - r))) * squares.residual;
    return std::pow(raters + residual, 2) /
           (raters * raters / (k - 1) + residual * residual / ((n - 1) * (k - 1)));
}

// Model 2: raters differ too.
SingleAndMean absolute_agreement(const MeanSquares& squares) {
    const double n = squares.n;
    const double k = squares.k;
    const auto& [n_, k_, dropped, between, raters, residual, within] = squares;
    const auto single =
        ratio(between - residual, between + (k - 1) * residual + k * (raters - residual) / n);
    const auto mean =
        between > 0 ? ratio(between - residual, between + (raters - residual) / n) : std::nullopt;
    const double v = single ? satterthwaite(squares, *single) : 0;
    if (!may_have_interval(squares, residual) || !(v > 0) || !std::isfinite(v)) {
        return {.single = {.value = single}, .mean = {.value = mean}};
    }
    // 1/F(0.975; n - 1, v), which stays finite where F does not.
    const double low = n * between * f_quantile(0.025, v, n - 1);
    const double high = n * between * f_quantile(0.975, v, n - 1);
    const double noise_single = k * raters + (k * n - k - n) * residual;
    const double noise_mean = raters - residual;
    return {.single = correlation(single,
                                  ratio(low - n * residual, noise_single + low),
                                  ratio(high - n * residual, noise_single + high)),
            .mean = correlation(mean,
                                ratio(low - n * residual, noise_mean + low),
                                ratio(high - n * residual, noise_mean + high))};
}

}  // namespace

IntraclassCorrelations intraclass(const MeanSquares& squares) {
    const double n = squares.n;
    const double k = squares.k;
    const auto one_way = against(squares, squares.within, n * (k - 1));
    const auto two_way = absolute_agreement(squares);
    const auto consistency = against(squares, squares.residual, (n - 1) * (k - 1));
    return {.icc_1_1 = one_way.single,
            .icc_1_k = one_way.mean,
            .icc_2_1 = two_way.single,
            .icc_2_k = two_way.mean,
            .icc_3_1 = consistency.single,
            .icc_3_k = consistency.mean};
}

}  // namespace progress
