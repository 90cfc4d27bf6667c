#pragma once
// The one row of settings.

#include "db/ledger/transact.h"
#include "schema/records/clinic.h"

namespace db {

// Throws schema::Error (damaged) if the book has none.
schema::Clinic read_clinic(const Book& book);

// Replaces the row, or makes it in a new book.
void write_clinic(Write& write, const schema::Clinic& clinic);

}  // namespace db
