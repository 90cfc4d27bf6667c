#pragma once
// The SQL that a description asks for, to be pasted into a numbered migration: the migrations stay
// the document of record, and a test compares their columns with this.

#include <string>
#include <vector>

#include "schema/kinds/kind.h"

namespace kinds {

// The columns that hold a field: one of its name, but "record_kind" and "record_id" of a record by
// kind and id.
std::vector<std::string> column_names(const Field& field);

// Each of them, on one line: "pain INTEGER CHECK (pain BETWEEN 0 AND 10)".
std::vector<std::string> columns_sql(const Field& field);

// The table of the kind, and of its parts: a CREATE TABLE statement each, one column a line. A kind
// without an id has one row for each patient and first field, or one row. Empty for a kind that has
// no table of its own.
std::string tables_sql(const Kind& kind);

// The tables of all kinds.
std::string tables_sql();

}  // namespace kinds
