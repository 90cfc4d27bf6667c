#pragma once
// Photographs go with copies of their book, and come back with them.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "schema/types/error.h"

namespace db {

// The names of the photographs that a copy, which nobody else has open, has records of.
std::set<std::string> photos_named_by(const std::filesystem::path& copy);

// Puts beside the book `to` the bytes of every photograph that `copy`, a copy of `book` that
// nobody else has open, names and that are not there yet. Where an older copy in the same folder
// has them, they are linked from there and take no room a second time; else they are copied and
// compared with their names. On return they are on the disk. Returns what could not be copied
// because it is missing or has other bytes: a copy is made nevertheless. Throws schema::Error
// (full, unavailable).
std::vector<schema::Problem> carry_photos(const std::filesystem::path& book,
                                          const std::filesystem::path& copy,
                                          const std::filesystem::path& to);

}  // namespace db
