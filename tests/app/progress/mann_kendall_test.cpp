#include "app/progress/mann_kendall.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/distributions.h"

namespace progress::mann_kendall_test {
namespace {

using Series = std::vector<TimedValue>;

void expect_close(double actual, double expected) {
    EXPECT_NEAR(actual, expected, 1e-9 * std::abs(expected));
}

Series one_a_day(const std::vector<double>& values) {
    Series series;
    for (const double value : values)
        series.push_back({.days = static_cast<double>(series.size()), .value = value});
    return series;
}

// S of every order of the values over the times.
std::vector<std::int64_t> s_of_every_order(Series series) {
    std::vector<std::size_t> order(series.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const Series original = series;
    std::vector<std::int64_t> all;
    do {
        for (std::size_t i = 0; i < order.size(); ++i) series[i].value = original[order[i]].value;
        std::int64_t s = 0;
        for (const TimedValue& a : series)
            for (const TimedValue& b : series)
                if (a.days < b.days)
                    s += (b.value > a.value) - (b.value < a.value);
        all.push_back(s);
    } while (std::ranges::next_permutation(order).found);
    return all;
}

struct Counted {
    std::string name;
    std::vector<double> values;  // one a day
    std::int64_t s;
    double as_far;  // orders, of
    double orders;  // all
};

// Kendall's table of S without ties (Rank Correlation Methods, appendix table 1), and with ties
// counted apart.
const std::vector<Counted> counted = {
    {"three fall", {3, 2, 1}, -3, 2, 6},
    {"five fall", {9, 7, 6, 3, 1}, -10, 2, 120},
    {"eight of ten pairs rise", {1, 3, 2, 5, 4}, 6, 28, 120},
    {"ten fall", {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, -45, 2, 3628800},
    {"two grades", {3, 3, 2, 2}, -4, 2, 6},
    {"one pair ties", {20, 16, 17, 9, 9}, -7, 8, 60},
    {"one level", {2, 2, 2, 2}, 0, 1, 1},
    {"no direction", {1, 3, 1}, 0, 1, 1},
};

TEST(MannKendall, OfUpToTenValuesIsExact) {
    for (const auto& [name, values, s, as_far, orders] : counted) {
        SCOPED_TRACE(name);
        const auto found = mann_kendall(in_order(one_a_day(values)));
        EXPECT_TRUE(found.exact);
        EXPECT_EQ(found.s, s);
        expect_close(found.p, as_far / orders);
    }
}

TEST(MannKendall, OfThreeValuesNeverProvesATrend) {
    expect_close(mann_kendall(in_order(one_a_day({9, 5, 1}))).p, 1.0 / 3);
}

TEST(MannKendall, OfMoreValuesIsNormal) {
    const auto found = mann_kendall(in_order(one_a_day({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})));
    EXPECT_FALSE(found.exact);
    expect_close(found.z, 54 / std::sqrt(165.0));
    EXPECT_EQ(found.p, normal_two_sided_p(found.z));
}

TEST(MannKendall, VarianceIsThatOfSOverEveryOrderOfTheValues) {
    // Two photos at one moment, and tied values: the case in which shorter formulas differ.
    const Series series = {{0, 1}, {1, 1}, {1, 1}, {1, 2}, {2, 3}, {3, 3}};
    const auto all = s_of_every_order(series);
    double sum = 0;
    double squares = 0;
    for (const auto s : all) {
        sum += static_cast<double>(s);
        squares += static_cast<double>(s * s);
    }
    EXPECT_EQ(sum, 0);
    expect_close(mann_kendall(in_order(series)).var, squares / static_cast<double>(all.size()));
}

RC_GTEST_PROP(MannKendall, IsTheShareOfOrdersWithSAsFarFromZero, ()) {
    const int n = *rc::gen::inRange(1, 8);
    Series series;
    for (int i = 0; i < n; ++i)  // few times and few values: ties in both, in one, or in none
        series.push_back({.days = static_cast<double>(*rc::gen::inRange(0, 10)),
                          .value = static_cast<double>(*rc::gen::inRange(0, 10))});
    const auto found = mann_kendall(in_order(series));
    const auto all = s_of_every_order(series);
    const auto as_far = std::ranges::count_if(
        all, [&](std::int64_t s) { return std::abs(s) >= std::abs(found.s); });
    RC_ASSERT(found.exact);
    RC_ASSERT(std::abs(found.p - static_cast<double>(as_far) / static_cast<double>(all.size())) <
              1e-12);
}

}  // namespace
}  // namespace progress::mann_kendall_test
