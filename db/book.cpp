#include "db/book.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file/book_file.h"
#include "db/file/book_files.h"
#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/key/last_seen.h"
#include "db/ledger/erasure.h"
#include "db/ledger/ledger.h"
#include "db/migrate.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using std::filesystem::path;

// A book that is not ours stays untouched.
void refuse_foreign_file(const BookFile& file) {
    constexpr std::size_t header_size = 100;
    constexpr std::string_view sqlite_mark("SQLite format 3\0", 16);
    const auto header = file.first_bytes(header_size);
    const auto number_at = [&](std::size_t at) {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            number = number << 8U | static_cast<unsigned char>(header[at + i]);
        }
        return static_cast<std::int32_t>(number);
    };
    if (header.size() < header_size || !header.starts_with(sqlite_mark) ||
        number_at(68) != application_id) {
        throw schema::damaged(file.path().string(),
                              "is not a Needlebook book",
                              "name the book with --book FILE, or restore a backup");
    }
    refuse_newer(file.path(), number_at(60));
}

bool folder_is_writable(const path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : path(".");
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0;
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
        try {
            fresh.exec(fmt::format("PRAGMA synchronous = EXTRA; PRAGMA application_id = {}",
                                   application_id));
        } catch (...) {
            note_failed_open(fresh.getHandle());
            throw;
        }
    });
}

// What cannot be removed, the next one of the name removes.
void remove_what_was_begun(const path& fresh) noexcept {
    try {
        remove_book_files(fresh);
    } catch (const std::exception&) {
        // It is not called as the book; why there is none is told already.
    }
}

}  // namespace

path lock_path(const path& book) {
    return book.string() + ".lock";
}

Book::Book(const path& file) : file_(std::make_unique<BookFile>(file)) {
    refuse_foreign_file(*file_);
    const bool writable = file_->is_writable() && folder_is_writable(this->file());
    if (writable) {
        lock_ = std::make_unique<FileLock>(lock_path(this->file()));
    }
    if (!file_->try_open() || (lock_ && !lock_->try_shared(FileLock::Part::presence))) {
        throw schema::refused(file.string(), "is being restored", "wait until that is done")
            .as("busy");
    }
    if (writable) {
        remove_second_names_of_restore(this->file());
    }
    translate([&] {
        connection_ = std::make_unique<Connection>(this->file(),
                                                   writable ? Medium::live : Medium::unchanging);
    });
    head_ = read_head(names()).identity;
    if (auto moved = file_->moved()) {
        throw schema::Error(schema::Fault::unavailable, {*moved});
    }
}

Book::Book(std::unique_ptr<BookFile> file, std::unique_ptr<Connection> connection)
    : file_(std::move(file)), connection_(std::move(connection)) {}

Book::Book(Book&&) noexcept = default;

Book& Book::operator=(Book&& other) noexcept {
    close();
    file_ = std::move(other.file_);
    lock_ = std::move(other.lock_);
    connection_ = std::move(other.connection_);
    head_ = other.head_;
    compared_schema = other.compared_schema;
    return *this;
}

const path& Book::file() const {
    return file_->path();
}

const BookNames& Book::names() const {
    return file_->names();
}

FileLock& Book::lock() const {
    if (!lock_) {
        throw schema::refused(file().string(),
                              "can only be read: its file, folder or medium is locked",
                              "restore it to a folder that you may write in, with `needlebook "
                              "restore`")
            .as("read_only");
    }
    return *lock_;
}

std::vector<schema::Problem> Book::warnings() const {
    if (sqlite3_txn_state(connection_->handle(), "main") == SQLITE_TXN_READ) {
        throw std::logic_error("the head is compared with an older moment of the ledger");
    }
    std::vector<schema::Problem> all;
    const auto add = [&](std::optional<schema::Problem> problem) {
        if (problem) {
            all.push_back(std::move(*problem));
        }
    };
    add(file_->moved());
    add(file_->second_name());
    if (lock_) {
        add(lock_->moved());
    }
    const auto head = read_head(names());
    add(translated([&] { return head_problem(*this, head); }));
    add(slot_problem(*this, head));
    add(unfinished_erasure(*this));
    return all;
}

void Book::refuse_moved() {
    const auto head = identity_of(head_path(file()));
    if (!head_) {
        head_ = head;  // there was none; a new one was made meanwhile
    }
    for (auto problem : {file_->moved(), file_->second_name(), lock().moved()}) {
        if (problem) {
            throw schema::Error(schema::Fault::unavailable, {std::move(*problem)});
        }
    }
    if (head != head_) {
        throw schema::unavailable(
            head_path(file()).string(),
            "was removed or replaced while the book is open",
            "close Needlebook everywhere, put the head back beside the book, then start again; "
            "nothing is written until then");
    }
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
    const bool writer = lock_ != nullptr && lock_->try_alone(FileLock::Part::writer);
    if (writer) {
        connection_->checkpoint_on_close();
    }
    connection_.reset();
    if (writer) {
        lock_->release(FileLock::Part::writer);
    }
    lock_.reset();
    file_.reset();
}

Book Book::create(const path& file, const std::function<void(Book&)>& fill) {
    if (std::filesystem::exists(file)) {
        refuse_existing(file);
    }
    make_folders_of(file);
    FileLock lock(lock_path(file));
    const WriterLock making(lock, "init");
    if (std::filesystem::exists(file)) {  // somebody was quicker
        refuse_existing(file);
    }
    const path fresh = file.string() + ".new";
    remove_book_files(fresh);  // of an init that was killed
    make_marked_file(fresh);
    try {
        Book book(fresh);
        {
            const WriterLock writing(*book.lock_, "init");
            migrate(book);
            write_new_head(fresh, {});
        }
        fill(book);
    } catch (...) {
        remove_what_was_begun(fresh);
        throw;
    }
    forget_last_seen(file);
    put_in_place(fresh, file);
    return open(file);
}

bool Book::is_of_current_version() const {
    return stored_version(*connection_) == current_version();
}

Book Book::upgraded_in_memory() && {
    return translated([&] {
               auto memory = std::make_unique<Connection>(path(), Medium::memory);
               SQLite::Backup(memory->database(), connection_->database()).executeStep(-1);
               connection_.reset();
               Book upgraded(std::move(file_), std::move(memory));
               climb(upgraded.connection());
               return std::optional(std::move(upgraded));
           })
        .value();
}

Book Book::open_as_stored(const path& file) {
    Book book(file);
    refuse_newer(book.file(), stored_version(book.connection()));
    return book;
}

Book Book::open_for_check(const path& file) {
    Book book = open_as_stored(file);
    return book.is_of_current_version() ? std::move(book) : std::move(book).upgraded_in_memory();
}

Book Book::open(const path& file) {
    Book book = open_as_stored(file);
    if (book.is_of_current_version()) {
        return book;
    }
    finish_erasure(book);
    if (!book.lock_ || !book.warnings().empty()) {
        return std::move(book).upgraded_in_memory();
    }
    const WriterLock writing(*book.lock_, "upgrade");
    migrate(book);
    return book;
}

}  // namespace db
