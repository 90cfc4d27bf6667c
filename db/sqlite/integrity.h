#pragma once
// SQLite's own check of a file.

#include <string>
#include <vector>

#include "db/sqlite/connection.h"

namespace db {

enum class Integrity {
    quick,
    whole
};  // without the order of indexes and what they hold, and with it

// What SQLite finds wrong, in its words, at most `most` of it; empty for a file that is whole.
// Throws SQLite::Exception (SQLITE_IOERR) where the disk did not answer: a page that it did not
// give is no damage of the file, and SQLite's words do not always say which of the two it was.
std::vector<std::string> integrity_faults(Connection& connection, Integrity how, int most);

}  // namespace db
