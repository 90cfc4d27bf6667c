#pragma once
// The columns of a kind's table. Values are always bound, never part of the SQL.
// For db only.

#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/connection.h"
#include "schema/kinds/kinds.h"

namespace db {

// "name": some columns are named by words of SQL (from, on).
std::string quoted_name(std::string_view name);

// SQL for the id of a new row: one more than the table ever gave.
std::string unused_id(std::string_view table);

// `each` for every column, with its quoted name in place of "#", separated by ", ".
std::string field_list(const std::vector<kinds::Field>& fields, std::string_view each);
inline std::string field_list(const kinds::Kind& kind, std::string_view each) {
    return field_list(kind.fields, each);
}

// Binds every field of a record or part to the next places.
void bind_fields(Query& query, const std::vector<kinds::Field>& fields, const void* at);
inline void bind_fields(Query& query, const kinds::ConstRecord& record) {
    bind_fields(query, record.kind().fields, record.at());
}

// Sets every field from the next columns. Throws schema::Error for a value that is none of the
// field's: a damaged book.
void read_fields(Query& row, const std::vector<kinds::Field>& fields, void* at);
inline void read_fields(Query& row, const kinds::Record& record) {
    read_fields(row, record.kind().fields, record.at());
}

}  // namespace db
