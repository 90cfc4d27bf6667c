#pragma once
// A ledger entry's changeset, row by row, for people: which row of which table, what was there
// before and after.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"

namespace db {

struct ColumnChange {
    std::string column;
    std::optional<std::string> before;  // none: no value, or the row is new
    std::optional<std::string> after;   // none: no value, or the row is gone
};

struct RowChange {
    enum class Kind { added, changed, removed };

    std::string table;
    Kind kind{};
    std::string key;  // "id 3", "session_id 3, region chin"
    std::vector<ColumnChange>
        columns;  // those with a value before or after; for a changed row those that differ
};

// Stops after `most` rows. Throws schema::Error (damaged) for bytes that are no changeset of this
// book's tables.
std::vector<RowChange> read_changes(const Book& book, std::string_view changes, std::size_t most);

}  // namespace db
