#include "app/progress/hodges_lehmann.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::hodges_lehmann_test {
namespace {

void expect_close(std::optional<double> actual, double expected) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, 1e-9 * std::abs(expected));
}

// Darwin 1876, The Effects of Cross and Self Fertilisation in the Vegetable Kingdom, chapter 1:
// heights of 15 pairs of maize, crossed less self-fertilised, in eighths of an inch.
TEST(HodgesLehmann, OfDarwinsMaizeIsThreeInches) {
    const auto found = hodges_lehmann(
        std::vector<double>{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48});
    EXPECT_EQ(found->n, 15);
    EXPECT_EQ(found->estimate, 25);
    EXPECT_EQ(found->low95, 4);
    EXPECT_EQ(found->high95, 41.5);
    expect_close(found->confidence, 1 - 1570 / std::pow(2, 15));
}

// Hollander and Wolfe 1973, depression scores of nine patients: published -0.46, -0.786 to -0.010
// at 96.1 %.
TEST(HodgesLehmann, OfDepressionScoresIsAsPublished) {
    const auto found = hodges_lehmann(
        std::vector<double>{-0.952, 0.147, -1.022, -0.43, -0.62, -0.59, -0.49, 0.08, -0.01});
    expect_close(found->estimate, -0.46);
    expect_close(found->low95, -0.786);
    expect_close(found->high95, -0.01);
    expect_close(found->confidence, 0.9609375);
}

TEST(HodgesLehmann, CountsPatientsWhoDidNotChange) {
    const auto found = hodges_lehmann(std::vector<double>{-2, -1, 0, -1, 0, 1, -2});
    EXPECT_EQ(found->n, 7);
    EXPECT_EQ(found->estimate, -0.75);
    EXPECT_EQ(found->low95, -2);
    EXPECT_EQ(found->high95, 0.5);
}

TEST(HodgesLehmann, HasNoIntervalBelowSixChanges) {
    EXPECT_EQ(hodges_lehmann(std::vector<double>{1, 2, 3, 4, 5}),
              (HodgesLehmann{.n = 5, .estimate = 3}));
    const auto six = hodges_lehmann(std::vector<double>{1, 2, 3, 4, 5, 6});
    EXPECT_EQ(six->low95, 1);
    EXPECT_EQ(six->high95, 6);
    EXPECT_EQ(six->confidence, 1 - 2.0 / 64);
}

TEST(HodgesLehmann, HasNoIntervalWithoutWidth) {
    EXPECT_EQ(hodges_lehmann(std::vector<double>(6, -1)), (HodgesLehmann{.n = 6, .estimate = -1}));
    const auto decimals = hodges_lehmann(std::vector<double>{0.3, 0.3, 0.3, 0.1 + 0.2, 0.3, 0.3});
    EXPECT_EQ(decimals->low95, std::nullopt) << "0.1 + 0.2 is 0.3";
}

TEST(HodgesLehmann, OfManyChangesIsNormalAndHardlyDiffers) {
    std::vector<double> changes;
    for (int i = 1; i <= 100; ++i) {
        changes.push_back(i);
    }
    const auto exact = hodges_lehmann(changes);
    changes.push_back(101);
    const auto normal = hodges_lehmann(changes);
    EXPECT_NEAR(*normal->low95, *exact->low95, 0.5);
    EXPECT_NEAR(*normal->confidence, *exact->confidence, 5e-4);
    EXPECT_GE(*normal->confidence, 0.95);
    EXPECT_NEAR(*normal->low95 + *normal->high95, 102, 1e-9);
}

// All means of two of them would be 40 GB.
TEST(HodgesLehmann, OfAHundredThousandChangesNeedsNoListOfTheirMeans) {
    std::vector<double> changes;
    for (int i = 0; i < 100'000; ++i) {
        changes.push_back(static_cast<double>(i * 7919LL % 100'000) / 8);
    }
    const auto found = hodges_lehmann(changes);
    EXPECT_EQ(found->n, 100'000);
    EXPECT_EQ(found->estimate, 99'999 / 16.0);
    EXPECT_LT(found->low95, found->estimate);
    EXPECT_GT(found->high95, found->estimate);
}

RC_GTEST_PROP(HodgesLehmann, IsTheMedianOfAllMeansOfTwo, (std::vector<std::int16_t> numbers)) {
    RC_PRE(!numbers.empty());
    std::vector<double> changes;
    std::vector<double> means;
    for (const auto number : numbers) {
        changes.push_back(number * 0.1);
        for (const double other : changes) {
            means.push_back(std::midpoint(other, changes.back()));
        }
    }
    std::sort(means.begin(), means.end());
    const auto n = means.size();
    EXPECT_EQ(hodges_lehmann(changes)->estimate, std::midpoint(means[(n - 1) / 2], means[n / 2]));
}

TEST(HodgesLehmann, OfNobodyIsNothing) {
    EXPECT_EQ(hodges_lehmann({}), std::nullopt);
}

RC_GTEST_PROP(HodgesLehmann, FollowsTheChanges, (std::vector<std::int8_t> bytes)) {
    RC_PRE(!bytes.empty());
    std::vector<double> changes(bytes.begin(), bytes.end());
    const auto found = *hodges_lehmann(changes);
    for (auto& change : changes) {
        change = -change;
    }
    std::reverse(changes.begin(), changes.end());
    const auto opposite = *hodges_lehmann(changes);
    RC_ASSERT(opposite.estimate == -found.estimate);
    RC_ASSERT(opposite.confidence == found.confidence);
    RC_ASSERT(found.low95.has_value() == found.high95.has_value());
    if (found.low95) {
        RC_ASSERT(*opposite.low95 == -*found.high95);
        RC_ASSERT(*found.low95 <= found.estimate && found.estimate <= *found.high95);
        RC_ASSERT(*found.confidence >= 0.95);
    }
}

}  // namespace
}  // namespace progress::hodges_lehmann_test
