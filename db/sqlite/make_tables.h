#pragma once
// For db only.

#include <span>

#include "db/sqlite/sqlite.h"
#include "schema/migrations/migrations.h"

namespace db {

// The tables that these steps, the first ones, make in an empty file. Throws SQLite::Exception.
void make_tables(SQLite::Database& empty, std::span<const schema::Migration> steps);

}  // namespace db
