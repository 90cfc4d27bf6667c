#include "app/progress/agreement/adoption.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/progress/agreement/made_up_study.h"

namespace progress::adoption_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

MadeUpStudy all_equal(int patients) {
    MadeUpStudy study(grades(0, 4));
    for (int i = 1; i <= patients; ++i) {
        study.row(i, {1.0 + i % 2, 1.0 + i % 2});
    }
    return study;
}

MadeUpStudy one_rater_twice(int patients) {
    MadeUpStudy study(grades(0, 4));
    for (int i = 1; i <= patients; ++i) {
        study.rate(i, "A", 2).rate(i, "A", i % 2 == 0 ? 2 : 3);
    }
    return study;
}

TEST(Adoption, TakesTenPatientsRatedByBoth) {
    const auto nine = adoption_of(two_raters(9).result());
    EXPECT_FALSE(nine.is_possible());
    EXPECT_THAT(nine.lacks,
                ElementsAre("9 of 10 patients are rated by both raters",
                            "0 of 10 patients are rated twice by the same rater"));
    const auto ten = adoption_of(two_raters(10).result());
    EXPECT_TRUE(ten.is_possible());
    EXPECT_EQ(ten.sdc_other_rater, two_raters(10).result().other_rater.value->sdc);
    EXPECT_FALSE(ten.sdc_same_rater);
}

TEST(Adoption, TakesTenPatientsRatedTwiceByOneRater) {
    const auto nine = adoption_of(one_rater_twice(9).result());
    EXPECT_FALSE(nine.is_possible());
    EXPECT_THAT(nine.lacks,
                ElementsAre("0 of 10 patients are rated by two raters",
                            "9 of 10 patients are rated twice by the same rater"));
    const auto ten = adoption_of(one_rater_twice(10).result());
    EXPECT_EQ(ten.sdc_same_rater, one_rater_twice(10).result().same_rater.value->sdc);
    EXPECT_FALSE(ten.sdc_other_rater);
}

TEST(Adoption, DoesNotAddUpPatientsOfTheOneAndTheOther) {
    auto study = two_raters(5);
    for (int i = 6; i <= 10; ++i) {
        study.rate(i, "A", 2).rate(i, "A", 3);
    }
    EXPECT_EQ(study.result().rated_twice, 10);
    EXPECT_FALSE(adoption_of(study.result()).is_possible());
}

TEST(Adoption, TakesThirtyPatientsWhereNoTwoRatingsDiffered) {
    EXPECT_FALSE(adoption_of(all_equal(29).result()).is_possible());
    EXPECT_THAT(adoption_of(all_equal(29).result()).lacks.at(0),
                HasSubstr("29 of 30 patients are rated by both raters"));
    EXPECT_EQ(adoption_of(all_equal(30).result()).sdc_other_rater, 0);
}

TEST(Adoption, LacksNothingWithBothNumbers) {
    auto study = two_raters(10);
    for (int i = 1; i <= 10; ++i) {
        study.rate(i, "A", i % 2 == 0 ? 1 : 2);
    }
    const auto adoption = adoption_of(study.result());
    EXPECT_TRUE(adoption.sdc_same_rater);
    EXPECT_TRUE(adoption.sdc_other_rater);
    EXPECT_THAT(adoption.lacks, IsEmpty());
}

// Of a study on photographs.
std::string summary(const MadeUpStudy& ratings) {
    schema::Agreement study;
    study.medium = schema::Medium::photo;
    study.on = *schema::Date::read("2026-01-05");
    return study_summary(study, ratings.result(), adoption_of(ratings.result()));
}

TEST(StudySummary, IsDesignAndNumbersInOneLineWithoutNames) {
    const auto text = summary(two_raters(12));
    EXPECT_THAT(text,
                HasSubstr("study of 2026-01-05, 12 patients rated twice, 2 raters, photographs: "
                          "quadratic kappa 0."));
    EXPECT_THAT(text, HasSubstr("(95 % "));
    EXPECT_THAT(text, HasSubstr("SEM between raters 0."));
    EXPECT_THAT(text, Not(HasSubstr("\n")));
}

TEST(StudySummary, KeepsSilentAboutAnErrorThatIsNotUsed) {
    auto study = two_raters(12);
    study.rate(1, "A", 4);
    EXPECT_THAT(summary(study), Not(HasSubstr("of one rater")));
    EXPECT_THAT(summary(two_raters(9)), Not(HasSubstr("SEM")));
}

TEST(StudySummary, CutsKappaAtOne) {
    MadeUpStudy study(grades(0, 4));
    for (int i = 0; i < 10; ++i) {
        study.row(i, {i % 5 + 0.0, i == 0 ? 1.0 : i % 5});
    }
    ASSERT_GT(study.result().pairs.at(0).kappa.value->high95, 1);
    EXPECT_THAT(summary(study), HasSubstr("to 1.00)"));
}

TEST(StudySummary, OfSeveralRatersNamesTheCorrelation) {
    MadeUpStudy study(grades(0, 4));
    study.row(1, {1, 1, 2}).row(2, {3, 3, 3}).row(3, {0, 1, 0});
    EXPECT_THAT(summary(study), HasSubstr(": ICC(2,1) 0."));
}

TEST(WhatWouldChange, NamesTheNoiseThatJudgesNow) {
    const Adoption adoption{.sdc_same_rater = 0.8, .sdc_other_rater = 1.386};
    EXPECT_THAT(what_would_change({}, grades(0, 4), adoption, {}),
                ElementsAre("When the same rater looks again, a change of at most 0.80 points "
                            "would be within noise, instead of 1 (ours)",
                            "When another rater looks, a change of at most 1.4 points would be "
                            "within noise, instead of 1 (ours)"));
    auto published = grades(0, 4);
    published.noise_other_rater = 2;
    published.noise_kind = schema::NoiseKind::published;
    EXPECT_THAT(what_would_change({}, published, adoption, {}).at(1),
                HasSubstr("instead of 2 (published)"));
}

TEST(WhatWouldChange, IsNoVerdictByAStudyOfPhotographs) {
    schema::Agreement study;
    study.medium = schema::Medium::photo;
    const auto changes = [&](const Adoption& adoption) {
        return what_would_change(study, grades(0, 4), adoption, {});
    };
    EXPECT_THAT(changes({.sdc_other_rater = 1.4}), ElementsAre(HasSubstr("No verdict")));
    EXPECT_THAT(changes({}), IsEmpty());
}

TEST(WhatWouldChange, NamesTheStudyThatGivesWay) {
    schema::Agreement earlier;
    earlier.id.value = 3;
    earlier.sdc_other_rater = 1.2;
    const auto changes = what_would_change(
        {}, grades(0, 4), {.sdc_same_rater = 0.8, .sdc_other_rater = 1.4}, earlier);
    EXPECT_THAT(changes.at(0), HasSubstr("instead of 1 (ours)"));
    EXPECT_THAT(changes.at(1), HasSubstr("instead of 1.2 (study 3)"));
}

TEST(WhatWouldChange, NamesScalesWithoutANumber) {
    auto counts = grades(0, 4);
    counts.noise.reset();
    EXPECT_THAT(what_would_change({}, counts, {.sdc_other_rater = 3.0}, {}).at(0),
                HasSubstr("; so far no number is known"));
    counts.noise_rule = schema::NoiseRule::count;
    EXPECT_THAT(what_would_change({}, counts, {.sdc_other_rater = 3.0}, {}).at(0),
                HasSubstr(", instead of what two counts differ by through chance"));
}

}  // namespace
}  // namespace progress::adoption_test
