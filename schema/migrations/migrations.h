#pragma once
// The numbered steps that make an empty file a book, and an older book a current one.

#include <span>
#include <string_view>

namespace schema {

struct Migration {
    int version;            // 1, 2, 3 …: the book's user_version once this step has run
    std::string_view name;  // the file's name: 0001_ledger
    std::string_view sql;
};

// All steps in order; the last one's version is the version of a current book.
std::span<const Migration> migrations();

// What SQLite holds as the definitions of all tables, indexes and triggers once all steps have run:
// "trigger ledger_is_kept: CREATE TRIGGER …", in the order of this query. Made when the program is
// built, since running the steps takes longer than opening a book.
std::span<const std::string_view> definitions();
inline constexpr const char* definitions_query = R"(
    SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
    WHERE NOT (type = 'index' AND name GLOB 'sqlite_autoindex_*' AND sql IS NULL)
    ORDER BY type, name)";

}  // namespace schema
