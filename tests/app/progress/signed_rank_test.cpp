#include "app/progress/signed_rank.h"

#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress {
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

// Student 1908, R datasets::sleep; numbers of R and SciPy.
TEST(SignedRank, WithTiesIsNormalAndDropsWhoDidNotChange) {
    const auto found = signed_rank(pairs({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
                                         {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}));
    EXPECT_FALSE(found->exact);
    EXPECT_TRUE(found->ties);
    EXPECT_EQ(found->unchanged, 1);
    EXPECT_EQ(found->n, 9);
    EXPECT_EQ(found->v, 45);
    EXPECT_EQ(found->w_min, 0);
    expect_close(found->p, 0.00909069801592506);
    expect_close(found->p_uncorrected, 0.00763244164820552);
}

// PairedData::PrisonStress, sport group; numbers of R and SciPy.
TEST(SignedRank, SharesRanksAmongTies) {
    const auto found =
        signed_rank(pairs({25, 17, 12, 21, 29, 28, 21, 18, 20, 29, 27, 44, 23, 18, 27},
                          {13, 15, 13, 22, 25, 24, 19, 19, 24, 21, 22, 33, 8, 12, 30}));
    EXPECT_EQ(found->v, 20);
    expect_close(found->p, 0.0246061031773729);
    expect_close(found->p_uncorrected, 0.0228471531342665);
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

TEST(SignedRank, OfNoChangeIsNothing) {
    EXPECT_EQ(signed_rank({}), std::nullopt);
    EXPECT_EQ(signed_rank(of_changes({0, 0})), std::nullopt);
}

TEST(SignedRank, OfOneChangeProvesNothing) {
    EXPECT_EQ(signed_rank(of_changes({-3}))->p, 1);
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
}  // namespace progress
