#pragma once
// Reads how every patient was treated.

#include <functional>
#include <optional>

#include "app/progress/history.h"
#include "db/book.h"
#include "schema/types/date.h"

namespace progress {

// Visits every patient that is not voided, by id, with what the book knew of their treatment at the
// end of the day: tags, courses, sessions (id, time, course, device, and one area with the greatest
// depth) and side effects, in one pass over each; no scores.
void for_each_treatment(const db::Book& book,
                        schema::Date as_of,
                        const std::function<void(const History&)>& visit);

// One patient's courses, sessions and side effects, all of them; nothing if the patient is voided
// or unknown.
std::optional<History> load_treatment(const db::Book& book, schema::Id<schema::Patient> patient);

}  // namespace progress
