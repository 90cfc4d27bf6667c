#pragma once
// Advisory locks on the file NAME.lock beside a book. Three of them, on three bytes:
//   writer    held by whoever commits or checkpoints: one at a time across all processes. SQLite
//             3.40.1 can corrupt a file when a commit and a checkpoint meet (the WAL-reset bug,
//             fixed in 3.51.3), so both stand under it.
//   presence  shared by everyone who has the book open; restore asks for it alone, so it never runs
//             onto an open book. BookFile says the same on the book itself.
//   access    held by whoever adds to the log of who read (db/access_log), for the same reason as
//             the writer's.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace db {

class FileLock {
  public:
    enum class Part { writer, presence, access };  // in the order of their bytes

    // Opens or creates the lock file, mode 0600. Throws schema::Error (damaged, full, unavailable)
    // if that fails.
    explicit FileLock(const std::filesystem::path& path);

    bool try_alone(Part part);
    bool try_shared(Part part);
    void release(Part part);

    // Why holding it excludes nobody: the lock file is not under its name any more. Nothing if all
    // is well.
    std::optional<schema::Problem> moved() const;

    // Waits for the writer lock, 15 s at the most, and notes in the file who holds it. Throws
    // schema::Error (refused) that says who held it all that time.
    void become_writer(const std::string& action);

  private:
    bool set(Part part, short type);
    std::string holder() const;

    std::filesystem::path path_;
    File file_;
    FileIdentity identity_;
};

// Holds the writer lock as long as it lives.
class WriterLock {
  public:
    WriterLock(FileLock& lock, const std::string& action) : lock_(lock) {
        lock_.become_writer(action);
    }
    ~WriterLock() { lock_.release(FileLock::Part::writer); }
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    FileLock& lock_;
};

}  // namespace db
