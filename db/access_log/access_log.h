#pragma once
// The log of who read what, open to be written; access_file.h says what it is.

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "db/access_log/access_entry.h"
#include "db/book.h"
#include "db/file/file.h"

namespace db {

class Connection;
class FileLock;

// The action of the ledger entry by which a log was given up and another one begins.
inline constexpr std::string_view begins_access_log = "access begin";

// What a program knows of the log that it wrote: how far it had come, and the last ledger entry by
// which one was given up; 0 for none.
struct KnownLog {
    AccessEnd end;
    std::int64_t given_up = 0;
};

// Used by one thread at a time.
class AccessLog {
  public:
    // Opens the log of the book, or makes it where no log is known of: neither by the book nor by
    // this program, which wrote `known`. Throws schema::Error: damaged (it is not there, is no log
    // of this program, begins or ends otherwise than this book's, or its tables were altered),
    // busy, full, unavailable.
    explicit AccessLog(const Book& book, const std::optional<KnownLog>& known = {});
    ~AccessLog();
    AccessLog(AccessLog&&) noexcept;
    AccessLog& operator=(AccessLog&&) = delete;
    AccessLog(const AccessLog&) = delete;

    // Adds them in this order, each with its id and hash; one that the log has of that minute
    // already is left out. On return they survive kill -9 and power loss. Either all are added or
    // none. Throws schema::Error as above, and when the file is not under its name any more.
    void append(const std::vector<AccessEntry>& entries);

    // Entry 0 of an empty log.
    const AccessEnd& end() const { return end_; }
    KnownLog known() const { return {end_, given_up_}; }

  private:
    void refuse_moved() const;
    void refuse_foreign_tables();
    void refuse_other_end();
    void add(AccessEntry entry);

    std::filesystem::path file_;
    std::unique_ptr<FileLock> lock_;
    std::unique_ptr<Connection> log_;
    std::optional<FileIdentity> identity_;
    std::optional<FileIdentity> identity_of_wal_;  // none before the first write
    std::optional<std::int64_t> compared_schema_;
    std::int64_t given_up_ = 0;
    AccessEnd end_;
};

// Gives the log up that is beside the book: it is kept as NAME.access.replaced (-2, -3 …), and a
// new one begins with the next entry. To be called in the write that says why, which forgets the
// head (db/secrets/access_head.h); before it is acknowledged. Throws schema::Error (busy,
// unavailable).
void put_access_log_aside(const Book& book);

}  // namespace db
