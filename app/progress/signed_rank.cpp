#include "app/progress/signed_rank.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/progress/distributions.h"

namespace progress {

namespace {

constexpr int most_pairs_for_exact = 25;

// The change in steps of 1e-9: whole numbers, so that equal decimals are equal.
double steps_of(const Movement& pair) {
    return std::round(pair.change() * 1e9);
}

// By size; without the pairs that did not change.
std::vector<double> changes_of(std::span<const Movement> pairs) {
    std::vector<double> changes;
    changes.reserve(pairs.size());
    for (const auto& pair : pairs) {
        if (const double steps = steps_of(pair); steps != 0) {
            changes.push_back(steps);
        }
    }
    std::sort(changes.begin(), changes.end(), [](double a, double b) {
        return std::abs(a) < std::abs(b);
    });
    return changes;
}

// Of changes by size.
struct Ranks {
    std::vector<std::int64_t> doubled;  // twice the rank of each: whole, though ties share ranks
    std::int64_t doubled_rises = 0;     // their sum over the rises
    double ties = 0;                    // Σ(t³-t) over groups of t ties
};

Ranks rank(const std::vector<double>& changes) {
    Ranks ranks;
    for (std::size_t first = 0; first < changes.size();) {
        auto last = first + 1;
        while (last < changes.size() && std::abs(changes[last]) == std::abs(changes[first])) {
            ++last;
        }
        const auto shared = static_cast<std::int64_t>(first + 1 + last);
        for (auto i = first; i < last; ++i) {
            ranks.doubled.push_back(shared);
            ranks.doubled_rises += changes[i] > 0 ? shared : 0;
        }
        const auto t = static_cast<double>(last - first);
        ranks.ties += t * t * t - t;
        first = last;
    }
    return ranks;
}

// The share of the 2^n patterns of signs whose sum of rises is at least as far from the middle.
double exact_p(const Ranks& ranks) {
    const auto n = static_cast<std::int64_t>(ranks.doubled.size());
    const auto total = static_cast<std::size_t>(n * (n + 1));
    std::vector<std::int64_t> ways(total + 1, 0);  // to reach each doubled sum of rises
    ways[0] = 1;
    for (const auto rank : ranks.doubled) {
        const auto step = static_cast<std::size_t>(rank);
        for (auto sum = total; sum >= step; --sum) {
            ways[sum] += ways[sum - step];
        }
    }
    const auto distance = [n](std::int64_t sum) { return std::abs(2 * sum - n * (n + 1)); };
    std::int64_t as_far = 0;
    for (std::size_t sum = 0; sum <= total; ++sum) {
        const bool counts =
            distance(static_cast<std::int64_t>(sum)) >= distance(ranks.doubled_rises);
        as_far += counts ? ways[sum] : 0;
    }
    return std::ldexp(static_cast<double>(as_far), static_cast<int>(-n));
}

}  // namespace

std::optional<SignedRank> signed_rank(std::span<const Movement> pairs) {
    const auto changes = changes_of(pairs);
    if (changes.empty()) {
        return std::nullopt;
    }
    SignedRank result{.n = static_cast<int>(changes.size()),
                      .unchanged = static_cast<int>(pairs.size() - changes.size())};
    const auto ranks = rank(changes);
    result.ties = ranks.ties > 0;
    result.v = static_cast<double>(ranks.doubled_rises) / 2;
    const double n = result.n;
    const double total = n * (n + 1) / 2;
    result.w_min = std::min(result.v, total - result.v);
    const double sigma = std::sqrt(n * (n + 1) * (2 * n + 1) / 24 - ranks.ties / 48);
    const double distance = std::abs(result.v - total / 2);
    result.p_uncorrected = normal_two_sided_p(distance / sigma);
    result.exact = result.n <= most_pairs_for_exact;
    result.p =
        result.exact ? exact_p(ranks) : normal_two_sided_p(std::max(0.0, distance - 0.5) / sigma);
    return result;
}

}  // namespace progress
