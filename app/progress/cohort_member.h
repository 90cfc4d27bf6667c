#pragma once
// What the clinic's results need of a patient beside the values: how they were treated.

#include <optional>
#include <vector>

#include "app/progress/history.h"
#include "schema/types/civil_time.h"

namespace progress {

struct CohortMember {
    schema::Id<schema::Patient> patient{};
    std::optional<schema::Fitzpatrick> skin;
    std::vector<schema::Tag> tags;
    // Of the course that progress is measured from; none when no course has a session.
    std::optional<schema::CivilTime> began;
    std::optional<schema::Concern> concern;
    // Of the sessions since the treatment began; of all sessions when no course has one.
    int sessions = 0;
    std::optional<double> deepest_mm;
    std::vector<schema::Device> devices;  // each once
    // Whatever the course.
    int all_sessions = 0;
    std::vector<schema::EventKind> events;
};

// `history` is of one day (see history_until); its sessions are sorted by at, id.
CohortMember cohort_member(const History& history);

}  // namespace progress
