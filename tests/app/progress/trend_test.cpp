#include "app/progress/trend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::trend_test {
namespace {

using Series = std::vector<TimedValue>;

void expect_close(std::optional<double> actual, double expected) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, 1e-9 * std::abs(expected));
}

struct PublishedCase {
    std::string name;
    Series series;
    Trend expected;
};

Series series_of(const std::vector<double>& days, const std::vector<double>& values) {
    Series series;
    for (std::size_t i = 0; i < days.size(); ++i)
        series.push_back({.days = days[i], .value = values.at(i)});
    return series;
}

// Whole days and quarters, as scales have: sums and differences are exact, so laws can be held to
// the last bit.
Series days_and_quarters(const std::vector<std::pair<int, int>>& pairs) {
    Series series;
    for (const auto& [day, quarters] : pairs)
        series.push_back({.days = static_cast<double>(day), .value = quarters / 4.0});
    return series;
}

Series any_series() {
    const auto pairs = rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 60)));
    return days_and_quarters(*rc::gen::suchThat(
        pairs, [](const auto& some) { return trend(days_and_quarters(some)).has_value(); }));
}

Series with_values(Series series, auto change) {
    for (TimedValue& point : series) point.value = change(point.value);
    return series;
}

const std::vector<PublishedCase> published_cases = {
    // R datasets::women, inches and pounds; numbers of the reference vectors,
    // 18_statistics_vectors/trend.csv.
    {.name = "women",
     .series =
         series_of({58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72},
                   {115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164}),
     .expected = {.slope_per_day = 3.375,
                  .intercept = -84.375,
                  .low95 = 3.125,
                  .high95 = 3.66666666667,
                  .kendall_tau_b = 1,
                  .mann_kendall =
                      {.s = 105, .var = 408.333333333, .z = 5.14666525678, .p = 2.6515787526e-07},
                  .least_squares = {.slope_per_day = 3.45,
                                    .intercept = -87.5166666667,
                                    .r = 0.995494767784,
                                    .p = 1.0909729586e-14}}},
    // PASI by week of SUBJECT 011, VIS-SIG Wonderful Wednesdays 2021-04-14 (CC0); numbers of the
    // same file.
    {.name = "PASI of subject 011",
     .series = series_of({0, 1, 4, 8, 16, 24, 32, 40, 52},
                         {24.4, 16.1, 10.9, 10.3, 4.0, 4.2, 4.0, 4.0, 3.8}),
     .expected = {.slope_per_day = -0.286378205128,
                  .intercept = 8.78205128205,
                  .low95 = -0.7875,
                  .high95 = -0.0166666666667,
                  .kendall_tau_b = -0.899401222438,
                  .mann_kendall = {.s = -31,
                                   .var = 88.3333333333,
                                   .z = -3.19197105959,
                                   .p = 84.0 / 362880,
                                   .exact = true},
                  .least_squares = {.slope_per_day = -0.295024154589,
                                    .intercept = 14.8799194847,
                                    .r = -0.758190327037,
                                    .p = 0.0179030967825}}},
    // The worked example of docs/statistics.md.
    {.name = "marks",
     .series = series_of({0, 28, 56, 84, 112}, {20, 16, 17, 9, 9}),
     .expected = {.slope_per_day = -0.111607142857,
                  .intercept = 22.25,
                  .low95 = -0.285714285714,
                  .high95 = 0.0357142857143,
                  .kendall_tau_b = -0.737864787373,
                  .mann_kendall = {.s = -7,
                                   .var = 15.6666666667,
                                   .z = -1.51587345792,
                                   .p = 16.0 / 120,
                                   .exact = true},
                  .least_squares = {.slope_per_day = -0.103571428571,
                                    .intercept = 20,
                                    .r = -0.922612906315,
                                    .p = 0.0255405397575}}},
};

TEST(Trend, AgreesWithPublishedSeries) {
    for (const auto& [name, series, expected] : published_cases) {
        SCOPED_TRACE(name);
        const auto actual = trend(series);
        ASSERT_TRUE(actual.has_value());
        expect_close(actual->slope_per_day, expected.slope_per_day);
        expect_close(actual->intercept, expected.intercept);
        expect_close(actual->low95, expected.low95.value());
        expect_close(actual->high95, expected.high95.value());
        expect_close(actual->kendall_tau_b, expected.kendall_tau_b.value());
        EXPECT_EQ(actual->mann_kendall.s, expected.mann_kendall.s);
        expect_close(actual->mann_kendall.var, expected.mann_kendall.var);
        expect_close(actual->mann_kendall.z, expected.mann_kendall.z);
        expect_close(actual->mann_kendall.p, expected.mann_kendall.p);
        EXPECT_EQ(actual->mann_kendall.exact, expected.mann_kendall.exact);
        expect_close(actual->least_squares.slope_per_day, expected.least_squares.slope_per_day);
        expect_close(actual->least_squares.intercept, expected.least_squares.intercept);
        expect_close(actual->least_squares.r, expected.least_squares.r);
        expect_close(actual->least_squares.p, expected.least_squares.p);
    }
}

TEST(Trend, IsWithheldWhenThereIsTooLittleToSay) {
    const double infinite = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Series> too_little = {
        {},
        {{0, 1}},
        {{0, 12}, {30, 9}},
        {{5, 1}, {5, 2}, {5, 3}, {5, 4}},
        {{0, 1}, {1, nan}, {2, 3}},
        {{0, 1}, {infinite, 2}, {2, 3}},
        {{0, -1e300}, {1, 1e300}, {2, 0}},
        {{0, 0}, {1e-320, 1e99}, {0, 5}},
    };
    for (const Series& series : too_little) {
        SCOPED_TRACE(testing::PrintToString(series.size()));
        EXPECT_FALSE(trend(series).has_value());
    }
}

TEST(Trend, OfEqualValuesIsFlatAndHasNoCorrelation) {
    // 0.1 has no exact double: a mean of its copies must not look like variation.
    const auto flat = trend(Series{{0, 0.1}, {1, 0.1}, {2, 0.1}, {3, 0.1}, {4, 0.1}});
    ASSERT_TRUE(flat.has_value());
    EXPECT_EQ(*flat,
              (Trend{.slope_per_day = 0,
                     .intercept = 0.1,
                     .low95 = 0,
                     .high95 = 0,
                     .kendall_tau_b = std::nullopt,
                     .mann_kendall = {.s = 0, .var = 0, .z = 0, .p = 1, .exact = true},
                     .least_squares = {.slope_per_day = 0, .intercept = 0.1, .r = 0, .p = 1}}));
}

TEST(Trend, HasNoBoundsWhenTiesMakeTheirVarianceNegative) {
    const auto tied = trend(Series{{0, 4}, {0, 4}, {7, 4}});
    ASSERT_TRUE(tied.has_value());
    EXPECT_EQ(tied->slope_per_day, 0);
    EXPECT_FALSE(tied->low95.has_value());
    EXPECT_FALSE(tied->high95.has_value());
    EXPECT_EQ(tied->mann_kendall, MannKendall{.exact = true});
}

TEST(Trend, OfAnExactLineIsCertain) {
    const auto line = trend(Series{{0, 10}, {2, 9}, {4, 8}, {8, 6}});
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(line->slope_per_day, -0.5);
    EXPECT_EQ(line->kendall_tau_b, -1);
    EXPECT_EQ(line->least_squares.r, -1);
    EXPECT_EQ(line->least_squares.p, 0);
}

TEST(LeastSquares, OfTwoPointsIsTheLineThroughThem) {
    const auto line = least_squares(Series{{0, 12}, {30, 9}});
    ASSERT_TRUE(line.has_value());
    expect_close(line->slope_per_day, -0.1);
    EXPECT_EQ(line->r, -1);
    EXPECT_EQ(line->p, 0);
}

RC_GTEST_PROP(TrendLaw, ShiftingTheValuesShiftsTheInterceptAlone, ()) {
    const Series series = any_series();
    const int shift = *rc::gen::inRange(-1'000'000'000, 1'000'000'000);
    auto expected = trend(series).value();
    auto shifted = trend(with_values(series, [&](double value) { return value + shift; })).value();
    RC_ASSERT(std::abs(shifted.intercept - expected.intercept - shift) < 1e-5);
    RC_ASSERT(std::abs(shifted.least_squares.intercept - expected.least_squares.intercept - shift) <
              1e-5);
    shifted.intercept = expected.intercept;
    shifted.least_squares.intercept = expected.least_squares.intercept;
    RC_ASSERT(shifted == expected);
}

RC_GTEST_PROP(TrendLaw, ReversingTheSignOfTheValuesReversesTheTrend, ()) {
    const Series series = any_series();
    const auto there = trend(series).value();
    const auto back = trend(with_values(series, [](double value) { return -value; })).value();
    RC_ASSERT(back.slope_per_day == -there.slope_per_day);
    RC_ASSERT(back.mann_kendall.s == -there.mann_kendall.s);
    RC_ASSERT(back.mann_kendall.p == there.mann_kendall.p);
    RC_ASSERT(back.kendall_tau_b.value_or(0) == -there.kendall_tau_b.value_or(0));
    // Sums over points at one time run in the other order, so the last bits may differ.
    RC_ASSERT(std::abs(back.least_squares.slope_per_day + there.least_squares.slope_per_day) <
              1e-9);
    RC_ASSERT(std::abs(back.least_squares.p - there.least_squares.p) < 1e-9);
}

RC_GTEST_PROP(TrendLaw, SlopeLiesWithinItsBounds, ()) {
    const auto result = trend(any_series()).value();
    RC_ASSERT(result.low95.has_value() == result.high95.has_value());
    RC_ASSERT(result.low95.value_or(result.slope_per_day) <= result.slope_per_day);
    RC_ASSERT(result.high95.value_or(result.slope_per_day) >= result.slope_per_day);
}

RC_GTEST_PROP(TrendLaw, OrderOfTheInputDoesNotMatter, ()) {
    const Series series = any_series();
    Series reversed = series;
    std::ranges::reverse(reversed);
    RC_ASSERT(trend(reversed) == trend(series));
}

RC_GTEST_PROP(TrendLaw,
              NoNumberIsEverNanOrInfinite,
              (const std::vector<std::pair<double, double>>& pairs)) {
    Series series;
    for (const auto& [days, value] : pairs) series.push_back({.days = days, .value = value});
    const auto result = trend(series);
    if (!result)
        return;
    const LeastSquares& line = result->least_squares;
    for (const auto number : {result->low95,
                              result->high95,
                              result->kendall_tau_b,
                              std::optional(line.r),
                              std::optional(line.p)})
        RC_ASSERT(std::isfinite(number.value_or(0)));
    for (const double number : {result->slope_per_day,
                                result->intercept,
                                result->mann_kendall.var,
                                result->mann_kendall.z,
                                result->mann_kendall.p,
                                line.slope_per_day,
                                line.intercept})
        RC_ASSERT(std::isfinite(number));
    RC_ASSERT(result->mann_kendall.var >= 0);
}

}  // namespace
}  // namespace progress::trend_test
