#include "app/clinical/events/event_concern.h"

#include <algorithm>

#include "app/clinical/events/event_catalogue.h"

namespace clinical {

namespace {

using schema::AdverseEvent;
using schema::Date;

bool begins_after(const AdverseEvent& event, std::optional<Date> session_day, Date today) {
    if (event.onset) {
        return event.onset->first_day() > today;
    }
    return session_day && *session_day > today;
}

// A month or year that today lies in may have brought the end already: then nobody can say that it
// goes on.
bool is_going_on(const AdverseEvent& event, Date today) {
    return !event.resolved || event.resolved->first_day() > today;
}

bool is_longer_than_expected(const AdverseEvent& event, int days) {
    const auto longest = facts_of(event.kind).longest_days;
    return longest && days > times_expected * *longest;
}

bool is_urgent_kind(schema::EventKind kind) {
    using enum schema::EventKind;
    return kind == infection || kind == burn || kind == herpes_reactivation ||
           kind == nerve_injury || kind == fat_loss || kind == spreading_redness;
}

bool comes_slowly(schema::EventKind kind) {
    using enum schema::EventKind;
    return facts_of(kind).persistent || kind == pih || kind == scar || kind == milia;
}

// Known to have begun before the earliest day on which its kind is expected.
bool came_too_soon(const AdverseEvent& event, std::optional<Date> session_day) {
    const auto onset = facts_of(event.kind).onset;
    return onset && event.onset && session_day && event.onset->last_day() >= *session_day &&
           event.onset->last_day().days_since(*session_day) < onset->earliest;
}

// Only what is known to fit: without any day, or without a usual duration, nothing is expected.
bool is_expected_on_its_day(const AdverseEvent& event,
                            std::optional<Date> session_day,
                            Date today) {
    const auto& facts = facts_of(event.kind);
    const auto begin = event.onset ? std::optional(event.onset->first_day()) : session_day;
    if (!facts.onset || !facts.longest_days || !session_day || !begin) {
        return false;
    }
    return begin->days_since(*session_day) <= facts.onset->latest &&
           today.days_since(*begin) <= *facts.longest_days;
}

}  // namespace

std::optional<int> least_duration(const AdverseEvent& event,
                                  std::optional<Date> session_day,
                                  Date today) {
    const auto begin = event.onset ? std::optional(event.onset->last_day()) : session_day;
    if (!begin) {
        return std::nullopt;
    }
    const auto end = is_going_on(event, today) ? today : event.resolved->first_day();
    return std::max(end.days_since(*begin), 0);
}

std::optional<Date> session_before(const std::vector<schema::Session>& sessions,
                                   const AdverseEvent& event,
                                   Date today) {
    const auto begin = event.onset ? std::min(event.onset->last_day(), today) : today;
    std::optional<Date> last;
    for (const auto& session : sessions) {
        if (event.session == session.id) {
            return session.at.day();
        }
        if (session.at.day() <= begin && (!last || session.at.day() > *last)) {
            last = session.at.day();
        }
    }
    return last;
}

Urgency urgency_of(const AdverseEvent& event, std::optional<Date> session_day, Date today) {
    if (is_urgent_kind(event.kind) || event.severity >= life_threatening ||
        event.serious.value_or(false)) {
        return Urgency::call_now;
    }
    if (event.severity < concerning_severity) {
        return Urgency::watch;
    }
    if (comes_slowly(event.kind)) {
        return came_too_soon(event, session_day) ? Urgency::call_now : Urgency::next_visit;
    }
    const bool is_expected =
        event.severity < severe && is_expected_on_its_day(event, session_day, today);
    return is_expected ? Urgency::watch : Urgency::call_now;
}

std::vector<EventConcern> concerns_of(const AdverseEvent& event,
                                      std::optional<Date> session_day,
                                      Date today) {
    std::vector<EventConcern> concerns;
    if (begins_after(event, session_day, today)) {
        return concerns;
    }
    const auto days = least_duration(event, session_day, today);
    const auto add = [&](EventConcernKind kind) {
        concerns.push_back({.kind = kind, .going_on = is_going_on(event, today), .days = days});
    };
    if (event.severity >= concerning_severity) {
        add(EventConcernKind::grade_two_or_worse);
    }
    if (days && is_longer_than_expected(event, *days)) {
        add(EventConcernKind::longer_than_twice_expected);
    }
    if (days && *days > persistent_after_days) {
        add(EventConcernKind::persistent);
    }
    return concerns;
}

}  // namespace clinical
