#include "app/progress/series.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/types/error.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/example_series.h"

namespace progress::series_test {
namespace {

struct BaselineCase {
    std::string name;
    std::vector<std::string> sessions;
    TimedValues values;
    double expected;
};

TEST(Series, TakesTheMedianOnAndBeforeTheFirstSessionAsBaseline) {
    const std::vector<BaselineCase> cases = {
        {"no session: the first value", {}, {{"2026-01-01", 1}, {"2026-02-01", 2}}, 1},
        {"the day before",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-04", 2}, {"2026-02-01", 3}},
         1.5},
        {"the same day, no clock",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-05", 2}, {"2026-01-06", 3}},
         1.5},
        {"a day, the session at ten",
         {"2026-01-05T10:00"},
         {{"2026-01-01", 1}, {"2026-01-05", 2}},
         1.5},
        {"at noon, the session on that day",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-05T12:00", 2}},
         1.5},
        {"at nine, the session at ten",
         {"2026-01-05T10:00"},
         {{"2026-01-01", 1}, {"2026-01-05T09:00", 2}},
         1.5},
        {"older than ninety days",
         {"2026-01-05"},
         {{"2025-10-06", 1}, {"2026-01-05", 2}, {"2026-02-05", 3}},
         2},
        {"at noon, the session at ten",
         {"2026-01-05T10:00"},
         {{"2026-01-01", 1}, {"2026-01-05T12:00", 2}},
         1},
        {"all after it: the first value",
         {"2026-01-05"},
         {{"2026-01-06", 1}, {"2026-02-01", 2}},
         1},
        {"the second session does not matter",
         {"2026-01-05", "2026-02-02"},
         {{"2026-01-05", 1}, {"2026-02-02", 2}},
         1},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        EXPECT_EQ(gags(each.values, each.sessions).baseline.value, each.expected);
    }
}

TEST(Series, BeginsAnewWithTheNextCourse) {
    ExampleHistory example;
    example.course("2025-01-05", 2, "4w");
    example.session("2025-01-05");
    example.score("gags", "2025-01-05", 30);
    example.score("gags", "2026-01-05", 20);
    example.score("gags", "2026-02-05", 18);
    EXPECT_EQ(only_series(example).baseline.value, 30);
    example.course("2026-01-05", 2, "4w");
    EXPECT_EQ(only_series(example).baseline.value, 30) << "planned, not begun";
    example.session("2026-01-05");
    EXPECT_EQ(only_series(example).baseline.value, 20);
}

TEST(Series, OfAFormForGrownUpsHasNeitherBandNorResponderInAChild) {
    ExampleHistory example;
    example.score("dlqi", "2026-01-05", 12);
    example.score("dlqi", "2026-02-05", 7);
    example.patient().born = schema::Date::read("2010-02-05");
    EXPECT_EQ(only_series(example).band->name, "moderate");
    EXPECT_EQ(only_series(example).responder, true);
    example.patient().born = schema::Date::read("2010-02-06");
    EXPECT_EQ(only_series(example).band, std::nullopt);
    EXPECT_EQ(only_series(example).responder, std::nullopt);
}

struct AfterCase {
    std::string at;
    int expected;
};

TEST(Series, CountsTheSessionsBeforeEachValue) {
    const std::vector<AfterCase> cases = {
        {"2026-01-04", 0},
        {"2026-01-05", 0},
        {"2026-01-05T11:00", 0},  // the second session of that day has no clock
        {"2026-01-06", 2},
        {"2026-02-02", 2},
        {"2026-02-02T09:59", 2},
        {"2026-02-02T10:00", 2},
        {"2026-02-02T10:01", 3},
        {"2026-02-03", 3},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.at);
        ExampleHistory example;
        example.session("2026-01-05");
        example.course("2026-01-05", 2, "4w");
        example.session("2026-01-05");
        example.session("2026-02-02T10:00");
        example.score("gags", each.at, 1);
        EXPECT_EQ(only_series(example).points.back().after_sessions, each.expected);
    }
}

TEST(Series, CountsAClockedSessionBesideOneWithoutClock) {
    const auto series = gags({{"2026-01-05T11:00", 1}}, {"2026-01-05", "2026-01-05T10:00"});
    EXPECT_EQ(series.points.back().after_sessions, 1) << "the session without a clock may be later";
}

TEST(Series, MakesOnePointOfOneDayAndKeepsItsRatings) {
    ExampleHistory example;
    example.score("gags", "2026-02-01T09:00", 7, {}, {.rater = "Dr Saleh"});
    example.score("gags", "2026-01-01", 9);
    example.score("gags", "2026-02-01T09:00", 5);
    const auto series = only_series(example);
    ASSERT_EQ(series.points.size(), 2U);
    EXPECT_EQ(series.points[1].value, 6);
    ASSERT_EQ(series.points[1].ratings.size(), 2U);
    EXPECT_EQ(series.points[1].ratings[0].value, 7);
    EXPECT_EQ(series.points[1].ratings[0].rater, "Dr Saleh");
    EXPECT_EQ(series.points[1].ratings[1].rater, std::nullopt);
    EXPECT_EQ(series.latest.value, 6);
}

TEST(Series, HasAPointForEveryDayEvenWhereItIsNotJudged) {
    ExampleHistory example;
    example.session("2026-01-10");
    example.count("lesions_total", "2026-01-05", "nose=4,chin=2");
    example.count("lesions_total", "2026-02-05", "nose=4,rest");
    example.score("pahpi", "2026-01-12", 12);
    const auto all = all_series(example);
    EXPECT_EQ(all[0].points[0].places, (std::vector{schema::Region::nose, schema::Region::chin}));
    EXPECT_EQ(all[0].points[1].places, std::nullopt);
    EXPECT_EQ(all[0].points[1].days_too_soon, std::nullopt);
    EXPECT_EQ(all[1].points[0].days_too_soon, 2);
    EXPECT_EQ(all[1].why, Unjudged::soon_after_session);
}

TEST(Series, UsesTheClinicsAdoptedStudy) {
    ExampleHistory example;
    example.score("gags", "2026-01-01", 20);
    example.score("gags", "2026-02-01", 17);
    EXPECT_EQ(only_series(example).verdict, Verdict::unchanged);
    example.study("gags", 2, 2);
    EXPECT_EQ(only_series(example).verdict, Verdict::improved);
    EXPECT_EQ(only_series(example).noise->kind, NoiseOrigin::own);
}

TEST(Series, IsAtTheBestEndOfItsScaleOnly) {
    EXPECT_TRUE(gags({{"2026-01-01", 4}, {"2026-02-01", 0}}).is_at_best_end());
    EXPECT_FALSE(gags({{"2026-01-01", 4}, {"2026-02-01", 1}}).is_at_best_end());
    EXPECT_FALSE(gags({{"2026-01-01", 4}, {"2026-02-01", 44}}).is_at_best_end());
    const auto at = [](std::string_view code, double value) {
        ExampleHistory example;
        example.score(code, "2026-01-01", value);
        return only_series(example).is_at_best_end();
    };
    EXPECT_TRUE(at("hydration", 120));
    EXPECT_FALSE(at("hydration", 0));
    EXPECT_FALSE(at("sebum", 0)) << "neither way is better";
    EXPECT_FALSE(at("melanin_index", -999));
    EXPECT_FALSE(at("melanin_index", 0)) << "no end of the scale";
}

TEST(Series, OfAStatementHasItsWordAndNeitherBestNorTrend) {
    ExampleHistory example;
    example.score("gais", "2026-02-01", 2);
    example.score("gais", "2026-03-01", 5);
    const auto series = only_series(example);
    EXPECT_EQ(series.latest_label(), "worse");
    EXPECT_EQ(series.best, std::nullopt);
    EXPECT_EQ(series.trend, std::nullopt);
    EXPECT_EQ(gags({{"2026-01-01", 9}}).trend, std::nullopt);
}

TEST(MainSeries, AreTheWholesAndRegionsWithoutOneButNoClearTrunk) {
    ExampleHistory example;
    example.score("tewl", "2026-01-01", 9);
    example.score("tewl", "2026-01-01", 9, schema::Region::nose);
    example.score("sebum", "2026-01-01", 9, schema::Region::nose);
    example.score("trunk_lesions", "2026-01-01", 0);
    const auto mains = [&] {
        const auto all = all_series(example);
        std::vector<std::string> codes;
        for (const auto& each : all) {
            if (is_main(each, all)) {
                codes.push_back(each.code());
            }
        }
        return codes;
    };
    EXPECT_EQ(mains(), (std::vector<std::string>{"sebum@nose", "tewl"}));
    example.score("trunk_lesions", "2026-02-01", 1);
    EXPECT_EQ(mains().size(), 3U) << "no longer clear";
}

TEST(Series, TakesTheEarliestOfTheBestValues) {
    EXPECT_EQ(
        gags({{"2026-01-01", 9}, {"2026-02-01", 5}, {"2026-03-01", 5}, {"2026-04-01", 6}}).best->at,
        moment("2026-02-01"));
    ExampleHistory example;
    example.score("hydration", "2026-01-01", 40);
    example.score("hydration", "2026-02-01", 47);
    example.score("hydration", "2026-03-01", 44);
    EXPECT_EQ(only_series(example).best->value, 47);
}

TEST(Series, HasNoBestWhereNeitherWayIsBetter) {
    ExampleHistory example;
    example.score("sebum", "2026-01-01", 90);
    example.score("sebum", "2026-02-01", 120);
    const auto series = only_series(example);
    EXPECT_EQ(series.best, std::nullopt);
    EXPECT_EQ(series.verdict, Verdict::changed);
}

struct PercentCase {
    double from;
    double to;
    double expected;
};

TEST(Series, GivesThePercentagesThatArePublished) {
    // Mean grades and scores of microneedling studies before and after (clinical reference 7.3,
    // item 7), and Savitri's cases, whose whole points follow from their percentages.
    const std::vector<PercentCase> cases = {
        {11.73, 6.5, -44.59},
        {16.39, 7.78, -52.53},
        {12.65, 8.3, -34.39},
        {14, 2, -85.71},
        {15, 7, -53.33},
        {21, 8, -61.90},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.expected);
        ExampleHistory example;
        example.score("tewl", "2026-01-01", each.from);
        example.score("tewl", "2026-02-01", each.to);
        const auto series = only_series(example);
        ASSERT_TRUE(series.percent_change.has_value());
        EXPECT_NEAR(*series.percent_change, each.expected, 0.005);
    }
}

TEST(Series, HasNoPercentageOfABaselineOfZero) {
    ExampleHistory example;
    example.score("lesions_total", "2026-01-01", 0);
    example.score("lesions_total", "2026-02-01", 7);
    const auto series = only_series(example);
    EXPECT_EQ(series.change, 7);
    EXPECT_EQ(series.percent_change, std::nullopt);
    EXPECT_EQ(series.verdict, Verdict::worsened);
}

TEST(Series, ComparesWithTheVisitOfAnEarlierDay) {
    EXPECT_EQ(gags({{"2026-01-01", 9}, {"2026-02-01T09:00", 3}, {"2026-02-01T10:00", 2}})
                  .since_last_visit,
              (SinceLast{-6.5, Verdict::improved}));
    EXPECT_EQ(gags({{"2026-02-01T09:00", 5}, {"2026-02-01T10:00", 4}}).since_last_visit,
              std::nullopt);
}

TEST(Series, SaysThatOneValueIsNotEnough) {
    const auto one = gags({{"2026-01-01", 9}});
    EXPECT_EQ(one.verdict, Verdict::not_enough_data);
    EXPECT_EQ(one.why, Unjudged::one_visit);
    EXPECT_EQ(one.baseline.at, one.latest.at);
    EXPECT_EQ(one.baseline.value, one.latest.value);
    EXPECT_EQ(one.change, 0);
    EXPECT_EQ(one.responder, std::nullopt);
    EXPECT_EQ(one.trend, std::nullopt);
}

TEST(Series, SaysThatNothingAfterTheBaselineIsNotEnough) {
    const auto series = gags({{"2026-01-01", 9}, {"2026-01-04", 12}}, {"2026-01-05"});
    EXPECT_EQ(series.verdict, Verdict::not_enough_data);
    EXPECT_EQ(series.why, Unjudged::one_visit);
    EXPECT_EQ(series.change, 0);
    EXPECT_EQ(series.since_last_visit, std::nullopt) << "both are of the baseline";
}

TEST(Series, CarriesWhereAValueCameFrom) {
    ExampleHistory example;
    example.questionnaire("2026-01-01", 8, 9);
    example.questionnaire("2026-02-01", 7, std::nullopt);
    example.score("dlqi", "2026-03-01", 6);
    const auto points = only_series(example).points;
    EXPECT_EQ(points[0].value, 8);
    EXPECT_EQ(points[0].recorded_total, 9);
    EXPECT_EQ(points[0].ratings[0].record, (Origin{schema::ScoreOrigin::questionnaire, 1}));
    EXPECT_EQ(points[1].recorded_total, std::nullopt);
    EXPECT_EQ(points[2].ratings[0].record, std::nullopt);
}

TEST(Series, DoesNotTakeTheTotalOfAQuestionnaireForAnotherRecordsWithItsId) {
    ExampleHistory example;
    example.questionnaire("2026-01-01", 8, 9);
    auto& score = example.score("gags", "2026-01-01", 4);
    score.origin = schema::ScoreOrigin::acne_status;
    score.origin_id = 1;
    EXPECT_EQ(all_series(example)[0].points.back().recorded_total, std::nullopt);
}

}  // namespace
}  // namespace progress::series_test
