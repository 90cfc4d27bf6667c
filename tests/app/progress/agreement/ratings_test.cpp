#include "app/progress/agreement/ratings.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "tests/app/progress/agreement/example_ratings.h"

namespace progress::ratings_test {
namespace {

TEST(Ratings, AreMissingUntilGiven) {
    Ratings ratings(2, 3);
    EXPECT_EQ(ratings.targets(), 2U);
    EXPECT_EQ(ratings.raters(), 3U);
    EXPECT_EQ(ratings.at(1, 2), std::nullopt);
    ratings.at(1, 2) = 4;
    EXPECT_EQ(ratings.at(1, 2), 4);
    EXPECT_EQ(ratings, ratings_of({{{}, {}, {}}, {{}, {}, 4}}));
}

TEST(Ratings, HaveNothingBeyondTheTable) {
    const Ratings ratings(2, 3);
    EXPECT_THROW(ratings.at(2, 0), std::out_of_range);
    EXPECT_THROW(ratings.at(0, 3), std::out_of_range);
}

TEST(Ratings, OfAPairAreThoseOfTargetsThatBothRated) {
    const auto ratings = ratings_of({{1, {}, 3}, {{}, 5, 6}, {7, 8, 9}});
    const auto both = rated_by_both(ratings, {.first = 2, .second = 0});
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].first, 3);
    EXPECT_EQ(both[0].second, 1);
    EXPECT_EQ(both[1].first, 9);
    EXPECT_TRUE(rated_by_both(ratings_of({{1, {}}, {{}, 2}}), {}).empty());
}

TEST(Ratings, OfAllAreThoseOfTargetsThatNobodyLeftOut) {
    using Rows = std::vector<std::vector<double>>;
    EXPECT_EQ(rated_by_all(ratings_of({{1, {}, 3}, {{}, 5, 6}, {7, 8, 9}})), (Rows{{7, 8, 9}}));
    EXPECT_EQ(rated_by_all(Ratings(3, 2)), Rows{});
}

}  // namespace
}  // namespace progress::ratings_test
