#pragma once
// An open book: one clinic's records in one SQLite file NAME.needlebook, with NAME.needlebook.head
// (the last acknowledged ledger entry) and NAME.needlebook.lock (who writes) beside it, all of mode
// 0600.

#include <filesystem>
#include <functional>
#include <memory>

namespace db {

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
    // it was made. Throws schema::Error (damaged): no such file, not a book, a newer program's book
    // (left untouched), or a ledger that does not reach or does not match its head: then
    // acknowledged changes are missing or were altered.
    static Book open(const std::filesystem::path& file);

    // The same without looking at the head, so that `check` can say everything that is wrong.
    static Book open_for_check(const std::filesystem::path& file);

    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book();

    const std::filesystem::path& file() const { return file_; }

    // For this folder.
    Connection& connection() const { return *connection_; }
    FileLock& lock() const { return *lock_; }

  private:
    explicit Book(std::filesystem::path file);
    void close() noexcept;

    std::filesystem::path file_;
    std::unique_ptr<FileLock> lock_;
    std::unique_ptr<Connection> connection_;
};

// The lock file beside a book.
std::filesystem::path lock_path(const std::filesystem::path& book);

}  // namespace db
