#pragma once
// Two tables of the same key, row by row. For the .cpp files of this folder only.

#include <cstddef>
#include <functional>
#include <string>

#include "db/ledger/changed_row.h"
#include "db/ledger/replay_tables.h"
#include "db/sqlite/sqlite.h"

namespace db {

// Visits what would turn the table of the database `live` into that of `main`, in the order of
// their keys; of a row that differs, the key and what differs. Until `visit` says false. Reads each
// table once. Throws SQLite::Exception.
void for_each_difference(SQLite::Database& replay,
                         const std::string& name,
                         const ReplayTable& table,
                         const std::function<bool(const ChangedRow&)>& visit);

}  // namespace db
