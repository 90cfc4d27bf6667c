#include "app/progress/mann_kendall.h"

#include <cmath>
#include <functional>
#include <iterator>
#include <span>

#include "app/progress/distributions.h"
#include "app/progress/inversions.h"
#include "app/progress/kendall_exact.h"
#include "app/progress/runs.h"

namespace progress {

namespace {

constexpr std::int64_t most_points_for_exact = 10;

// Knight, J Am Stat Assoc 1966;61:436-9. Values at one time ascend, so none of their pairs falls.
std::int64_t rises_minus_falls(const OrderedValues& ordered) {
    const auto falls =
        count_inversions(ordered.by_time, [](const TimedValue& point) { return point.value; });
    std::int64_t tied_in_both = 0;
    for (const auto& same : runs_of(std::span(ordered.by_time), std::equal_to())) {
        tied_in_both += std::ssize(same) * (std::ssize(same) - 1) / 2;
    }
    return ordered.pairs() - ordered.time_ties.pairs - ordered.value_ties.pairs + tied_in_both -
           2 * falls;
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
    test.s = rises_minus_falls(ordered);
    test.var = variance_of_s(ordered);
    if (test.s != 0) {
        const std::int64_t one_nearer_zero = test.s > 0 ? test.s - 1 : test.s + 1;
        test.z = static_cast<double>(one_nearer_zero) / std::sqrt(test.var);
        test.p = normal_two_sided_p(test.z);
    }
    test.exact = ordered.count() <= most_points_for_exact;
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
