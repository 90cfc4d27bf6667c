#include "app/progress/descriptives.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::descriptives_test {
namespace {

void expect_close(double actual, double expected) {
    EXPECT_NEAR(actual, expected, 1e-9 * std::abs(expected));
}

// R datasets::women, pounds.
const std::vector<double> women{
    115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164};

TEST(Descriptives, OfPublishedWeightsAreThoseOfR) {
    const auto found = describe(women);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->n, 15);
    expect_close(found->mean, 136.73333333333332);
    expect_close(found->sd.value(), 15.49869426143776);
    EXPECT_EQ(found->median, 135);
    EXPECT_EQ(found->quartile1, 124.5);
    EXPECT_EQ(found->quartile3, 148);
    EXPECT_EQ(found->lowest, 115);
    EXPECT_EQ(found->highest, 164);
}

// NIST StRD NumAcc3 (certified: mean 1000000.2, standard deviation exactly 0.1): 1000000.2, then
// 500 times .1 and .3 in turn.
TEST(Descriptives, KeepTheDigitsOfLargeValuesThatDifferLittle) {
    std::vector<double> values{1000000.2};
    for (int i = 0; i < 500; ++i) {
        values.push_back(1000000.1);
        values.push_back(1000000.3);
    }
    const auto found = describe(values);
    EXPECT_NEAR(found->sd.value(), 0.1, 1e-10);
    EXPECT_DOUBLE_EQ(found->mean, 1000000.2);
}

TEST(Descriptives, OfOneValueHaveNoSpread) {
    const auto found = describe(std::vector<double>{5});
    EXPECT_EQ(found->mean, 5);
    EXPECT_EQ(found->sd, std::nullopt);
    EXPECT_EQ(found->quartile1, 5);
}

TEST(Descriptives, OfTwoValuesLieBetweenThem) {
    const auto found = describe(std::vector<double>{9, 3});
    EXPECT_EQ(found->median, 6);
    EXPECT_EQ(found->quartile1, 4.5);
    EXPECT_EQ(found->quartile3, 7.5);
    expect_close(found->sd.value(), 4.242640687119285);
}

TEST(Descriptives, OfNothingAreNothing) {
    EXPECT_EQ(describe({}), std::nullopt);
}

RC_GTEST_PROP(Descriptives, DoNotDependOnOrder, (std::vector<int> whole)) {
    RC_PRE(!whole.empty());
    std::vector<double> values(whole.begin(), whole.end());
    const auto found = describe(values);
    std::reverse(values.begin(), values.end());
    RC_ASSERT(describe(values) == found);
}

RC_GTEST_PROP(Descriptives, AreInOrder, (std::vector<int> whole)) {
    RC_PRE(!whole.empty());
    const auto found = *describe(std::vector<double>(whole.begin(), whole.end()));
    RC_ASSERT(found.lowest <= found.quartile1);
    RC_ASSERT(found.quartile1 <= found.median);
    RC_ASSERT(found.median <= found.quartile3);
    RC_ASSERT(found.quartile3 <= found.highest);
}

}  // namespace
}  // namespace progress::descriptives_test
