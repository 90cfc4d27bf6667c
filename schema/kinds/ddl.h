#pragma once
// The SQL that a description asks for, to be pasted into a numbered migration: the migrations stay
// the document of record, and a test compares their columns with this.

#include <string>

#include "schema/kinds/kind.h"

namespace kinds {

// A column: "pain INTEGER CHECK (pain BETWEEN 0 AND 10)", on one line.
std::string column_sql(const Field& field);

// The table of the kind, and of its parts: a CREATE TABLE statement each, one column a line. A kind
// without an id has one row for each patient and first field, or one row. Empty for a kind that has
// no table of its own.
std::string tables_sql(const Kind& kind);

// The tables of all kinds.
std::string tables_sql();

}  // namespace kinds
