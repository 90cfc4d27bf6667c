#include "app/clinical/instruments/goodman_baron_score.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace clinical::goodman_baron_score_test {
namespace {

using schema::ScarCount;
using schema::ScarType;

std::optional<int> score(std::vector<ScarCount> counts) {
    schema::ScarObservation seen;
    seen.counts = std::move(counts);
    seen.rest = schema::OtherScars::none;
    return goodman_baron_score(seen);
}

struct Row {
    ScarType type;
    int to_10;
    int to_20;
    int above;
};

// Goodman and Baron 2006, J Cosmet Dermatol 5:48 (the table is unverified; it sums to 84).
const std::vector<Row> counted = {
    {ScarType::macular, 1, 2, 3},
    {ScarType::dish_mild, 1, 2, 3},
    {ScarType::dish_moderate, 2, 4, 6},
    {ScarType::punched_shallow, 2, 4, 6},
    {ScarType::broad_shallow, 2, 4, 6},
    {ScarType::punched_deep_normal, 3, 6, 9},
    {ScarType::punched_deep_abnormal, 3, 6, 9},
    {ScarType::linear, 3, 6, 9},
    {ScarType::broad_deep, 3, 6, 9},
    {ScarType::papular, 2, 4, 6},
};

TEST(GoodmanBaronScore, HasPointsForEachTypeByItsCount) {
    for (const auto& row : counted) {
        SCOPED_TRACE(schema::word(row.type));
        EXPECT_EQ(score({{row.type, 0}}), 0);
        EXPECT_EQ(score({{row.type, 1}}), row.to_10);
        EXPECT_EQ(score({{row.type, 10}}), row.to_10);
        EXPECT_EQ(score({{row.type, 11}}), row.to_20);
        EXPECT_EQ(score({{row.type, 20}}), row.to_20);
        EXPECT_EQ(score({{row.type, 21}}), row.above);
        EXPECT_EQ(score({{row.type, 9999}}), row.above);
    }
}

TEST(GoodmanBaronScore, TakesKeloidsByTheirArea) {
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 0}}), 0);
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 0.5}}), 6);
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 4.9}}), 6);
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 5}}), 12);
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 20}}), 12);
    EXPECT_EQ(score({{ScarType::keloidal_cm2, 20.1}}), 18);
}

TEST(GoodmanBaronScore, EndsAtThePublishedMaximum) {
    std::vector<ScarCount> counts{{ScarType::keloidal_cm2, 100}};
    for (const auto& row : counted) {
        counts.push_back({row.type, 100});
    }
    EXPECT_EQ(score(counts), 84);
    EXPECT_EQ(goodman_baron_score_scale.high, 84);
}

TEST(GoodmanBaronScore, AgreesWithItsWorkedExample) {
    const auto worked = score({{ScarType::macular, 12},
                               {ScarType::dish_mild, 25},
                               {ScarType::dish_moderate, 8},
                               {ScarType::punched_shallow, 14},
                               {ScarType::punched_deep_normal, 6},
                               {ScarType::papular, 3},
                               {ScarType::keloidal_cm2, 4}});
    EXPECT_EQ(worked, 22);
    EXPECT_EQ(goodman_baron_score_scale.example,
              "macular 12 (2), mild dish 25 (3), moderate dish 8 (2), shallow punched-out 14 (4), "
              "deep with normal base 6 (3), papular 3 (2), keloid 4 cm² (6): "
              "2 + 3 + 2 + 4 + 3 + 2 + 6 = " +
                  std::to_string(*worked));
}

TEST(GoodmanBaronScore, IsMissingUnlessEveryTypeWasExamined) {
    schema::ScarObservation seen;
    seen.counts = {{ScarType::keloidal_cm2, 1}};
    for (const auto& row : counted) {
        EXPECT_EQ(goodman_baron_score(seen), std::nullopt);
        seen.counts.push_back({row.type, 1});
    }
    EXPECT_EQ(goodman_baron_score(seen), 6 + 1 + 1 + 2 + 2 + 2 + 3 + 3 + 3 + 3 + 2);
    EXPECT_EQ(score({}), 0) << "the rest is none, and nothing is counted";
}

TEST(GoodmanBaronScore, IsMissingWhereScarsWereCountedByAnotherTableAlone) {
    EXPECT_EQ(score({{ScarType::ecca_v, 30}, {ScarType::ecca_hypertrophic_old, 2}}), std::nullopt);
    EXPECT_EQ(score({{ScarType::ecca_v, 30}, {ScarType::linear, 0}}), 0);
}

}  // namespace
}  // namespace clinical::goodman_baron_score_test
