#include "app/progress/hodges_lehmann.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "app/progress/distributions.h"
#include "app/progress/double_order.h"

namespace progress {

namespace {

constexpr std::size_t most_changes_for_exact = 100;

// The means of two of these, each paired with itself too, by rank; none of them is kept.
class MeansOfTwo {
  public:
    explicit MeansOfTwo(std::span<const double> changes) : sorted_(changes.begin(), changes.end()) {
        std::sort(sorted_.begin(), sorted_.end());
    }

    std::size_t count() const { return sorted_.size() * (sorted_.size() + 1) / 2; }

    // The mean that so many others are less than, `rank` < count(): the least double that more
    // means than that do not exceed.
    double smallest(std::size_t rank) const {
        double low = sorted_.front();
        double high = sorted_.back();
        while (low < high) {
            const double middle = halfway(low, high);
            if (count_up_to(middle) > rank) {
                high = middle;
            } else {
                low = std::nextafter(middle, high);
            }
        }
        return low;
    }

  private:
    std::size_t count_up_to(double bound) const {
        std::size_t count = 0;
        auto end = sorted_.size();
        for (std::size_t i = 0; i < end; ++i) {
            while (end > i && std::midpoint(sorted_[i], sorted_[end - 1]) > bound) {
                --end;
            }
            count += end - i;
        }
        return count;
    }

    std::vector<double> sorted_;
};

// The means from below and above that are the bounds; nothing is cut off when `cut` is 0.
struct Cut {
    std::size_t cut = 0;
    double outside = 0;  // 2 P(T <= cut - 1)
};

Cut exact_cut(std::size_t n) {
    const auto total = n * (n + 1) / 2;
    std::vector<double> share(total + 1, 0);  // of the patterns of signs with each sum of ranks
    share[0] = 1;
    for (std::size_t rank = 1; rank <= n; ++rank) {
        for (auto sum = total; sum >= rank; --sum) {
            share[sum] = (share[sum] + share[sum - rank]) / 2;
        }
        for (std::size_t sum = 0; sum < rank; ++sum) {
            share[sum] /= 2;
        }
    }
    Cut found;
    while (found.outside + 2 * share[found.cut] <= 0.05) {
        found.outside += 2 * share[found.cut];
        ++found.cut;
    }
    return found;
}

Cut normal_cut(std::size_t changes) {
    const auto n = static_cast<double>(changes);
    const double middle = n * (n + 1) / 4;
    const double sigma = std::sqrt(n * (n + 1) * (2 * n + 1) / 24);
    const double cut = std::floor(middle - normal_quantile(0.975) * sigma + 0.5);
    return {.cut = static_cast<std::size_t>(cut),
            .outside = normal_two_sided_p((middle - cut + 0.5) / sigma)};
}

}  // namespace

std::optional<HodgesLehmann> hodges_lehmann(std::span<const double> changes) {
    if (changes.empty()) {
        return std::nullopt;
    }
    const MeansOfTwo means(changes);
    const auto count = means.count();
    HodgesLehmann result{
        .n = static_cast<int>(changes.size()),
        .estimate = std::midpoint(means.smallest((count - 1) / 2), means.smallest(count / 2))};
    const auto [cut, outside] = changes.size() <= most_changes_for_exact
                                    ? exact_cut(changes.size())
                                    : normal_cut(changes.size());
    if (cut == 0) {
        return result;
    }
    const double low = means.smallest(cut - 1);
    const double high = means.smallest(count - cut);
    if (high - low >= 1e-9) {  // changes are decimals: what doubles cannot hold is no width
        result.low95 = low;
        result.high95 = high;
        result.confidence = 1 - outside;
    }
    return result;
}

}  // namespace progress
