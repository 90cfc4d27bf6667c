#pragma once
// The log of who read what goes with copies of its book, and comes back with them.

#include <filesystem>
#include <vector>

#include "db/book.h"
#include "schema/types/error.h"

namespace db {

// Puts a copy of the book's log beside the copy `made` of the book. Where the book has no log, or
// one that is not whole, the copy has none and knows of none: a broken log keeps no clinic from its
// backup. Returns what was wrong with it; nothing where it was copied, and where there is none to
// copy.
std::vector<schema::Problem> copy_access_log(const Book& book, const std::filesystem::path& made);

// Before the copy `fresh`, which nobody has open, becomes the book `book`: its log becomes the
// book's, unless one is there that goes on from it, which stays. Another one that is there is kept
// as NAME.access.replaced (-2, -3 …). Throws schema::Error (full, unavailable).
void put_access_log_in_place(const std::filesystem::path& fresh, const std::filesystem::path& book);

// Throws schema::Error (unavailable) for what cannot be removed.
void remove_access_log(const std::filesystem::path& book);

}  // namespace db
