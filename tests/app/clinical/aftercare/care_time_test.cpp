#include "app/clinical/aftercare/care_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::care_time_test {
namespace {

TEST(CareTime, CountsFromTheSessionOrFromTheEndOfItsDay) {
    EXPECT_EQ(care_began({.at = moment("2026-01-05T10:30")}).text(), "2026-01-05T10:30");
    EXPECT_EQ(care_began({.at = moment("2026-01-05T10:30:15")}).text(), "2026-01-05T10:30:15");
    EXPECT_EQ(care_began({.at = moment("2026-01-05")}).text(), "2026-01-06T00:00");
}

TEST(CareTime, TakesTheFewestHoursThatItCanHaveBeen) {
    const struct {
        const char* session;
        const char* at;
        double hours;
    } cases[] = {
        {"2026-01-05T10:30", "2026-01-05T10:30", 0},
        {"2026-01-05T10:30", "2026-01-05T11:00", 0.5},
        {"2026-01-05T10:30", "2026-01-06T10:29", 23.0 + 59.0 / 60},
        {"2026-01-05T10:30", "2026-01-06", 13.5},  // at its midnight
        {"2026-01-05T10:30", "2026-01-05", 0},     // perhaps right after
        {"2026-01-05", "2026-01-05T23:00", 0},
        {"2026-01-05", "2026-01-06T07:00", 7},  // the session may have ended at midnight
        {"2026-01-05", "2026-01-06", 0},
        {"2026-01-05", "2026-01-07", 24},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.session) + " " + each.at);
        EXPECT_DOUBLE_EQ(hours_after({.at = moment(each.session)}, moment(each.at)), each.hours);
    }
}

TEST(CareTime, OfTheSameDayIsNotCertainlyLaterWithoutAClock) {
    EXPECT_TRUE(is_certainly_later(moment("2026-01-05T10:31"), moment("2026-01-05T10:30")));
    EXPECT_FALSE(is_certainly_later(moment("2026-01-05T10:30:00"), moment("2026-01-05T10:30")));
    EXPECT_FALSE(is_certainly_later(moment("2026-01-05T10:29"), moment("2026-01-05T10:30")));
    EXPECT_FALSE(is_certainly_later(moment("2026-01-05T10:31"), moment("2026-01-05")));
    EXPECT_FALSE(is_certainly_later(moment("2026-01-05"), moment("2026-01-05T10:31")));
    EXPECT_TRUE(is_certainly_later(moment("2026-01-06"), moment("2026-01-05T23:59")));
}

TEST(SessionBefore, IsTheLatestThatIsNotInTheFuture) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.session("2026-01-05T10:00");  // recorded later, done earlier
    example.session("2026-02-05T10:30");
    const auto id = [&](std::string_view at) {
        const auto* const session = session_before(example.facts().sessions, moment(at));
        return session == nullptr ? 0 : session->id.value;
    };
    EXPECT_EQ(id("2026-01-05T09:59"), 0);
    EXPECT_EQ(id("2026-01-04"), 0);
    EXPECT_EQ(id("2026-01-05T10:00"), 2);
    EXPECT_EQ(id("2026-01-05T10:29"), 2);
    EXPECT_EQ(id("2026-01-05T10:30"), 1);
    EXPECT_EQ(id("2026-01-05"), 1);
    EXPECT_EQ(id("2026-02-05T10:29"), 1);
    EXPECT_EQ(id("2026-02-05"), 3);
    EXPECT_EQ(id("2027-01-01"), 3);
}

TEST(SessionBefore, OfOneTimeIsTheOneRecordedLater) {
    CareExample example;
    example.session("2026-01-05T10:30");
    example.session("2026-01-05T10:30:00");
    auto sessions = example.facts().sessions;
    EXPECT_EQ(session_before(sessions, moment("2026-01-06"))->id.value, 2);
    std::swap(sessions[0], sessions[1]);
    EXPECT_EQ(session_before(sessions, moment("2026-01-06"))->id.value, 2);
}

TEST(SessionBefore, OfADayWithoutAClockCountsAsItsLast) {
    CareExample example;
    example.session("2026-01-05");
    example.session("2026-01-05T18:00");
    EXPECT_EQ(session_before(example.facts().sessions, moment("2026-01-05T19:00"))->id.value, 1);
}

schema::CivilTime any_time() {
    const auto day = moment("2026-01-01").day().plus_days(*rc::gen::inRange(0, 40));
    return *rc::gen::arbitrary<bool>()
               ? schema::CivilTime(day)
               : schema::CivilTime::at_minute(day, *rc::gen::inRange(0, 1440));
}

RC_GTEST_PROP(CareTimeLaw, HoursAreNeverLessThanNone, ()) {
    const schema::Session session{.at = any_time()};
    RC_ASSERT(hours_after(session, any_time()) >= 0);
}

RC_GTEST_PROP(CareTimeLaw, WithoutAClockTheHoursAreNeverMoreThanWithAny, ()) {
    const auto session = any_time();
    const auto at = any_time();
    const schema::CivilTime session_day(session.day());
    const schema::CivilTime day(at.day());
    RC_ASSERT(hours_after({.at = session_day}, at) <= hours_after({.at = session}, at));
    RC_ASSERT(hours_after({.at = session}, day) <= hours_after({.at = session}, at));
}

}  // namespace
}  // namespace clinical::care_time_test
