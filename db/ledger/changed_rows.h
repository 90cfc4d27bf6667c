#pragma once
// The rows of a changeset, one after the other. For the .cpp files of this folder only.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "db/sqlite/sqlite.h"

struct sqlite3_changeset_iter;

namespace db {

struct ChangedRow {
    sqlite3_changeset_iter* at;
    std::string_view table;
    int columns;
    int operation;  // SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE

    // None where there was no row, or a change leaves the column as it is.
    sqlite3_value* before(int column) const;
    sqlite3_value* after(int column) const;
    // Before, of a new row after: the value of a column of the key, and of any that is told.
    sqlite3_value* told(int column) const;
    std::optional<std::int64_t> number(int column) const;
    bool is_key(int column) const;
    // The table and the values of its key, which no other row has.
    std::string name() const;
};

// Of a changeset whose shape was looked at (changeset_shape.h). Stops when `visit` says false.
// Throws schema::Error (damaged) for changes that cannot be read.
void for_each_changed_row(std::string_view changes,
                          const std::function<bool(const ChangedRow&)>& visit);

}  // namespace db
