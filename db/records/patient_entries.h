#pragma once
// What patients told on their own pages, and nobody of the clinic answered yet.

#include <vector>

#include "db/book.h"
#include "schema/records/patient_entry.h"

namespace db {

// Of all patients, the first first; nothing voided, and nobody who was entered in error.
std::vector<schema::PatientEntry> waiting_entries(const Book& book);

}  // namespace db
