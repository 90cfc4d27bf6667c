#pragma once
// A row of a changeset with its values before and after. For the .cpp files of this folder only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/sqlite.h"

namespace db {

// What stands in a column; a text or blob lies in the changeset, as long as the row does.
struct ChangedValue {
    int type = 0;  // SQLITE_INTEGER …; 0: a change leaves the column as it is
    std::int64_t whole = 0;
    double real = 0;
    std::string_view bytes{};

    bool is_null() const { return type == SQLITE_NULL; }
    // What is no whole number is 0.
    std::int64_t number() const { return type == SQLITE_INTEGER ? whole : 0; }
    std::string text() const;  // none: empty

    // To the last bit, as far as SQLite tells two values apart.
    bool operator==(const ChangedValue&) const = default;
};

struct ChangedRow {
    std::string_view table;
    int columns = 0;
    int operation = 0;                       // SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE
    std::string_view keys{};                 // a byte per column, not 0 for a column of the key
    std::vector<ChangedValue> old_values{};  // empty for a new row
    std::vector<ChangedValue> new_values{};  // empty for a row that is gone

    // None where there was no row, or a change leaves the column as it is.
    const ChangedValue* before(int column) const { return value_in(old_values, column); }
    const ChangedValue* after(int column) const { return value_in(new_values, column); }
    // Before, of a new row after: the value of a column of the key, and of any that is told.
    const ChangedValue* told(int column) const {
        return operation == SQLITE_INSERT ? after(column) : before(column);
    }
    std::optional<std::int64_t> number(int column) const;
    bool is_key(int column) const { return keys[static_cast<std::size_t>(column)] != 0; }
    // The table and the values of its key, which no other row has.
    std::string name() const;

  private:
    static const ChangedValue* value_in(const std::vector<ChangedValue>& values, int column) {
        const auto at = static_cast<std::size_t>(column);
        return at < values.size() && values[at].type != 0 ? &values[at] : nullptr;
    }
};

}  // namespace db
