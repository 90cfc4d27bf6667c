#pragma once
// A changeset read row by row, from bytes in memory or as they come. SQLite's own reader is not
// used: that of 3.40.1 never ends on a changeset whose table header is cut. For the .cpp files of
// this folder only.
//
// A changeset is tables one after another: 'T', the number of columns (varint), a byte per column
// (not 0 for a key), the table's name ended by 0; then rows: the operation (18 insert, 9 delete, 23
// update), a byte, and the values of one record, of an update two. A value is its type (0 none, 1
// integer and 2 real of 8 bytes, 3 text and 4 blob with their length as varint before, 5 null). See
// "Changeset Format" in SQLite's ext/session/sqlite3session.c.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "db/ledger/changed_row.h"
#include "db/sqlite/sqlite.h"

namespace db {

// How many columns each table has.
using ColumnCounts = std::map<std::string, std::size_t, std::less<>>;

ColumnCounts tables_and_columns(SQLite::Database& database);

// Appends the bytes that come next to what is given; false at the end.
using MoreBytes = std::function<bool(std::string&)>;

class ChangesetRows {
  public:
    // Of bytes that outlive it. `tables` too: what names another table, or has more columns than it
    // is no changeset. (Fewer: it is of an earlier version.)
    ChangesetRows(const ColumnCounts& tables, std::string_view bytes)
        : tables_(tables), rest_(bytes) {}
    // Keeps little more than one row in memory at a time.
    ChangesetRows(const ColumnCounts& tables, MoreBytes more)
        : tables_(tables), more_(std::move(more)) {}
    ChangesetRows(const ChangesetRows&) = delete;
    ChangesetRows& operator=(const ChangesetRows&) = delete;

    // False at the end, and before bytes that are no row.
    bool next();
    // After the end: whether every byte was part of a changeset.
    bool is_whole() const { return is_whole_; }
    // Until the next one.
    const ChangedRow& row() const { return row_; }
    // Its bytes, and those of its table's header.
    std::string_view record() const { return record_; }
    const std::string& header() const { return header_; }

  private:
    class Reading;
    enum class Step { row, table, short_of_bytes, no_changeset };

    Step step();
    Step take_table(Reading& reading);
    Step take_row(Reading& reading);
    bool read_on();

    const ColumnCounts& tables_;
    MoreBytes more_;
    std::string buffer_;
    std::string_view rest_;
    std::string_view record_;
    std::string header_;
    std::string table_;
    std::string keys_;
    bool needs_row_ = false;  // a table without a row is none
    bool is_whole_ = false;
    ChangedRow row_{.table = {}};
};

// Whether the bytes are a changeset of these tables, to the last byte.
bool is_changeset(const ColumnCounts& tables, std::string_view bytes);

// The rows of a changeset of these tables. Stops when `visit` says false. Throws schema::Error
// (damaged) for changes that cannot be read.
void for_each_changed_row(const ColumnCounts& tables,
                          std::string_view changes,
                          const std::function<bool(const ChangedRow&)>& visit);

}  // namespace db
