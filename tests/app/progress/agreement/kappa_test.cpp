#include "app/progress/agreement/kappa.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/agreement/example_ratings.h"

namespace progress::kappa_test {
namespace {

void expect_close(std::optional<double> actual, double expected, double within = 1e-9) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, within * std::abs(expected));
}

PairAgreement names(const Ratings& ratings) {
    return pair_agreement(ratings, {}, std::nullopt);
}

PairAgreement grades(const Ratings& ratings, double lowest, double highest) {
    return pair_agreement(ratings, {}, GradeRange{.lowest = lowest, .highest = highest});
}

// Cohen, Educ Psychol Meas 1960;20:37-46: 200 patients, three diagnoses; published kappa 0.492.
TEST(Kappa, OfCohensDiagnosesIsAsPublished) {
    const auto found = names(ratings_of_counts({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}));
    EXPECT_EQ(found.n, 200);
    EXPECT_EQ(found.same, 140);
    expect_close(found.unweighted->observed, 0.70);
    expect_close(found.unweighted->by_chance, 0.41);
    expect_close(found.unweighted->value, 0.29 / 0.59);
    EXPECT_EQ(found.linear, std::nullopt) << "diagnoses have no order";
}

// Fleiss, Statistical Methods for Rates and Proportions, 2nd edition, 1981, table 13.1: 100
// subjects. Published: kappa 0.68, error 0.076 of a kappa of 0; 0.087 and 0.51 to 0.85 from the
// rounded 0.68.
TEST(Kappa, HasTheErrorsOfFleiss) {
    const auto found = names(ratings_of_counts({{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}));
    expect_close(found.unweighted->value, 0.23 / 0.34);
    EXPECT_NEAR(found.unweighted->se_null.value(), 0.076, 5e-4);
    EXPECT_NEAR(found.unweighted->se.value(), 0.087, 1e-3);
    EXPECT_NEAR(found.unweighted->low95.value(), 0.51, 1e-2);
    EXPECT_NEAR(found.unweighted->high95.value(), 0.85, 1e-2);
}

// The worked example of docs/statistics.md: judges 2 and 3 of Shrout and Fleiss 1979, table 2, on
// their scale of 1 to 10. Grades differ by 3, 2, 2, 1, 1 and 2.
TEST(Kappa, WeighsByTheDistanceOfGrades) {
    const auto found = pair_agreement(
        shrout_and_fleiss(), {.first = 1, .second = 2}, GradeRange{.lowest = 1, .highest = 10});
    EXPECT_EQ(found.n, 6);
    EXPECT_EQ(found.same, 0);
    EXPECT_EQ(found.within_one, 2);
    expect_close(found.unweighted->value, -0.125);
    expect_close(found.linear->observed, 1 - 11.0 / 54);
    expect_close(found.linear->by_chance, 1 - 14.0 / 54);
    expect_close(found.linear->value, 3.0 / 14);
    expect_close(found.quadratic->observed, 1 - 23.0 / 486);
    expect_close(found.quadratic->by_chance, 1 - 47.0 / 486);
    expect_close(found.quadratic->value, 24.0 / 47);
    expect_close(found.quadratic->se, 0.1491664668292898);  // by the delta method, apart
    expect_close(found.quadratic->se_null, 0.23307342872559833);
    expect_close(found.quadratic->low95, 0.21827739518584344);
    expect_close(found.quadratic->high95, 0.8029992005588367);
}

TEST(Kappa, GoesByTheGradesAndNotByTheirPlacesAmongThoseUsed) {
    const auto ratings = ratings_of({{0, 0}, {0, 4}, {4, 4}, {1, 1}});  // nobody gave 2 or 3
    const auto found = grades(ratings, 0, 4);
    expect_close(found.linear->observed, 3.0 / 4);
    const auto wider = grades(ratings, 0, 8);
    expect_close(wider.linear->observed, 3.5 / 4);
    expect_close(wider.linear->value, found.linear->value.value());
}

TEST(Kappa, LeavesOutTargetsThatOneDidNotRate) {
    const auto found = grades(ratings_of({{1, 1}, {2, {}}, {3, 2}, {{}, {}}}), 0, 4);
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.dropped, 2);
    EXPECT_EQ(found.same, 1);
    EXPECT_EQ(found.within_one, 2);
}

TEST(Kappa, OfNoCommonTargetIsNothing) {
    EXPECT_EQ(grades(ratings_of({{1, {}}, {{}, 2}, {3, {}}}), 0, 4), (PairAgreement{.dropped = 3}));
}

TEST(Kappa, OfPerfectAgreementIsOneWithoutInterval) {
    const auto found = grades(ratings_of({{0, 0}, {1, 1}, {3, 3}, {3, 3}}), 0, 4);
    for (const auto& kappa : {found.unweighted, found.linear, found.quadratic}) {
        EXPECT_EQ(kappa->value, 1);
        EXPECT_EQ(kappa->se, 0);
        EXPECT_GT(kappa->se_null, 0);
        EXPECT_EQ(kappa->low95, std::nullopt);
        EXPECT_EQ(kappa->high95, std::nullopt);
    }
}

TEST(Kappa, OfOneAndTheSameGradeIsUndefinedWhateverTheAgreement) {
    const auto found = grades(ratings_of({{2, 2}, {2, 2}, {2, 2}}), 0, 4);
    EXPECT_EQ(found.same, 3);
    for (const auto& kappa : {found.unweighted, found.linear, found.quadratic}) {
        EXPECT_EQ(kappa, (Kappa{.observed = 1, .by_chance = 1}));
    }
}

TEST(Kappa, OfARaterWithASingleGradeIsZeroWithoutInterval) {
    const auto found = grades(ratings_of({{0, 2}, {1, 2}, {2, 2}, {3, 2}}), 0, 4);
    for (const auto& kappa : {found.unweighted, found.linear, found.quadratic}) {
        EXPECT_NEAR(kappa->value.value(), 0, 1e-12);
        EXPECT_EQ(kappa->se, 0);
        EXPECT_EQ(kappa->low95, std::nullopt);
    }
}

// Of the moments of both raters, over n: Lin's concordance (Biometrics 1989;45:255-268), which the
// quadratic kappa is.
double concordance(const std::vector<std::pair<int, int>>& targets) {
    const auto n = static_cast<double>(targets.size());
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const auto& [a, b] : targets) {
        x += a / n;
        y += b / n;
        xx += a * a / n;
        yy += b * b / n;
        xy += a * b / n;
    }
    return 2 * (xy - x * y) / (xx - x * x + yy - y * y + (x - y) * (x - y));
}

RC_GTEST_PROP(Kappa, WithQuadraticWeightsIsLinsConcordance, ()) {
    const auto grade = rc::gen::inRange(0, 7);
    const auto targets = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(grade, grade)));
    std::vector<std::vector<std::optional<double>>> rows;
    for (const auto& [a, b] : targets) {
        rows.push_back({static_cast<double>(a), static_cast<double>(b)});
    }
    const auto found = grades(ratings_of(rows), 0, 6);
    if (found.quadratic->value) {
        RC_ASSERT(std::abs(*found.quadratic->value - concordance(targets)) < 1e-9);
    }
    RC_ASSERT(found.same <= found.within_one && found.within_one <= found.n);
    const auto swapped = pair_agreement(
        ratings_of(rows), {.first = 1, .second = 0}, GradeRange{.lowest = 0, .highest = 6});
    for (const auto& [one, other] : {std::pair(found.unweighted, swapped.unweighted),
                                     std::pair(found.linear, swapped.linear),
                                     std::pair(found.quadratic, swapped.quadratic)}) {
        RC_ASSERT(std::abs(one->value.value_or(0) - other->value.value_or(0)) < 1e-9);
        RC_ASSERT(std::isfinite(one->value.value_or(0)) && std::isfinite(one->se.value_or(0)));
        RC_ASSERT(one->value.value_or(0) <= 1 + 1e-12);
    }
}

}  // namespace
}  // namespace progress::kappa_test
