#include "schema/types/civil_time.h"

#include <gtest/gtest.h>

namespace schema {
namespace {

TEST(CivilTime, ReadsADayAMinuteOrASecond) {
    for (const auto* text :
         {"2026-01-05", "2026-01-05T10:30", "2026-01-05T00:00", "2026-01-05T23:59:59"}) {
        SCOPED_TRACE(text);
        const auto time = CivilTime::read(text);
        ASSERT_TRUE(time);
        EXPECT_EQ(time->text(), text);
    }
}

TEST(CivilTime, RefusesEverythingElse) {
    for (const auto* text : {"",
                             "2026-01-05T",
                             "2026-01-05T10",
                             "2026-01-05T24:00",
                             "2026-01-05T25:61",
                             "2026-01-05T10:60",
                             "2026-01-05T10:30:60",
                             "2026-01-05T10:30Z",
                             "2026-01-05T10:30+02:00",
                             "2026-01-05 10:30",
                             "2026-01-05T1:30",
                             "2026-01-05T10:30:5",
                             "2026-02-30T10:30",
                             "2026-01-05T-5:00"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(CivilTime::read(text));
    }
}

TEST(CivilTime, ComesInTheOrderOfItsTexts) {
    const char* texts[] = {
        "2026-01-05", "2026-01-05T00:00", "2026-01-05T10:30", "2026-01-05T10:30:00", "2026-01-06"};
    for (const auto* a : texts) {
        for (const auto* b : texts) {
            SCOPED_TRACE(std::string(a) + " " + b);
            EXPECT_EQ(*CivilTime::read(a) < *CivilTime::read(b),
                      std::string_view(a) < std::string_view(b));
        }
    }
}

TEST(CivilTime, CountsDaysWithFractions) {
    EXPECT_DOUBLE_EQ(
        CivilTime::read("2026-01-06T12:00")->days_since(*CivilTime::read("2026-01-05")), 1.5);
    EXPECT_DOUBLE_EQ(
        CivilTime::read("2026-01-05")->days_since(*CivilTime::read("2026-01-05T06:00")), -0.25);
}

TEST(CivilTime, OfTheSameDayIsNotAfterWhenOnlyTheDayIsKnown) {
    const auto morning = *CivilTime::read("2026-01-05T09:00");
    const auto evening = *CivilTime::read("2026-01-05T18:00");
    const auto day = *CivilTime::read("2026-01-05");
    EXPECT_TRUE(not_after(day, morning));
    EXPECT_TRUE(not_after(evening, day));
    EXPECT_TRUE(not_after(morning, evening));
    EXPECT_FALSE(not_after(evening, morning));
    EXPECT_FALSE(not_after(*CivilTime::read("2026-01-06"), evening));
}

}  // namespace
}  // namespace schema
