#pragma once
// What a visit says of the appointment for which the patient came.

#include "db/ledger/transact.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"
#include "schema/types/id.h"

namespace tracking {

// The patient was seen then: the appointment of that day becomes `done` within the same
// transaction, and its undo takes that back. Of several the one that says that the patient came,
// then the nearest in time. Missed and cancelled ones stay, and so do those of other days.
void keep_appointment(db::Write& write,
                      schema::Id<schema::Patient> patient,
                      const schema::CivilTime& seen_at);

}  // namespace tracking
