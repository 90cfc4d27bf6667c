#include "app/progress/trajectory.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/series.h"
#include "tests/app/progress/example_history.h"

namespace progress {
namespace {

std::vector<DatedValue> values_of(const History& history) {
    std::vector<DatedValue> values;
    for (const auto& score : history.scores) {
        values.push_back({.at = score.at, .value = score.value});
    }
    return values;
}

Trajectory of(ExampleHistory& example, std::string_view code, const char* began) {
    const auto instrument = example.instrument(code);
    return trajectory_of(instrument,
                         values_of(example.history()),
                         began ? std::optional(moment(began)) : std::nullopt,
                         {});
}

TEST(Trajectory, IsCountedFromTheLastValueBeforeTheTreatment) {
    ExampleHistory example;
    example.score("dlqi", "2026-01-01", 20);
    example.score("dlqi", "2026-01-05", 16);
    example.score("dlqi", "2026-03-02", 14);
    example.score("dlqi", "2026-04-06", 12);
    const auto found = of(example, "dlqi", "2026-01-05T10:30");
    EXPECT_EQ(found.baseline, 16);
    EXPECT_EQ(found.latest, 12);
    EXPECT_EQ(found.response, (ResponseTime{.days = 91, .responded = true}));
}

TEST(Trajectory, IsWatchedToTheFirstResponseElseToTheLastValue) {
    ExampleHistory example;
    example.score("dlqi", "2026-01-05", 16);
    example.score("dlqi", "2026-01-12", 12);
    example.score("dlqi", "2026-02-02", 15);
    EXPECT_EQ(of(example, "dlqi", nullptr).response, (ResponseTime{7, true}));
    ExampleHistory other;
    other.score("dlqi", "2026-01-05", 16);
    other.score("dlqi", "2026-02-02", 13);
    EXPECT_EQ(of(other, "dlqi", nullptr).response, (ResponseTime{28, false}));
}

TEST(Trajectory, WithoutALaterValueOrARuleHasNoResponse) {
    ExampleHistory one;
    one.score("dlqi", "2026-01-05", 16);
    EXPECT_EQ(of(one, "dlqi", nullptr).latest, std::nullopt);
    EXPECT_EQ(of(one, "dlqi", nullptr).movement(), std::nullopt);
    EXPECT_EQ(of(one, "dlqi", nullptr).response, std::nullopt);
    ExampleHistory without;
    without.score("sebum", "2026-01-05", 160);
    without.score("sebum", "2026-02-02", 100);
    EXPECT_EQ(of(without, "sebum", nullptr).response, std::nullopt);
    EXPECT_EQ(of(without, "sebum", nullptr).latest, 100);
}

TEST(Trajectory, OfABaselineOfZeroDecidesNoPercentage) {
    ExampleHistory example;
    example.score("lesions_total", "2026-01-05", 0);
    example.score("lesions_total", "2026-02-02", 3);
    EXPECT_EQ(of(example, "lesions_total", nullptr).response, std::nullopt);
}

// The results of the clinic and the progress of a patient must not count from different values.
RC_GTEST_PROP(Trajectory, HasTheBaselineOfTheSeries, (std::vector<std::uint8_t> days)) {
    RC_PRE(!days.empty());
    ExampleHistory example;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto at =
            day("2026-01-05").plus_days(days[i] % 32).text() + (i % 3 == 0   ? ""
                                                                : i % 3 == 1 ? "T09:00"
                                                                             : "T18:00");
        example.score("gags", at, static_cast<double>(i % 40));
    }
    const auto history = example.history();
    const auto began = *rc::gen::element(std::optional<schema::CivilTime>(),
                                         std::optional(moment("2026-01-15")),
                                         std::optional(moment("2026-01-15T12:00")));
    const auto series = series_of(history, began).front();
    const auto found = trajectory_of(series.instrument, values_of(history), began, {});
    RC_ASSERT(found.baseline == series.baseline.value);
    RC_ASSERT(found.latest.has_value() == (series.verdict != Verdict::not_enough_data));
    RC_ASSERT(found.latest.value_or(found.baseline) == series.latest.value);
}

}  // namespace
}  // namespace progress
