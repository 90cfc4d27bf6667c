#include "app/clinical/instruments/scar_weights.h"

#include <optional>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/instruments/ecca.h"
#include "app/clinical/instruments/goodman_baron_score.h"

namespace clinical::scar_weights_test {
namespace {

using schema::OtherScars;
using schema::ScarObservation;
using schema::ScarType;

ScarObservation seen(std::vector<schema::ScarCount> counts, std::optional<OtherScars> rest = {}) {
    ScarObservation observation;
    observation.counts = std::move(counts);
    observation.rest = rest;
    return observation;
}

TEST(ScarWeights, NameTheTypesThatNobodyLookedFor) {
    const auto part = seen({{ScarType::ecca_v, 25}, {ScarType::ecca_m, 0}, {ScarType::linear, 8}});
    EXPECT_EQ(types_not_examined(ecca_weights, part),
              (std::vector<ScarType>{ScarType::ecca_u,
                                     ScarType::ecca_elastolysis,
                                     ScarType::ecca_hypertrophic_recent,
                                     ScarType::ecca_hypertrophic_old}));
    EXPECT_EQ(types_not_examined(goodman_baron_weights, part).size(), 10U);
    EXPECT_EQ(types_not_examined(ecca_weights, seen({})).size(), 6U);
}

// A second visit with one of three types used to be the sum of that one: 12 points became 3.
TEST(ScarWeights, GiveNoScoreOfPartOfATable) {
    const auto part = seen({{ScarType::dish_mild, 25}});
    EXPECT_EQ(weighted_sum(goodman_baron_weights, part), std::nullopt);
    const auto whole = seen({{ScarType::dish_mild, 25}}, OtherScars::none);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, whole), 3);
    EXPECT_TRUE(types_not_examined(goodman_baron_weights, whole).empty());
}

TEST(ScarWeights, SumATableOfWhichEveryTypeIsCounted) {
    std::vector<schema::ScarCount> counts;
    for (const auto& weight : ecca_weights) {
        counts.push_back({weight.type, 0});
    }
    EXPECT_EQ(weighted_sum(ecca_weights, seen(counts)), 0);
    counts.front().amount = 1;
    EXPECT_EQ(weighted_sum(ecca_weights, seen(counts)), 15);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, seen(counts)), std::nullopt);
}

TEST(ScarWeights, TakeRestNoneAloneAsNoScarsByBothTables) {
    const auto none = seen({}, OtherScars::none);
    EXPECT_EQ(weighted_sum(ecca_weights, none), 0);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, none), 0);
    const auto counted = seen({{ScarType::ecca_v, 0}}, OtherScars::none);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, counted), 0);
}

// The tables name the same scars differently: V-shaped scars do not make the other table 0.
TEST(ScarWeights, DoNotTakeScarsOfOneTableAsNoneOfTheOther) {
    const auto by_ecca = seen({{ScarType::ecca_v, 25}}, OtherScars::none);
    EXPECT_EQ(weighted_sum(ecca_weights, by_ecca), 45);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, by_ecca), std::nullopt);
    const auto one_scar = seen({{ScarType::ecca_v, 1}}, OtherScars::none);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, one_scar), std::nullopt);
    const auto by_both =
        seen({{ScarType::ecca_v, 25}, {ScarType::punched_shallow, 25}}, OtherScars::none);
    EXPECT_EQ(weighted_sum(ecca_weights, by_both), 45);
    EXPECT_EQ(weighted_sum(goodman_baron_weights, by_both), 6);
}

}  // namespace
}  // namespace clinical::scar_weights_test
