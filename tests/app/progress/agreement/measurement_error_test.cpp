#include "app/progress/agreement/measurement_error.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/app/progress/agreement/example_ratings.h"

namespace progress::measurement_error_test {
namespace {

void expect_close(std::optional<double> actual, double expected, double within = 1e-9) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, within * std::abs(expected));
}

MeasurementError of(const Ratings& ratings) {
    return measurement_error(mean_squares(ratings).value());
}

// The worked example of docs/statistics.md, from the published mean squares.
TEST(MeasurementError, OfShroutAndFleissIsTheRootOfTheirMeanSquares) {
    const auto found = of(shrout_and_fleiss());
    EXPECT_NEAR(found.consistency.sem, std::sqrt(1.02), 5e-3);
    EXPECT_NEAR(found.one_way.sem, std::sqrt(6.26), 5e-3);
    EXPECT_NEAR(found.agreement.sem, std::sqrt((32.49 - 1.02) / 6 + 1.02), 5e-3);
    expect_close(found.consistency.sdc, 2.798677465438909);
    expect_close(found.agreement.sdc, 6.937341789987799);
    expect_close(found.consistency.low95, 0.745852134100428, 1e-7);
    expect_close(found.consistency.high95, 1.5626657781924012, 1e-7);
    expect_close(found.one_way.low95, 1.8911293420396689, 1e-7);
    expect_close(found.one_way.high95, 3.7011669065505397, 1e-7);
    EXPECT_EQ(found.agreement.low95, std::nullopt);
}

TEST(MeasurementError, OfARaterAlwaysOneHigherIsInAgreementOnly) {
    const auto found = of(ratings_of({{0, 1}, {1, 2}, {3, 4}}));
    EXPECT_EQ(found.consistency, StandardError{});
    expect_close(found.agreement.sem, std::sqrt(0.5));
    expect_close(found.agreement.sdc, 1.96);
}

TEST(MeasurementError, IsNotMadeSmallerByRatersWhoDifferLessThanChance) {
    const auto found = of(ratings_of({{3, 4}, {8, 7}, {5, 5}}));
    EXPECT_EQ(found.agreement.sem, found.consistency.sem);
    EXPECT_LT(found.one_way.sem, found.agreement.sem);
}

// Bland and Altman 1986, the Wright meter, each of 17 people twice. They print 2 SD of the
// differences, 43.2; half the squared differences are the variance within.
TEST(Repeatability, OfPeakFlowIsFromTheVarianceWithinPeople) {
    const auto all = peak_flow();
    Ratings wright(all.targets(), 2);
    double squares = 0;
    for (std::size_t i = 0; i < all.targets(); ++i) {
        wright.at(i, 0) = all.at(i, 0);
        wright.at(i, 1) = all.at(i, 1);
        squares += std::pow(*all.at(i, 0) - *all.at(i, 1), 2) / 2;
    }
    const auto found = repeatability(wright);
    EXPECT_EQ(found.targets, 17);
    EXPECT_EQ(found.df, 17);
    expect_close(found.within->sem, std::sqrt(squares / 17));
    expect_close(found.within->sdc, 42.42792199372817);
    expect_close(found.within->low95, 11.485934584231032, 1e-7);
    expect_close(found.within->high95, 22.946900927380472, 1e-7);
}

TEST(Repeatability, TakesUnequalNumbersOfRepeatsAndLeavesOutSingleOnes) {
    const auto found =
        repeatability(ratings_of({{1, 3, {}}, {7, {}, {}}, {{}, 2, 2}, {4, 5, 6}, {{}, {}, {}}}));
    EXPECT_EQ(found.targets, 3);
    EXPECT_EQ(found.dropped, 2);
    EXPECT_EQ(found.df, 4);
    expect_close(found.within->sem, 1);  // (2 + 0 + 2) / 4
}

TEST(Repeatability, OfEqualRepeatsIsZeroWithoutBounds) {
    const auto found = repeatability(ratings_of({{4, 4}, {7, 7}}));
    EXPECT_EQ(found.within, StandardError{});
}

TEST(Repeatability, OfNobodyMeasuredTwiceIsNothing) {
    EXPECT_EQ(repeatability(ratings_of({{4, {}}, {{}, 7}})), (Repeatability{.dropped = 2}));
}

}  // namespace
}  // namespace progress::measurement_error_test
