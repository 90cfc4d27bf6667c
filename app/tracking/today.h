#pragma once
// The clinic's day: who comes, who is due, who was there last, what waits.

#include <cstddef>
#include <optional>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/progress/cohort/due_list.h"
#include "db/book.h"
#include "db/records/appointments.h"
#include "schema/records/adverse_event.h"
#include "schema/records/condition.h"
#include "schema/records/patient.h"
#include "schema/records/patient_entry.h"
#include "schema/records/session.h"
#include "schema/records/sign_off.h"

namespace tracking {

template <class About>
struct OfPatient {
    About about;
    schema::Patient patient;
};

// What was done to have somebody come who is due.
struct Calls {
    db::ContactAttempts attempts;             // since their last visit
    std::optional<schema::Appointment> next;  // that is planned, from the day on
};

Calls calls_of(const db::Book& book, const progress::DuePatient& due, schema::Date as_of);

struct DueToday {
    progress::DuePatient about;
    schema::Patient patient;
    Calls calls;
};

struct ComingPatient {
    schema::Appointment about;
    schema::Patient patient;
    std::vector<schema::Condition> allergies;  // that last on the day, in the order of the book
};

// From the first day to the last, by the clock.
std::vector<ComingPatient> coming_patients(const db::Book& book,
                                           schema::Date first,
                                           schema::Date last);

// How many of each list at the most, but for the appointments, and the findings: those of everybody
// in `due`.
constexpr std::size_t most_of_today = 20;

struct Today {
    schema::Date as_of;
    std::vector<ComingPatient> appointments;  // of the day, by the clock
    std::vector<DueToday> due;
    std::size_t due_total = 0;                            // with those that are not listed
    std::vector<OfPatient<schema::Session>> sessions;     // the latest first
    std::vector<OfPatient<schema::AdverseEvent>> events;  // harms that are not over
    // Those that ask for a reason.
    std::vector<OfPatient<clinical::Finding>> findings;
    std::vector<OfPatient<schema::SignOff>> sign_offs;     // that wait for somebody, all of them
    std::vector<OfPatient<schema::PatientEntry>> entries;  // of patients, that wait; all of them
};

// Nobody who died or left by then is in any of its lists.
Today load_today(const db::Book& book, schema::Date as_of);

}  // namespace tracking
