#include "app/exchange/time_offset.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace exchange::time_offset_test {
namespace {

using exchange::TimeOffset;

std::string from(const char* origin, double days) {
    const auto time = exchange::moved(*schema::CivilTime::read(origin), days);
    return time ? time->text() : "nothing";
}

TEST(TimeOffset, IsACountOfDaysWeeksOrMonths) {
    for (const auto& [text, days] : std::vector<std::pair<const char*, double>>{
             {"0w", 0}, {"8w", 56}, {"12d", 12}, {"-2w", -14}, {"1.5d", 1.5}, {"12m", 365.25}}) {
        SCOPED_TRACE(text);
        const auto offset = TimeOffset::read(text);
        ASSERT_TRUE(offset);
        EXPECT_DOUBLE_EQ(offset->days(), days);
    }
}

TEST(TimeOffset, IsNothingElse) {
    for (const auto* text : {"", "w", "8", "8y", "w8", "8 weeks", "8ww", "1,5d", "infd"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(TimeOffset::read(text));
    }
}

TEST(TimeOffset, OfWholeDaysComesToADay) {
    EXPECT_EQ(from("2024-01-01", 0), "2024-01-01");
    EXPECT_EQ(from("2024-01-01", 56), "2024-02-26");
    EXPECT_EQ(from("2024-01-01", -1), "2023-12-31");
    EXPECT_EQ(from("2024-01-01T10:30", 7), "2024-01-08T10:30");
}

TEST(TimeOffset, OfAFractionComesToTheNearestSecond) {
    EXPECT_EQ(from("2024-01-01", 0.5), "2024-01-01T12:00:00");
    EXPECT_EQ(from("2024-01-01", -0.25), "2023-12-31T18:00:00");
    EXPECT_EQ(from("2024-01-01", 30.4375), "2024-01-31T10:30:00");
    EXPECT_EQ(from("2024-01-01T23:59:59", 1.0 / 86400), "2024-01-02T00:00:00");
}

TEST(TimeOffset, BeyondTheCalendarIsNothing) {
    EXPECT_EQ(from("2024-01-01", 3e6), "nothing");
    EXPECT_EQ(from("2024-01-01", 1e300), "nothing");
    EXPECT_EQ(from("1400-01-01", -1), "nothing");
}

}  // namespace
}  // namespace exchange::time_offset_test
