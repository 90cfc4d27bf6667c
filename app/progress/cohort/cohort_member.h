#pragma once
// What the clinic's results need of a patient beside the values: how they were treated.

#include <optional>
#include <vector>

#include "app/progress/history.h"
#include "db/records/aggregates.h"

namespace progress {

struct CohortMember {
    db::TreatmentAggregate treatment;
    std::optional<schema::Fitzpatrick> skin;
    std::vector<schema::Tag> tags;
    std::vector<schema::EventKind> events;
};

// Of the courses and sessions of the history alone, which are of one day (see history_until);
// sessions are sorted by at, id.
db::TreatmentAggregate treatment_aggregate(const History& history);

// `history` is of one day (see history_until); its sessions are sorted by at, id.
CohortMember cohort_member(const History& history);

}  // namespace progress
