#include "app/progress/kaplan_meier.h"

#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::kaplan_meier_test {
namespace {

using Patients = std::vector<Followed>;

// 6-mercaptopurine in leukaemia, weeks of remission; + is censored (Freireich 1963, printed in Cox
// 1972 and Kalbfleisch and Prentice).
const Patients freireich{
    {6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
    {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
    {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}};

struct Row {
    double days;
    int at_risk;
    int events;
    double survival;
};

// As printed in textbooks, to four decimals.
constexpr Row printed[] = {{6, 21, 3, 0.8571},
                           {7, 17, 1, 0.8067},
                           {10, 15, 1, 0.7529},
                           {13, 12, 1, 0.6902},
                           {16, 11, 1, 0.6275},
                           {22, 7, 1, 0.5378},
                           {23, 6, 1, 0.4482}};

TEST(KaplanMeier, OfPublishedRemissionsIsAsPrinted) {
    const auto found = kaplan_meier(freireich);
    EXPECT_EQ(found->n, 21);
    EXPECT_EQ(found->events, 9);
    EXPECT_EQ(found->median, 23);
    for (const auto& row : printed) {
        SCOPED_TRACE(row.days);
        const auto step = step_at(*found, row.days);
        EXPECT_EQ(step->days, row.days);
        EXPECT_EQ(step->at_risk, row.at_risk);
        EXPECT_EQ(step->events, row.events);
        EXPECT_NEAR(step->survival, row.survival, 5e-5);
        EXPECT_EQ(at_risk_on(*found, row.days), row.at_risk);
    }
}

// R survfit(..., conf.type = "log-log") of the same: 0.620 to 0.952 at 6 weeks.
TEST(KaplanMeier, HasAnIntervalThatStaysWithinItsRange) {
    const auto step = step_at(*kaplan_meier(freireich), 6);
    EXPECT_NEAR(step->low95.value(), 0.6197, 5e-4);
    EXPECT_NEAR(step->high95.value(), 0.9516, 5e-4);
}

TEST(KaplanMeier, CountsWhoIsCensoredOnADayOfEventsAsAtRisk) {
    const auto step = kaplan_meier(Patients{{5, false}, {5, true}, {9, true}})->steps.front();
    EXPECT_EQ(step.at_risk, 3);
    EXPECT_EQ(step.events, 1);
    EXPECT_EQ(step.censored, 1);
    EXPECT_DOUBLE_EQ(step.survival, 2.0 / 3);
}

TEST(KaplanMeier, HasNoMedianWhileMoreThanHalfAreLeft) {
    EXPECT_EQ(kaplan_meier(Patients{{5, true}, {6, false}, {6, false}})->median, std::nullopt);
    EXPECT_EQ(kaplan_meier(Patients{{5, true}, {6, false}})->median, 5);
}

TEST(KaplanMeier, BeforeTheFirstStepAndAfterTheLast) {
    const auto found = kaplan_meier(Patients{{5, true}, {6, true}});
    EXPECT_EQ(step_at(*found, 4), std::nullopt);
    EXPECT_EQ(step_at(*found, 400)->survival, 0);
    EXPECT_EQ(step_at(*found, 400)->low95, std::nullopt);
    EXPECT_EQ(at_risk_on(*found, 5), 2);
    EXPECT_EQ(at_risk_on(*found, 5.5), 1);
    EXPECT_EQ(at_risk_on(*found, 7), 0);
}

TEST(KaplanMeier, OfNobodyIsNothing) {
    EXPECT_FALSE(kaplan_meier({}).has_value());
}

RC_GTEST_PROP(KaplanMeier, NeverRises, (std::vector<std::pair<std::uint8_t, bool>> given)) {
    RC_PRE(!given.empty());
    Patients patients;
    for (const auto& [days, happened] : given) {
        patients.push_back({static_cast<double>(days), happened});
    }
    const auto found = *kaplan_meier(patients);
    double last = 1;
    int ended = 0;
    for (const auto& step : found.steps) {
        RC_ASSERT(step.survival <= last && step.survival >= 0);
        RC_ASSERT(step.at_risk == found.n - ended);
        RC_ASSERT(!step.low95 || (*step.low95 <= step.survival && step.survival <= *step.high95));
        last = step.survival;
        ended += step.events + step.censored;
    }
    RC_ASSERT(ended == found.n);
}

}  // namespace
}  // namespace progress::kaplan_meier_test
