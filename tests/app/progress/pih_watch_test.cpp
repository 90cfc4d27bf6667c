#include "app/progress/pih_watch.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"

namespace progress::pih_watch_test {
namespace {

std::vector<PihWatch> watched(const ExampleHistory& example) {
    return summarise(example.history(), day("2026-12-31")).pih_watch;
}

// One session on 5 January at half past ten, and one value of 12 before it.
ExampleHistory treated() {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    example.score("pahpi", "2026-01-01", 12);
    return example;
}

struct Case {
    std::string at;
    double value;
    bool expected;
};

TEST(PihWatch, NamesAWorseningBeyondNoiseFromTheSecondToTheEighthWeekOnly) {
    const std::vector<Case> cases = {
        {"2026-01-18", 16, false},  // 13 days: expected redness
        {"2026-01-19", 16, true},   // 14 days
        {"2026-03-02", 16, true},   // 56 days
        {"2026-03-03", 16, false},  // 57 days
        {"2026-01-25", 15, false},  // as much as two raters differ by
        {"2026-01-25", 12, false},
        {"2026-01-25", 8, false},
        {"2026-01-05", 16, false},        // the session's own day: before it
        {"2026-01-05T10:30", 16, false},  // its own minute
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.at);
        auto example = treated();
        example.score("pahpi", each.at, each.value);
        EXPECT_EQ(watched(example).size(), each.expected ? 1U : 0U);
    }
}

TEST(PihWatch, TakesAValueOfTheSessionsDayForBeforeItUnlessTheHoursSayOtherwise) {
    const auto before = [](const char* at) {
        auto example = treated();
        example.score("pahpi", at, 8);
        example.score("pahpi", "2026-01-25", 16);
        return watched(example).at(0).before.value;
    };
    EXPECT_EQ(before("2026-01-05"), 8);
    EXPECT_EQ(before("2026-01-05T10:30"), 8);
    EXPECT_EQ(before("2026-01-05T10:31"), 12);
}

// Over a pale cheek and a dark chin, then over the chin alone: nothing got darker.
TEST(PihWatch, ComparesNoOtherPlacesAndNoOtherDevice) {
    const auto found = [](const char* places, const char* device) {
        ExampleHistory example;
        example.session("2026-01-05");
        example.mean(
            "melanin_index", "2026-01-01", "left_cheek=0,chin=100", {.device = "Mexameter"});
        example.mean("melanin_index", "2026-01-25", places, {.device = device});
        return watched(example).size();
    };
    EXPECT_EQ(found("left_cheek=90,chin=100", "Mexameter"), 1U);
    EXPECT_EQ(found("left_cheek=90,chin=100", "mexameter"), 1U) << "written otherwise";
    EXPECT_EQ(found("chin=100", "Mexameter"), 0U);
    EXPECT_EQ(found("left_cheek=90,chin=100", "DermaSpec"), 0U);
}

TEST(PihWatch, LooksBehindAWorseValueOfAnotherDevice) {
    ExampleHistory example;
    example.session("2026-01-05");
    example.score("melanin_index", "2026-01-01", 10, {}, {.device = "A"});
    example.score("melanin_index", "2026-01-25", 50, {}, {.device = "A"});
    example.score("melanin_index", "2026-01-28", 400, {}, {.device = "B"});
    ASSERT_EQ(watched(example).size(), 1U);
    EXPECT_EQ(watched(example)[0].after.value, 50);
    ExampleHistory both;
    both.session("2026-01-05");
    both.score("melanin_index", "2026-01-01", 10, {}, {.device = "A"});
    both.score("melanin_index", "2026-01-25", 10, {}, {.device = "A"});
    both.score("melanin_index", "2026-01-25", 400, {}, {.device = "B"});
    EXPECT_TRUE(watched(both).empty()) << "a day of two devices";
}

TEST(PihWatch, SeesAPaleMarkForWhatItIs) {
    ExampleHistory example;
    example.session("2026-01-05");
    example.score("melanin_index", "2026-01-01", 2);
    example.score("melanin_index", "2026-01-25", -60);
    ASSERT_EQ(watched(example).size(), 1U);
    EXPECT_EQ(watched(example)[0].change, -62);
    ExampleHistory fading;
    fading.session("2026-01-05");
    fading.score("melanin_index", "2026-01-01", -60);
    fading.score("melanin_index", "2026-01-25", -2);
    EXPECT_TRUE(watched(fading).empty());
}

TEST(PihWatch, IsNotSureWhereNoNoiseIsKnown) {
    ExampleHistory example;
    example.instrument("melanin_index").noise.reset();
    example.session("2026-01-05");
    example.score("melanin_index", "2026-01-01", 10);
    example.score("melanin_index", "2026-01-25", 11);
    ASSERT_EQ(watched(example).size(), 1U);
    EXPECT_FALSE(watched(example)[0].is_sure);
    EXPECT_EQ(watched(example)[0].noise, std::nullopt);
    example.study("melanin_index", 1, 1);
    EXPECT_TRUE(watched(example).empty());
    ExampleHistory lighter;
    lighter.instrument("melanin_index").noise.reset();
    lighter.session("2026-01-05");
    lighter.score("melanin_index", "2026-01-01", 11);
    lighter.score("melanin_index", "2026-01-25", 10);
    EXPECT_TRUE(watched(lighter).empty());
}

TEST(PihWatch, HoldsWhatStandsBesideAWorsening) {
    auto example = treated();
    example.patient().fitzpatrick = schema::Fitzpatrick::V;
    example.session("2026-06-05").areas = {{schema::Region::chin, 1.5, 4},
                                           {schema::Region::nose, 2.25, 2},
                                           {schema::Region::forehead, 0.5, 2}};
    example.score("pahpi", "2026-06-01", 10);
    example.score("pahpi", "2026-06-20", 14);
    example.score("pahpi", "2026-06-25", 15);
    example.score("pahpi", "2026-06-30", 15);
    const auto found = watched(example);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].series, "pahpi");
    EXPECT_EQ(found[0].name, "Postacne Hyperpigmentation Index");
    EXPECT_EQ(found[0].at, moment("2026-06-05"));
    EXPECT_EQ(found[0].before.value, 10);
    EXPECT_EQ(found[0].after.at, moment("2026-06-25")) << "the worst, and the earlier of two";
    EXPECT_EQ(found[0].change, 5);
    EXPECT_EQ(found[0].days_after, 20);
    EXPECT_EQ(found[0].noise, 3);
    EXPECT_TRUE(found[0].is_sure);
    EXPECT_EQ(found[0].fitzpatrick, schema::Fitzpatrick::V);
    EXPECT_EQ(found[0].depth_mm, 2.25);
}

TEST(PihWatch, KnowsNoDepthOfASessionWithoutAreas) {
    auto example = treated();
    example.score("pahpi", "2026-01-25", 16);
    EXPECT_EQ(watched(example)[0].depth_mm, std::nullopt);
}

TEST(PihWatch, LetsNoiseBe) {
    auto example = treated();
    example.instrument("pahpi").noise = 2;
    example.score("pahpi", "2026-01-25", 14);
    EXPECT_TRUE(watched(example).empty());
    example.score("pahpi", "2026-01-26", 15);
    EXPECT_EQ(watched(example)[0].noise, 2);
}

TEST(PihWatch, NeedsAValueBeforeTheSession) {
    ExampleHistory example;
    example.session("2026-01-05");
    example.score("pahpi", "2026-01-06", 12);
    example.score("pahpi", "2026-02-06", 20);
    EXPECT_TRUE(watched(example).empty());
}

TEST(PihWatch, NamesOneValueAfterBothSessionsThatItMayComeFrom) {
    auto example = treated();
    example.session("2026-02-02");
    example.score("pahpi", "2026-02-20", 16);
    EXPECT_EQ(watched(example).size(), 2U);
}

TEST(PihWatch, LooksAtMarksOnly) {
    for (const auto* code : {"pahpi", "masi", "mmasi", "melanin_index", "erythema_index"}) {
        SCOPED_TRACE(code);
        ExampleHistory example;
        example.session("2026-01-05");
        example.score(code, "2026-01-01", 7);
        example.score(code, "2026-01-25", 40);
        EXPECT_EQ(watched(example).size(), 1U);
    }
    for (const auto* code : {"goodman_baron_grade", "gags", "tewl", "sebum", "melanin"}) {
        SCOPED_TRACE(code);
        ExampleHistory example;
        example.session("2026-01-05");
        example.score(code, "2026-01-01", 1);
        example.score(code, "2026-01-25", 40);
        EXPECT_TRUE(watched(example).empty());
    }
}

}  // namespace
}  // namespace progress::pih_watch_test
