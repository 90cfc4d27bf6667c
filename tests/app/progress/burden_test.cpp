#include "app/progress/burden.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::burden_test {
namespace {

using schema::Better;

schema::Instrument scale(std::string_view code) {
    return ExampleHistory().instrument(code);
}

TEST(Burden, IsLowerWhereItIsBetter) {
    EXPECT_EQ(burden(scale("gags"), 9), 9);
    EXPECT_EQ(burden(scale("hydration"), 9), -9);
    EXPECT_EQ(burden(scale("melanin_index"), 9), 9);
    EXPECT_EQ(burden(scale("melanin_index"), -9), 9) << "as far from the skin beside it";
    schema::Instrument acidity;
    acidity.target = 5.5;
    EXPECT_EQ(burden(acidity, 5), 0.5);
    EXPECT_EQ(burden(acidity, 6), 0.5);
    acidity.better = Better::higher;
    EXPECT_EQ(burden(acidity, 6), 0.5) << "the target says it";
}

TEST(Burden, NeedsABetterWay) {
    EXPECT_TRUE(has_better(scale("gags")));
    EXPECT_TRUE(has_better(scale("hydration")));
    EXPECT_TRUE(has_better(scale("erythema_index")));
    EXPECT_FALSE(has_better(scale("sebum")));
    EXPECT_FALSE(has_better(scale("pgic")));
    schema::Instrument neither;
    neither.better = Better::neither;
    EXPECT_FALSE(has_better(neither));
    neither.target = 0;
    EXPECT_TRUE(has_better(neither));
}

TEST(RatioScale, IsOfCountsAndReadingsOnly) {
    for (const auto* code :
         {"lesions_total", "trunk_lesions", "hayashi", "pores", "tewl", "sebum"}) {
        EXPECT_TRUE(is_ratio_scale(scale(code))) << code;
    }
    for (const auto* code : {"gags",
                             "iga",
                             "pahpi",
                             "dlqi",
                             "ecca",
                             "scar_vas",
                             "pain_vas",
                             "melanin_index",
                             "erythema_index"}) {
        EXPECT_FALSE(is_ratio_scale(scale(code))) << code;
    }
    schema::Instrument depth;
    depth.unit = "mm";
    EXPECT_TRUE(is_ratio_scale(depth)) << "millimetres that are no line to mark";
    depth.high = 100;
    EXPECT_FALSE(is_ratio_scale(depth));
    depth.high.reset();
    depth.low = -1;
    EXPECT_FALSE(is_ratio_scale(depth)) << "a zero that is none";
}

RC_GTEST_PROP(BurdenLaw, IsTheSameAsFarBelowATargetAsAbove, (int target, int distance)) {
    schema::Instrument scale;
    scale.target = target;
    RC_ASSERT(burden(scale, double(target) - distance) == burden(scale, double(target) + distance));
}

}  // namespace
}  // namespace progress::burden_test
