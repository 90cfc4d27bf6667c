#include "app/progress/half_up.h"

#include <gtest/gtest.h>

namespace progress::half_up_test {
namespace {

struct Rounded {
    double value;
    int decimals;
    double printed;
};

constexpr Rounded table[] = {
    {6.25, 1, 6.3},  // halves to even would print 6.2
    {6.35, 1, 6.4},  // its double lies below the half
    {71.4285714286, 1, 71.4},
    {9.09090909091, 1, 9.1},
    {3.57142857143, 1, 3.6},
    {6.249999, 1, 6.2},
    {2.5, 0, 3},
    {-6.25, 1, -6.3},
    {-34.3873517787, 1, -34.4},
    {1.005, 2, 1.01},
    {0, 1, 0},
    {100, 0, 100},
};

TEST(HalfUp, RoundsAsPapersPrint) {
    for (const auto& each : table) {
        SCOPED_TRACE(each.value);
        EXPECT_EQ(half_up(each.value, each.decimals), each.printed);
    }
}

}  // namespace
}  // namespace progress::half_up_test
