#include "app/progress/statistics/wilson.h"

#include <cmath>

#include "app/progress/statistics/distributions.h"

namespace progress {

std::optional<Share> wilson(int k, int n) {
    if (n <= 0) {
        return std::nullopt;
    }
    static const double z = normal_quantile(0.975);
    const double share = static_cast<double>(k) / n;
    const double weight = 1 + z * z / n;
    const double centre = (share + z * z / (2.0 * n)) / weight;
    const double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / weight;
    // At the ends the bound is the share itself; rounding would leave 1e-17 of it.
    return Share{.k = k,
                 .n = n,
                 .share = share,
                 .low95 = k == 0 ? 0 : centre - reach,
                 .high95 = k == n ? 1 : centre + reach};
}

}  // namespace progress
