#include "app/progress/baseline.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/judged.h"

namespace progress::baseline_test {
namespace {

struct Case {
    std::string name;
    std::vector<const char*> visits;
    const char* began;
    std::size_t first;
    std::size_t last;
    std::optional<BaselineWarning> warning;
};

TEST(BaselineVisits, AreThoseOfTheNinetyDaysBeforeTheFirstSession) {
    const std::vector<Case> cases = {
        {"no session at all", {"2025-01-01", "2026-01-01"}, nullptr, 0, 1, {}},
        {"90 days before", {"2026-01-01", "2026-03-01", "2026-06-01"}, "2026-04-01", 0, 2, {}},
        {"91 days before", {"2025-12-31", "2026-03-01", "2026-06-01"}, "2026-04-01", 1, 2, {}},
        {"the only one is 90 days old", {"2026-01-01", "2026-06-01"}, "2026-04-01", 0, 1, {}},
        {"the only one is 91 days old",
         {"2025-12-31", "2026-06-01"},
         "2026-04-01",
         0,
         1,
         BaselineWarning::old},
        {"of two old ones the last",
         {"2025-11-01", "2025-12-31", "2026-06-01"},
         "2026-04-01",
         1,
         2,
         BaselineWarning::old},
        {"on the day, at an hour unknown",
         {"2026-04-01", "2026-06-01"},
         "2026-04-01T10:00",
         0,
         1,
         {}},
        {"in the same minute", {"2026-04-01T10:00", "2026-06-01"}, "2026-04-01T10:00", 0, 1, {}},
        {"a minute after",
         {"2026-04-01T10:01", "2026-06-01"},
         "2026-04-01T10:00",
         0,
         1,
         BaselineWarning::after_first_session},
        {"the first of those after",
         {"2026-04-02", "2026-06-01"},
         "2026-04-01",
         0,
         1,
         BaselineWarning::after_first_session},
        {"all before", {"2026-03-01", "2026-03-02"}, "2026-04-01", 0, 2, {}},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        ExampleHistory example;
        for (const auto* at : each.visits) {
            example.score("gags", at, 20);
        }
        const auto scores = example.history().scores;
        std::vector<const Score*> by_time;
        for (const auto& score : scores) {
            by_time.push_back(&score);
        }
        const auto visits = visits_of(by_time);
        const auto found =
            baseline_visits(visits, each.began ? std::optional(moment(each.began)) : std::nullopt);
        EXPECT_EQ(found.first, each.first);
        EXPECT_EQ(found.last, each.last);
        EXPECT_EQ(found.warning, each.warning);
    }
}

// Three quiet months and a flare: the flare alone would make of any later value a success.
TEST(Baseline, OfAFlareIsTheMedianWithTheVisitsBeforeIt) {
    ExampleHistory example;
    example.session("2026-01-10");
    for (const auto& [at, value] : {std::pair("2025-10-20", 12.0),
                                    {"2025-11-15", 11.0},
                                    {"2025-12-12", 13.0},
                                    {"2026-01-09", 34.0},
                                    {"2026-02-20", 12.0},
                                    {"2026-03-20", 13.0}}) {
        example.score("lesions_inflammatory", at, value);
    }
    const auto found = judged(example, "lesions_inflammatory");
    EXPECT_EQ(found.baseline,
              (Baseline{.at = moment("2026-01-09"), .value = 12.5, .n = 4, .warning = {}}));
    EXPECT_EQ(found.verdict, Verdict::unchanged);
    EXPECT_EQ(found.responder, std::nullopt) << "below what trials enrol with";
    EXPECT_EQ(found.in_baseline, 4U);
    EXPECT_EQ(found.later.size(), 2U);
    EXPECT_EQ(found.from_baseline().front(), (DatedValue{moment("2026-01-09"), 12.5}));
    EXPECT_EQ(found.from_baseline().size(), 3U);
}

Judgement counted(const std::vector<std::pair<const char*, double>>& values,
                  const char* session = "2026-01-10") {
    ExampleHistory example;
    if (session) {
        example.session(session);
    }
    for (const auto& [at, value] : values) {
        example.score("gags", at, value);
    }
    return judged(example, "gags");
}

TEST(Baseline, OfOneValueWorseThanEveryOtherIsWarnedOf) {
    using Warning = std::optional<BaselineWarning>;
    EXPECT_EQ(counted({{"2026-01-05", 30}, {"2026-03-05", 12}}).baseline.warning,
              Warning(BaselineWarning::highest_ever));
    EXPECT_EQ(
        counted({{"2026-01-05", 30}, {"2026-02-05", 30}, {"2026-03-05", 12}}).baseline.warning,
        Warning())
        << "another is as bad";
    EXPECT_EQ(
        counted({{"2026-01-05", 30}, {"2026-02-05", 31}, {"2026-03-05", 12}}).baseline.warning,
        Warning());
    EXPECT_EQ(counted({{"2026-01-05", 12}, {"2026-03-05", 30}}).baseline.warning, Warning())
        << "the best of all";
    EXPECT_EQ(
        counted({{"2026-01-04", 30}, {"2026-01-05", 29}, {"2026-03-05", 12}}).baseline.warning,
        Warning())
        << "two visits";
    EXPECT_EQ(
        counted({{"2024-01-05", 12}, {"2026-01-05", 30}, {"2026-03-05", 12}}).baseline.warning,
        Warning(BaselineWarning::highest_ever))
        << "earlier values are better too";
    EXPECT_EQ(
        counted({{"2024-01-05", 31}, {"2026-01-05", 30}, {"2026-03-05", 12}}).baseline.warning,
        Warning())
        << "an earlier one was worse";
    EXPECT_EQ(counted({{"2025-01-05", 30}, {"2026-03-05", 12}}).baseline.warning,
              Warning(BaselineWarning::old))
        << "the graver warning";
    EXPECT_EQ(counted({{"2026-01-05", 30}, {"2026-03-05", 12}}, nullptr).baseline.warning,
              Warning(BaselineWarning::highest_ever))
        << "without a session";
}

TEST(Baseline, OfAScaleWithoutABetterWayIsNotWarnedOf) {
    ExampleHistory example;
    example.score("sebum", "2026-01-05", 200);
    example.score("sebum", "2026-03-05", 90);
    EXPECT_EQ(judged(example, "sebum").baseline.warning, std::nullopt);
}

TEST(Baseline, OfAScaleWhereHigherIsBetterIsWarnedOfWhenLowest) {
    ExampleHistory example;
    example.score("hydration", "2026-01-05", 20);
    example.score("hydration", "2026-03-05", 44);
    EXPECT_EQ(judged(example, "hydration").baseline.warning, BaselineWarning::highest_ever);
}

}  // namespace
}  // namespace progress::baseline_test
