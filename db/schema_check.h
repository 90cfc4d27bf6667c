#pragma once
// Whether the tables, indexes, triggers and words of a book are those that the migrations make, no
// more and no fewer. A foreign trigger would run with the next record.

#include <span>
#include <vector>

#include "db/book.h"
#include "schema/migrations/migrations.h"
#include "schema/types/error.h"

namespace db {

// Every difference, by the name of what is missing, altered or foreign. Empty if all is well.
std::vector<schema::Problem> schema_problems(Connection& connection);

// The same for a book of the version that these steps end with.
std::vector<schema::Problem> schema_problems(Connection& connection,
                                             std::span<const schema::Migration> steps);

// Throws schema::Error (damaged) for any difference. Within a write transaction; compares again
// only after somebody changed the schema.
void refuse_foreign_schema(Book& book);

}  // namespace db
