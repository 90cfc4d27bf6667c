#pragma once
// What aftercare is computed from.

#include <optional>
#include <vector>

#include "app/clinical/aftercare/care_profile.h"
#include "schema/records/adverse_event.h"
#include "schema/records/application.h"
#include "schema/records/clinic.h"
#include "schema/records/condition.h"
#include "schema/records/patient.h"
#include "schema/records/session.h"

namespace clinical {

// Nothing voided.
struct CareFacts {
    std::vector<schema::Session> sessions;
    std::vector<schema::Application> applications;
    std::vector<schema::Condition> conditions;
    std::vector<schema::AdverseEvent> events;
    std::optional<schema::Fitzpatrick> skin;
    CareRows profile;  // see care_profile()
    schema::Clinic clinic;
};

// The rows that hold after that session.
CareRows rows_after(const CareFacts& facts, const schema::Session& session);

}  // namespace clinical
