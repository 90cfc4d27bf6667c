#include "app/clinical/events/event_concern.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/events/event_catalogue.h"
#include "schema/types/word.h"

namespace clinical::event_concern_test {
namespace {

using schema::EventKind;
using enum EventConcernKind;

schema::Date day(const std::string& text) {
    return schema::Date::read(text).value();
}

const auto today = day("2026-03-31");

schema::AdverseEvent event(EventKind kind,
                           const std::string& onset,
                           const std::string& resolved = "") {
    schema::AdverseEvent made;
    made.kind = kind;
    made.severity = 1;
    made.onset = schema::PartialDate::read(onset);
    made.resolved = schema::PartialDate::read(resolved);
    return made;
}

std::vector<EventConcernKind> kinds_of(const std::vector<EventConcern>& concerns) {
    std::vector<EventConcernKind> kinds;
    for (const auto& each : concerns) {
        kinds.push_back(each.kind);
    }
    return kinds;
}

std::vector<EventConcernKind> kinds_of(const schema::AdverseEvent& seen,
                                       std::optional<schema::Date> session_day = {}) {
    return kinds_of(concerns_of(seen, session_day, today));
}

using Kinds = std::vector<EventConcernKind>;

TEST(SessionBefore, IsTheOneThatIsNamedElseTheLastUpToTheBeginning) {
    std::vector<schema::Session> sessions(3);
    const char* const days[] = {"2026-03-20", "2026-03-01", "2026-04-02"};
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        sessions[i].id = schema::Id<schema::Session>(static_cast<std::int64_t>(i + 1));
        sessions[i].at = schema::CivilTime(day(days[i]));
    }
    const struct {
        const char* onset;
        std::int64_t named;  // 0: none
        const char* found;   // empty: none
    } cases[] = {
        {"2026-03-25", 0, "2026-03-20"},
        {"2026-03-20", 0, "2026-03-20"},
        {"2026-03-19", 0, "2026-03-01"},
        {"2026-02-28", 0, ""},
        {"2026-03", 0, "2026-03-20"},
        {"2026", 0, "2026-03-20"},
        {"", 0, "2026-03-20"},
        {"2026-03-25", 2, "2026-03-01"},
        {"", 3, "2026-04-02"},
        {"2026-03-25", 9, "2026-03-20"},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.onset) + " " + std::to_string(each.named));
        auto seen = event(EventKind::erythema, each.onset);
        if (each.named != 0) {
            seen.session = schema::Id<schema::Session>(each.named);
        }
        EXPECT_EQ(session_before(sessions, seen, today), schema::Date::read(each.found));
    }
}

TEST(EventConcern, BeginsAtSeverityTwo) {
    auto seen = event(EventKind::other, "2026-03-31");
    EXPECT_EQ(kinds_of(seen), Kinds{});
    for (const int severity : {2, 3, 4, 5}) {
        seen.severity = severity;
        EXPECT_EQ(kinds_of(seen), Kinds{grade_two_or_worse}) << severity;
    }
}

TEST(EventConcern, OfSeverityNeedsNoDate) {
    auto seen = event(EventKind::burn, "");
    seen.severity = 2;
    EXPECT_EQ(concerns_of(seen, std::nullopt, today),
              (std::vector<EventConcern>{
                  {.kind = grade_two_or_worse, .going_on = true, .days = std::nullopt}}));
}

struct Limit {
    EventKind kind;
    int days;  // the last duration that raises nothing
};

TEST(EventConcern, BeginsOnTheDayAfterTwiceTheUsualDuration) {
    const std::vector<Limit> limits = {
        {EventKind::erythema, 6},
        {EventKind::oedema, 2},
        {EventKind::pain, 4},
        {EventKind::bleeding, 14},
        {EventKind::bruising, 14},
        {EventKind::dryness, 14},
        {EventKind::itch, 14},
        {EventKind::crust, 14},
        {EventKind::contact_dermatitis, 14},
        {EventKind::herpes_reactivation, 28},
    };
    for (const auto& limit : limits) {
        SCOPED_TRACE(schema::word(limit.kind));
        const auto begin = today.plus_days(-limit.days);
        EXPECT_EQ(kinds_of(event(limit.kind, begin.text())), Kinds{});
        const auto kinds = kinds_of(event(limit.kind, begin.plus_days(-1).text()));
        ASSERT_FALSE(kinds.empty());
        EXPECT_EQ(kinds.front(), longer_than_twice_expected);
    }
}

TEST(EventConcern, OfKindsWithoutAUsualDurationWaitsForTwentyEightDays) {
    for (const auto& facts : event_catalogue()) {
        if (facts.longest_days) {
            continue;
        }
        SCOPED_TRACE(schema::word(facts.kind));
        EXPECT_EQ(kinds_of(event(facts.kind, "2026-03-03")), Kinds{});            // 28 days
        EXPECT_EQ(kinds_of(event(facts.kind, "2026-03-02")), Kinds{persistent});  // 29 days
    }
}

TEST(EventConcern, AreAllGivenInTheirOrder) {
    auto seen = event(EventKind::erythema, "2026-01-10", "2026-02-08");
    seen.severity = 3;
    EXPECT_EQ(concerns_of(seen, std::nullopt, today),
              (std::vector<EventConcern>{
                  {.kind = grade_two_or_worse, .going_on = false, .days = 29},
                  {.kind = longer_than_twice_expected, .going_on = false, .days = 29},
                  {.kind = persistent, .going_on = false, .days = 29}}));
}

TEST(EventConcern, OfAnEventThatIsOverKeepsTheDurationItHad) {
    EXPECT_EQ(kinds_of(event(EventKind::erythema, "2025-01-01", "2025-01-07")), Kinds{});
    EXPECT_EQ(kinds_of(event(EventKind::erythema, "2025-01-01", "2025-01-08")),
              Kinds{longer_than_twice_expected});
}

TEST(EventConcern, OfAnEventThatWillBeOverLaterStillGoesOn) {
    auto seen = event(EventKind::erythema, "2026-03-24", "2026-04-01");
    EXPECT_EQ(concerns_of(seen, std::nullopt, today),
              (std::vector<EventConcern>{
                  {.kind = longer_than_twice_expected, .going_on = true, .days = 7}}));
    seen.resolved = schema::PartialDate::read("2026-03-31");
    EXPECT_FALSE(concerns_of(seen, std::nullopt, today).at(0).going_on);
}

TEST(EventConcern, OfAnEventThatBeginsAfterTodayIsNone) {
    for (const auto* onset : {"2026-04-01", "2026-04", "2027"}) {
        auto seen = event(EventKind::burn, onset);
        seen.severity = 5;
        EXPECT_EQ(kinds_of(seen), Kinds{}) << onset;
    }
    auto after_session = event(EventKind::burn, "");
    after_session.severity = 5;
    EXPECT_EQ(kinds_of(after_session, day("2026-04-01")), Kinds{});
}

TEST(EventConcern, OfAnEventThatMayHaveBegunByTodayIsNotLost) {
    for (const auto* onset : {"2026-03-31", "2026-03", "2026"}) {
        auto seen = event(EventKind::burn, onset);
        seen.severity = 5;
        EXPECT_EQ(kinds_of(seen, day("2026-04-01")), Kinds{grade_two_or_worse}) << onset;
    }
    auto after_session = event(EventKind::burn, "");
    after_session.severity = 5;
    EXPECT_EQ(kinds_of(after_session, today), Kinds{grade_two_or_worse});
}

struct Duration {
    std::string onset;
    std::string resolved;
    std::string session;
    std::optional<int> days;
};

TEST(LeastDuration, ClaimsNoDayThatMayNotBeTrue) {
    const std::vector<Duration> rows = {
        {"2026-03-21", "", "", 10},
        {"2026-03-21", "2026-03-25", "", 4},
        {"2026-03-21", "2026-04-25", "", 10},  // its end is still to come
        {"2026-03-21", "", "2026-03-01", 10},  // a known onset goes before the session
        {"2026-03-31", "", "", 0},
        {"", "", "2026-03-21", 10},
        {"", "2026-03-25", "2026-03-21", 4},
        {"", "", "", std::nullopt},
        {"", "2026-03-25", "", std::nullopt},
        {"2026-02", "", "", 31},            // from 28 February
        {"2025", "", "", 90},               // from 31 December
        {"2026", "", "", 0},                // may have begun today
        {"2026-02", "2026-03", "", 1},      // 28 February to 1 March
        {"2025", "2026-03", "", 60},        // 31 December to 1 March
        {"2026-02-10", "2026", "", 0},      // from 1 January, as far as is known
        {"2026-03-10", "2026-03", "", 0},   // may have been over at once
        {"2026-03", "2026-03-20", "", 0},   // may have begun on the day it was over
        {"2026-01-31", "2026-03", "", 29},  // 1 March
        {"2026-01-31", "2026-04", "", 59},  // its end is still to come
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.onset + " to " + row.resolved + " after " + row.session);
        EXPECT_EQ(least_duration(event(EventKind::other, row.onset, row.resolved),
                                 schema::Date::read(row.session),
                                 today),
                  row.days);
    }
}

// The grades are those of CTCAE; the days are ours.
TEST(EventConcern, GoesByTheseGradesAndDays) {
    EXPECT_EQ(severe, 3);
    EXPECT_EQ(life_threatening, 4);
    EXPECT_EQ(urgent_days, 14);
}

}  // namespace
}  // namespace clinical::event_concern_test
