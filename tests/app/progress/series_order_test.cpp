#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/series.h"
#include "schema/types/error.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/example_series.h"

namespace progress::series_order_test {
namespace {

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

TEST(Series, HasATrendOverItsDays) {
    const auto series = gags({{"2026-01-01T08:00", 10},
                              {"2026-01-02T20:00", 9},
                              {"2026-01-02T21:00", 7},
                              {"2026-01-03", 6}});
    ASSERT_TRUE(series.trend.has_value());
    EXPECT_EQ(series.trend->slope_per_day, -2) << "one value a day, hours do not count";
    EXPECT_EQ(series.trend->intercept, 10);
}

TEST(Series, OfAScoreWithoutItsInstrumentIsDamage) {
    ExampleHistory example;
    example.score("gags", "2026-01-01", 1).instrument = schema::Id<schema::Instrument>(999);
    EXPECT_THROW(all_series(example), schema::Error);
}

// TimedValues in quarters on days from a first session on; exact in a double.
TimedValues any_values() {
    const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 200), rc::gen::inRange(0, 160))));
    TimedValues values;
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
    RC_ASSERT(a.best.has_value() == b.best.has_value());
    RC_ASSERT(!a.best || a.best->value + shift == b.best->value);
    RC_ASSERT(!a.best || a.best->at == b.best->at);
}

RC_GTEST_PROP(SeriesLaw, DoublingTheValuesDoublesTheSlope, ()) {
    const auto values = any_values();
    auto doubled = values;
    for (auto& [at, value] : doubled) {
        value *= 2;
    }
    const auto a = gags(values);
    const auto b = gags(doubled);
    RC_ASSERT(a.trend.has_value() == b.trend.has_value());
    RC_ASSERT(!a.trend || a.trend->slope_per_day * 2 == b.trend->slope_per_day);
}

RC_GTEST_PROP(SeriesLaw, PointsAscendAndSessionsBeforeThemNeverGetFewer, ()) {
    const auto series = gags(any_values(), {"2026-02-01T10:00", "2026-02-01", "2026-04-01"});
    for (std::size_t i = 1; i < series.points.size(); ++i) {
        RC_ASSERT(series.points[i - 1].at.day() < series.points[i].at.day());
        RC_ASSERT(series.points[i - 1].after_sessions <= series.points[i].after_sessions);
    }
    RC_ASSERT(series.change == (series.verdict == Verdict::not_enough_data
                                    ? 0
                                    : series.latest.value - series.baseline.value));
    RC_ASSERT(series.best.has_value() == (series.verdict != Verdict::not_enough_data));
    RC_ASSERT(!series.best || series.best->value <= series.latest.value);
}

}  // namespace
}  // namespace progress::series_order_test
