#pragma once
// Reads all that a patient's summary needs, once.

#include "app/progress/history.h"
#include "db/book.h"

namespace progress {

History load_history(const db::Book& book, const schema::Patient& patient);

}  // namespace progress
