#pragma once
// Copies of a whole book, made while others write, and the way back.

#include <filesystem>

#include "db/book.h"

namespace db {

// Copies the open book, of whatever version, to `copy`, and has SQLite check every page of the
// copy. The copy has its own head. Throws schema::Error: refused if `copy` exists, damaged if the
// copy is not whole (it is removed).
void copy_intact(const Book& book, const std::filesystem::path& copy);

// The same for a book of this program's version; then everything but the replay is checked too,
// which takes minutes for a large book and is what `check` on the copy does.
void copy_verified(const Book& book, const std::filesystem::path& copy);

// Makes the copy `from` the book at `to`, verified as above. A book that is there already is kept
// beside it as FILE.replaced, or FILE.replaced-2 … (refused unless `replace`). Throws schema::Error
// (refused) if that book is open anywhere.
void restore(const std::filesystem::path& from, const std::filesystem::path& to, bool replace);

}  // namespace db
