#include "app/progress/wilson.h"

#include <cmath>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::wilson_test {
namespace {

struct Published {
    const char* source;
    int k;
    int n;
    double low;
    double high;
};

// The first two are printed by Newcombe, Stat Med 1998;17:857-872, method 3: 0.2553 to 0.3662, and
// 0 to 0.1611.
constexpr Published published[] = {
    {"Newcombe 1998, case a", 81, 263, 0.255288519878, 0.366209576983},
    {"Newcombe 1998, case c", 0, 20, 0, 0.161125158053},
    {"Navyadevi 2024, improved", 33, 40, 0.680500096682, 0.91254586254},
    {"Navyadevi 2024, marks", 2, 40, 0.0138206673861, 0.165038773691},
    {"one of one", 1, 1, 0.206549314377, 1},
    {"none of one", 0, 1, 0, 0.793450685623},
    {"ten of ten", 10, 10, 0.722467200137, 1},
    {"toenail trial", 54, 146, 0.295829030416, 0.45056959451},
};

TEST(Wilson, IsAsPublished) {
    for (const auto& each : published) {
        SCOPED_TRACE(each.source);
        const auto found = wilson(each.k, each.n);
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->k, each.k);
        EXPECT_EQ(found->n, each.n);
        EXPECT_EQ(found->share, static_cast<double>(each.k) / each.n);
        EXPECT_NEAR(found->low95, each.low, 1e-9 * each.low);
        EXPECT_NEAR(found->high95, each.high, 1e-9 * each.high);
    }
}

TEST(Wilson, OfNobodyIsNothing) {
    EXPECT_EQ(wilson(0, 0), std::nullopt);
}

RC_GTEST_PROP(Wilson, LiesWithinZeroAndOneAroundTheShare, ()) {
    const int n = *rc::gen::inRange(1, 100000);
    const int k = *rc::gen::inRange(0, n + 1);
    const auto found = *wilson(k, n);
    RC_ASSERT(found.low95 >= 0 && found.high95 <= 1);
    RC_ASSERT(found.low95 <= found.share && found.share <= found.high95);
    const auto others = *wilson(n - k, n);
    RC_ASSERT(std::abs(others.low95 - (1 - found.high95)) < 1e-12);
}

}  // namespace
}  // namespace progress::wilson_test
