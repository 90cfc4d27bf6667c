#pragma once
// The numbered steps that make an empty file a book, and an older book a current one.

#include <span>
#include <string_view>

namespace schema {

struct Migration {
    int version;            // 1, 2, 3 …: the book's user_version once this step has run
    std::string_view name;  // the (first) file's name: 0001_ledger
    std::string_view sql;
    // The rows of the tables are not what the ledger says any more: see db/ledger/epoch.h. A file
    // says so in a line "-- begins an epoch".
    bool begins_epoch = false;
};

// All steps in order; the last one's version is the version of a current book.
std::span<const Migration> migrations();

// Makes in an empty file what all steps make there, except for its version: the same tables and
// rows, in a fraction of the time. Made when the program is built.
std::string_view all_steps_at_once();

// What SQLite holds as the definitions of all tables, indexes and triggers once all steps have run:
// "trigger ledger_is_kept: CREATE TRIGGER …", in the order of this query. Made when the program is
// built, since running the steps takes longer than opening a book.
std::span<const std::string_view> definitions();
inline constexpr const char* definitions_query = R"(
    SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
    WHERE NOT (type = 'index' AND name GLOB 'sqlite_autoindex_*' AND sql IS NULL)
    ORDER BY type, name)";

// And every row of the tables of words, sorted: "word 'pen' of word_device: ". Only of a
// book that has those tables: their names are part of the query.
std::span<const std::string_view> words();
// One row and column: the query that gives them, in any order. To prepare one for each table would
// cost a command more than all that it reads.
inline constexpr const char* words_query = R"(
    SELECT group_concat(
        'SELECT ''word '' || ' || columns || ' || '' of ' || name || ': '' FROM ' || name, ' UNION ALL ')
    FROM (
        SELECT name, (
            SELECT group_concat('quote(' || each.name || ')', ' || '' '' || ')
            FROM pragma_table_info(tables.name) AS each) AS columns
        FROM sqlite_schema AS tables WHERE type = 'table' AND name GLOB 'word_*'))";

}  // namespace schema
