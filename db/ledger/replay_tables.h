#pragma once
// The tables that the ledger is played into: columns, types, defaults and keys of the book's, and
// nothing else. No index, trigger or rule: the book has them, and its rows are compared with these.
// For the .cpp files of this folder only.

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "db/ledger/changed_row.h"
#include "db/ledger/changeset_rows.h"
#include "db/sqlite/raw_statement.h"
#include "db/sqlite/sqlite.h"
#include "schema/migrations/migrations.h"

namespace db {

struct ReplayTable {
    std::vector<std::string> columns{};
    std::vector<std::size_t> keys{};  // places of the key's columns, in the key's order
};

class ReplayTables {
  public:
    // Makes the tables of the book that these steps make. Throws SQLite::Exception.
    ReplayTables(SQLite::Database& replay, std::span<const schema::Migration> steps);

    // Nothing if the book has no such table.
    const ReplayTable* find(const std::string& name) const;
    const ColumnCounts& counts() const { return counts_; }

    // Does what the change did. False where the rows are not as it found them. Throws
    // SQLite::Exception for a fault of the disk or of memory.
    bool apply(const ChangedRow& row);

  private:
    void make(SQLite::Database& book, const std::string& name);
    sqlite3_stmt* statement_for(const ChangedRow& row);

    SQLite::Database& replay_;
    std::map<std::string, ReplayTable, std::less<>> tables_{};
    ColumnCounts counts_{};
    // By what they do: the table, the operation, which columns it tells.
    std::map<std::string, RawStatement, std::less<>> statements_{};
    std::string wanted_{};  // the statement that the last row wanted
    sqlite3_stmt* last_ = nullptr;
};

}  // namespace db
