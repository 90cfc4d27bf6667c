#include "db/book.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/book_files.h"
#include "db/connection.h"
#include "db/file_lock.h"
#include "db/head.h"
#include "db/ledger.h"
#include "db/migrate.h"
#include "db/sqlite_error.h"

namespace db {

namespace {

using std::filesystem::path;

// The file as SQLite's URI names it, with nothing written or locked.
std::string unchanging_uri(const path& file) {
    std::string uri = "file://";
    for (const char each : std::filesystem::absolute(file).string()) {
        uri += each == '%' || each == '?' || each == '#'
                   ? fmt::format("%{:02X}", static_cast<unsigned char>(each))
                   : std::string(1, each);
    }
    return uri + "?immutable=1";
}

struct Marks {
    int application = 0;
    int version = 0;
};

// What the file's own header says; nothing if it has none. Through SQLite and not by a descriptor
// of our own: POSIX drops every lock that this process has on a file as soon as any descriptor of
// it is closed, and then another process takes the log away from under our other connections.
std::optional<Marks> read_marks(const path& file) {
    try {
        SQLite::Database header(unchanging_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        return Marks{header.execAndGet("PRAGMA application_id").getInt(),
                     header.execAndGet("PRAGMA user_version").getInt()};
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    }
}

// A book that is not ours stays untouched.
void refuse_foreign_file(const path& file) {
    if (::access(file.c_str(), R_OK) != 0) {
        throw schema::damaged(
            file.string(),
            fmt::format("cannot be opened: {}", std::strerror(errno)),
            "make a new book with `needlebook init`, or name another with --book FILE");
    }
    const auto marks = read_marks(file);
    if (!marks || marks->application != application_id) {
        throw schema::damaged(file.string(),
                              "is not a Needlebook book",
                              "name the book with --book FILE, or restore a backup");
    }
    refuse_newer(file, marks->version);
}

void make_marked_file(const path& file) {
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        throw schema::refused(file.string(),
                              fmt::format("cannot be made: {}", std::strerror(errno)),
                              "choose a folder that you may write in, with --book FILE");
    }
    ::close(descriptor);
    // Before write-ahead logging begins, so that the mark is in the file itself.
    translate([&] {
        SQLite::Database fresh(file.string(), SQLite::OPEN_READWRITE);
        fresh.exec(
            fmt::format("PRAGMA synchronous = EXTRA; PRAGMA application_id = {}", application_id));
    });
}

}  // namespace

path lock_path(const path& book) {
    return book.string() + ".lock";
}

Book::Book(path file)
    : file_(std::move(file)), lock_(std::make_unique<FileLock>(lock_path(file_))) {
    if (!lock_->try_shared(FileLock::Part::presence)) {
        throw schema::refused(file_.string(), "is being restored", "wait until that is done");
    }
    translate([&] { connection_ = std::make_unique<Connection>(file_); });
}

Book::Book(Book&&) noexcept = default;

Book& Book::operator=(Book&& other) noexcept {
    close();
    file_ = std::move(other.file_);
    lock_ = std::move(other.lock_);
    connection_ = std::move(other.connection_);
    return *this;
}

Book::~Book() {
    close();
}

// The last one to close folds the write-ahead log into the file, so that a book at rest is one
// file; that is a checkpoint, so it needs the writer lock. Whoever cannot have it at once leaves
// the log to the next.
void Book::close() noexcept {
    if (connection_ == nullptr) {
        return;
    }
    const bool writer = lock_->try_alone(FileLock::Part::writer);
    if (writer) {
        connection_->checkpoint_on_close();
    }
    connection_.reset();
    if (writer) {
        lock_->release(FileLock::Part::writer);
    }
    lock_.reset();
}

Book Book::create(const path& file, const std::function<void(Book&)>& fill) {
    if (std::filesystem::exists(file)) {
        refuse_existing(file);
    }
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path());
    }
    FileLock lock(lock_path(file));
    const WriterLock making(lock, "init");
    if (std::filesystem::exists(file)) {  // somebody was quicker
        refuse_existing(file);
    }
    const path fresh = file.string() + ".new";
    remove_book_files(fresh);  // of an init that was killed
    make_marked_file(fresh);
    {
        Book book(fresh);
        {
            const WriterLock writing(*book.lock_, "init");
            migrate(book);
            write_head(fresh, {});
        }
        fill(book);
    }
    put_in_place(fresh, file);
    return open(file);
}

Book Book::open_for_check(const path& file) {
    refuse_foreign_file(file);
    Book book(file);
    translate([&] {
        const auto version = static_cast<int>(book.connection().number("PRAGMA user_version"));
        refuse_newer(file, version);
        if (version < current_version()) {
            const WriterLock writing(*book.lock_, "upgrade");
            migrate(book);
        }
    });
    return book;
}

Book Book::open(const path& file) {
    Book book = open_for_check(file);
    translate([&] { refuse_lost_or_altered(book); });
    return book;
}

}  // namespace db
