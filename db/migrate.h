#pragma once
// Brings a book to the current version: an empty file climbs every step, an older book the ones it
// lacks.

#include <filesystem>
#include <span>

#include "db/book.h"
#include "schema/migrations/migrations.h"

namespace db {

// The version that this program writes.
int current_version();

// The version of an open book's tables.
int stored_version(Connection& connection);

// Throws schema::Error (damaged) if `version` is newer than this program's.
void refuse_newer(const std::filesystem::path& file, int version);

// Runs the steps above the stored version in one transaction, with the version: all of them or
// none. If one of them begins an epoch, the ledger so far is played first, and the epoch's entries
// say what it differs in from the tables. Throws schema::Error (damaged) first if the tables are
// not those of the stored version.
void climb(Connection& connection, std::span<const schema::Migration> steps = schema::migrations());

// The same for a book that is written. One with records is copied first to FILE.before-vN
// (-2, -3 … while such a name is taken by another state of the book), and the copy verified; a copy
// of this very state that is there already is used. The caller holds the writer lock.
void migrate(Book& book, std::span<const schema::Migration> steps = schema::migrations());

}  // namespace db
