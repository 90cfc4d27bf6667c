#include "app/progress/statistics/kendall_exact.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace progress {

namespace {

using Counts = std::vector<std::int64_t>;

// The sizes of the groups of equal numbers, in ascending order of the number.
template <typename Projection>
Counts group_sizes(const auto& ascending, Projection number) {
    Counts sizes;
    for (auto first = ascending.begin(); first != ascending.end();) {
        const auto last =
            std::ranges::upper_bound(first, ascending.end(), number(*first), {}, number);
        sizes.push_back(last - first);
        first = last;
    }
    return sizes;
}

// How many orders have each S from -most to most.
class Distribution {
  public:
    explicit Distribution(std::int64_t most)
        : most_(most), orders_(2 * static_cast<std::size_t>(most) + 1, 0) {}

    std::int64_t& at(std::int64_t s) { return orders_[static_cast<std::size_t>(s + most_)]; }

    // Adds the orders of `other`, each `ways` times and with an S larger by `gain`.
    void add(const Distribution& other, std::int64_t ways, std::int64_t gain) {
        const auto first = std::max<std::int64_t>(0, -gain);
        const auto last = std::min<std::int64_t>(2 * most_, 2 * most_ - gain);
        for (auto i = first; i <= last; ++i) {
            orders_[static_cast<std::size_t>(i + gain)] +=
                ways * other.orders_[static_cast<std::size_t>(i)];
        }
    }

    double share_as_far_as(std::int64_t s) const {
        std::int64_t all = 0;
        std::int64_t as_far = 0;
        for (auto each = -most_; each <= most_; ++each) {
            const auto orders = orders_[static_cast<std::size_t>(each + most_)];
            all += orders;
            as_far += std::abs(each) >= std::abs(s) ? orders : 0;
        }
        return static_cast<double>(as_far) / static_cast<double>(all);
    }

  private:
    std::int64_t most_;
    Counts orders_;
};

// Ties in the times or in the values but not in both, in groups of these sizes. The orders with i
// falling pairs are then the coefficient of q^i in the product of 1 - q^j, j = 1 to n, over the
// same product of each group (MacMahon, Combinatory Analysis II, 1916); pairs that do not fall
// rise.
Distribution when_one_ties(std::int64_t n, const Counts& groups) {
    auto pairs = n * (n - 1) / 2;
    for (const auto size : groups) {
        pairs -= size * (size - 1) / 2;
    }
    Counts orders(static_cast<std::size_t>(pairs) + 1, 0);
    orders[0] = 1;
    for (std::size_t j = 1; j <= static_cast<std::size_t>(n); ++j) {
        for (auto i = orders.size(); i-- > j;) {
            orders[i] -= orders[i - j];
        }
    }
    for (const auto size : groups) {
        for (std::size_t j = 1; j <= static_cast<std::size_t>(size); ++j) {
            for (auto i = j; i < orders.size(); ++i) {
                orders[i] += orders[i - j];
            }
        }
    }
    Distribution result(pairs);
    for (std::int64_t falling = 0; falling <= pairs; ++falling) {
        result.at(pairs - 2 * falling) = orders[static_cast<std::size_t>(falling)];
    }
    return result;
}

// The orders so far, by how many values of each group are still to be placed.
using States = std::map<Counts, Distribution>;

// What a value of `group` adds to S after those placed at earlier times.
std::int64_t gain(std::size_t group, const Counts& all, const Counts& left) {
    std::int64_t s = 0;
    for (std::size_t other = 0; other < all.size(); ++other) {
        const auto placed = all[other] - left[other];
        s += other < group ? placed : other > group ? -placed : 0;
    }
    return s;
}

// Places `count` values at one time, one after the other, in every way.
States place(States states, std::int64_t count, const Counts& gains, std::int64_t most) {
    for (; count > 0; --count) {
        States next;
        for (const auto& [left, orders] : states) {
            for (std::size_t group = 0; group < left.size(); ++group) {
                if (left[group] > 0) {
                    auto after = left;
                    --after[group];
                    next.try_emplace(after, most)
                        .first->second.add(orders, left[group], gains[group]);
                }
            }
        }
        states = std::move(next);
    }
    return states;
}

// Ties in times and in values: the values are placed time by time.
Distribution when_both_tie(std::int64_t n, const Counts& times, const Counts& values) {
    const auto most = n * (n - 1) / 2;
    Distribution nothing_placed(most);
    nothing_placed.at(0) = 1;
    States states;
    states.emplace(values, nothing_placed);
    for (const auto at_one_time : times) {
        States next;
        for (const auto& [before, orders] : states) {
            Counts gains;
            for (std::size_t group = 0; group < values.size(); ++group) {
                gains.push_back(gain(group, values, before));
            }
            for (const auto& [left, more] : place({{before, orders}}, at_one_time, gains, most)) {
                next.try_emplace(left, most).first->second.add(more, 1, 0);
            }
        }
        states = std::move(next);
    }
    return states.begin()->second;
}

}  // namespace

double kendall_exact_p(const OrderedValues& ordered, std::int64_t s) {
    const auto times = group_sizes(ordered.by_time, [](const auto& point) { return point.days; });
    const auto values = group_sizes(ordered.values, std::identity());
    const auto n = ordered.count();
    const auto distribution = ordered.time_ties.pairs == 0    ? when_one_ties(n, values)
                              : ordered.value_ties.pairs == 0 ? when_one_ties(n, times)
                                                              : when_both_tie(n, times, values);
    return distribution.share_as_far_as(s);
}

}  // namespace progress
