#pragma once
// An open book: one clinic's records in one SQLite file NAME.needlebook, with NAME.needlebook.head
// (the last acknowledged ledger entry) and NAME.needlebook.lock (who writes) beside it, all of mode
// 0600. A book is its file, whatever it is called: links are followed first, and the head and the
// lock lie beside the file itself.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace db {

class BookFile;
struct BookNames;
class Connection;
class FileLock;

class Book {
  public:
    // Makes a new book with all tables, has `fill` write its first records, and only then gives it
    // the name `file`: it is there whole or not at all. Throws schema::Error (refused) if there is
    // a file of that name.
    static Book create(
        const std::filesystem::path& file, const std::function<void(Book&)>& fill = [](Book&) {});

    // Opens the book at `file`. An older book is brought up to date first, after a verified copy of
    // it was made. What lies in a folder or on a medium that cannot be written is opened to read
    // only, and an older one upgraded in memory. A book that ends before its head or has another
    // entry in its place is opened too: `warnings` says so, and nothing is written into it. Throws
    // schema::Error: damaged (no such file, no regular file, not a book, a newer program's
    // book, which is left untouched), refused (being restored), full, unavailable.
    static Book open(const std::filesystem::path& file);

    // The same, but never changes the file: an older book is upgraded in memory.
    static Book open_for_check(const std::filesystem::path& file);

    // The book as it is stored, of whatever version, for copying.
    static Book open_as_stored(const std::filesystem::path& file);

    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book();

    // With every link followed.
    const std::filesystem::path& file() const;
    // With the path by which it was opened.
    const BookNames& names() const;

    // What whoever reads this book must be told now: a head that is missing or cannot be read, lost
    // or altered entries, a second name, a file that is not under its name any more, an erasure
    // that was broken off. Not within a Snapshot.
    std::vector<schema::Problem> warnings() const;

    // For this folder.
    Connection& connection() const { return *connection_; }
    bool is_writable() const { return lock_ != nullptr; }
    // Throws schema::Error (refused) for a book that can only be read.
    FileLock& lock() const;
    // Throws schema::Error (unavailable) if the file, its lock or its head is not under its name
    // any more, or the file has a second name: nothing may be acknowledged then.
    void refuse_moved();
    // The schema version of SQLite (a counter) at which the tables were last compared; see
    // schema_problems.
    std::optional<std::int64_t> compared_schema;

  private:
    explicit Book(const std::filesystem::path& file);
    Book(std::unique_ptr<BookFile> file, std::unique_ptr<Connection> connection);
    bool is_of_current_version() const;
    Book upgraded_in_memory() &&;
    void close() noexcept;

    std::unique_ptr<BookFile> file_;
    std::unique_ptr<FileLock> lock_;  // none: read only
    std::unique_ptr<Connection> connection_;
    std::optional<FileIdentity> head_;  // the head's file when it was first seen
};

// The lock file beside a book.
std::filesystem::path lock_path(const std::filesystem::path& book);

}  // namespace db
