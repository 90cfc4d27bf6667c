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

bool is_urgent(const schema::AdverseEvent& event) {
    using enum schema::EventKind;
    const auto kind = event.kind;
    return event.severity >= concerning_severity || kind == infection ||
           kind == herpes_reactivation || kind == burn || kind == nerve_injury;
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
