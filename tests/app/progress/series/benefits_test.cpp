#include "app/progress/series/benefits.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::benefits_test {
namespace {

Benefit benefit(const ExampleHistory& example, BenefitKind kind) {
    return summarise(example.history(), day("2026-12-31")).benefits[static_cast<std::size_t>(kind)];
}

void move(ExampleHistory& example, std::string_view code, double from, double to) {
    example.score(code, "2026-01-05", from);
    example.score(code, "2026-06-05", to);
}

// At two visits in a row.
void move_for_sure(ExampleHistory& example, std::string_view code, double from, double to) {
    move(example, code, from, to);
    example.score(code, "2026-07-05", to);
}

TEST(Benefits, AreFiveAndRestOnSomething) {
    const auto all = summarise(ExampleHistory().history(), day("2026-12-31")).benefits;
    ASSERT_EQ(all.size(), 5U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        SCOPED_TRACE(i);
        EXPECT_EQ(all[i].kind, static_cast<BenefitKind>(i));
        EXPECT_EQ(all[i].verdict, BenefitVerdict::not_enough_data);
        EXPECT_EQ(all[i].because.size(), 1U);
        EXPECT_FALSE(in_english(all[i].known).empty());
    }
    EXPECT_EQ(in_english(all[0].because[0].said), "Nothing is recorded that measures it.");
    EXPECT_EQ(in_english(all[1].because[0].said),
              "The book has no measurement of what a product did.");
}

TEST(Benefits, SayNoMoreThanWasFound) {
    const auto all = summarise(ExampleHistory().history(), day("2026-12-31")).benefits;
    const std::vector<std::string> parts{
        "may look smaller",
        "up to about 1 to 3 days; use only approved products",
        "can also cause temporary dark marks",
        "No study was found",
        "no controlled study was found that shows that it prevents scars"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_NE(in_english(all[i].known).find(parts[i]), std::string::npos)
            << in_english(all[i].known);
    }
}

TEST(Benefits, CountTheSeriesThatMeasureThem) {
    const std::vector<std::pair<BenefitKind, std::vector<const char*>>> counted{
        {BenefitKind::pores, {"pores"}},
        {BenefitKind::marks, {"pahpi", "masi", "mmasi", "melanin_index", "erythema_index"}},
        {BenefitKind::barrier, {"tewl", "hydration"}},
        {BenefitKind::scars, {"goodman_baron_grade", "goodman_baron_score", "ecca", "scar_s"}},
    };
    for (const auto& row : counted) {
        const auto kind = row.first;
        for (const auto* code : row.second) {
            SCOPED_TRACE(code);
            const bool is_up = std::string(code) == "hydration";
            const auto moved = [&](bool twice) {
                ExampleHistory example;
                example.study(code, 5, 5);
                (twice ? move_for_sure : move)(example, code, is_up ? 6 : 16, is_up ? 16 : 6);
                return benefit(example, kind);
            };
            EXPECT_EQ(moved(true).verdict, BenefitVerdict::improved);
            EXPECT_EQ(moved(false).verdict, BenefitVerdict::not_sure) << "one visit says so";
            const auto because = moved(true).because;
            ASSERT_EQ(because.size(), 1U);
            EXPECT_EQ(because[0].series, code);
            EXPECT_EQ(because[0].change, is_up ? 10 : -10);
            EXPECT_EQ(because[0].confirmed, true);
            EXPECT_TRUE(because[0].counts);
        }
    }
    ExampleHistory example;
    move(example, "sebum", 100, 50);
    move(example, "gags", 20, 10);
    move(example, "dlqi", 20, 10);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(benefit(example, static_cast<BenefitKind>(i)).verdict,
                  BenefitVerdict::not_enough_data);
    }
}

struct Case {
    const char* name;
    double grade;  // from 3, noise 1
    double score;  // from 20, noise 4
    bool twice;
    BenefitVerdict expected;
};

TEST(Benefits, HideNoSeriesThatGotWorse) {
    const std::vector<Case> cases = {
        {"both better", 1, 10, true, BenefitVerdict::improved},
        {"both better at one visit", 1, 10, false, BenefitVerdict::not_sure},
        {"one better, one worse", 1, 25, true, BenefitVerdict::worsened},
        {"one better, one worse at one visit", 1, 25, false, BenefitVerdict::not_sure},
        {"one better, one within noise", 1, 24, true, BenefitVerdict::improved},
        {"one the same, one within noise", 3, 24, true, BenefitVerdict::unchanged},
        {"both within noise", 2, 16, true, BenefitVerdict::unchanged},
        {"one the same, one worse", 3, 25, true, BenefitVerdict::worsened},
        {"both the same", 3, 20, false, BenefitVerdict::unchanged},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        ExampleHistory example;
        (each.twice ? move_for_sure : move)(example, "goodman_baron_grade", 3, each.grade);
        (each.twice ? move_for_sure : move)(example, "goodman_baron_score", 20, each.score);
        EXPECT_EQ(benefit(example, BenefitKind::scars).verdict, each.expected);
    }
}

TEST(Benefits, AreNotSureWhereOneVisitSaysWorseAndTwoSayBetter) {
    ExampleHistory example;
    move_for_sure(example, "goodman_baron_grade", 3, 1);
    move(example, "goodman_baron_score", 20, 30);
    EXPECT_EQ(benefit(example, BenefitKind::scars).verdict, BenefitVerdict::not_sure);
}

TEST(Benefits, AreNotSureWhereNoNoiseIsKnown) {
    ExampleHistory example;
    move_for_sure(example, "tewl", 20, 10);
    EXPECT_EQ(benefit(example, BenefitKind::barrier).verdict, BenefitVerdict::not_sure);
}

TEST(Benefits, NeedTwoValues) {
    ExampleHistory example;
    example.score("pores", "2026-01-05", 400);
    const auto pores = benefit(example, BenefitKind::pores);
    EXPECT_EQ(pores.verdict, BenefitVerdict::not_enough_data);
    EXPECT_EQ(pores.because[0].change, std::nullopt);
    EXPECT_EQ(in_english(pores.because[0].said),
              "Visible pores, counted: no value since the baseline.");
}

TEST(Benefits, SayWhatTheyRestOnInWords) {
    ExampleHistory example;
    move(example, "goodman_baron_grade", 3, 2);
    move(example, "goodman_baron_score", 20, 18);
    move(example, "pahpi", 12, 15);
    move(example, "pores", 400, 400);
    const auto text = [&](BenefitKind kind, std::size_t i) {
        return in_english(benefit(example, kind).because[i].said);
    };
    EXPECT_EQ(text(BenefitKind::scars, 0),
              "Goodman-Baron qualitative grade: 3 to 2 points, about the same.");
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 18 points, about the same.");
    EXPECT_EQ(text(BenefitKind::pores, 0),
              "Visible pores, counted: 400 to 400 pores, about the same.");
    example.score("goodman_baron_score", "2026-07-05", 15);
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 15 points, looks better.");
    example.score("goodman_baron_score", "2026-08-05", 15);
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 15 points, better.");
    example.score("goodman_baron_score", "2026-09-05", 25);
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 25 points, looks worse.");
}

TEST(Benefits, SayWhyASeriesDoesNotCount) {
    const auto text = [](const char* before, const char* after, const char* device) {
        ExampleHistory example;
        example.mean("tewl", "2026-01-05", before, {.device = "A"});
        example.mean("tewl", "2026-06-05", after, {.device = device});
        const auto found = benefit(example, BenefitKind::barrier);
        EXPECT_EQ(found.verdict, BenefitVerdict::not_enough_data);
        EXPECT_EQ(found.because[0].change, std::nullopt);
        return in_english(found.because[0].said);
    };
    EXPECT_EQ(text("nose=10", "chin=10", "A"),
              "Transepidermal water loss: other places were looked at.");
    EXPECT_EQ(text("nose=10", "nose=10", "B"),
              "Transepidermal water loss: read with another device, or one that is not named.");
}

TEST(Benefits, TakeARegionOnlyWithoutAWhole) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 10, schema::Region::nose);
    example.score("tewl", "2026-06-05", 8, schema::Region::nose);
    EXPECT_EQ(benefit(example, BenefitKind::barrier).because[0].series, "tewl@nose");
    move(example, "tewl", 10, 12);
    const auto barrier = benefit(example, BenefitKind::barrier);
    ASSERT_EQ(barrier.because.size(), 1U);
    EXPECT_EQ(barrier.because[0].series, "tewl");
    EXPECT_EQ(barrier.verdict, BenefitVerdict::not_sure);
}

TEST(Benefits, CountNothingThatNeedlingStillHides) {
    for (const auto& [at, counts] : {std::pair("2026-06-05T09:00", false),
                                     {"2026-07-02", false},  // 27 days
                                     {"2026-07-03", true}}) {
        for (const auto& [code, kind] : {std::pair("tewl", BenefitKind::barrier),
                                         {"pahpi", BenefitKind::marks},
                                         {"ecca", BenefitKind::scars}}) {
            SCOPED_TRACE(std::string(code) + " " + at);
            ExampleHistory example;
            example.session("2026-06-05T08:00");
            example.score(code, "2026-06-01", 10);
            example.score(code, at, 20);
            const auto found = benefit(example, kind);
            EXPECT_EQ(found.because[0].counts, counts);
            EXPECT_EQ(found.verdict == BenefitVerdict::not_enough_data, !counts);
        }
    }
    ExampleHistory example;
    example.session("2026-06-05T08:00");
    example.score("tewl", "2026-06-06", 10);
    EXPECT_EQ(in_english(benefit(example, BenefitKind::barrier).because[0].said),
              "Transepidermal water loss: rated 1 day after a session, which hides the result.");
}

}  // namespace
}  // namespace progress::benefits_test
