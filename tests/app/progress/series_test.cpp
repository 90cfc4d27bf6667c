#include "app/progress/series.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/course_progress.h"
#include "schema/types/error.h"
#include "tests/app/progress/example_history.h"

namespace progress {
namespace {

using Values = std::vector<std::pair<std::string, double>>;

std::vector<Series> all_series(const ExampleHistory& example) {
    const auto history = example.history();
    return series_of(history, treatment_began(history));
}

Series only_series(const ExampleHistory& example) {
    const auto all = all_series(example);
    EXPECT_EQ(all.size(), 1U);
    return all.at(0);
}

Series gags(const Values& values, const std::vector<std::string>& sessions = {}) {
    ExampleHistory example;
    if (!sessions.empty()) {
        example.course("2026-01-01", 6, "4w");
    }
    for (const auto& at : sessions) {
        example.session(at);
    }
    for (const auto& [at, value] : values) {
        example.score("gags", at, value);
    }
    return only_series(example);
}

struct BaselineCase {
    std::string name;
    std::vector<std::string> sessions;
    Values values;
    double expected;
};

TEST(Series, TakesTheLastValueOnOrBeforeTheFirstSessionAsBaseline) {
    const std::vector<BaselineCase> cases = {
        {"no session: the first value", {}, {{"2026-01-01", 1}, {"2026-02-01", 2}}, 1},
        {"the day before",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-04", 2}, {"2026-02-01", 3}},
         2},
        {"the same day, no clock",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-05", 2}, {"2026-01-06", 3}},
         2},
        {"a day, the session at ten",
         {"2026-01-05T10:00"},
         {{"2026-01-01", 1}, {"2026-01-05", 2}},
         2},
        {"at noon, the session on that day",
         {"2026-01-05"},
         {{"2026-01-01", 1}, {"2026-01-05T12:00", 2}},
         2},
        {"at nine, the session at ten",
         {"2026-01-05T10:00"},
         {{"2026-01-01", 1}, {"2026-01-05T09:00", 2}},
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
        EXPECT_EQ(only_series(example).latest.after_sessions, each.expected);
    }
}

TEST(Series, CountsAClockedSessionBesideOneWithoutClock) {
    const auto series = gags({{"2026-01-05T11:00", 1}}, {"2026-01-05", "2026-01-05T10:00"});
    EXPECT_EQ(series.latest.after_sessions, 1) << "the session without a clock may be later";
}

TEST(Series, KeepsBothValuesOfOneMomentAndTakesTheLaterEntered) {
    const auto series = gags({{"2026-02-01T09:00", 7}, {"2026-01-01", 9}, {"2026-02-01T09:00", 5}});
    ASSERT_EQ(series.points.size(), 3U);
    EXPECT_EQ(series.points[1].value, 7);
    EXPECT_EQ(series.latest.value, 5);
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
        const auto series = gags({{"2026-01-01", each.from}, {"2026-02-01", each.to}});
        ASSERT_TRUE(series.percent_change.has_value());
        EXPECT_NEAR(*series.percent_change, each.expected, 0.005);
    }
}

TEST(Series, HasNoPercentageOfABaselineOfZero) {
    const auto series = gags({{"2026-01-01", 0}, {"2026-02-01", 3}});
    EXPECT_EQ(series.change, 3);
    EXPECT_EQ(series.percent_change, std::nullopt);
    EXPECT_EQ(series.verdict, Verdict::worsened);
}

TEST(Series, ComparesWithTheVisitOfAnEarlierDay) {
    EXPECT_EQ(gags({{"2026-01-01", 9}, {"2026-02-01T09:00", 5}, {"2026-02-01T10:00", 4}})
                  .since_last_visit,
              -5);
    EXPECT_EQ(gags({{"2026-02-01T09:00", 5}, {"2026-02-01T10:00", 4}}).since_last_visit,
              std::nullopt);
}

TEST(Series, SaysThatOneValueIsNotEnough) {
    const auto one = gags({{"2026-01-01", 9}});
    EXPECT_EQ(one.verdict, Verdict::not_enough_data);
    EXPECT_EQ(one.baseline, one.latest);
    EXPECT_EQ(one.change, 0);
    EXPECT_EQ(one.responder, std::nullopt);
    EXPECT_EQ(one.trend, std::nullopt);
}

TEST(Series, SaysThatNothingAfterTheBaselineIsNotEnough) {
    const auto series = gags({{"2026-01-01", 9}, {"2026-01-04", 12}}, {"2026-01-05"});
    EXPECT_EQ(series.verdict, Verdict::not_enough_data);
    EXPECT_EQ(series.change, 0);
    EXPECT_EQ(series.since_last_visit, 3);
}

TEST(Series, CarriesWhereAValueCameFrom) {
    ExampleHistory example;
    example.questionnaire("2026-01-01", 8, 9);
    example.questionnaire("2026-02-01", 7, std::nullopt);
    example.score("dlqi", "2026-03-01", 6);
    const auto points = only_series(example).points;
    EXPECT_EQ(points[0].value, 8);
    EXPECT_EQ(points[0].recorded_total, 9);
    EXPECT_EQ(points[0].record, (Origin{schema::ScoreOrigin::questionnaire, 1}));
    EXPECT_EQ(points[1].recorded_total, std::nullopt);
    EXPECT_EQ(points[2].record, std::nullopt);
}

TEST(Series, DoesNotTakeTheTotalOfAQuestionnaireForAnotherRecordsWithItsId) {
    ExampleHistory example;
    example.questionnaire("2026-01-01", 8, 9);
    auto& score = example.score("gags", "2026-01-01", 4);
    score.origin = schema::ScoreOrigin::acne_status;
    score.origin_id = 1;
    EXPECT_EQ(all_series(example)[0].latest.recorded_total, std::nullopt);
}

TEST(Series, AreInOrderOfConcernThenScaleThenRegion) {
    ExampleHistory example;
    example.instrument("ours").concern.reset();
    example.score("ours", "2026-01-01", 1);
    example.score("dlqi", "2026-01-01", 1);
    example.score("tewl", "2026-01-01", 1, schema::Region::nose);
    example.score("tewl", "2026-01-01", 1, schema::Region::forehead);
    example.score("tewl", "2026-01-01", 1);
    example.score("pahpi", "2026-01-01", 8);
    example.score("gags", "2026-01-01", 1);
    example.score("lesions_total", "2026-01-01", 1);
    std::vector<std::string> codes;
    for (const auto& series : all_series(example)) {
        codes.push_back(series.code());
    }
    EXPECT_EQ(codes,
              (std::vector<std::string>{"lesions_total",
                                        "gags",
                                        "pahpi",
                                        "tewl",
                                        "tewl@forehead",
                                        "tewl@nose",
                                        "dlqi",
                                        "ours"}));
}

TEST(Series, AreNamedWithTheirRegionAndWithoutRemarks) {
    ExampleHistory example;
    example.score("tewl", "2026-01-01", 1, schema::Region::left_cheek);
    EXPECT_EQ(only_series(example).code(), "tewl@left_cheek");
    EXPECT_EQ(only_series(example).name(), "Transepidermal water loss, left cheek");
    ExampleHistory hydration;
    hydration.score("hydration", "2026-01-01", 1, schema::Region::nose);
    EXPECT_EQ(only_series(hydration).name(), "Skin hydration (Corneometer), nose");
    EXPECT_EQ(only_series(hydration).short_name(), "Skin hydration, nose");
}

TEST(Series, CountsTheDaysOfItsTrendWithFractions) {
    const auto series =
        gags({{"2026-01-01T00:00", 10}, {"2026-01-01T12:00", 9}, {"2026-01-02T00:00", 8}});
    ASSERT_TRUE(series.trend.has_value());
    EXPECT_EQ(series.trend->slope_per_day, -2);
    EXPECT_EQ(series.trend->intercept, 10);
}

TEST(Series, OfAScoreWithoutItsInstrumentIsDamage) {
    ExampleHistory example;
    example.score("gags", "2026-01-01", 1).instrument = schema::Id<schema::Instrument>(999);
    EXPECT_THROW(all_series(example), schema::Error);
}

// Values in quarters on days from a first session on; exact in a double.
Values any_values() {
    const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 200), rc::gen::inRange(0, 160))));
    Values values;
    for (const auto& [days, quarters] : drawn) {
        values.emplace_back(day("2026-01-01").plus_days(days).text(), quarters / 4.0);
    }
    return values;
}

RC_GTEST_PROP(SeriesLaw, AddingAConstantLeavesChangeAndVerdictAndMovesTheRest, ()) {
    const auto values = any_values();
    const int shift = *rc::gen::inRange(1, 1000);
    auto shifted = values;
    for (auto& [at, value] : shifted) {
        value += shift;
    }
    const std::vector<std::string> sessions{"2026-02-01", "2026-04-01"};
    const auto a = gags(values, sessions);
    const auto b = gags(shifted, sessions);
    RC_ASSERT(a.change == b.change);
    RC_ASSERT(a.verdict == b.verdict);
    RC_ASSERT(a.since_last_visit == b.since_last_visit);
    RC_ASSERT(a.baseline.value + shift == b.baseline.value);
    RC_ASSERT(a.best->value + shift == b.best->value);
    RC_ASSERT(a.best->at == b.best->at);
}

RC_GTEST_PROP(SeriesLaw, DoublingTheValuesLeavesThePercentageAndDoublesTheSlope, ()) {
    const auto values = any_values();
    auto doubled = values;
    for (auto& [at, value] : doubled) {
        value *= 2;
    }
    const auto a = gags(values);
    const auto b = gags(doubled);
    RC_ASSERT(a.percent_change == b.percent_change);
    RC_ASSERT(a.trend.has_value() == b.trend.has_value());
    RC_ASSERT(!a.trend || a.trend->slope_per_day * 2 == b.trend->slope_per_day);
}

RC_GTEST_PROP(SeriesLaw, PointsAscendAndSessionsBeforeThemNeverGetFewer, ()) {
    const auto series = gags(any_values(), {"2026-02-01T10:00", "2026-02-01", "2026-04-01"});
    for (std::size_t i = 1; i < series.points.size(); ++i) {
        RC_ASSERT(series.points[i - 1].at <= series.points[i].at);
        RC_ASSERT(series.points[i - 1].after_sessions <= series.points[i].after_sessions);
    }
    RC_ASSERT(series.change == series.latest.value - series.baseline.value);
    RC_ASSERT(series.best->value <= series.latest.value);
}

}  // namespace
}  // namespace progress
