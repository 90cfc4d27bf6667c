#pragma once
// The file NAME.access beside a book: who read what, in a chain of hashes. An SQLite file of its
// own, so that reading never writes the book; its triggers let rows only be added at the end. The
// chain begins with the hash of the book's first ledger entry: the log of another book does not
// fit. For the .cpp files of db/access_log and db/backup only, but for the path.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "db/access_log/access_entry.h"
#include "db/book.h"
#include "schema/types/error.h"

namespace db {

class Connection;

std::filesystem::path access_path(const std::filesystem::path& book);

// Whether something has the name; a link too.
bool is_there(const std::filesystem::path& file);

// Runs `work` on the log: errors of SQLite become schema::Error as in sqlite_error.h, and what it
// says of a book is of this file.
void with_access_file(const std::filesystem::path& file, const std::function<void()>& work);

// Makes an empty log of this name, mode 0600: it is there whole or not at all. Throws schema::Error
// (full, unavailable).
void make_access_file(const std::filesystem::path& file);

// Opens the log, which is there, to read, or to write too. Throws schema::Error: damaged for what
// is no log of this program, full, unavailable.
std::unique_ptr<Connection> open_access_file(const std::filesystem::path& file);

// Closes the log of this book, which was read. The last one to close folds what SQLite keeps beside
// it into the file, unless somebody writes it now: at rest it is one file.
void close_access_file(std::unique_ptr<Connection> log, const std::filesystem::path& book) noexcept;

// What of its tables and triggers is missing, altered or foreign, by name.
std::vector<schema::Problem> access_schema_problems(Connection& log,
                                                    const std::filesystem::path& file);

// A log of an earlier version of the program gets the words that came since. Nothing of one that
// can only be read.
void add_later_words(Connection& log);

// The hash that the first entry of the log of this book continues.
std::string access_origin(Connection& book);

// The entry of a row of `access_columns`, in their order.
inline constexpr const char* access_columns =
    "id, at, account, person, device, program, patient, chart, act, reason, hash";
class Query;
AccessEntry access_row(Query& row);

// The last entry at all, or the one with this id; nothing if there is none.
std::optional<AccessEntry> last_access(Connection& log);
std::optional<AccessEntry> access_with_id(Connection& log, std::int64_t id);

// Whether the log has the entry that the end names.
bool has_entry(Connection& log, const AccessEnd& end);

}  // namespace db
