#pragma once
// The tables of record, as the file itself lists them. For the .cpp files of this folder only.

#include <string>
#include <vector>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"

namespace db {

// Every table but the ledger and its signature, the floor of ids, the aggregates, which are derived
// from the others, the words of enumerations, which are the program's, the secrets of accounts,
// what is left to do of an erasure, and SQLite's own; by name.
inline std::string list_of_tables(const std::string& schema) {
    return "SELECT name FROM " + schema + R"(.sqlite_schema
        WHERE type = 'table' AND name NOT IN ('ledger', 'id_floor', 'ledger_signature', 'unfinished_erasure')
            AND name NOT GLOB 'sqlite_*'
            AND name NOT GLOB 'aggregate_*' AND name NOT GLOB 'word_*' AND name NOT GLOB 'secret_*'
            AND name NOT GLOB 'standing_*' -- the aggregates before migration 13
        ORDER BY name)";
}
inline std::vector<std::string> tables_of_record(SQLite::Database& database,
                                                 const std::string& schema) {
    SQLite::Statement tables(database, list_of_tables(schema));
    std::vector<std::string> names;
    while (tables.executeStep()) {
        names.push_back(tables.getColumn(0).getString());
    }
    return names;
}
// The same of the book itself, for every write: by a statement that is kept.
inline std::vector<std::string> tables_of_record(Connection& connection) {
    static const auto list = list_of_tables("main");
    Query tables(connection, list);
    std::vector<std::string> names;
    while (tables.step()) {
        names.push_back(tables.get<std::string>());
    }
    return names;
}

// The columns of the table's primary key in its order, quoted, for ORDER BY.
inline std::string key_columns(Connection& connection, const std::string& table) {
    Query columns(connection, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
    columns.with(table);
    std::string list;
    while (columns.step()) {
        list += (list.empty() ? "" : ", ") + quoted_name(columns.get<std::string>());
    }
    return list;
}

}  // namespace db
