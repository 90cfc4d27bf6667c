#pragma once
// Which course a session belongs to when it names none.

#include <optional>

#include "db/book.h"
#include "schema/records/course.h"
#include "schema/types/date.h"

namespace tracking {

// The course of the patient that is open on the day, the latest begun; nothing without one.
std::optional<schema::Id<schema::Course>> open_course(const db::Book& book,
                                                      schema::Id<schema::Patient> patient,
                                                      schema::Date day);

}  // namespace tracking
