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

void count(db::TreatmentStanding& standing, const schema::Session& session) {
    ++standing.sessions;
    if (std::find(standing.devices.begin(), standing.devices.end(), session.device) ==
        standing.devices.end()) {
        standing.devices.push_back(session.device);
    }
    for (const auto& area : session.areas) {
        standing.deepest_mm = std::max(standing.deepest_mm.value_or(0), area.depth_mm);
    }
}

void reach(std::optional<schema::Date>& until, schema::Date day) {
    until = std::max(until.value_or(day), day);
}

}  // namespace

db::TreatmentStanding treatment_standing(const History& history) {
    db::TreatmentStanding standing{.patient = history.patient.id,
                                   .began = treatment_began(history),
                                   .all_sessions = static_cast<int>(history.sessions.size())};
    standing.concern = concern_of(history, standing.began);
    for (const auto& session : history.sessions) {
        if (!standing.began || session.at >= *standing.began) {
            count(standing, session);
        }
        reach(standing.until, session.at.day());
    }
    for (const auto& course : history.courses) {
        reach(standing.until, course.on);
    }
    return standing;
}

CohortMember cohort_member(const History& history) {
    CohortMember member{.treatment = treatment_standing(history),
                        .skin = history.patient.fitzpatrick,
                        .tags = history.tags};
    for (const auto& event : history.events) {
        member.events.push_back(event.kind);
    }
    return member;
}

}  // namespace progress
