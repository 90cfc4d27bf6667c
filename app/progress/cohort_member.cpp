#include "app/progress/cohort_member.h"

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

void count(CohortMember& member, const schema::Session& session) {
    ++member.sessions;
    if (std::find(member.devices.begin(), member.devices.end(), session.device) ==
        member.devices.end()) {
        member.devices.push_back(session.device);
    }
    for (const auto& area : session.areas) {
        member.deepest_mm = std::max(member.deepest_mm.value_or(0), area.depth_mm);
    }
}

}  // namespace

CohortMember cohort_member(const History& history) {
    CohortMember member{.patient = history.patient.id,
                        .skin = history.patient.fitzpatrick,
                        .tags = history.tags,
                        .began = treatment_began(history),
                        .all_sessions = static_cast<int>(history.sessions.size())};
    member.concern = concern_of(history, member.began);
    for (const auto& session : history.sessions) {
        if (!member.began || session.at >= *member.began) {
            count(member, session);
        }
    }
    for (const auto& event : history.events) {
        member.events.push_back(event.kind);
    }
    return member;
}

}  // namespace progress
