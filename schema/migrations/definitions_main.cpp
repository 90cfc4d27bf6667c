// Part of the build: runs all migrations in memory and writes `definitions()` as C++ to the file
// named.

#include <cstdio>
#include <exception>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

#include "schema/migrations/migrations.h"

int main(int count, char** words) {
    try {
        std::ofstream out(count == 2 ? words[1] : "");
        out << "#include \"schema/migrations/migrations.h\"\n\nnamespace schema {\n\nnamespace {\n"
               "constexpr std::string_view all[] = {\n";
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
        for (const auto& step : schema::migrations()) {
            fresh.exec(std::string(step.sql));
        }
        SQLite::Statement rows(fresh, schema::definitions_query);
        while (rows.executeStep()) {
            out << "    R\"SQL(" << rows.getColumn(0).getString() << ")SQL\",\n";
        }
        out << "};\n}  // namespace\n\nstd::span<const std::string_view> definitions() {\n"
               "    return all;\n}\n\n}  // namespace schema\n";
        return out.flush() ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "definitions: %s\n", error.what());
        return 1;
    }
}
