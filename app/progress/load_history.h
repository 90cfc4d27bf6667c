#pragma once
// Reads all that a patient's summary needs, once.

#include "app/progress/history.h"
#include "db/book.h"

namespace progress {

History load_history(const db::Book& book, const schema::Patient& patient);

// Only what the safety rules look at: nothing of scores, answers, readings and scales.
History load_history_for_safety(const db::Book& book, const schema::Patient& patient);

}  // namespace progress
