#include "app/progress/signed_rank.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "app/progress/distributions.h"

namespace progress {

namespace {

constexpr int most_for_exact = 25;

// By size; without the pairs that did not change.
std::vector<double> changes_of(std::span<const Movement> pairs) {
    std::vector<double> changes;
    changes.reserve(pairs.size());
    for (const auto& pair : pairs) {
        if (pair.change() != 0) {
            changes.push_back(pair.change());
        }
    }
    std::sort(changes.begin(), changes.end(), [](double a, double b) {
        return std::abs(a) < std::abs(b);
    });
    return changes;
}

// Adds the ranks of the rises; the sum of t³ - t over groups of ties comes back.
double rank(const std::vector<double>& changes, SignedRank& result) {
    double ties = 0;
    for (std::size_t first = 0; first < changes.size();) {
        auto last = first + 1;
        while (last < changes.size() && std::abs(changes[last]) == std::abs(changes[first])) {
            ++last;
        }
        const auto t = static_cast<double>(last - first);
        const double shared = (static_cast<double>(first + 1) + static_cast<double>(last)) / 2;
        for (auto i = first; i < last; ++i) {
            result.v += changes[i] > 0 ? shared : 0;
        }
        ties += t * t * t - t;
        first = last;
    }
    return ties;
}

// How many of the 2^n signs of the ranks 1 to n give a sum of rises up to `sum`, as a share.
double share_up_to(int n, double sum) {
    const auto total = static_cast<std::size_t>(n * (n + 1) / 2);
    std::vector<double> ways(total + 1, 0);
    ways[0] = 1;
    for (std::size_t r = 1; r <= static_cast<std::size_t>(n); ++r) {
        for (auto at = total; at >= r; --at) {
            ways[at] += ways[at - r];
        }
    }
    double up_to = 0;
    for (std::size_t at = 0; static_cast<double>(at) <= sum; ++at) {
        up_to += ways[at];
    }
    return up_to / std::pow(2.0, n);
}

}  // namespace

std::optional<SignedRank> signed_rank(std::span<const Movement> pairs) {
    const auto changes = changes_of(pairs);
    if (changes.empty()) {
        return std::nullopt;
    }
    SignedRank result{.n = static_cast<int>(changes.size()),
                      .unchanged = static_cast<int>(pairs.size() - changes.size())};
    const double ties = rank(changes, result);
    result.ties = ties > 0;
    const double n = result.n;
    const double total = n * (n + 1) / 2;
    result.w_min = std::min(result.v, total - result.v);
    const double sigma = std::sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
    const double distance = std::abs(result.v - total / 2);
    result.p_uncorrected = normal_two_sided_p(distance / sigma);
    result.exact = result.n <= most_for_exact && !result.ties;
    result.p = result.exact ? std::min(1.0, 2 * share_up_to(result.n, result.w_min))
                            : normal_two_sided_p(std::max(0.0, distance - 0.5) / sigma);
    return result;
}

}  // namespace progress
