#include "app/progress/percent_changes.h"

#include <vector>

#include <gtest/gtest.h>

namespace progress::percent_changes_test {
namespace {

using Pairs = std::vector<Movement>;

TEST(PercentChanges, AreTwoAveragesThatCanDisagreeInSign) {
    // One patient with few lesions doubles them; two with many lose a tenth.
    const Pairs pairs{{2, 4}, {40, 36}, {30, 27}};
    EXPECT_DOUBLE_EQ(mean_of_percent_changes(pairs)->mean, (100 - 10 - 10) / 3.0);
    EXPECT_NEAR(*percent_change_of_means(pairs), -500.0 / 72, 1e-9);
}

// Abscesses and inflammatory nodules at baseline and week 16 of the first eight patients on placebo
// in the trial example of the VIS-SIG's Wonderful Wednesday of 13 April 2022 (CC0). Of all hundred
// the two are +10.99 % and -12.06 %.
TEST(PercentChanges, OfATrialsPlaceboArmDisagreeInSign) {
    const Pairs placebo{{16, 6}, {8, 22}, {17, 17}, {58, 20}, {9, 8}, {17, 8}, {29, 12}, {8, 17}};
    EXPECT_NEAR(mean_of_percent_changes(placebo)->mean, 4.6012226729772365, 1e-12);
    EXPECT_NEAR(*percent_change_of_means(placebo), -32.098765432098766, 1e-12);
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
}  // namespace progress::percent_changes_test
