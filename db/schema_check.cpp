#include "db/schema_check.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/make_tables.h"

namespace db {

namespace {

using schema::Problem;

std::vector<std::string> definitions(SQLite::Database& database) {
    SQLite::Statement rows(database, schema::definitions_query);
    std::vector<std::string> all;
    while (rows.executeStep()) {
        all.push_back(rows.getColumn(0).getString());
    }
    return all;
}

// The words that the tables of words hold, sorted; their names are known to be ours.
std::vector<std::string> words(SQLite::Database& database) {
    std::vector<std::string> all;
    const auto query = database.execAndGet(schema::words_query).getString();
    if (query.empty()) {
        return all;  // no table of words: an early version
    }
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        all.push_back(rows.getColumn(0).getString());
    }
    std::sort(all.begin(), all.end());
    return all;
}

template <class These, class Those>
void report_absent(const These& these,
                   const Those& those,
                   std::string_view what,
                   std::vector<Problem>& problems) {
    for (const auto& each : these) {
        if (std::find(those.begin(), those.end(), each) == those.end()) {
            problems.push_back({"book",
                                fmt::format("{} {}", each.substr(0, each.find(':')), what),
                                "restore a backup from before it was changed; nothing is written "
                                "until then"});
        }
    }
}

template <class Due>
std::vector<Problem> differences(const std::vector<std::string>& live, const Due& due) {
    std::vector<Problem> problems;
    if (!std::equal(live.begin(), live.end(), due.begin(), due.end())) {
        report_absent(due, live, "is missing or was altered", problems);
        report_absent(live, due, "is not one of this program's", problems);
    }
    return problems;
}

}  // namespace

std::vector<Problem> schema_problems(Connection& connection) {
    auto problems = differences(definitions(connection.database()), schema::definitions());
    return problems.empty() ? differences(words(connection.database()), schema::words()) : problems;
}

std::vector<Problem> schema_problems(Connection& connection,
                                     std::span<const schema::Migration> steps) {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
    make_tables(fresh, steps);
    auto problems = differences(definitions(connection.database()), definitions(fresh));
    return problems.empty() ? differences(words(connection.database()), words(fresh)) : problems;
}

void refuse_foreign_schema(Book& book) {
    const auto now = book.connection().number("PRAGMA schema_version");
    if (book.compared_schema == now) {
        return;
    }
    if (auto problems = schema_problems(book.connection()); !problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    book.compared_schema = now;
}

}  // namespace db
