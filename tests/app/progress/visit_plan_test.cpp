#include "app/progress/visit_plan.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::visit_plan_test {
namespace {

using Values = std::vector<std::optional<double>>;

// Values on these days after 2026-01-05; each value is its day.
Values found(const char* plan, const std::vector<int>& days) {
    std::vector<DatedValue> values;
    for (const int number : days) {
        values.push_back({.at = schema::CivilTime(day("2026-01-05").plus_days(number)),
                          .value = static_cast<double>(number)});
    }
    Values found;
    for (const auto& place : visits_at(*read_visit_plan(plan), values)) {
        found.push_back(place ? std::optional(values[*place].value) : std::nullopt);
    }
    return found;
}

constexpr auto nothing = std::nullopt;

TEST(VisitPlan, ReadsOffsetsInAnyOrder) {
    const auto plan = read_visit_plan("8w,0,28d");
    ASSERT_TRUE(plan.has_value());
    std::string order;
    for (const auto& offset : plan->offsets) {
        order += offset_text(offset) + " ";
    }
    EXPECT_EQ(order, "0 28d 8w ");
}

TEST(VisitPlan, RefusesWhatIsNoListOfDifferentVisits) {
    for (const auto* text : {"", "4", "0,,4w", "4w,", "4w, 8w", "-4w", "0,0", "4w,28d", "0w"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(read_visit_plan(text).has_value());
    }
}

TEST(VisitPlan, TakesTheNearestValueWithinHalfTheGap) {
    EXPECT_EQ(found("0,4w,8w", {0, 25, 30, 57}), (Values{0, 30, 57}));
    EXPECT_EQ(found("0,4w,8w", {0, 27, 29}), (Values{0, 27, nothing})) << "equally near";
    // Days 14 and 42 lie halfway: they belong to the earlier visit.
    EXPECT_EQ(found("0,4w,8w", {0, 14}), (Values{0, nothing, nothing}));
    EXPECT_EQ(found("0,4w,8w", {0, 15}), (Values{0, 15, nothing}));
    EXPECT_EQ(found("0,4w,8w", {0, 42}), (Values{0, 42, nothing}));
    EXPECT_EQ(found("0,4w,8w", {0, 43}), (Values{0, nothing, 43}));
}

TEST(VisitPlan, ClosesAfterTheLastVisitByTheGapBeforeIt) {
    EXPECT_EQ(found("0,4w,8w", {0, 70}), (Values{0, nothing, 70}));
    EXPECT_EQ(found("0,4w,8w", {0, 71}), (Values{0, nothing, nothing}));
}

TEST(VisitPlan, HasTheBaselineForANeighbourEvenWhenItIsNotAskedFor) {
    EXPECT_EQ(found("4w", {0, 14}), (Values{nothing}));
    EXPECT_EQ(found("4w", {0, 15}), (Values{15}));
    EXPECT_EQ(found("4w", {0, 42}), (Values{42}));
}

TEST(VisitPlan, CountsMonthsInTheCalendar) {
    // 2026-02-05 is day 31; halfway to it is 15.5, and beyond it 46.5.
    EXPECT_EQ(found("1m", {0, 16}), (Values{16}));
    EXPECT_EQ(found("1m", {0, 15, 46}), (Values{46}));
    EXPECT_EQ(found("1m", {0, 47}), (Values{nothing}));
}

TEST(VisitPlan, TakesTheBaselineForNoOtherVisit) {
    EXPECT_EQ(found("0,1d", {0}), (Values{0, nothing}));
}

}  // namespace
}  // namespace progress::visit_plan_test
