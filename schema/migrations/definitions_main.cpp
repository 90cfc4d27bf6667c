// Part of the build: runs all migrations in memory and writes `definitions()` and `words()` as C++
// to the file named.

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

}  // namespace

int main(int count, char** arguments) {
    try {
        std::ofstream out(count == 2 ? arguments[1] : "");
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
        for (const auto& step : schema::migrations()) {
            fresh.exec(std::string(step.sql));
        }
        out << "#include \"schema/migrations/migrations.h\"\n\nnamespace schema {\n\nnamespace {\n"
               "constexpr std::string_view all[] = {\n";
        write_rows(out, fresh, schema::definitions_query);
        out << "};\nconstexpr std::string_view all_words[] = {\n";
        SQLite::Statement tables(fresh, schema::word_queries);
        while (tables.executeStep()) {
            write_rows(out, fresh, tables.getColumn(0).getString());
        }
        out << "};\n}  // namespace\n\nstd::span<const std::string_view> definitions() {\n"
               "    return all;\n}\n\nstd::span<const std::string_view> words() {\n"
               "    return all_words;\n}\n\n}  // namespace schema\n";
        return out.flush() ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "definitions: %s\n", error.what());
        return 1;
    }
}
