#include "app/progress/paired_t.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace progress::paired_t_test {
namespace {

void expect_close(std::optional<double> actual, double expected) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, 1e-9 * std::abs(expected));
}

std::vector<double> changes(const std::vector<double>& before, const std::vector<double>& after) {
    std::vector<double> all;
    for (std::size_t i = 0; i < before.size(); ++i) {
        all.push_back(after.at(i) - before[i]);
    }
    return all;
}

// Student 1908, R datasets::sleep; published: t = 4.0621, df 9, p = 0.002833, 0.7001 to 2.4599.
TEST(PairedT, OfStudentsSleepIsAsPublished) {
    const auto found = paired_t(changes({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
                                        {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}));
    EXPECT_EQ(found->n, 10);
    expect_close(found->mean, 1.58);
    expect_close(found->sd, 1.22999548327987);
    expect_close(found->t, 4.06212768338204);
    EXPECT_EQ(found->df, 9);
    expect_close(found->p, 0.00283289019738427);
    expect_close(found->low95, 0.700114236723018);
    expect_close(found->high95, 2.45988576327698);
}

// Hollander and Wolfe 1973, depression scores; numbers of R.
TEST(PairedT, OfAFallIsNegative) {
    const auto found = paired_t(changes({1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3},
                                        {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29}));
    expect_close(found->t, -3.03537541564859);
    expect_close(found->p, 0.0161766274349081);
    expect_close(found->low95, -0.759999065505609);
    expect_close(found->high95, -0.103778712272169);
}

TEST(PairedT, OfOneChangeIsOnlyThatChange) {
    EXPECT_EQ(paired_t(std::vector<double>{-3}), (PairedT{.n = 1, .mean = -3}));
}

TEST(PairedT, OfEqualChangesHasNeitherIntervalNorTest) {
    for (const auto& same : {std::vector<double>{-2, -2, -2}, std::vector<double>{0, 0}}) {
        SCOPED_TRACE(same.front());
        const auto found = paired_t(same);
        EXPECT_EQ(found->sd, 0);
        EXPECT_EQ(found->mean, same.front());
        EXPECT_EQ(found->low95, std::nullopt);
        EXPECT_EQ(found->high95, std::nullopt);
        EXPECT_EQ(found->t, std::nullopt);
        EXPECT_EQ(found->df, std::nullopt);
        EXPECT_EQ(found->p, std::nullopt);
    }
}

TEST(PairedT, TakesRoundingForNoDifference) {
    const auto found = paired_t(changes({0.4, 0.2}, {0.3, 0.1}));
    EXPECT_EQ(found->t, std::nullopt);
    EXPECT_EQ(found->low95, std::nullopt);
}

TEST(PairedT, OfNobodyIsNothing) {
    EXPECT_EQ(paired_t({}), std::nullopt);
}

}  // namespace
}  // namespace progress::paired_t_test
