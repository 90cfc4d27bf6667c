#include "app/progress/signed_rank.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::signed_rank_test {
namespace {

using Pairs = std::vector<Movement>;

void expect_close(double actual, double expected) {
    EXPECT_NEAR(actual, expected, 1e-9 * std::abs(expected));
}

Pairs pairs(const std::vector<double>& before, const std::vector<double>& after) {
    Pairs all;
    for (std::size_t i = 0; i < before.size(); ++i) {
        all.push_back({.baseline = before[i], .latest = after.at(i)});
    }
    return all;
}

// From 0 by whole steps, so that a size never depends on rounding.
Pairs of_changes(const std::vector<int>& changes) {
    Pairs all;
    for (const int change : changes) {
        all.push_back({.baseline = 0, .latest = static_cast<double>(change)});
    }
    return all;
}

// Hollander and Wolfe 1973, depression scores (R ?wilcox.test): published p 0.03906, exact.
TEST(SignedRank, OfFewPairsWithoutTiesIsExact) {
    const auto found =
        signed_rank(pairs({1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3},
                          {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29}));
    EXPECT_TRUE(found->exact);
    EXPECT_EQ(found->v, 5);
    EXPECT_EQ(found->w_min, 5);
    expect_close(found->p, 0.0390625);
    expect_close(found->p_uncorrected, 0.0381517101734152);
}

// Darwin 1876, The Effects of Cross and Self Fertilisation in the Vegetable Kingdom, chapter 1:
// heights of 15 pairs of maize, crossed less self-fertilised, in eighths of an inch.
TEST(SignedRank, OfDarwinsMaizeIsExactWithItsTie) {
    const auto found =
        signed_rank(of_changes({49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48}));
    EXPECT_TRUE(found->exact);
    EXPECT_FALSE(found->ties);
    EXPECT_EQ(found->v, 96);
    EXPECT_EQ(found->p, 1352 / std::pow(2, 15));
}

// Student 1908, R datasets::sleep: nine changed, all upwards, 1.3 twice.
TEST(SignedRank, WithTiesIsExactAndDropsWhoDidNotChange) {
    const auto found = signed_rank(pairs({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
                                         {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}));
    EXPECT_TRUE(found->exact);
    EXPECT_TRUE(found->ties);
    EXPECT_EQ(found->unchanged, 1);
    EXPECT_EQ(found->n, 9);
    EXPECT_EQ(found->v, 45);
    EXPECT_EQ(found->w_min, 0);
    EXPECT_EQ(found->p, 2.0 / 512) << "all nine up, or all nine down";
    expect_close(found->p_uncorrected, 0.00763244164820552);  // of R and SciPy
}

// PairedData::PrisonStress, sport group; all 2^15 patterns counted.
TEST(SignedRank, SharesRanksAmongTies) {
    const auto found =
        signed_rank(pairs({25, 17, 12, 21, 29, 28, 21, 18, 20, 29, 27, 44, 23, 18, 27},
                          {13, 15, 13, 22, 25, 24, 19, 19, 24, 21, 22, 33, 8, 12, 30}));
    EXPECT_EQ(found->v, 20);
    EXPECT_EQ(found->p, 660.0 / 32768);
    expect_close(found->p_uncorrected, 0.0228471531342665);  // of R and SciPy
}

TEST(SignedRank, OfFivePatientsOneGradeBetterIsNotBelowFivePerCent) {
    EXPECT_EQ(signed_rank(of_changes({-1, -1, -1, -1, -1}))->p, 0.0625);
    EXPECT_EQ(signed_rank(of_changes({-1, -1, -1, -1, -1, -1}))->p, 0.03125);
}

TEST(SignedRank, ComparesChangesAsDecimals) {
    const auto found = signed_rank(pairs({0, 0.1}, {0.3, -0.2}));
    EXPECT_TRUE(found->ties) << "0.3 and -0.2 - 0.1, which doubles hold a little larger";
    EXPECT_EQ(found->v, 1.5);
    const auto unchanged = signed_rank(pairs({0, 0.1 + 0.2}, {1, 0.3}));
    EXPECT_EQ(unchanged->unchanged, 1);
    EXPECT_FALSE(signed_rank(pairs({0, 0}, {0.3, 0.300001}))->ties);
}

TEST(SignedRank, IsExactUpToTwentyFivePairs) {
    std::vector<int> changes;
    for (int i = 1; i <= 25; ++i) {
        changes.push_back(i);
    }
    const auto most = signed_rank(of_changes(changes));
    EXPECT_TRUE(most->exact);
    expect_close(most->p, std::pow(2.0, -24));
    changes.push_back(26);
    EXPECT_FALSE(signed_rank(of_changes(changes))->exact);
}

// 30 changes from -2 to 6 in turn, 26 of them not 0; the formula, computed apart.
TEST(SignedRank, OfMorePairsIsNormalWithContinuityCorrection) {
    std::vector<int> changes;
    for (int i = 0; i < 30; ++i) {
        changes.push_back(i % 9 - 2);
    }
    const auto found = signed_rank(of_changes(changes));
    EXPECT_EQ(found->n, 26);
    EXPECT_EQ(found->unchanged, 4);
    EXPECT_FALSE(found->exact);
    EXPECT_EQ(found->v, 291);
    expect_close(found->p, 0.0033251980543238116);
    expect_close(found->p_uncorrected, 0.0031909025052741396);
}

TEST(SignedRank, OfNoChangeIsNothing) {
    EXPECT_EQ(signed_rank({}), std::nullopt);
    EXPECT_EQ(signed_rank(of_changes({0, 0})), std::nullopt);
}

TEST(SignedRank, OfOneChangeProvesNothing) {
    EXPECT_EQ(signed_rank(of_changes({-3}))->p, 1);
}

RC_GTEST_PROP(SignedRank, IsTheShareOfAllPatternsOfSigns, ()) {
    auto changes = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-4, 5));
    std::erase(changes, 0);
    changes.resize(std::min<std::size_t>(changes.size(), 10));
    RC_PRE(!changes.empty());
    const auto n = changes.size();
    const auto distance = [&](const std::vector<int>& of) {
        return std::abs(signed_rank(of_changes(of))->v - static_cast<double>(n * (n + 1)) / 4);
    };
    int as_far = 0;
    for (unsigned pattern = 0; pattern < 1U << n; ++pattern) {
        auto other = changes;
        for (std::size_t i = 0; i < n; ++i) {
            other[i] *= (pattern >> i & 1U) == 1 ? -1 : 1;
        }
        as_far += distance(other) >= distance(changes) ? 1 : 0;
    }
    RC_ASSERT(signed_rank(of_changes(changes))->p == as_far / std::pow(2.0, n));
}

RC_GTEST_PROP(SignedRank, OfTheOppositeChangesHasTheSameP, (std::vector<std::int8_t> bytes)) {
    std::vector<int> changes(bytes.begin(), bytes.end());
    const auto one = signed_rank(of_changes(changes));
    for (auto& change : changes) {
        change = -change;
    }
    const auto other = signed_rank(of_changes(changes));
    RC_ASSERT(one.has_value() == other.has_value());
    if (one) {
        RC_ASSERT(one->p == other->p);
        RC_ASSERT(one->w_min == other->w_min);
        RC_ASSERT(one->v + other->v == one->n * (one->n + 1) / 2.0);
        RC_ASSERT(one->p > 0 && one->p <= 1);
    }
}

}  // namespace
}  // namespace progress::signed_rank_test
