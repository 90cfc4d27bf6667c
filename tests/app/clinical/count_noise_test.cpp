#include "app/clinical/count_noise.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace clinical::count_noise_test {
namespace {

struct Row {
    double first;
    double second;
    bool counts;  // as a change
};

bool is_change(const Row& row, double spread) {
    return std::abs(row.first - row.second) > count_noise(row.first, row.second, spread);
}

TEST(CountNoise, OfTheSameRaterHasItsSmallestChangeThatCounts) {
    const std::vector<Row> rows = {
        {5, 0, true},
        {5, 1, false},
        {5, 13, false},
        {5, 14, true},
        {10, 2, true},
        {10, 3, false},
        {10, 21, false},
        {10, 22, true},
        {20, 9, true},
        {20, 10, false},
        {20, 34, false},
        {20, 35, true},
        {40, 24, true},
        {40, 25, false},
        {40, 59, false},
        {40, 60, true},
        {4, 0, false},
        {0, 0, false},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(std::to_string(row.first) + " to " + std::to_string(row.second));
        EXPECT_EQ(is_change(row, same_rater_spread), row.counts);
    }
}

TEST(CountNoise, GrowsWithTheSpreadOfTheRaters) {
    EXPECT_TRUE(is_change({5, 0}, trained_raters_spread));
    EXPECT_FALSE(is_change({5, 0}, other_rater_spread));
    EXPECT_TRUE(is_change({2, 9}, same_rater_spread));
    EXPECT_FALSE(is_change({2, 9}, trained_raters_spread));
    EXPECT_TRUE(is_change({20, 9}, same_rater_spread));
    EXPECT_FALSE(is_change({20, 9}, trained_raters_spread));
}

// 21_agreement_vectors, count_noise
TEST(CountNoise, AgreesWithTheReferenceVectors) {
    EXPECT_NEAR(count_noise(10, 22, same_rater_spread), 11.259342787214536, 1e-12);
    EXPECT_NEAR(count_noise(10, 22, trained_raters_spread), 13.101247574181627, 1e-12);
    EXPECT_NEAR(count_noise(10, 22, other_rater_spread), 16.167327051804204, 1e-12);
    EXPECT_NEAR(count_noise(0, 5, other_rater_spread), 5.367681063550628, 1e-12);
}

// Lucky 1996: R between raters 0.80 trained together, 0.61 all; mean 30 and SD 15 are ours.
TEST(CountNoise, HasItsSpreadsFromPublishedReliabilities) {
    const auto spread = [](double reliability) {
        return ((1 - reliability) * 15 * 15 - 30) / (30 * 30);
    };
    const auto hundredths = [](double value) { return std::round(100 * value); };
    EXPECT_EQ(hundredths(trained_raters_spread), hundredths(spread(0.80)));
    EXPECT_EQ(hundredths(other_rater_spread), hundredths(spread(0.61)));
}

RC_GTEST_PROP(CountNoiseLaw, IsTheSameBothWaysAndGrowsWithEachNumber, ()) {
    const double a = *rc::gen::inRange(0, 500);
    const double b = *rc::gen::inRange(0, 500);
    const double c = *rc::gen::inRange(0, 20) / 100.0;
    const double noise = count_noise(a, b, c);
    RC_ASSERT(noise == count_noise(b, a, c));
    RC_ASSERT(count_noise(a + 1, b, c) > noise);
    RC_ASSERT(count_noise(a, b, c + 0.01) >= noise);
    RC_ASSERT(count_noise(a, a, c) > 0);
}

// The chance of each count up to where nothing is left of it.
std::vector<double> poisson(double mean) {
    std::vector<double> chances{std::exp(-mean)};
    const auto last = static_cast<std::size_t>(mean + 10 * std::sqrt(mean) + 12);
    for (std::size_t n = 1; n <= last; ++n) {
        chances.push_back(chances.back() * mean / static_cast<double>(n));
    }
    return chances;
}

// Of patients with this true count at both visits, the share whose counts the rule calls changed.
double false_changes(double mean) {
    const auto chances = poisson(mean);
    double share = 0;
    for (std::size_t a = 0; a < chances.size(); ++a) {
        for (std::size_t b = a + 1; b < chances.size(); ++b) {
            const auto first = static_cast<double>(a);
            const auto second = static_cast<double>(b);
            if (second - first > count_noise(first, second, same_rater_spread)) {
                share += 2 * chances[a] * chances[b];
            }
        }
    }
    return share;
}

TEST(CountNoise, CallsAtMostFivePercentOfUnchangedPatientsChanged) {
    for (double mean = 0.5; mean <= 80; mean += 1.5) {
        EXPECT_LE(false_changes(mean), 0.04925) << mean;
    }
    EXPECT_NEAR(false_changes(2), 0.017, 0.0005);
    EXPECT_NEAR(false_changes(5), 0.040, 0.0005);
    EXPECT_NEAR(false_changes(10), 0.042, 0.0005);
    EXPECT_NEAR(false_changes(20), 0.046, 0.0005);
    EXPECT_NEAR(false_changes(40), 0.048, 0.0005);
    EXPECT_NEAR(false_changes(80), 0.0492, 0.0001);
}

}  // namespace
}  // namespace clinical::count_noise_test
