#include "app/progress/agreement/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/progress/agreement/made_up_study.h"

namespace progress::study_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Shrout and Fleiss 1979, table 2.
MadeUpStudy shrout_and_fleiss() {
    MadeUpStudy study(grades(1, 10));
    study.row(1, {9, 2, 5, 8}).row(2, {6, 1, 3, 2}).row(3, {8, 4, 6, 8});
    return study.row(4, {7, 1, 2, 6}).row(5, {10, 5, 6, 9}).row(6, {6, 2, 4, 7});
}

TEST(Study, HasThePublishedCorrelationsOfShroutAndFleiss) {
    const auto result = shrout_and_fleiss().result();
    EXPECT_NEAR(*result.icc_2_1.value->value, 0.29, 0.005);
    EXPECT_NEAR(*result.icc_3_1.value->value, 0.71, 0.005);
    EXPECT_LT(*result.icc_2_1.value->low95, 0.29);
    EXPECT_GT(*result.icc_2_1.value->high95, 0.29);
    EXPECT_EQ(result.rated_by_all, 6);
    EXPECT_EQ(result.pairs.size(), 6U);
    EXPECT_THAT(result.raters, ElementsAre("A", "B", "C", "D"));
}

TEST(Study, TakesTheErrorBetweenRatersFromAllThatLiesWithinPatients) {
    const auto error = shrout_and_fleiss().result().other_rater.value.value();
    EXPECT_NEAR(error.sem, std::sqrt(6.26), 0.005);  // their mean square within targets
    EXPECT_NEAR(error.sdc, 1.96 * std::sqrt(2) * error.sem, 1e-12);
    EXPECT_LT(*error.low95, error.sem);
    EXPECT_GT(*error.high95, error.sem);
}

// Two ratings each: noise.md's multiples for ten patients.
TEST(Study, BoundsTheErrorOfTenPatientsAt70And175PercentOfIt) {
    const auto error = two_raters(10).result().other_rater.value.value();
    EXPECT_NEAR(*error.low95 / error.sem, 0.70, 0.005);
    EXPECT_NEAR(*error.high95 / error.sem, 1.75, 0.005);
}

TEST(Study, WeighsKappaByTheGradesOfTheScale) {
    const auto pair = shrout_and_fleiss().result().pairs.at(0);
    EXPECT_NEAR(*pair.kappa.value->value, 0.10695187165775408, 1e-9);
    EXPECT_NEAR(*pair.kappa.value->low95, -0.0027437670259096297, 1e-9);
    EXPECT_NEAR(*pair.kappa.value->high95, 0.21664751034141777, 1e-9);
}

TEST(Study, CountsStepsOfTheScaleAndNotPoints) {
    auto half = grades(0, 2);
    half.step = 0.5;
    MadeUpStudy study(half);
    study.row(1, {0, 0.5}).row(2, {1, 2}).row(3, {1.5, 1.5});
    const auto pair = study.result().pairs.at(0);
    EXPECT_EQ(pair.agreed.value, (AgreedOn{.same = 1, .within_one_step = 2}));
    EXPECT_TRUE(pair.kappa.value);
}

TEST(Study, GivesNoKappaOfScalesThatAreNumbers) {
    struct Row {
        std::optional<double> high;
        std::optional<double> step;
        const char* why;
    };
    for (const auto& [high, step, why] : {Row{11, 1, "12 values"},
                                          Row{std::nullopt, 1, "no upper end"},
                                          Row{10, std::nullopt, "no steps"}}) {
        SCOPED_TRACE(why);
        auto scale = grades(0, 10);
        scale.high = high;
        scale.step = step;
        MadeUpStudy study(scale);
        const auto pair = study.row(1, {1, 2}).row(2, {3, 3}).row(3, {5, 4}).result().pairs.at(0);
        EXPECT_FALSE(pair.kappa.value);
        EXPECT_THAT(pair.kappa.why_not, HasSubstr(why));
        EXPECT_TRUE(pair.apart.value);
    }
    MadeUpStudy study(grades(0, 10));
    EXPECT_TRUE(
        study.row(1, {1, 2}).row(2, {3, 3}).row(3, {5, 4}).result().pairs.at(0).kappa.value);
}

TEST(Study, SaysHowFarTwoRatersLieApart) {
    MadeUpStudy study(grades(0, 10));
    const auto pair = study.row(1, {3, 1}).row(2, {4, 3}).row(3, {6, 3}).result().pairs.at(0);
    EXPECT_DOUBLE_EQ(pair.apart.value->bias.value, 2);
    EXPECT_NEAR(pair.apart.value->upper_limit->value, 3.96, 1e-9);
    EXPECT_EQ(pair.patients, 3);
}

TEST(Study, CountsTheFirstRatingOfEachBetweenRaters) {
    auto once = two_raters(10);
    auto again = two_raters(10);
    again.rate(1, "A", 4).rate(1, "B", 0);
    EXPECT_EQ(again.result().pairs, once.result().pairs);
    EXPECT_EQ(again.result().other_rater, once.result().other_rater);
    EXPECT_EQ(again.result().ratings, 22);
}

TEST(Study, TakesTheErrorOfOneRaterFromUnequalRepeats) {
    MadeUpStudy study(grades(0, 4));
    study.rate(1, "A", 2).rate(1, "A", 3).rate(2, "A", 1).rate(2, "A", 1);
    study.rate(2, "B", 4).rate(2, "B", 4).rate(2, "B", 3).rate(3, "B", 0);
    const auto result = study.result();
    // squares 1/2 + 0 + 2/3 over 1 + 1 + 2
    EXPECT_NEAR(result.same_rater.value->sem, std::sqrt((0.5 + 2.0 / 3) / 4), 1e-12);
    EXPECT_EQ(result.repeated, 2);
    EXPECT_EQ(result.rated_twice, 2);
    EXPECT_EQ(result.patients, 3);
}

TEST(Study, LeavesOutWhoWasTreatedBetweenRatings) {
    auto study = two_raters(11);
    study.treat(11);
    const auto result = study.result();
    EXPECT_EQ(result.treated_between, 1);
    EXPECT_EQ(result.ratings, 20);
    auto expected = two_raters(10).result();
    expected.treated_between = 1;
    EXPECT_EQ(result, expected);
}

TEST(Study, LeavesOutOfTheRestWhoWasNotRatedByAll) {
    auto study = two_raters(10);
    study.rate(11, "A", 0).rate(12, "B", 4);
    const auto result = study.result();
    EXPECT_EQ(result.patients, 12);
    EXPECT_EQ(result.rated_by_all, 10);
    EXPECT_EQ(result.other_rater, two_raters(10).result().other_rater);
}

TEST(Study, SaysWhyThereIsNoNumber) {
    const auto empty = MadeUpStudy(grades(0, 4)).result();
    EXPECT_EQ(empty.other_rater.why_not, "it takes two raters");
    EXPECT_EQ(empty.same_rater.why_not, "no rater rated a patient twice");
    EXPECT_TRUE(empty.pairs.empty());

    MadeUpStudy alone(grades(0, 4));
    EXPECT_EQ(alone.rate(1, "A", 1).rate(1, "A", 2).result().icc_2_1.why_not,
              "it takes two raters");

    MadeUpStudy apart(grades(0, 4));
    const auto strangers = apart.rate(1, "A", 1).rate(2, "B", 2).result();
    EXPECT_EQ(strangers.other_rater.why_not, "fewer than two patients were rated by all raters");
    EXPECT_EQ(strangers.pairs.at(0).agreed.why_not, "no patient was rated by both");

    MadeUpStudy equal(grades(0, 4));
    const auto same = equal.row(1, {2, 2}).row(2, {2, 2}).result();
    EXPECT_EQ(same.icc_2_1.why_not, "all ratings are equal");
    EXPECT_EQ(same.pairs.at(0).kappa.why_not, "both gave one and the same grade to all");
    EXPECT_EQ(same.other_rater.value->sem, 0);
}

}  // namespace
}  // namespace progress::study_test
