#include "app/progress/event_rate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::event_rate_test {
namespace {

struct Limits {
    int events;
    double low;
    double high;
};

// Exact limits of a Poisson count as tables print them (Garwood 1936; Ulm, Am J Epidemiol
// 1990;131:373-375).
constexpr Limits printed[] = {
    {0, 0, 3.689},
    {1, 0.0253, 5.572},
    {2, 0.2422, 7.225},
    {5, 1.623, 11.668},
    {10, 4.795, 18.390},
};

TEST(EventRate, HasTheExactIntervalOfACount) {
    for (const auto& each : printed) {
        SCOPED_TRACE(each.events);
        const auto found = event_rate(each.events, 100);
        EXPECT_EQ(found->per_100, each.events);
        EXPECT_NEAR(found->low95, each.low, 5e-4);
        EXPECT_NEAR(found->high95, each.high, 5e-4);
    }
}

TEST(EventRate, IsPerHundredSessions) {
    const auto found = event_rate(3, 240);
    EXPECT_EQ(found->per_100, 1.25);
    EXPECT_EQ(found->events, 3);
    EXPECT_EQ(found->sessions, 240);
}

TEST(EventRate, WithoutSessionsIsNothing) {
    EXPECT_EQ(event_rate(1, 0), std::nullopt);
}

RC_GTEST_PROP(EventRate, LiesWithinItsInterval, ()) {
    const auto found = *event_rate(*rc::gen::inRange(0, 2000), *rc::gen::inRange(1, 5000));
    RC_ASSERT(found.low95 >= 0 && found.low95 <= found.per_100);
    RC_ASSERT(found.per_100 < found.high95);
}

}  // namespace
}  // namespace progress::event_rate_test
