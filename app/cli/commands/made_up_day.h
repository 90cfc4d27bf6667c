#pragma once
// What a made-up clinic has today, beside its patients' records: who comes and whom somebody has
// tried to reach, allergies, protocols, and boxes on the shelf.

#include "app/tracking/write.h"
#include "schema/types/date.h"

namespace cli {

// Stores it for the day, the same each time for the same patients (charts D-001 …), which are in
// the book. Within one transaction. Returns how many records it wrote.
int make_up_day(db::Write& write, tracking::Scorer& scorer, schema::Date day);

}  // namespace cli
