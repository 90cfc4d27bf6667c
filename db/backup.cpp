#include "db/backup.h"

#include <string>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include "db/connection.h"
#include "db/file_lock.h"
#include "db/head.h"
#include "db/ledger.h"
#include "db/sqlite_error.h"
#include "db/verify.h"

namespace db {

namespace {

namespace fs = std::filesystem;

void refuse_existing(const fs::path& file) {
    if (fs::exists(file)) {
        throw schema::refused(file.string(), "is already there", "choose another file");
    }
}

void sync(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

// All pages, then SQLite's own check of them and a head for where the copy's ledger ends.
void copy_pages(const Book& book, const fs::path& copy) {
    fs::create_directories(copy.has_parent_path() ? copy.parent_path() : fs::path("."));
    ::close(::open(copy.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
    {
        SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(target, book.connection().database());
        backup.executeStep(-1);
    }
    Connection connection(copy);
    if (connection.database().execAndGet("PRAGMA integrity_check(1)").getString() != "ok") {
        throw schema::damaged(
            copy.string(), "the copy is not whole", "check the disk, then try again");
    }
    write_head(copy, ledger_end(connection));
    connection.checkpoint_on_close();
}

void sync_copy(const fs::path& copy) {
    sync(copy);
    sync(copy.has_parent_path() ? copy.parent_path() : fs::path("."));
}

void remove_book(const fs::path& book) {
    for (const auto* end : {"", ".head", ".lock", "-wal", "-shm"}) {
        fs::remove(book.string() + end);
    }
}

void move_book(const fs::path& from, const fs::path& to) {
    for (const auto* end : {".head", "-wal", "-shm", ""}) {
        if (fs::exists(from.string() + end)) {
            fs::rename(from.string() + end, to.string() + end);
        }
    }
}

}  // namespace

void copy_intact(const Book& book, const fs::path& copy) {
    refuse_existing(copy);
    try {
        translate([&] { copy_pages(book, copy); });
        sync_copy(copy);
    } catch (const std::exception&) {
        remove_book(copy);
        throw;
    }
}

void copy_verified(const Book& book, const fs::path& copy) {
    copy_intact(book, copy);
    auto problems = quick_problems(Book::open_for_check(copy));
    fs::remove(lock_path(copy));
    if (!problems.empty()) {
        remove_book(copy);
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
}

void restore(const fs::path& from, const fs::path& to, bool replace) {
    const Book source = Book::open(from);
    if (fs::exists(to) && !replace) {
        throw schema::refused(to.string(),
                              "is a book already",
                              "restore to another --book FILE, or add --replace: the old book is "
                              "then kept beside it");
    }
    const fs::path fresh = to.string() + ".restoring";
    copy_verified(source, fresh);
    FileLock lock(lock_path(to));
    if (!lock.try_alone(FileLock::Part::presence)) {
        remove_book(fresh);
        throw schema::refused(
            to.string(), "is open in another process", "close it there, then restore");
    }
    const fs::path kept = to.string() + ".replaced";
    if (fs::exists(to)) {
        remove_book(kept);
        move_book(to, kept);
    }
    move_book(fresh, to);
    sync(to.has_parent_path() ? to.parent_path() : fs::path("."));
}

}  // namespace db
