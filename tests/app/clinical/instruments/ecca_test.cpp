#include "app/clinical/instruments/ecca.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace clinical::ecca_test {
namespace {

using schema::ScarCount;
using schema::ScarType;

std::optional<int> score(std::vector<ScarCount> counts) {
    schema::ScarObservation seen;
    seen.counts = std::move(counts);
    seen.rest = schema::OtherScars::none;
    return ecca(seen);
}

// Dreno 2007 (unverified), with the words of the formula.
struct Row {
    ScarType type;
    int weight;
    std::string words;
};

const std::vector<Row> types = {
    {ScarType::ecca_v, 15, "V-shaped below 2 mm 15"},
    {ScarType::ecca_u, 20, "U-shaped 2 to 4 mm 20"},
    {ScarType::ecca_m, 25, "M-shaped above 4 mm 25"},
    {ScarType::ecca_elastolysis, 30, "elastolysis 30"},
    {ScarType::ecca_hypertrophic_recent, 40, "up to 2 years old 40"},
    {ScarType::ecca_hypertrophic_old, 50, "older 50"},
};

TEST(Ecca, WeighsEachTypeByItsQuantity) {
    for (const auto& row : types) {
        SCOPED_TRACE(schema::word(row.type));
        EXPECT_EQ(score({{row.type, 0}}), 0);
        EXPECT_EQ(score({{row.type, 1}}), row.weight);
        EXPECT_EQ(score({{row.type, 4}}), row.weight);
        EXPECT_EQ(score({{row.type, 5}}), 2 * row.weight);
        EXPECT_EQ(score({{row.type, 20}}), 2 * row.weight);
        EXPECT_EQ(score({{row.type, 21}}), 3 * row.weight);
        EXPECT_NE(ecca_scale.formula.find(row.words), std::string::npos);
    }
}

TEST(Ecca, EndsAt540) {
    std::vector<ScarCount> counts;
    for (const auto& row : types) {
        counts.push_back({row.type, 30});
    }
    EXPECT_EQ(score(counts), 540);
    EXPECT_EQ(ecca_scale.high, 540);
}

TEST(Ecca, AgreesWithItsWorkedExample) {
    const auto worked =
        score({{ScarType::ecca_v, 21}, {ScarType::ecca_u, 12}, {ScarType::ecca_m, 3}});
    EXPECT_EQ(worked, 110);
    EXPECT_EQ(ecca_scale.example,
              "V-shaped many 15×3, U-shaped limited 20×2, M-shaped few 25×1: 45 + 40 + 25 = " +
                  std::to_string(*worked));
}

TEST(Ecca, IsMissingWhereScarsWereCountedByAnotherTableAlone) {
    EXPECT_EQ(score({{ScarType::linear, 30}, {ScarType::macular, 2}}), std::nullopt);
}

TEST(Ecca, IsMissingUnlessEveryTypeWasExamined) {
    schema::ScarObservation seen;
    EXPECT_EQ(ecca(seen), std::nullopt);
    for (const auto& row : types) {
        EXPECT_EQ(ecca(seen), std::nullopt);
        seen.counts.push_back({row.type, 1});
    }
    EXPECT_EQ(ecca(seen), 15 + 20 + 25 + 30 + 40 + 50);
    EXPECT_EQ(score({}), 0) << "the rest is none, and nothing is counted";
}

RC_GTEST_PROP(EccaLaw, EveryScoreIsAMultipleOf5, ()) {
    std::vector<ScarCount> counts;
    for (const auto& row : types) {
        counts.push_back({row.type, static_cast<double>(*rc::gen::inRange(0, 40))});
    }
    RC_ASSERT(score(counts).value() % 5 == 0);
}

}  // namespace
}  // namespace clinical::ecca_test
