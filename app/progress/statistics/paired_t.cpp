#include "app/progress/statistics/paired_t.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/progress/statistics/descriptives.h"
#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

// Changes that differ only by what doubles cannot hold (0.4 - 0.3 and 0.2 - 0.1) are one change.
bool is_constant(const Descriptives& changes) {
    const double size = std::max(std::abs(changes.lowest), std::abs(changes.highest));
    return changes.highest - changes.lowest <= 1e-9 * size;
}

}  // namespace

std::optional<PairedT> paired_t(std::span<const double> changes) {
    const auto found = describe(changes);
    if (!found) {
        return std::nullopt;
    }
    PairedT result{.n = found->n, .mean = found->mean};
    if (found->n < 2) {
        return result;
    }
    if (is_constant(*found)) {
        result.sd = 0;
        return result;
    }
    result.sd = *found->sd;
    const double error = *result.sd / std::sqrt(static_cast<double>(result.n));
    const int df = result.n - 1;
    const double reach = student_t_quantile(0.975, df) * error;
    result.low95 = result.mean - reach;
    result.high95 = result.mean + reach;
    result.t = result.mean / error;
    result.df = df;
    result.p = student_t_two_sided_p(*result.t, df);
    return result;
}

}  // namespace progress
