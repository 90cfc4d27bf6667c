#include "app/progress/series/gaps.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::gaps_test {
namespace {

std::vector<Gap> gaps_of(const ExampleHistory& example) {
    return summarise(example.history(), day("2026-12-31")).gaps;
}

std::vector<std::string> texts_of(const ExampleHistory& example) {
    std::vector<std::string> texts;
    for (const auto& gap : gaps_of(example)) {
        texts.push_back(in_english(gap.said));
    }
    return texts;
}

using Texts = std::vector<std::string>;

// A course for scars with its first session on 5 January, nothing missing but what a test adds.
ExampleHistory in_treatment() {
    ExampleHistory example;
    example.patient().fitzpatrick = schema::Fitzpatrick::III;
    example.course("2026-01-05", 3, "4w");
    example.session("2026-01-05");
    example.score("goodman_baron_grade", "2026-01-05", 3);
    example.score("goodman_baron_grade", "2026-01-06", 3);
    return example;
}

TEST(Gaps, AreNoneWhenEverythingIsRecorded) {
    EXPECT_EQ(texts_of(in_treatment()), Texts{});
    EXPECT_EQ(texts_of(ExampleHistory()), Texts{}) << "nothing is planned, nothing is missing";
}

TEST(Gaps, NameSessionsWithoutACourse) {
    ExampleHistory example;
    example.patient().fitzpatrick = schema::Fitzpatrick::III;
    example.session("2026-01-05");
    EXPECT_EQ(texts_of(example),
              Texts{"Sessions are recorded without a course: start one to see when the next is "
                    "due."});
}

TEST(Gaps, NameACourseWithoutASessionUntilItEnds) {
    ExampleHistory example;
    auto& course = example.course("2026-01-05", 3, "4w");
    course.concern = schema::Concern::other;
    example.score("gags", "2026-01-05", 3);
    example.score("gags", "2026-01-06", 3);
    EXPECT_EQ(
        texts_of(example),
        Texts{"The course began on 2026-01-05 and has no session yet: record the first one."});
    course.ended = day("2026-02-05");
    EXPECT_EQ(texts_of(example), Texts{});
}

TEST(Gaps, NameWhatTheCourseIsForWhenNothingOfItIsRecorded) {
    auto example = in_treatment();
    example.course("2026-01-04", 3, "4w");  // not the latest
    EXPECT_EQ(texts_of(example), Texts{});
    example.course("2026-02-05", 3, "4w").concern = schema::Concern::pigmentation;
    example.session("2026-02-05");
    const auto gaps = gaps_of(example);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].kind, GapKind::no_observation);
    EXPECT_EQ(in_english(gaps[0].said),
              "Nothing is recorded on pigmentation yet, and the course is for it: record "
              "pigmentation at the next visit.");
}

TEST(Gaps, NameASeriesThatBeganAfterTheFirstSession) {
    auto example = in_treatment();
    example.score("gags", "2026-01-06", 12);
    example.score("gags", "2026-01-07", 12);
    const auto gaps = gaps_of(example);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].kind, GapKind::no_baseline);
    EXPECT_EQ(gaps[0].series, "gags");
    EXPECT_EQ(in_english(gaps[0].said),
              "Global Acne Grading System has no value from before the first session on "
              "2026-01-05: its change is counted from 2026-01-06. Record a baseline before the "
              "next course.");
}

TEST(Gaps, NameASingleValueOnceAndNotAsStale) {
    auto example = in_treatment();
    example.score("gags", "2025-01-06", 12);
    example.session("2026-02-02");
    example.score("goodman_baron_grade", "2026-02-02", 3);
    EXPECT_EQ(texts_of(example),
              Texts{"Global Acne Grading System has one value, on 2025-01-06: record another to "
                    "see a change."});
}

TEST(Gaps, CallASeriesStaleAfterTwoSessionsWithoutAValue) {
    auto example = in_treatment();
    example.session("2026-02-02");
    EXPECT_EQ(texts_of(example), Texts{}) << "one session since";
    example.session("2026-03-02");
    const auto gaps = gaps_of(example);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].kind, GapKind::stale);
    EXPECT_EQ(in_english(gaps[0].said),
              "Goodman-Baron qualitative grade was last recorded on 2026-01-06, 2 sessions ago: "
              "record it at the next visit.");
}

TEST(Gaps, AskForTheResultOfAFinishedCourse) {
    auto example = in_treatment();
    example.session("2026-02-02");
    example.session("2026-03-02");
    example.score("goodman_baron_grade", "2026-03-02", 2);
    EXPECT_EQ(texts_of(example),
              Texts{"The course is over and Goodman-Baron qualitative grade has no value from "
                    "after the last session: record the result."});
    example.score("goodman_baron_grade", "2026-04-02", 2);
    EXPECT_EQ(texts_of(example), Texts{});
}

TEST(Gaps, DoNotNameARegionBesideItsWhole) {
    auto example = in_treatment();
    example.score("tewl", "2026-01-05", 12);
    example.score("tewl", "2026-01-05", 11, schema::Region::nose);
    example.score("sebum", "2026-01-05", 90, schema::Region::nose);
    std::vector<std::optional<std::string>> named;
    for (const auto& gap : gaps_of(example)) {
        named.push_back(gap.series);
    }
    EXPECT_EQ(named, (std::vector<std::optional<std::string>>{"sebum@nose", "tewl"}));
}

TEST(Gaps, NameAnUnknownSkinTypeLast) {
    auto example = in_treatment();
    example.patient().fitzpatrick.reset();
    example.score("gags", "2026-01-05", 12);
    const auto gaps = gaps_of(example);
    ASSERT_EQ(gaps.size(), 2U);
    EXPECT_EQ(gaps[1].kind, GapKind::no_skin_type);
    EXPECT_EQ(in_english(gaps[1].said), "The Fitzpatrick skin type is not recorded: record it.");
}

}  // namespace
}  // namespace progress::gaps_test
