#pragma once
// What is new or still going on in the whole clinic.

#include <vector>

#include "db/book.h"
#include "schema/records/adverse_event.h"
#include "schema/records/session.h"

namespace db {

// The latest sessions up to and including `day`, the latest first; nothing voided, and nothing of
// a voided patient.
std::vector<schema::Session> latest_sessions(const Book& book, schema::Date day, int most);

// The harms that are not over, the latest first; nothing voided, and nothing of a voided patient.
std::vector<schema::AdverseEvent> open_events(const Book& book, int most);

}  // namespace db
