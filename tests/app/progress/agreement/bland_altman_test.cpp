#include "app/progress/agreement/bland_altman.h"

#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/agreement/example_ratings.h"

namespace progress::bland_altman_test {
namespace {

void expect_close(std::optional<double> actual, double expected, double within) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, within * std::abs(expected));
}

// Bland and Altman 1986, Wright less mini Wright: published bias -2.1 (-22.0 to 17.8), SD 38.8.
// Their limits of -79.7 and 75.5 are with 2 SD.
TEST(BlandAltman, OfPeakFlowIsAsPublished) {
    const auto found = bland_altman(peak_flow(), {.first = 0, .second = 2});
    EXPECT_EQ(found->n, 17);
    EXPECT_NEAR(found->bias.value, -2.1, 0.05);
    EXPECT_NEAR(found->bias.low95.value(), -22.0, 0.05);
    EXPECT_NEAR(found->bias.high95.value(), 17.8, 0.05);
    EXPECT_NEAR(found->sd.value(), 38.8, 0.05);
    EXPECT_NEAR(found->bias.value - 2 * *found->sd, -79.7, 0.1);
    expect_close(found->lower_limit->value, -78.097301611094, 1e-9);
    expect_close(found->upper_limit->value, 73.86200749344692, 1e-9);
    expect_close(found->lower_limit->low95, -112.85337790919102, 1e-7);
    expect_close(found->lower_limit->high95, -43.34122531299697, 1e-7);
    expect_close(found->upper_limit->low95, 39.105931195349896, 1e-7);
    expect_close(found->upper_limit->high95, 108.61808379154395, 1e-7);
    expect_close(found->slope_of_difference_on_mean, 0.02868744515254922, 1e-9);
}

TEST(BlandAltman, LeavesOutTargetsThatOneDidNotRate) {
    const auto found = bland_altman(ratings_of({{4, 5}, {7, {}}, {{}, 3}, {9, 8}, {12, 14}}), {});
    EXPECT_EQ(found->n, 3);
    EXPECT_EQ(found->dropped, 2);
}

TEST(BlandAltman, OfEqualDifferencesHasLimitsAtTheBiasAndNoIntervals) {
    for (const auto& equal :
         {ratings_of({{1, 3}, {2, 4}, {5, 7}}), ratings_of({{0.1, 2.1}, {0.2, 2.2}, {0.7, 2.7}})}) {
        const auto found = bland_altman(equal, {});
        EXPECT_EQ(found->sd, 0);
        EXPECT_EQ(found->bias, (Estimate{.value = found->bias.value}));
        EXPECT_NEAR(found->bias.value, -2, 1e-12);
        EXPECT_EQ(found->lower_limit, found->bias);
        EXPECT_EQ(found->upper_limit, found->bias);
        EXPECT_EQ(found->slope_of_difference_on_mean, std::nullopt);
    }
}

TEST(BlandAltman, OfTwoTargetsHasNoSlope) {
    const auto found = bland_altman(ratings_of({{10, 12}, {15, 14}}), {});
    EXPECT_TRUE(found->upper_limit->high95.has_value());
    EXPECT_EQ(found->slope_of_difference_on_mean, std::nullopt);
}

TEST(BlandAltman, OfOneTargetIsOnlyADifference) {
    EXPECT_EQ(bland_altman(ratings_of({{10, 12}}), {}),
              (BlandAltman{.n = 1, .bias = {.value = -2}}));
}

TEST(BlandAltman, OfNoCommonTargetIsNothing) {
    EXPECT_EQ(bland_altman(ratings_of({{1, {}}, {{}, 2}}), {}), std::nullopt);
}

RC_GTEST_PROP(BlandAltman, IsTheOppositeTheOtherWayRound, ()) {
    const auto count = *rc::gen::inRange<std::size_t>(1, 12);
    Ratings ratings(count, 2);
    for (std::size_t i = 0; i < count; ++i) {
        ratings.at(i, 0) = *rc::gen::inRange(0, 50);
        ratings.at(i, 1) = *rc::gen::inRange(0, 50);
    }
    const auto one = *bland_altman(ratings, {.first = 0, .second = 1});
    const auto other = *bland_altman(ratings, {.first = 1, .second = 0});
    RC_ASSERT(std::abs(one.bias.value + other.bias.value) < 1e-9);
    RC_ASSERT(one.lower_limit.has_value() == other.upper_limit.has_value());
    if (one.lower_limit) {
        RC_ASSERT(std::abs(one.lower_limit->value + other.upper_limit->value) < 1e-9);
        RC_ASSERT(one.lower_limit->value <= one.bias.value);
    }
}

}  // namespace
}  // namespace progress::bland_altman_test
