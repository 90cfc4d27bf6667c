#include "app/progress/pih_watch.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"

namespace progress {
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

TEST(PihWatch, NamesAWorseningWithinEightWeeksOnly) {
    const std::vector<Case> cases = {
        {"2026-01-06", 13, true},
        {"2026-03-02", 13, true},   // 56 days
        {"2026-03-03", 13, false},  // 57 days
        {"2026-01-06", 12, false},
        {"2026-01-06", 11, false},
        {"2026-01-05", 13, false},        // the session's own day: before it
        {"2026-01-05T10:30", 13, false},  // its own minute
        {"2026-01-05T10:31", 13, true},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.at);
        auto example = treated();
        example.score("pahpi", each.at, each.value);
        EXPECT_EQ(watched(example).size(), each.expected ? 1U : 0U);
    }
}

TEST(PihWatch, HoldsWhatStandsBesideAWorsening) {
    auto example = treated();
    example.patient().fitzpatrick = schema::Fitzpatrick::V;
    example.session("2026-06-05").areas = {{schema::Region::chin, 1.5, 4},
                                           {schema::Region::nose, 2.25, 2},
                                           {schema::Region::forehead, 0.5, 2}};
    example.score("pahpi", "2026-06-01", 10);
    example.score("pahpi", "2026-06-20", 13);
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
    EXPECT_EQ(found[0].noise, std::nullopt);
    EXPECT_EQ(found[0].fitzpatrick, schema::Fitzpatrick::V);
    EXPECT_EQ(found[0].depth_mm, 2.25);
}

TEST(PihWatch, KnowsNoDepthOfASessionWithoutAreas) {
    auto example = treated();
    example.score("pahpi", "2026-01-25", 13);
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
    example.score("pahpi", "2026-02-06", 16);
    EXPECT_TRUE(watched(example).empty());
}

TEST(PihWatch, NamesOneValueAfterBothSessionsThatItMayComeFrom) {
    auto example = treated();
    example.session("2026-02-02");
    example.score("pahpi", "2026-02-20", 13);
    EXPECT_EQ(watched(example).size(), 2U);
}

TEST(PihWatch, LooksAtMarksOnly) {
    for (const auto* code : {"pahpi", "masi", "mmasi", "melanin_index", "erythema_index"}) {
        SCOPED_TRACE(code);
        ExampleHistory example;
        example.session("2026-01-05");
        example.score(code, "2026-01-01", 7);
        example.score(code, "2026-01-25", 9, std::nullopt);
        EXPECT_EQ(watched(example).size(), 1U);
    }
    for (const auto* code : {"goodman_baron_grade", "gags", "tewl", "sebum", "melanin"}) {
        SCOPED_TRACE(code);
        ExampleHistory example;
        example.session("2026-01-05");
        example.score(code, "2026-01-01", 1);
        example.score(code, "2026-01-25", 3);
        EXPECT_TRUE(watched(example).empty());
    }
}

}  // namespace
}  // namespace progress
