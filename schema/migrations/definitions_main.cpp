// Part of the build: runs all migrations in memory and writes `all_steps_at_once()`,
// `definitions()` and `words()` as C++ to the file named.

#include <cstdio>
#include <exception>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

#include "schema/migrations/migrations.h"

namespace {

void write_rows(std::ofstream& out, SQLite::Database& database, const std::string& query) {
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        out << "    R\"SQL(" << rows.getColumn(0).getString() << ")SQL\",\n";
    }
}

// Statements that make the tables, then their rows, then what watches them.
void write_script(std::ofstream& out, SQLite::Database& database) {
    const auto write_statements = [&](const std::string& query) {
        SQLite::Statement statements(database, query);
        while (statements.executeStep()) {
            out << "    R\"SQL(" << statements.getColumn(0).getString() << ";\n)SQL\",\n";
        }
    };
    const std::string definitions = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type ";
    write_statements(definitions + "= 'table' ORDER BY rowid");
    SQLite::Statement tables(database, R"(
        SELECT name, (SELECT group_concat('quote("' || each.name || '")', ' || '', '' || ')
                      FROM pragma_table_info(tables.name) AS each)
        FROM sqlite_schema AS tables WHERE type = 'table' ORDER BY rowid)");
    while (tables.executeStep()) {
        const auto name = '"' + tables.getColumn(0).getString() + '"';
        write_statements("SELECT 'INSERT INTO " + name + " VALUES (' || " +
                         tables.getColumn(1).getString() + " || ')' FROM " + name);
    }
    write_statements(definitions + "= 'index' ORDER BY rowid");
    write_statements(definitions + "= 'trigger' ORDER BY rowid");
}

}  // namespace

int main(int count, char** arguments) {
    try {
        std::ofstream out(count == 2 ? arguments[1] : "");
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
        for (const auto& step : schema::migrations()) {
            fresh.exec(std::string(step.sql));
        }
        // A literal of its own for each statement: compilers need not take one of 64 KB.
        out << "#include <string>\n\n#include \"schema/migrations/migrations.h\"\n\nnamespace "
               "schema {\n\nnamespace {\n"
               "constexpr std::string_view script[] = {\n";
        write_script(out, fresh);
        out << "};\nconstexpr std::string_view all[] = {\n";
        write_rows(out, fresh, schema::definitions_query);
        out << "};\nconstexpr std::string_view all_words[] = {\n";
        write_rows(
            out,
            fresh,
            "SELECT * FROM (" + fresh.execAndGet(schema::words_query).getString() + ") ORDER BY 1");
        out << "};\n}  // namespace\n\nstd::span<const std::string_view> definitions() {\n"
               "    return all;\n}\n\nstd::span<const std::string_view> words() {\n"
               "    return all_words;\n}\n\nstd::string_view all_steps_at_once() {\n"
               "    static const std::string all_steps = [] {\n"
               "        std::string joined;\n"
               "        for (const auto statement : script) {\n"
               "            joined += statement;\n        }\n        return joined;\n    }();\n"
               "    return all_steps;\n}\n\n}  // namespace schema\n";
        return out.flush() ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "definitions: %s\n", error.what());
        return 1;
    }
}
