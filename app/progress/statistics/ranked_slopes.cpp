#include "app/progress/statistics/ranked_slopes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

#include "app/progress/statistics/double_order.h"
#include "app/progress/statistics/inversions.h"

namespace progress {

namespace {

using Indexes = std::vector<std::uint32_t>;

// Turned by a slope, value - slope * days, points come into another order: two have changed places
// when the slope between them is less. Exact to twice the digits of a double.
struct Turned {
    double high = 0;
    double low = 0;
    std::uint32_t index = 0;  // by time

    auto key() const { return std::pair(high, low); }
};

// The exact sum as the nearest double and the rest.
std::pair<double, double> exact_sum(double a, double b) {
    const double sum = a + b;
    const double part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

// By the lower edge of what rounds to the slope, so that slopes are counted as the doubles they are
// given out as.
Turned turned(const TimedValue& point, double slope) {
    const double half_step = (slope - std::nextafter(slope, -HUGE_VAL)) / 2;
    const double product = slope * point.days;
    const auto [sum, rest] = exact_sum(point.value, -product);
    if (!std::isfinite(sum)) {
        return {.high = sum};
    }
    const double product_rest = std::fma(slope, point.days, -product);
    const auto [high, low] = exact_sum(sum, (rest - product_rest) + half_step * point.days);
    return {.high = high, .low = low};
}

// Points in the order that a slope turns them into.
struct Edge {
    double slope = 0;
    Indexes order;  // equal ones by time
    Indexes rank;   // of each point by time; equal ones have one
};

// The slopes from one edge on and below another.
struct Range {
    Edge low;
    Edge high;
    std::int64_t below = 0;  // slopes less than the low edge
    std::int64_t count = 0;
};

// The next double, zero to the smallest normal one: steps between those below vanish in `turned`.
double next_slope(double slope) {
    return slope == 0 ? std::numeric_limits<double>::min() : std::nextafter(slope, HUGE_VAL);
}

class Selection {
  public:
    Selection(std::span<const TimedValue> by_time, std::span<const std::int64_t> ranks)
        : points_(by_time), ranks_(ranks) {
        found_.reserve(ranks.size());
    }

    std::vector<double> find() {
        Range all{.low = {.slope = -HUGE_VAL}, .high = last_edge()};
        all.low.order.resize(points_.size());
        std::iota(all.low.order.begin(), all.low.order.end(), 0U);
        all.count = count(all.low, all.high);
        find_in(all);
        return std::move(found_);
    }

  private:
    // Turned by more than any slope: the latest point first, those of one time alike.
    Edge last_edge() const {
        Edge edge{.slope = HUGE_VAL};
        edge.rank.resize(points_.size());
        for (std::size_t i = points_.size() - 1; i-- > 0;) {
            edge.rank[i] = edge.rank[i + 1] + (points_[i].days != points_[i + 1].days ? 1 : 0);
        }
        return edge;
    }

    Edge edge_at(double slope) const {
        std::vector<Turned> list;
        list.reserve(points_.size());
        for (std::size_t i = 0; i < points_.size(); ++i) {
            list.push_back(turned(points_[i], slope));
            list.back().index = static_cast<std::uint32_t>(i);
        }
        std::sort(list.begin(), list.end(), [](const Turned& a, const Turned& b) {
            return a.high != b.high ? a.high < b.high
                   : a.low != b.low ? a.low < b.low
                                    : a.index < b.index;
        });
        Edge edge{.slope = slope, .order = {}, .rank = Indexes(list.size())};
        edge.order.reserve(list.size());
        std::uint32_t rank = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            rank += i > 0 && list[i].key() != list[i - 1].key() ? 1 : 0;
            edge.order.push_back(list[i].index);
            edge.rank[list[i].index] = rank;
        }
        return edge;
    }

    static auto rank_by(const Edge& edge) {
        return [&edge](std::uint32_t index) { return edge.rank[index]; };
    }

    static std::int64_t count(const Edge& low, const Edge& high) {
        return count_inversions(low.order, rank_by(high));
    }

    double slope(std::uint32_t from, std::uint32_t to) const {
        return (points_[to].value - points_[from].value) / (points_[to].days - points_[from].days);
    }

    std::vector<double> all_in(const Range& range) const {
        std::vector<double> slopes;
        slopes.reserve(static_cast<std::size_t>(range.count));
        for_each_inversion(
            range.low.order, rank_by(range.high), [&](auto earlier, std::uint32_t later) {
                for (const auto each : earlier) {
                    slopes.push_back(slope(each, later));
                }
            });
        return slopes;
    }

    // As many slopes of the range as there are points, by chance, sorted.
    std::vector<double> sample_of(const Range& range) {
        std::uniform_int_distribution<std::int64_t> any(0, range.count - 1);
        std::vector<std::int64_t> chosen(points_.size());
        std::generate(chosen.begin(), chosen.end(), [&] { return any(random_); });
        std::sort(chosen.begin(), chosen.end());
        std::vector<double> slopes;
        auto next = chosen.begin();
        std::int64_t seen = 0;
        for_each_inversion(
            range.low.order, rank_by(range.high), [&](auto earlier, std::uint32_t later) {
                for (; next != chosen.end() && *next < seen + std::ssize(earlier); ++next) {
                    slopes.push_back(slope(earlier[static_cast<std::size_t>(*next - seen)], later));
                }
                seen += std::ssize(earlier);
            });
        std::sort(slopes.begin(), slopes.end());
        return slopes;
    }

    // Two slopes that the one at this rank is very likely between, the second not among them.
    std::pair<double, double> around(const Range& range, std::int64_t rank) {
        const auto sample = sample_of(range);
        const auto size = static_cast<double>(sample.size());
        const double middle =
            size * static_cast<double>(rank - range.below) / static_cast<double>(range.count);
        const double margin = 1.5 * std::sqrt(size);  // three standard deviations
        const auto at = [&](double place) {
            return sample[static_cast<std::size_t>(std::clamp(place, 0.0, size - 1))];
        };
        const double low = at(middle - margin);
        const double high = next_slope(at(middle + margin));
        if (is_inside(range, low) || is_inside(range, high)) {
            return {low, high};
        }
        // The sample narrows the range no further: it is halved.
        return {low, halfway(range.low.slope, range.high.slope)};
    }

    static bool is_inside(const Range& range, double slope) {
        return slope > range.low.slope && slope < range.high.slope;
    }

    static bool is_one_slope(const Range& range) {
        return next_slope(range.low.slope) >= range.high.slope;
    }

    bool has_rank_in(const Range& range) const {
        return found_.size() < ranks_.size() && ranks_[found_.size()] < range.below + range.count;
    }

    // Adds to what was found the slopes at all ranks within the range.
    void find_in(const Range& range) {
        const auto few = std::max<std::int64_t>(8 * std::ssize(points_), 1000);
        if (range.count <= few) {
            auto slopes = all_in(range);
            while (has_rank_in(range)) {
                const auto place = slopes.begin() + (ranks_[found_.size()] - range.below);
                std::nth_element(slopes.begin(), place, slopes.end());
                found_.push_back(*place);
            }
        } else if (is_one_slope(range)) {
            while (has_rank_in(range)) {
                found_.push_back(range.low.slope);
            }
        } else {
            narrow(range);
        }
    }

    void narrow(const Range& range) {
        const auto [low, high] = around(range, ranks_[found_.size()]);
        auto rest = range;
        for (const double slope : {low, high}) {
            if (is_inside(rest, slope) && has_rank_in(range)) {
                auto edge = edge_at(slope);
                Range part{.low = std::move(rest.low), .high = edge, .below = rest.below};
                part.count = count(part.low, part.high);
                rest.low = std::move(edge);
                rest.below += part.count;
                rest.count -= part.count;
                if (has_rank_in(part)) {
                    find_in(part);
                }
            }
        }
        if (has_rank_in(rest)) {
            find_in(rest);
        }
    }

    std::span<const TimedValue> points_;
    std::span<const std::int64_t> ranks_;
    std::vector<double> found_;
    std::mt19937_64 random_{1};  // the same every time; what is found does not depend on it
};

}  // namespace

std::vector<double> slopes_at(std::span<const TimedValue> by_time,
                              std::span<const std::int64_t> ranks) {
    return Selection(by_time, ranks).find();
}

}  // namespace progress
