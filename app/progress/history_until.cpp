#include "app/progress/history_until.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace progress {

namespace {

using schema::AdverseEvent;
using schema::Course;
using schema::Date;

using Days = std::unordered_map<std::int64_t, Date>;  // of sessions, by their ids

Days days_of(const std::vector<schema::Session>& sessions) {
    Days days;
    for (const auto& session : sessions) {
        days.emplace(session.id.value, session.at.day());
    }
    return days;
}

// The day it happened as far as known: its own onset, else the session it followed.
std::optional<Date> first_day_of(const AdverseEvent& event, const Days& sessions) {
    if (event.onset) {
        return event.onset->first_day();
    }
    const auto session = event.session ? sessions.find(event.session->value) : sessions.end();
    return session == sessions.end() ? std::nullopt : std::optional(session->second);
}

// Leaves out what began later, and lets what ended later go on.
template <class Record>
void keep_begun(std::vector<Record>& records, Date last) {
    std::erase_if(records,
                  [&](const auto& each) { return each.from && each.from->first_day() > last; });
    for (auto& record : records) {
        if (record.until && record.until->first_day() > last) {
            record.until.reset();
        }
    }
}

}  // namespace

History history_until(History history, Date last) {
    if (history.patient.status_on && *history.patient.status_on > last) {
        history.patient.status.reset();
        history.patient.status_on.reset();
    }
    std::erase_if(history.events, [&, sessions = days_of(history.sessions)](const auto& event) {
        const auto day = first_day_of(event, sessions);
        return day && *day > last;
    });
    for (auto& event : history.events) {
        if (event.resolved && event.resolved->first_day() > last) {
            event.resolved.reset();
        }
    }
    std::erase_if(history.courses, [&](const Course& course) { return course.on > last; });
    for (auto& course : history.courses) {
        if (course.ended && *course.ended > last) {
            course.ended.reset();
        }
    }
    std::erase_if(history.scores, [&](const auto& score) { return score.at.day() > last; });
    std::erase_if(history.sessions, [&](const auto& session) { return session.at.day() > last; });
    std::erase_if(history.applications, [&](const auto& each) { return each.at.day() > last; });
    keep_begun(history.conditions, last);
    keep_begun(history.treatments, last);
    std::erase_if(history.readings, [&](const auto& each) { return each.on.day() > last; });
    std::erase_if(history.questionnaires, [&](const auto& each) { return each.on.day() > last; });
    return history;
}

}  // namespace progress
