#pragma once
// The clinic's day across patients: who is to come, and how often a patient was called.

#include <optional>
#include <vector>

#include "db/book.h"
#include "schema/records/appointment.h"
#include "schema/records/contact_attempt.h"
#include "schema/types/date.h"

namespace db {

// From the first day to the last, by the clock; nothing voided, and nobody who was entered in
// error.
std::vector<schema::Appointment> appointments_between(const Book& book,
                                                      schema::Date first,
                                                      schema::Date last);

// The patient's next appointment that is planned, on this day or later.
std::optional<schema::Appointment> next_appointment(const Book& book,
                                                    schema::Id<schema::Patient> patient,
                                                    schema::Date from);

struct ContactAttempts {
    int count = 0;
    std::optional<schema::ContactAttempt> last;
};

// After the day of their last visit, up to the day `until`.
ContactAttempts contact_attempts(const Book& book,
                                 schema::Id<schema::Patient> patient,
                                 schema::Date last_visit,
                                 schema::Date until);

}  // namespace db
