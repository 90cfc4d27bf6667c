#include "app/tracking/wall_clock.h"

#include <gtest/gtest.h>

#include "schema/types/error.h"

namespace tracking::wall_clock_test {
namespace {

std::string shown(const std::string& zone, std::string_view utc) {
    const auto there = WallClock(zone).shown(*schema::CivilTime::read(utc), 0);
    return there ? there->text() : "nothing";
}

// Law 24 of 2023: from the last Friday of April to the last Thursday of October. ICU 72 of Debian
// 12 does not know of it; tzdata does (2023c, "Egypt now uses DST again").
TEST(WallClock, EgyptHasHadItsSummerTimeAgainSince2023) {
    EXPECT_EQ(shown("Africa/Cairo", "2022-07-01T09:00"), "2022-07-01T11:00");
    EXPECT_EQ(shown("Africa/Cairo", "2023-04-27T21:59"), "2023-04-27T23:59");
    EXPECT_EQ(shown("Africa/Cairo", "2023-04-27T22:00"), "2023-04-28T01:00");
    EXPECT_EQ(shown("Africa/Cairo", "2026-07-01T09:00"), "2026-07-01T12:00");
    EXPECT_EQ(shown("Africa/Cairo", "2026-12-01T09:00"), "2026-12-01T11:00");
}

TEST(WallClock, GoesOnByTheLastRuleBeyondTheYearsThatAreListed) {
    EXPECT_EQ(shown("Africa/Cairo", "2045-07-01T09:00"), "2045-07-01T12:00");
    EXPECT_EQ(shown("Europe/Berlin", "2045-07-01T09:00"), "2045-07-01T11:00");
    EXPECT_EQ(shown("Europe/Berlin", "2045-01-01T09:00:07"), "2045-01-01T10:00:07");
}

TEST(WallClock, HasNoTimeBeyondTheCalendar) {
    EXPECT_EQ(shown("Asia/Tokyo", "9999-12-31T20:00"), "nothing");
}

TEST(WallClock, StillReadsTheFixedZonesOfOlderBooks) {
    EXPECT_EQ(shown("GMT+3", "2026-07-01T09:00"), "2026-07-01T12:00");
    EXPECT_EQ(shown("GMT-03:30", "2026-07-01T09:00"), "2026-07-01T05:30");
}

TEST(WallClock, RefusesWhatIsNoZone) {
    for (const std::string name : {"",
                                   "Cairo",
                                   "Africa/Kairo",
                                   "GMT+",
                                   "/etc/localtime",
                                   ":Africa/Cairo",
                                   "../localtime",
                                   "Africa/../Europe/Berlin"}) {
        EXPECT_THROW(refuse_unknown_zone(name), schema::Error) << name;
    }
    EXPECT_NO_THROW(refuse_unknown_zone("Africa/Cairo"));
    EXPECT_NO_THROW(refuse_unknown_zone("UTC"));
    EXPECT_NO_THROW(refuse_unknown_zone(local_time_zone()));
}

}  // namespace
}  // namespace tracking::wall_clock_test
