#include "app/progress/cohort/cohort_member.h"

#include <algorithm>

#include "app/progress/course_progress.h"

namespace progress {

namespace {

std::optional<schema::Concern> concern_of(const History& history,
                                          const std::optional<schema::CivilTime>& began) {
    for (const auto& session : history.sessions) {
        if (!began || session.at != *began || !session.course) {
            continue;
        }
        const auto course =
            std::find_if(history.courses.begin(), history.courses.end(), [&](const auto& each) {
                return each.id == *session.course;
            });
        if (course != history.courses.end()) {
            return course->concern;
        }
    }
    return std::nullopt;
}

void count(db::TreatmentAggregate& aggregate, const schema::Session& session) {
    ++aggregate.sessions;
    if (std::find(aggregate.devices.begin(), aggregate.devices.end(), session.device) ==
        aggregate.devices.end()) {
        aggregate.devices.push_back(session.device);
    }
    for (const auto& area : session.areas) {
        aggregate.deepest_mm = std::max(aggregate.deepest_mm.value_or(0), area.depth_mm);
    }
}

void reach(std::optional<schema::Date>& until, schema::Date day) {
    until = std::max(until.value_or(day), day);
}

}  // namespace

db::TreatmentAggregate treatment_aggregate(const History& history) {
    db::TreatmentAggregate aggregate{.patient = history.patient.id,
                                     .began = treatment_began(history),
                                     .all_sessions = static_cast<int>(history.sessions.size())};
    aggregate.concern = concern_of(history, aggregate.began);
    for (const auto& session : history.sessions) {
        if (!aggregate.began || session.at >= *aggregate.began) {
            count(aggregate, session);
        }
        reach(aggregate.until, session.at.day());
    }
    for (const auto& course : history.courses) {
        reach(aggregate.until, course.on);
    }
    return aggregate;
}

CohortMember cohort_member(const History& history) {
    CohortMember member{.treatment = treatment_aggregate(history),
                        .skin = history.patient.fitzpatrick,
                        .tags = history.tags};
    for (const auto& event : history.events) {
        member.events.push_back(event.kind);
    }
    return member;
}

}  // namespace progress
