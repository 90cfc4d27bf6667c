#pragma once
// What waits for somebody's signature in the whole clinic.

#include <vector>

#include "db/book.h"
#include "schema/records/sign_off.h"

namespace db {

// Sign-offs that nobody has answered, which hold on this day or later or were asked for on it, by
// id; nothing voided, and nothing of a voided patient.
std::vector<schema::SignOff> waiting_sign_offs(const Book& book, schema::Date day);

}  // namespace db
