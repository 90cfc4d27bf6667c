#pragma once
// What results of the whole clinic are made from, read in one pass each: no queries per patient.

#include <optional>
#include <vector>

#include "db/book.h"
#include "schema/records/adverse_event.h"
#include "schema/records/course.h"
#include "schema/records/session.h"

namespace db {

// A session without what only its own page shows.
struct SessionFact {
    schema::Id<schema::Patient> patient;
    schema::Id<schema::Session> id;
    schema::CivilTime at;
    std::optional<schema::Id<schema::Course>> course;
    schema::Device device{};
    std::optional<double> deepest_mm;  // of its areas; none without one
};

// Sessions that are not voided, by patient, time and id.
std::vector<SessionFact> all_session_facts(const Book& book);

// Patients with a course for one side of the face, neither of them voided, by id.
std::vector<schema::Id<schema::Patient>> patients_with_a_sided_course(const Book& book);

// A side effect that is not voided, of a patient who is not.
struct EventFact {
    schema::Id<schema::Patient> patient;
    schema::EventKind kind{};
    std::optional<schema::PartialDate> onset;
};

// By patient and id.
std::vector<EventFact> all_event_facts(const Book& book);

// The day of the patient's last value on any scale up to and including `until`; nothing without.
std::optional<schema::Date> last_value_day(const Book& book,
                                           schema::Id<schema::Patient> patient,
                                           schema::Date until);

}  // namespace db
