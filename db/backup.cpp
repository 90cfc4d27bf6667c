#include "db/backup.h"

#include <string>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/book_files.h"
#include "db/connection.h"
#include "db/file_lock.h"
#include "db/head.h"
#include "db/ledger.h"
#include "db/sqlite_error.h"
#include "db/verify.h"

namespace db {

namespace {

namespace fs = std::filesystem;

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

// FILE.replaced, or FILE.replaced-2 … when there is one already.
fs::path free_name(const fs::path& file) {
    fs::path name = file.string() + ".replaced";
    for (int count = 2; fs::exists(name); ++count) {
        name = fmt::format("{}.replaced-{}", file.string(), count);
    }
    return name;
}

}  // namespace

void copy_intact(const Book& book, const fs::path& copy) {
    if (fs::exists(copy)) {
        refuse_existing(copy);
    }
    try {
        translate([&] { copy_pages(book, copy); });
        sync(copy);
        sync_folder_of(copy);
    } catch (const std::exception&) {
        remove_book_files(copy);
        throw;
    }
}

void copy_verified(const Book& book, const fs::path& copy) {
    copy_intact(book, copy);
    auto problems = quick_problems(Book::open_for_check(copy));
    fs::remove(lock_path(copy));
    if (!problems.empty()) {
        remove_book_files(copy);
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
    FileLock lock(lock_path(to));
    if (!lock.try_alone(FileLock::Part::presence)) {
        throw schema::refused(
            to.string(), "is open in another process", "close it there, then restore");
    }
    const fs::path fresh = to.string() + ".restoring";
    remove_book_files(fresh);  // of a restore that was killed
    copy_verified(source, fresh);
    if (fs::exists(to)) {
        keep_as(to, free_name(to));
    }
    put_in_place(fresh, to);
}

}  // namespace db
