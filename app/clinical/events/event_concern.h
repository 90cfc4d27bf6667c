#pragma once
// Why an adverse event deserves a second look. The three thresholds are the project's advice, not
// published limits.

#include <optional>
#include <vector>

#include "schema/records/adverse_event.h"
#include "schema/records/session.h"
#include "schema/types/date.h"

namespace clinical {

// From this severity on, in the record's grades 1 to 5.
inline constexpr int concerning_severity = 2;
// More than so many times the usual longest duration of its kind.
inline constexpr int times_expected = 2;
// More than so many days, whatever its kind.
inline constexpr int persistent_after_days = 28;

enum class EventConcernKind { grade_two_or_worse, longer_than_twice_expected, persistent };

struct EventConcern {
    EventConcernKind kind{};
    bool going_on = true;  // no end is known that may have come by today
    // How long it has lasted at the least; nothing when no day of its beginning is known.
    std::optional<int> days;

    bool operator==(const EventConcern&) const = default;
};

// Days from the latest day on which it can have begun (without an onset: the day of its session) to
// the earliest on which it can have been over, or today while it goes on. Never below 0; nothing
// without either day.
std::optional<int> least_duration(const schema::AdverseEvent& event,
                                  std::optional<schema::Date> session_day,
                                  schema::Date today);

// From this grade on nothing but what comes slowly is an expected side effect.
inline constexpr int severe = 3;
// From this grade on whatever it is.
inline constexpr int life_threatening = 4;
// An urgent side effect that began longer ago than this may be over without anybody having said so.
inline constexpr int urgent_days = 14;

// What a patient does about a side effect that goes on.
enum class Urgency { watch, next_visit, call_now };

// The day of the session before the event: of the one that it names, else of the last one up to its
// beginning and up to today. Nothing if there is none. In any order; none of them voided.
std::optional<schema::Date> session_before(const std::vector<schema::Session>& sessions,
                                           const schema::AdverseEvent& event,
                                           schema::Date today);

// call_now: an infection, herpes, a burn, redness that spreads, a hurt nerve or lost fat of any
// grade; else what is severe, and what is of concerning_severity and not expected on its day: it
// lasts longer than its kind usually does, or began later after the session. What comes slowly or
// stays (dark marks, scars, granulomas, milia) is for the next visit, unless it is life-threatening
// or came before its time. Ours, after a maker's manual (InMode Morpheus8: contact the physician at
// any indication of infection, excessive swelling or undue pain; unverified). `session_day` is the
// day of the session before it (session_before). Of an event that goes on.
Urgency urgency_of(const schema::AdverseEvent& event,
                   std::optional<schema::Date> session_day,
                   schema::Date today);

// Every reason, in the order of EventConcernKind; going on or ended alike. Empty for an event that
// gives none, and for one that begins after today. `session_day` is the day of the session that the
// event names, if the caller knows it. Voided events are for the caller to leave out.
std::vector<EventConcern> concerns_of(const schema::AdverseEvent& event,
                                      std::optional<schema::Date> session_day,
                                      schema::Date today);

}  // namespace clinical
