#pragma once
// Which course a session belongs to when it names none.

#include "db/book.h"
#include "schema/records/session.h"

namespace tracking {

// Puts a session that names no course into the patient's course that is open on its day, the latest
// begun; leaves it without one where there is none.
void join_open_course(const db::Book& book, schema::Session& session);

}  // namespace tracking
