#pragma once
// What patients tell on their own pages: it waits, and counts once somebody of the clinic accepts
// it.

#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/patient_entry.h"

namespace tracking {

// How many a patient may send on one day, and have waiting at a time.
inline constexpr int most_entries_a_day = 10;
inline constexpr int most_entries_waiting = 30;

// Keeps it for the patient of the link that the submission's grant is of
// (access_control::authorise_patient); nothing else of the book changes. `entry.at` is the clinic's
// time. Throws schema::Error: forbidden for every other grant; refused for an empty one, for what
// cannot be true, and where there are too many.
db::Receipt send_entry(db::Book& book,
                       const db::Submission& submission,
                       schema::PatientEntry entry);

// Keeps what one patient told in a file that came back to the clinic: it waits as the others do.
// Whatever is there already, answered or not, is left out; so files may come twice and in any
// order, and nothing is written where nothing is new. The answer is how many were kept. Throws
// schema::Error: refused for an empty one, for what cannot be true and for a day to come; forbidden
// for who has not the right accept_entries.
db::Receipt take_entries(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::Patient> patient,
                         std::vector<schema::PatientEntry> entries,
                         schema::CivilTime now);

// Accepts it: it stands as by the patient from then on, and answers of DLQI as a questionnaire that
// says so. Throws schema::Error: missing; changed where it was answered; forbidden for who has not
// the right accept_entries.
db::Receipt accept_entry(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::PatientEntry> id,
                         schema::CivilTime now);

// Declines it: it counts nowhere, and stays to be seen. Throws as `accept_entry`.
db::Receipt decline_entry(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<schema::PatientEntry> id,
                          schema::CivilTime now);

}  // namespace tracking
