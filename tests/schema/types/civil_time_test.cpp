#include "schema/types/civil_time.h"

#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace schema::civil_time_test {
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

TEST(CivilTime, MovesByHoursAndKeepsItsPrecision) {
    const struct {
        const char* from;
        int hours;
        const char* to;
    } cases[] = {
        {"2026-01-05T10:30", 0, "2026-01-05T10:30"},
        {"2026-01-05T10:30", 13, "2026-01-05T23:30"},
        {"2026-01-05T10:30", 14, "2026-01-06T00:30"},
        {"2026-01-05T10:30", 24, "2026-01-06T10:30"},
        {"2026-01-05T10:30:59", 47, "2026-01-07T09:30:59"},
        {"2026-02-27T23:59", 25, "2026-03-01T00:59"},
        {"2026-01-05T00:00", 672, "2026-02-02T00:00"},
        {"2026-01-05", 0, "2026-01-05T00:00"},
        {"2026-01-05", 24, "2026-01-06T00:00"},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.from + std::string(" + ") + std::to_string(each.hours));
        EXPECT_EQ(CivilTime::read(each.from)->plus_hours(each.hours).text(), each.to);
    }
}

TEST(CivilTime, DoesNotMoveBeyondTheCalendar) {
    EXPECT_THROW(CivilTime::read("9999-12-31T10:30")->plus_hours(24), std::out_of_range);
    EXPECT_EQ(CivilTime::read("9999-12-31T10:30")->plus_hours(13).text(), "9999-12-31T23:30");
}

TEST(CivilTime, OfAMinuteOfADayCanBeOfTheNext) {
    const auto day = *Date::read("2026-01-05");
    EXPECT_EQ(CivilTime::at_minute(day, 0).text(), "2026-01-05T00:00");
    EXPECT_EQ(CivilTime::at_minute(day, 1439).text(), "2026-01-05T23:59");
    EXPECT_EQ(CivilTime::at_minute(day, 1440).text(), "2026-01-06T00:00");
}

TEST(CivilTime, CountsHoursWithFractions) {
    const auto session = *CivilTime::read("2026-01-05T10:30");
    EXPECT_EQ(CivilTime::read("2026-01-05T10:30")->hours_since(session), 0);
    EXPECT_EQ(CivilTime::read("2026-01-06T10:15")->hours_since(session), 23.75);
    EXPECT_EQ(CivilTime::read("2026-01-05T10:30:36")->hours_since(session), 0.01);
    EXPECT_EQ(CivilTime::read("2026-01-05")->hours_since(session), -10.5);
    EXPECT_EQ(CivilTime::read("2026-01-07")->hours_since(*CivilTime::read("2026-01-05")), 48);
}

RC_GTEST_PROP(CivilTimeLaw, HoursAddedAreTheHoursSince, ()) {
    const auto day = Date::of(2026, 1, 1)->plus_days(*rc::gen::inRange(0, 1000));
    const auto from = CivilTime::at_minute(day, *rc::gen::inRange(0, 1440));
    const int hours = *rc::gen::inRange(0, 5000);
    RC_ASSERT(from.plus_hours(hours).hours_since(from) == hours);
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
}  // namespace schema::civil_time_test
