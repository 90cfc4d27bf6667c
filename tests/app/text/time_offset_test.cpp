#include "app/text/time_offset.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace exchange::time_offset_test {
namespace {

using exchange::OffsetUnit;
using exchange::TimeOffset;

std::string from(const char* origin, const char* offset) {
    const auto by = TimeOffset::read(offset);
    const auto time = by ? exchange::moved(*schema::CivilTime::read(origin), *by) : std::nullopt;
    return time ? time->text() : "nothing";
}

TEST(TimeOffset, IsACountOfUnits) {
    const std::vector<std::pair<const char*, TimeOffset>> cases{{"30min", {30, OffsetUnit::minute}},
                                                                {"4h", {4, OffsetUnit::hour}},
                                                                {"12d", {12, OffsetUnit::day}},
                                                                {"1.5d", {1.5, OffsetUnit::day}},
                                                                {"0w", {0, OffsetUnit::week}},
                                                                {"-2w", {-2, OffsetUnit::week}},
                                                                {"12m", {12, OffsetUnit::month}},
                                                                {"1y", {1, OffsetUnit::year}}};
    for (const auto& [text, offset] : cases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(TimeOffset::read(text), offset);
    }
}

TEST(TimeOffset, IsNothingElse) {
    for (const auto* text :
         {"", "w", "8", "0", "8s", "w8", "8 weeks", "8ww", "1,5d", "infd", "min", "5mins"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(TimeOffset::read(text));
    }
}

TEST(TimeOffset, GivesColumnsTheirUnit) {
    EXPECT_EQ(exchange::unit_named("week"), OffsetUnit::week);
    EXPECT_EQ(exchange::unit_named("hour"), OffsetUnit::hour);
    EXPECT_FALSE(exchange::unit_named("weeks"));
    EXPECT_FALSE(exchange::unit_named("minute"));
    EXPECT_FALSE(exchange::unit_named("year"));
}

TEST(TimeOffset, OfWholeDaysComesToADay) {
    EXPECT_EQ(from("2024-01-01", "0d"), "2024-01-01");
    EXPECT_EQ(from("2024-01-01", "8w"), "2024-02-26");
    EXPECT_EQ(from("2024-01-01", "-1d"), "2023-12-31");
    EXPECT_EQ(from("2024-01-01T10:30", "1w"), "2024-01-08T10:30");
}

TEST(TimeOffset, OfMonthsGoesByTheCalendarAndMakesUpNoClock) {
    EXPECT_EQ(from("2024-01-31", "1m"), "2024-02-29");
    EXPECT_EQ(from("2024-01-31", "12m"), "2025-01-31");
    EXPECT_EQ(from("2024-03-31", "-1m"), "2024-02-29");
    EXPECT_EQ(from("2024-02-29", "1y"), "2025-02-28");
    EXPECT_EQ(from("2024-01-31T10:30", "1m"), "2024-02-29T10:30");
    // A fraction of a month has no day of the calendar: the average decides.
    EXPECT_EQ(from("2024-01-01", "1.5m"), "2024-02-16");
    EXPECT_EQ(from("2024-01-01", "0.5y"), "2024-07-02");
    EXPECT_EQ(from("2024-01-01", "1.5w"), "2024-01-12");
}

TEST(TimeOffset, OfHoursAndMinutesCountsFromTheMoment) {
    EXPECT_EQ(from("2020-01-01", "4h"), "2020-01-01T04:00");
    EXPECT_EQ(from("2020-01-01T14:00", "30min"), "2020-01-01T14:30");
    EXPECT_EQ(from("2020-01-01T23:50", "90min"), "2020-01-02T01:20");
    EXPECT_EQ(from("2020-01-01T10:00", "-11h"), "2019-12-31T23:00");
    EXPECT_EQ(from("2020-01-01T10:00:05", "1h"), "2020-01-01T11:00:05");
    EXPECT_EQ(from("2020-01-01", "24h"), "2020-01-02");
}

TEST(TimeOffset, OfAFractionOfADayComesToTheNearestSecond) {
    EXPECT_EQ(from("2024-01-01", "0.5d"), "2024-01-01T12:00");
    EXPECT_EQ(from("2024-01-01", "-0.25d"), "2023-12-31T18:00");
    EXPECT_EQ(from("2024-01-01", "0.0001d"), "2024-01-01T00:00:09");
}

TEST(TimeOffset, BeyondTheCalendarIsNothing) {
    EXPECT_EQ(from("2024-01-01", "3000000d"), "nothing");
    EXPECT_EQ(from("2024-01-01", "9000y"), "nothing");
    EXPECT_EQ(from("2024-01-01", "1e300m"), "nothing");
    EXPECT_EQ(from("1400-01-01", "-1d"), "nothing");
    EXPECT_EQ(from("1400-01-01", "-1m"), "nothing");
}

}  // namespace
}  // namespace exchange::time_offset_test
