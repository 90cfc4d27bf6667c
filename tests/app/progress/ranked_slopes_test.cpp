#include "app/progress/ranked_slopes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/mann_kendall.h"
#include "app/progress/ordered_values.h"

namespace progress::ranked_slopes_test {
namespace {

using Series = std::vector<TimedValue>;

// Every slope, one by one: what the selection is held against.
std::vector<double> all_slopes(const Series& by_time) {
    std::vector<double> slopes;
    for (std::size_t i = 0; i < by_time.size(); ++i) {
        for (std::size_t j = i + 1; j < by_time.size(); ++j) {
            if (by_time[j].days != by_time[i].days) {
                slopes.push_back((by_time[j].value - by_time[i].value) /
                                 (by_time[j].days - by_time[i].days));
            }
        }
    }
    std::ranges::sort(slopes);
    return slopes;
}

std::int64_t rises_minus_falls(const Series& by_time) {
    std::int64_t s = 0;
    for (std::size_t i = 0; i < by_time.size(); ++i) {
        for (std::size_t j = i + 1; j < by_time.size(); ++j) {
            if (by_time[j].days != by_time[i].days) {
                s += (by_time[j].value > by_time[i].value) - (by_time[j].value < by_time[i].value);
            }
        }
    }
    return s;
}

std::vector<std::int64_t> some_ranks(std::int64_t count) {
    std::vector<std::int64_t> ranks{0, count / 3, (count - 1) / 2, count / 2, count - 1};
    std::ranges::sort(ranks);
    return ranks;
}

void expect_as_one_by_one(const Series& points) {
    const auto ordered = in_order(points);
    const auto slopes = all_slopes(ordered.by_time);
    EXPECT_EQ(mann_kendall(ordered).s, rises_minus_falls(ordered.by_time));
    if (slopes.empty()) {
        return;
    }
    const auto ranks = some_ranks(std::ssize(slopes));
    const auto found = slopes_at(ordered.by_time, ranks);
    ASSERT_EQ(found.size(), ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        EXPECT_EQ(found[i], slopes[static_cast<std::size_t>(ranks[i])]) << "rank " << ranks[i];
    }
}

// `size` points on so many different days and values (quarters); few of either make ties.
Series drawn(std::size_t size, int days, int quarters, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> day(0, days - 1);
    std::uniform_int_distribution<int> quarter(0, quarters - 1);
    Series series(size);
    for (auto& point : series) {
        point = {.days = static_cast<double>(day(random)), .value = quarter(random) / 4.0 - 3};
    }
    return series;
}

RC_GTEST_PROP(RankedSlopes,
              OfFewPointsAreThoseOfASortedList,
              (const std::vector<std::pair<std::uint8_t, std::int8_t>>& pairs)) {
    Series series;
    for (const auto& [day, quarters] : pairs) {
        series.push_back({.days = static_cast<double>(day), .value = quarters / 4.0});
    }
    RC_PRE(series.size() > 1U);
    expect_as_one_by_one(series);
}

RC_GTEST_PROP(RankedSlopes, OfManyPointsAreThoseOfASortedList, ()) {
    const auto size = *rc::gen::inRange<std::size_t>(300, 800);
    const auto days = *rc::gen::element(2, 5, 40, 1000, 100'000);
    const auto quarters = *rc::gen::element(1, 2, 5, 400, 1'000'000);
    expect_as_one_by_one(drawn(size, days, quarters, *rc::gen::arbitrary<std::uint32_t>()));
}

TEST(RankedSlopes, OfAStraightLineAreAllTheSame) {
    for (const double slope : {0.0, 1.0, -0.75, 1.0 / 4096}) {
        Series line;
        for (int day = 0; day < 700; ++day) {
            line.push_back({.days = static_cast<double>(day), .value = slope * day});
        }
        expect_as_one_by_one(line);
    }
}

TEST(RankedSlopes, OfDecimalsDifferFromASortedListByRoundingOnly) {
    auto series = drawn(600, 2000, 400, 7);
    for (auto& point : series) {
        point.value = std::round(point.value * 10) / 10 * 1.1;
    }
    const auto by_time = in_order(series).by_time;
    const auto slopes = all_slopes(by_time);
    const auto ranks = some_ranks(std::ssize(slopes));
    const auto found = slopes_at(by_time, ranks);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const double due = slopes[static_cast<std::size_t>(ranks[i])];
        EXPECT_NEAR(found[i], due, 4e-16 * std::abs(due));
    }
}

TEST(RankedSlopes, OfTheLargestAndSmallestNumbersAreFinite) {
    auto series = drawn(500, 1000, 1000, 3);
    for (std::size_t i = 0; i < series.size(); ++i) {
        series[i].value *= i % 2 == 0 ? 1e98 : 1e-98;
        series[i].days *= i % 3 == 0 ? 1e97 : 1e-97;
    }
    const auto by_time = in_order(series).by_time;
    const auto count = std::ssize(all_slopes(by_time));
    for (const double slope : slopes_at(by_time, some_ranks(count))) {
        EXPECT_FALSE(std::isnan(slope));
    }
}

// What every pair of would fill the memory.
TEST(RankedSlopes, OfManyThousandPointsNeedNoListOfAllPairs) {
    constexpr std::int64_t size = 60'000;
    Series line;
    for (std::int64_t day = 0; day < size; ++day) {
        line.push_back({.days = static_cast<double>(day), .value = static_cast<double>(day / 2)});
    }
    constexpr std::int64_t count = size * (size - 1) / 2;
    EXPECT_EQ(slopes_at(line, some_ranks(count)), (std::vector<double>{0, 0.5, 0.5, 0.5, 1}));
}

}  // namespace
}  // namespace progress::ranked_slopes_test
