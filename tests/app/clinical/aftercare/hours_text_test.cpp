#include "app/clinical/aftercare/hours_text.h"

#include <gtest/gtest.h>

namespace clinical::hours_text_test {
namespace {

TEST(HoursText, IsInDaysFromFourWholeOnesOn) {
    const struct {
        int hours;
        const char* text;
    } cases[] = {{0, "0 hours"},
                 {1, "1 hour"},
                 {2, "2 hours"},
                 {24, "24 hours"},
                 {72, "72 hours"},
                 {95, "95 hours"},
                 {96, "4 days"},
                 {97, "97 hours"},
                 {120, "5 days"},
                 {672, "28 days"}};
    for (const auto& each : cases) {
        EXPECT_EQ(hours_text(each.hours), each.text);
    }
}

TEST(SpanText, SaysTheUnitOnceWhereItIsTheSame) {
    EXPECT_EQ(span_text(24, 72), "24 to 72 hours");
    EXPECT_EQ(span_text(72, 168), "72 hours to 7 days");
    EXPECT_EQ(span_text(168, 672), "7 to 28 days");
    EXPECT_EQ(span_text(1, 2), "1 hour to 2 hours");
}

TEST(ElapsedText, IsRoundedDown) {
    const struct {
        double hours;
        const char* text;
    } cases[] = {{0, "less than 1 hour"},
                 {0.99, "less than 1 hour"},
                 {1, "1 hour"},
                 {1.99, "1 hour"},
                 {2, "2 hours"},
                 {95.9, "95 hours"},
                 {96, "4 days"},
                 {119.9, "4 days"},
                 {120, "5 days"}};
    for (const auto& each : cases) {
        EXPECT_EQ(elapsed_text(each.hours), each.text);
    }
}

}  // namespace
}  // namespace clinical::hours_text_test
