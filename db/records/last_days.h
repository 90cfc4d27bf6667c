#pragma once
// When each patient was last treated or seen, as far as the book knows.

#include <map>

#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"
#include "schema/types/id.h"

namespace db {

// By patient the latest day, up to `today`, of the records and scores that are not voided: when
// each was, began or ended; of a month or year alone its last day. Of a patient without any the day
// (UTC) of the last ledger entry that is theirs alone; those without one either are not in it.
// Reads every record and score of the clinic.
std::map<schema::Id<schema::Patient>, schema::Date> last_days(const Book& book, schema::Date today);

}  // namespace db
