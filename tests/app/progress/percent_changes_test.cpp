#include "app/progress/percent_changes.h"

#include <vector>

#include <gtest/gtest.h>

namespace progress {
namespace {

using Pairs = std::vector<Movement>;

TEST(PercentChanges, AreTwoAveragesThatCanDisagreeInSign) {
    // One patient with few lesions doubles them; two with many lose a tenth.
    const Pairs pairs{{2, 4}, {40, 36}, {30, 27}};
    EXPECT_DOUBLE_EQ(mean_of_percent_changes(pairs)->mean, (100 - 10 - 10) / 3.0);
    EXPECT_NEAR(*percent_change_of_means(pairs), -500.0 / 72, 1e-9);
}

// The means that Navyadevi 2024 (doi 10.25259/jcas_175_23) and Ismail 2019 print.
TEST(PercentChanges, OfPublishedMeansAreAsPublished) {
    EXPECT_NEAR(*percent_change_of_means(Pairs{{12.65, 8.3}}), -34.3873517787, 1e-9);
    EXPECT_NEAR(*percent_change_of_means(Pairs{{8.61, 5.75}}), -33.2171893148, 1e-9);
}

TEST(PercentChanges, LeaveOutABaselineOfZero) {
    const Pairs pairs{{0, 4}, {10, 5}};
    EXPECT_EQ(mean_of_percent_changes(pairs), (MeanPercentChange{.mean = -50, .n = 1}));
    EXPECT_EQ(percent_change_of_means(pairs), -10);
}

TEST(PercentChanges, AreAgainstTheSizeOfTheBaseline) {
    EXPECT_EQ(percent_change_of({-10, -5}), 50);
}

TEST(PercentChanges, OfNothingAreNothing) {
    EXPECT_EQ(mean_of_percent_changes({}), std::nullopt);
    EXPECT_EQ(percent_change_of_means({}), std::nullopt);
    EXPECT_EQ(mean_of_percent_changes(Pairs{{0, 4}}), std::nullopt);
    EXPECT_EQ(percent_change_of_means(Pairs{{0, 4}}), std::nullopt);
}

}  // namespace
}  // namespace progress
