#include "app/progress/series/broken_series.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::broken_series_test {
namespace {

std::vector<Gap> gaps_of(const History& history, GapKind kind) {
    std::vector<Gap> found;
    for (const auto& gap : summarise(history, day("2026-12-31")).gaps) {
        if (gap.kind == kind) {
            found.push_back(gap);
        }
    }
    return found;
}

struct HoleCase {
    const char* from;
    const char* to;
    bool expected;
};

TEST(LongHole, IsLongerThanTwiceTheIntervalWhileTheCourseGoesOn) {
    const std::vector<HoleCase> cases = {
        {"2026-01-05", "2026-03-02", false},  // 56 days
        {"2026-01-05", "2026-03-03", true},
        {"2026-03-01", "2026-04-27", true},   // from the day before the last session
        {"2026-03-02", "2026-04-28", false},  // from its day: the course waits for its result
        {"2026-03-02", "2026-08-29", false},  // 180 days
        {"2026-03-02", "2026-08-30", true},
        {"2025-12-01", "2026-04-01", false},  // before the course began
        {"2025-07-01", "2026-01-01", true},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.from) + " to " + each.to);
        ExampleHistory example;
        example.course("2026-01-05", 6, "4w");
        example.session("2026-01-05");
        example.session("2026-03-02");
        example.score("gags", each.from, 12);
        example.score("gags", each.to, 11);
        EXPECT_EQ(gaps_of(example.history(), GapKind::long_hole).size(), each.expected ? 1U : 0U);
    }
}

TEST(LongHole, IsTheLongestAndNamesWhatSharesIt) {
    ExampleHistory example;
    for (const auto* code : {"gags", "iga"}) {
        example.score(code, "2024-01-01", 2);
        example.score(code, "2025-01-01", 2);
        example.score(code, "2025-08-01", 2);
    }
    example.score("tewl", "2024-01-01", 2, schema::Region::nose);
    example.score("tewl", "2025-01-02", 2, schema::Region::nose);
    const auto gaps = gaps_of(example.history(), GapKind::long_hole);
    ASSERT_EQ(gaps.size(), 2U);
    EXPECT_EQ(gaps[0].series, std::nullopt);
    EXPECT_EQ(in_english(gaps[0].said),
              "Investigator's Global Assessment, Global Acne Grading System: no value between "
              "2024-01-01 and 2025-01-01, so what happened then cannot be said. Record it at "
              "every visit.");
    EXPECT_EQ(gaps[1].series, "tewl@nose");
}

schema::Reading reading(std::string_view on,
                        const char* device,
                        std::optional<schema::Region> region = std::nullopt) {
    schema::Reading reading;
    reading.on = moment(on);
    reading.what = schema::Measure::tewl;
    reading.region = region;
    if (device) {
        reading.device = device;
    }
    return reading;
}

TEST(DeviceChange, SaysFromWhen) {
    auto history = ExampleHistory().history();
    history.readings = {reading("2026-01-05", "Probe A"),
                        reading("2026-02-05", nullptr),
                        reading("2026-03-05", "Probe A"),
                        reading("2026-04-05", "Probe B"),
                        reading("2026-05-05", "Probe B")};
    const auto gaps = gaps_of(history, GapKind::other_device);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].series, "tewl");
    EXPECT_EQ(in_english(gaps[0].said),
              "tewl was read with “Probe A” until 2026-03-05 and with “Probe B” from 2026-04-05: "
              "devices differ, so count the change anew from there. Record readings with one "
              "device.");
}

TEST(DeviceChange, NamesTheMeasureAsItsSeriesDoes) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 12);
    auto history = example.history();
    history.readings = {reading("2026-04-05", "B"), reading("2026-01-05", "A")};
    EXPECT_TRUE(in_english(gaps_of(history, GapKind::other_device)[0].said)
                    .starts_with("Transepidermal water loss was read with “A” until 2026-01-05"));
}

TEST(DeviceChange, IsNoneOverDifferentPlacesOrWithoutDevices) {
    auto history = ExampleHistory().history();
    history.readings = {reading("2026-01-05", "A", schema::Region::nose),
                        reading("2026-02-05", "B", schema::Region::chin)};
    EXPECT_TRUE(gaps_of(history, GapKind::other_device).empty());
    history.readings = {reading("2026-01-05", nullptr), reading("2026-02-05", "B")};
    EXPECT_TRUE(gaps_of(history, GapKind::other_device).empty());
    history.readings = {reading("2026-01-05", "A"), reading("2027-02-05", "B")};
    EXPECT_TRUE(gaps_of(history, GapKind::other_device).empty()) << "that is after today";
}

TEST(RaterChange, NamesTheLastOneOfEachSeries) {
    ExampleHistory example;
    for (const auto* code : {"gags", "iga"}) {
        example.score(code, "2026-01-05", 2, {}, {.rater = "Dr Amin"});
        example.score(code, "2026-02-05", 2, {}, {.rater = "Dr Saleh"});
        example.score(code, "2026-03-05", 2, {}, {.rater = "Dr Saleh"});
    }
    example.score("dlqi", "2026-03-05", 2, {}, {.rater = "Dr Saleh"});
    const auto gaps = gaps_of(example.history(), GapKind::other_rater);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].series, std::nullopt) << "two series";
    EXPECT_EQ(
        in_english(gaps[0].said),
        "Investigator's Global Assessment, Global Acne Grading System: rated by Dr Amin until "
        "2026-01-05 and by Dr Saleh on 2026-02-05. Raters differ; have one person rate.");
}

TEST(RaterChange, IsNoneWhereARaterIsNotRecordedOrBothAreTheSame) {
    const auto found = [](std::vector<std::optional<std::string>> raters) {
        ExampleHistory example;
        for (std::size_t i = 0; i < raters.size(); ++i) {
            example.score("gags",
                          day("2026-01-05").plus_days(static_cast<int>(i)).text(),
                          2,
                          {},
                          {.rater = raters[i]});
        }
        return gaps_of(example.history(), GapKind::other_rater).size();
    };
    EXPECT_EQ(found({"A", "B"}), 1U);
    EXPECT_EQ(found({"A", "A"}), 0U);
    EXPECT_EQ(found({"A", std::nullopt, "B"}), 0U);
    EXPECT_EQ(found({std::nullopt, "B"}), 0U);
    ExampleHistory both;
    both.score("gags", "2026-01-05", 2, {}, {.rater = "B"});
    both.score("gags", "2026-01-05", 2, {}, {.rater = "A"});
    both.score("gags", "2026-02-05", 2, {}, {.rater = "A"});
    ASSERT_EQ(gaps_of(both.history(), GapKind::other_rater).size(), 1U);
    EXPECT_NE(in_english(gaps_of(both.history(), GapKind::other_rater)[0].said)
                  .find("rated by A and B until"),
              std::string::npos);
}

TEST(ScaleChange, IsAScaleThatTakesOverFromAnother) {
    ExampleHistory example;
    example.score("goodman_baron_score", "2026-01-05", 21);
    example.score("goodman_baron_score", "2026-02-05", 20);
    example.score("ecca", "2026-03-05", 110);
    example.score("ecca", "2026-04-05", 95);
    const auto gaps = gaps_of(example.history(), GapKind::other_scale);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].series, "ecca");
    EXPECT_EQ(in_english(gaps[0].said),
              "Goodman-Baron quantitative score was recorded until 2026-02-05 and ECCA grading of "
              "acne scars from 2026-03-05: one cannot be set against the other. Record both at the "
              "next visit.");
}

TEST(ScaleChange, IsNoneWhereAnyScaleReachesAcross) {
    const auto taken_over = [] {
        ExampleHistory example;
        example.score("goodman_baron_score", "2026-01-05", 21);
        example.score("ecca", "2026-03-05", 110);
        return example;
    };
    EXPECT_EQ(gaps_of(taken_over().history(), GapKind::other_scale).size(), 1U);
    auto together = taken_over();
    together.score("goodman_baron_score", "2026-03-05", 21);
    EXPECT_TRUE(gaps_of(together.history(), GapKind::other_scale).empty());
    auto bridged = taken_over();
    bridged.score("goodman_baron_grade", "2026-01-05", 3);
    bridged.score("goodman_baron_grade", "2026-03-05", 3);
    EXPECT_TRUE(gaps_of(bridged.history(), GapKind::other_scale).empty());
}

TEST(ScaleChange, IsNoneBetweenDifferentThings) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 12);
    example.score("sebum", "2026-03-05", 110);
    example.score("gags", "2026-01-05", 12);
    example.score("lesions_total", "2026-03-05", 11);
    example.score("dlqi", "2026-04-05", 11);
    EXPECT_TRUE(gaps_of(example.history(), GapKind::other_scale).empty());
}

}  // namespace
}  // namespace progress::broken_series_test
