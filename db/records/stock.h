#pragma once
// How often the lots of the clinic were used.

#include <map>
#include <string>

#include "db/book.h"

namespace db {

// Of each lot, folded (schema::code_identity), how many sessions or applications name it. Nothing
// voided, and nobody who was entered in error.
using UsesOfLots = std::map<std::string, int>;

UsesOfLots uses_by_sessions(const Book& book);
UsesOfLots uses_by_applications(const Book& book);

}  // namespace db
