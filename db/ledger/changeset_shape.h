#pragma once
// The shape of a changeset, looked at before SQLite parses it: sqlite3changeset_next of 3.40.1
// never ends on a changeset whose table header is cut. For the .cpp files of this folder only.
//
// A changeset is tables one after another: 'T', the number of columns (varint), a byte per column
// (not 0 for a key), the table's name ended by 0; then rows: the operation (18 insert, 9 delete, 23
// update), a byte, and the values of one record, of an update two. A value is its type (0 none, 1
// integer and 2 real of 8 bytes, 3 text and 4 blob with their length as varint before, 5 null). See
// "Changeset Format" in SQLite's ext/session/sqlite3session.c.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "db/sqlite/sqlite.h"

namespace db {

// How many columns each table has.
using ColumnCounts = std::map<std::string, std::size_t, std::less<>>;

ColumnCounts tables_and_columns(SQLite::Database& database);

class ChangesetShape {
  public:
    explicit ChangesetShape(ColumnCounts tables) : tables_(std::move(tables)) {}

    // Whether the bytes are a changeset of these tables, to the last byte. A table may have fewer
    // columns than today: it was of an earlier version.
    bool fits(std::string_view changeset) const;

  private:
    ColumnCounts tables_;
};

}  // namespace db
