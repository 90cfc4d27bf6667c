#include "app/progress/benefits.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"

namespace progress {
namespace {

Benefit benefit(const ExampleHistory& example, BenefitKind kind) {
    return summarise(example.history(), day("2026-12-31")).benefits[static_cast<std::size_t>(kind)];
}

void move(ExampleHistory& example, std::string_view code, double from, double to) {
    example.score(code, "2026-01-05", from);
    example.score(code, "2026-06-05", to);
}

TEST(Benefits, AreFiveAndRestOnSomething) {
    const auto all = summarise(ExampleHistory().history(), day("2026-12-31")).benefits;
    ASSERT_EQ(all.size(), 5U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        SCOPED_TRACE(i);
        EXPECT_EQ(all[i].kind, static_cast<BenefitKind>(i));
        EXPECT_EQ(all[i].verdict, BenefitVerdict::not_enough_data);
        EXPECT_EQ(all[i].because.size(), 1U);
        EXPECT_FALSE(all[i].known.empty());
    }
    EXPECT_EQ(all[0].because[0].text, "Nothing is recorded that measures it.");
    EXPECT_EQ(all[1].because[0].text, "The book has no measurement of what a product did.");
}

TEST(Benefits, SayNoMoreThanWasFound) {
    const auto all = summarise(ExampleHistory().history(), day("2026-12-31")).benefits;
    const std::vector<std::string> parts{"may look smaller",
                                         "up to about 1 to 3 days; use only approved products",
                                         "can also cause temporary dark marks",
                                         "No study was found",
                                         "No study was found that shows that early needling"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_NE(all[i].known.find(parts[i]), std::string::npos) << all[i].known;
    }
}

TEST(Benefits, CountTheSeriesThatMeasureThem) {
    const std::vector<std::pair<BenefitKind, std::vector<const char*>>> counted{
        {BenefitKind::pores, {"pores"}},
        {BenefitKind::marks, {"pahpi", "masi", "mmasi", "melanin_index", "erythema_index"}},
        {BenefitKind::barrier, {"tewl", "hydration"}},
        {BenefitKind::scars, {"goodman_baron_grade", "goodman_baron_score", "ecca", "scar_s"}},
    };
    for (const auto& [kind, codes] : counted) {
        for (const auto* code : codes) {
            SCOPED_TRACE(code);
            ExampleHistory example;
            const bool is_up = std::string(code) == "hydration";
            move(example, code, is_up ? 6 : 16, is_up ? 16 : 6);
            EXPECT_EQ(benefit(example, kind).verdict, BenefitVerdict::improved);
            const auto because = benefit(example, kind).because;
            ASSERT_EQ(because.size(), 1U);
            EXPECT_EQ(because[0].series, code);
            EXPECT_EQ(because[0].change, is_up ? 10 : -10);
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
    double grade;  // from 3
    double score;  // from 20, noise 4
    BenefitVerdict expected;
};

TEST(Benefits, HideNoSeriesThatGotWorse) {
    const std::vector<Case> cases = {
        {"both better", 2, 10, BenefitVerdict::improved},
        {"one better, one worse", 2, 25, BenefitVerdict::worsened},
        {"one better, one within noise", 2, 24, BenefitVerdict::improved},
        {"one the same, one within noise", 3, 24, BenefitVerdict::unchanged},
        {"one the same, one worse", 3, 25, BenefitVerdict::worsened},
        {"both the same", 3, 20, BenefitVerdict::unchanged},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        ExampleHistory example;
        move(example, "goodman_baron_grade", 3, each.grade);
        move(example, "goodman_baron_score", 20, each.score);
        EXPECT_EQ(benefit(example, BenefitKind::scars).verdict, each.expected);
    }
}

TEST(Benefits, NeedTwoValues) {
    ExampleHistory example;
    example.score("pores", "2026-01-05", 400);
    const auto pores = benefit(example, BenefitKind::pores);
    EXPECT_EQ(pores.verdict, BenefitVerdict::not_enough_data);
    EXPECT_EQ(pores.because[0].change, std::nullopt);
    EXPECT_EQ(pores.because[0].text, "Visible pores, counted: no value since the baseline.");
}

TEST(Benefits, SayWhatTheyRestOnInWords) {
    ExampleHistory example;
    move(example, "goodman_baron_grade", 3, 2);
    move(example, "goodman_baron_score", 20, 18);
    move(example, "pahpi", 12, 15);
    move(example, "pores", 400, 400);
    const auto text = [&](BenefitKind kind, std::size_t i) {
        return benefit(example, kind).because[i].text;
    };
    EXPECT_EQ(text(BenefitKind::scars, 0),
              "Goodman-Baron qualitative grade: 3 to 2 points, better; what raters differ by is "
              "not published.");
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 18 points, within what raters differ by.");
    EXPECT_EQ(text(BenefitKind::marks, 0),
              "Postacne Hyperpigmentation Index: 12 to 15 points, worse; what raters differ by is "
              "not published.");
    EXPECT_EQ(text(BenefitKind::pores, 0), "Visible pores, counted: 400 to 400 pores, unchanged.");
    example.score("goodman_baron_score", "2026-07-05", 15);
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 15 points, better by more than raters "
              "differ by.");
    example.score("goodman_baron_score", "2026-08-05", 25);
    EXPECT_EQ(text(BenefitKind::scars, 1),
              "Goodman-Baron quantitative score: 20 to 25 points, worse by more than raters "
              "differ by.");
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
    EXPECT_EQ(barrier.verdict, BenefitVerdict::worsened);
}

TEST(Benefits, CountNoBarrierReadOverAnOpenSkin) {
    const std::vector<std::pair<const char*, bool>> cases{
        {"2026-06-05T09:00", false},
        {"2026-06-08", false},  // three days
        {"2026-06-09", true},
    };
    for (const auto& [at, counts] : cases) {
        SCOPED_TRACE(at);
        ExampleHistory example;
        example.session("2026-06-05T08:00");
        example.score("tewl", "2026-06-01", 10);
        example.score("tewl", at, 25);
        const auto barrier = benefit(example, BenefitKind::barrier);
        EXPECT_EQ(barrier.because[0].counts, counts);
        EXPECT_EQ(barrier.verdict,
                  counts ? BenefitVerdict::worsened : BenefitVerdict::not_enough_data);
    }
    ExampleHistory example;
    example.session("2026-06-05T08:00");
    move(example, "pahpi", 10, 12);
    example.score("pahpi", "2026-06-06", 14);
    EXPECT_EQ(benefit(example, BenefitKind::marks).verdict, BenefitVerdict::worsened)
        << "marks count at once";
}

}  // namespace
}  // namespace progress
