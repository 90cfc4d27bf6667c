#include "app/progress/mann_kendall.h"

#include <cmath>
#include <cstddef>
#include <vector>

#include "app/progress/distributions.h"
#include "app/progress/kendall_exact.h"

namespace progress {

namespace {

constexpr std::int64_t most_for_exact = 10;

std::int64_t rises_minus_falls(const std::vector<TimedValue>& points) {
    std::int64_t s = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            if (points[j].days != points[i].days)
                s += (points[j].value > points[i].value) - (points[j].value < points[i].value);
        }
    }
    return s;
}

// Kendall's variance with ties in both variables. The last two terms are zero unless times repeat;
// without them two photos of one moment would make the variance too small, or negative.
double variance_of_s(const OrderedValues& ordered) {
    const std::int64_t count = ordered.count();
    const Ties& times = ordered.time_ties;
    const Ties& values = ordered.value_ties;
    // All times or all values equal: only one s is possible. Said outright, or rounding would leave
    // a trace.
    if (times.pairs == ordered.pairs() || values.pairs == ordered.pairs())
        return 0;
    const auto n = static_cast<double>(count);
    double variance = static_cast<double>(kendall_variance_term(count) - times.variance_terms -
                                          values.variance_terms) /
                      18;
    variance +=
        2 * static_cast<double>(times.pairs) * static_cast<double>(values.pairs) / (n * (n - 1));
    if (count > 2)
        variance += static_cast<double>(times.triples) * static_cast<double>(values.triples) /
                    (9 * n * (n - 1) * (n - 2));
    return variance;
}

}  // namespace

MannKendall mann_kendall(const OrderedValues& ordered) {
    MannKendall test;
    test.s = rises_minus_falls(ordered.by_time);
    test.var = variance_of_s(ordered);
    if (test.s != 0) {
        const std::int64_t one_nearer_zero = test.s > 0 ? test.s - 1 : test.s + 1;
        test.z = static_cast<double>(one_nearer_zero) / std::sqrt(test.var);
        test.p = normal_two_sided_p(test.z);
    }
    test.exact = ordered.count() <= most_for_exact;
    if (test.exact)
        test.p = kendall_exact_p(ordered, test.s);
    return test;
}

std::optional<double> kendall_tau_b(const OrderedValues& ordered, std::int64_t s) {
    const std::int64_t pairs_in_time = ordered.pairs() - ordered.time_ties.pairs;
    const std::int64_t pairs_in_value = ordered.pairs() - ordered.value_ties.pairs;
    if (pairs_in_time == 0 || pairs_in_value == 0)
        return std::nullopt;
    // One root of the product, not two roots: a perfect order then gives exactly 1.
    return static_cast<double>(s) /
           std::sqrt(static_cast<double>(pairs_in_time) * static_cast<double>(pairs_in_value));
}

}  // namespace progress
