#pragma once
// That a patient died or left, and what cannot be true after it.

#include <optional>
#include <vector>

#include "schema/records/adverse_event.h"
#include "schema/records/patient.h"
#include "schema/records/session.h"
#include "schema/types/date.h"
#include "schema/types/error.h"

namespace clinical {

// The grade of an adverse event that is death.
inline constexpr int severity_of_death = 5;

struct Departure {
    schema::PatientStatus status{};  // left or died
    // The latest day that it can have been; unknown of an event without any day.
    std::optional<schema::Date> on;
    // The event of severity_of_death that says it, where the patient's own status does not.
    std::optional<schema::Id<schema::AdverseEvent>> event;

    bool operator==(const Departure&) const = default;
};

// Nothing while the patient is one of the clinic's. An event of severity_of_death says that the
// patient died, whatever the status: on its onset, else on the day of the session it followed.
std::optional<Departure> departure(const schema::Patient& patient,
                                   const std::vector<schema::AdverseEvent>& events,
                                   const std::vector<schema::Session>& sessions);

// Why no session can be of this day; nothing for the day of the departure itself and those before.
std::optional<schema::Problem> refused_session(const schema::Patient& patient,
                                               const std::optional<Departure>& gone,
                                               schema::Date day);

// The same said of a departure that is recorded although these sessions are later.
std::optional<schema::Problem> refused_departure(const std::optional<Departure>& gone,
                                                 const std::vector<schema::Session>& sessions);

}  // namespace clinical
