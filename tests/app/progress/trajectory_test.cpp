#include "app/progress/trajectory.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/progress/series.h"
#include "tests/app/progress/example_history.h"

namespace progress::trajectory_test {
namespace {

Trajectory of(ExampleHistory& example,
              std::string_view code,
              const char* began,
              const VisitPlan& plan = {}) {
    const auto instrument = example.instrument(code);
    const auto scores = example.history().scores;
    return trajectory_of(
        scores,
        {.instrument = instrument, .began = began ? std::optional(moment(began)) : std::nullopt},
        plan);
}

Outcome outcome(double value, Verdict verdict, std::optional<bool> confirmed = std::nullopt) {
    return {.value = value, .verdict = verdict, .confirmed = confirmed};
}

TEST(Trajectory, IsCountedFromTheMedianBeforeTheTreatment) {
    ExampleHistory example;
    example.score("dlqi", "2026-01-01", 20);
    example.score("dlqi", "2026-01-05", 16);
    example.score("dlqi", "2026-03-02", 15);
    example.score("dlqi", "2026-04-06", 12);
    const auto found = of(example, "dlqi", "2026-01-05T10:30");
    EXPECT_EQ(found.baseline, 18);
    EXPECT_EQ(found.latest, outcome(12, Verdict::improved, false));
    EXPECT_EQ(found.response, (ResponseTime{.days = 91, .responded = true}));
    EXPECT_EQ(found.movement_to(found.latest)->change(), -6);
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
    EXPECT_EQ(of(one, "dlqi", nullptr).baseline, 16);
    EXPECT_EQ(of(one, "dlqi", nullptr).latest, std::nullopt);
    EXPECT_EQ(of(one, "dlqi", nullptr).movement_to(std::nullopt), std::nullopt);
    EXPECT_EQ(of(one, "dlqi", nullptr).response, std::nullopt);
    ExampleHistory without;
    without.score("sebum", "2026-01-05", 160);
    without.score("sebum", "2026-02-02", 100);
    EXPECT_EQ(of(without, "sebum", nullptr).response, std::nullopt);
    EXPECT_EQ(of(without, "sebum", nullptr).latest, outcome(100, Verdict::changed));
}

TEST(Trajectory, OfTwoRatingsOfOneDayHasNoLaterValue) {
    ExampleHistory example;
    example.score("iga", "2026-01-05T09:00", 4);
    example.score("iga", "2026-01-05T09:05", 0);
    EXPECT_EQ(of(example, "iga", nullptr).baseline, 2);
    EXPECT_EQ(of(example, "iga", nullptr).latest, std::nullopt);
    EXPECT_EQ(of(example, "iga", nullptr).response, std::nullopt);
}

TEST(Trajectory, OfABaselineBelowTheRulesLeastDecidesNothing) {
    ExampleHistory example;
    example.score("lesions_total", "2026-01-05", 44);
    example.score("lesions_total", "2026-02-02", 3);
    EXPECT_EQ(of(example, "lesions_total", nullptr).response, std::nullopt);
    ExampleHistory enough;
    enough.score("lesions_total", "2026-01-05", 45);
    enough.score("lesions_total", "2026-02-02", 3);
    EXPECT_EQ(of(enough, "lesions_total", nullptr).response, (ResponseTime{28, true}));
}

TEST(Trajectory, OfAWholeFaceThatWasFollowedInPartIsLostAndNotForgotten) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "nose=40,rest");
    example.count("lesions_total", "2026-02-02", "nose=4");
    const auto found = of(example, "lesions_total", nullptr);
    EXPECT_EQ(found.baseline, 40);
    EXPECT_EQ(found.latest, std::nullopt);
}

TEST(Trajectory, OfAMeanThatWasReadWithAnotherDeviceIsLostAndNotForgotten) {
    ExampleHistory example;
    example.mean("tewl", "2026-01-05", "nose=10,chin=20", {.device = "A"});
    example.mean("tewl", "2026-02-02", "nose=10,chin=20", {.device = "B"});
    const auto found = of(example, "tewl", nullptr);
    EXPECT_EQ(found.baseline, 15);
    EXPECT_EQ(found.latest, std::nullopt);
}

TEST(Trajectory, OfPartOfAFaceStandsBesideNobody) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "nose=40");
    example.count("lesions_total", "2026-02-02", "nose=4");
    const auto found = of(example, "lesions_total", nullptr, *read_visit_plan("0,4w"));
    EXPECT_EQ(found.baseline, std::nullopt);
    EXPECT_EQ(found.latest, std::nullopt);
    EXPECT_EQ(found.response, std::nullopt);
    EXPECT_EQ(found.visits, (std::vector<std::optional<Outcome>>(2)));
}

TEST(Trajectory, OfAStatementIsTheLastWordAlone) {
    ExampleHistory example;
    example.score("gais", "2026-02-05", 2);
    example.score("gais", "2026-04-05", 5);
    const auto found = of(example, "gais", nullptr, *read_visit_plan("0,4w"));
    EXPECT_EQ(found.baseline, std::nullopt);
    EXPECT_EQ(found.latest, outcome(5, Verdict::stated));
    EXPECT_EQ(found.visits.size(), 2U);
}

TEST(Trajectory, HasAVerdictAtEachPlannedVisit) {
    ExampleHistory example;
    for (const auto& [at, value] : {std::pair("2026-01-05", 24.0),
                                    {"2026-02-02", 12.0},
                                    {"2026-03-02", 11.0},
                                    {"2026-03-30", 22.0}}) {
        example.score("gags", at, value);
    }
    const auto found = of(example, "gags", "2026-01-05", *read_visit_plan("0,4w,8w,12w,40w"));
    EXPECT_EQ(found.visits,
              (std::vector<std::optional<Outcome>>{outcome(24, Verdict::unchanged),
                                                   outcome(12, Verdict::improved, false),
                                                   outcome(11, Verdict::improved, true),
                                                   outcome(22, Verdict::unchanged),
                                                   std::nullopt}));
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
    const auto found =
        trajectory_of(history.scores, {.instrument = series.instrument, .began = began}, {});
    RC_ASSERT(found.baseline == series.baseline.value);
    RC_ASSERT(found.latest.has_value() == (series.verdict != Verdict::not_enough_data));
    if (found.latest) {
        RC_ASSERT(found.latest->value == series.latest.value);
        RC_ASSERT(found.latest->verdict == series.verdict);
        RC_ASSERT(found.latest->confirmed == series.confirmed);
    }
}

}  // namespace
}  // namespace progress::trajectory_test
