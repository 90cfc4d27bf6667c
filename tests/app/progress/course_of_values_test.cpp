#include "app/progress/course_of_values.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/course_progress.h"
#include "tests/app/progress/example_history.h"

namespace progress::course_of_values_test {
namespace {

using Values = std::vector<std::pair<std::string, double>>;

Series series(std::string_view code, const Values& values, const char* session = nullptr) {
    ExampleHistory example;
    if (session) {
        example.session(session);
    }
    for (const auto& [at, value] : values) {
        example.score(code, at, value);
    }
    const auto history = example.history();
    return series_of(history, treatment_began(history)).at(0);
}

// A month apart.
bool stands_alone(std::string_view code, const std::vector<double>& values) {
    Values dated;
    for (std::size_t i = 0; i < values.size(); ++i) {
        dated.emplace_back(day("2026-01-05").plus_months(static_cast<int>(i)).text(), values[i]);
    }
    return series(code, dated).against_trend;
}

TEST(AgainstTrend, IsTheLastValueThatTurnsBeyondNoise) {
    EXPECT_TRUE(stands_alone("goodman_baron_score", {24, 22, 20, 18, 30}));
    EXPECT_TRUE(stands_alone("goodman_baron_score", {24, 22, 20, 25}));
    EXPECT_FALSE(stands_alone("goodman_baron_score", {24, 22, 20, 24})) << "within the noise of 4";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {24, 22, 30})) << "two are no course";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {24, 22, 20, 10})) << "further the same way";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {24, 22, 23, 18, 30}))
        << "they went both ways";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {20, 20, 20, 30})) << "they went nowhere";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {20, 30, 28, 26, 40})) << "the first step too";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {20, 24, 22, 30, 15}));
    EXPECT_FALSE(stands_alone("goodman_baron_score", {20, 20, 20, 10}));
    EXPECT_TRUE(stands_alone("goodman_baron_score", {24, 24, 20, 30})) << "some may stay";
    EXPECT_TRUE(stands_alone("goodman_baron_score", {18, 20, 24, 12})) << "rising, and now low";
    EXPECT_FALSE(stands_alone("goodman_baron_score", {18, 20, 24, 40}));
}

TEST(AgainstTrend, IsNoFurtherStepTheSameWayHoweverSmall) {
    ExampleHistory example;
    example.study("gags", 0.5, 0.5);
    for (const auto& [at, value] :
         Values{{"2026-01-05", 24}, {"2026-02-05", 22}, {"2026-03-05", 20}, {"2026-04-05", 19.2}}) {
        example.score("gags", at, value);
    }
    EXPECT_FALSE(series_of(example.history(), std::nullopt).at(0).against_trend);
}

TEST(AgainstTrend, HoldsWhereHigherIsBetterAndNotWithoutABetterWayOrNoise) {
    ExampleHistory example;
    example.study("hydration", 5, 5);
    for (const auto& [at, value] :
         Values{{"2026-01-05", 20}, {"2026-02-05", 30}, {"2026-03-05", 40}, {"2026-04-05", 25}}) {
        example.score("hydration", at, value);
    }
    EXPECT_TRUE(series_of(example.history(), std::nullopt).at(0).against_trend);
    EXPECT_FALSE(stands_alone("tewl", {30, 20, 10, 40})) << "no noise is known";
    EXPECT_FALSE(stands_alone("sebum", {30, 20, 10, 40})) << "neither way is better";
    EXPECT_FALSE(stands_alone("gais", {4, 3, 2, 5})) << "statements";
}

// 25 each January and 15 each July.
Values seasons(double third_july = 15, double second_july = 15) {
    return {{"2023-01-05", 25},
            {"2023-07-05", third_july},
            {"2024-01-05", 25},
            {"2024-07-05", second_july},
            {"2025-01-05", 25},
            {"2025-07-05", 15},
            {"2026-01-05", 25},
            {"2026-07-05", 15}};
}

TEST(SameSeason, IsThatOfAtLeastTwoEarlierYearsAndAllAlike) {
    const auto found = series("gags", seasons(), "2026-01-10").same_season;
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->month, 7);
    ASSERT_EQ(found->values.size(), 3U);
    EXPECT_TRUE(series("gags", seasons(10, 20), "2026-01-10").same_season.has_value())
        << "as much as the noise";
    EXPECT_FALSE(series("gags", seasons(9), "2026-01-10").same_season.has_value());
    EXPECT_FALSE(series("gags", seasons(21), "2026-01-10").same_season.has_value());
    EXPECT_FALSE(
        series("gags", {{"2025-07-05", 15}, {"2026-01-05", 25}, {"2026-07-05", 15}}, "2026-01-10")
            .same_season.has_value())
        << "one year is none";
    EXPECT_FALSE(
        series("gags",
               {{"2024-07-05", 15}, {"2025-07-05", 15}, {"2026-01-05", 25}, {"2026-07-05", 21}},
               "2026-01-10")
            .same_season.has_value())
        << "no improvement, nothing to explain";
}

TEST(SameSeason, ReachesFortyFiveDaysEitherWay) {
    const auto found = [](const char* first, const char* second) {
        return series("gags",
                      {{first, 15}, {second, 15}, {"2026-01-05", 25}, {"2026-07-05", 15}},
                      "2026-01-10")
            .same_season.has_value();
    };
    EXPECT_TRUE(found("2024-05-21", "2025-07-05"));   // 45 days before
    EXPECT_FALSE(found("2024-05-20", "2025-07-05"));  // 46
    EXPECT_TRUE(found("2024-08-19", "2025-07-05"));   // 45 days after
    EXPECT_FALSE(found("2024-08-20", "2025-07-05"));
    EXPECT_FALSE(found("2025-06-20", "2025-07-05")) << "both of one year";
}

TEST(SameSeason, KnowsTheYearsLongBack) {
    EXPECT_TRUE(
        series("gags",
               {{"2017-07-05", 15}, {"2018-07-05", 15}, {"2026-01-05", 25}, {"2026-07-05", 15}},
               "2026-01-10")
            .same_season.has_value());
}

TEST(SameSeason, TakesTheValueOfAYearNearestToTheDay) {
    const auto found = series("gags",
                              {{"2024-07-05", 15},
                               {"2025-06-01", 40},
                               {"2025-07-01", 16},
                               {"2025-08-01", 40},
                               {"2026-01-05", 25},
                               {"2026-07-05", 15}},
                              "2026-01-10")
                           .same_season;
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->values,
              (std::vector<DatedValue>{{moment("2024-07-05"), 15}, {moment("2025-07-01"), 16}}));
}

TEST(SameSeason, LooksAtNothingSinceTheBaselineAndAtNoPartOfAFace) {
    EXPECT_FALSE(
        series("gags",
               {{"2023-01-05", 25}, {"2024-07-05", 15}, {"2025-07-05", 15}, {"2026-07-05", 15}},
               "2023-01-10")
            .same_season.has_value())
        << "those are of the treatment";
    ExampleHistory example;
    example.session("2026-01-10");
    for (const auto& [at, places] : {std::pair("2024-07-05", "nose=1"),
                                     {"2025-07-05", "nose=1"},
                                     {"2026-01-05", "nose=40,rest"},
                                     {"2026-07-05", "nose=1,rest"}}) {
        example.count("lesions_total", at, places);
    }
    const auto history = example.history();
    EXPECT_FALSE(series_of(history, treatment_began(history)).at(0).same_season.has_value());
}

}  // namespace
}  // namespace progress::course_of_values_test
