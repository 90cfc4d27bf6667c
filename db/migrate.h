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

// Throws schema::Error (damaged) if `version` is newer than this program's.
void refuse_newer(const std::filesystem::path& file, int version);

// Runs the steps above the book's version, each one transaction with its version stamp; an
// interrupted climb goes on from the last whole step. A book with records is copied first to
// FILE.before-vN and the copy verified. The caller holds the writer lock.
void migrate(Book& book, std::span<const schema::Migration> steps = schema::migrations());

}  // namespace db
