#include "db/book.h"

#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
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

// The first bytes of book files, read without SQLite, so that a file that is not ours stays
// untouched. A descriptor is opened once per file and stays open: POSIX drops every lock that this
// process has on a file as soon as any descriptor of it is closed, and then another process takes
// the log away from under our other connections.
class Headers {
  public:
    static constexpr std::size_t size = 100;

    // Nothing, with errno set, if the file cannot be opened.
    std::optional<std::string> read(const path& file) {
        const std::lock_guard lock(mutex_);
        struct stat found {};
        if (::stat(file.c_str(), &found) != 0) {
            return std::nullopt;
        }
        auto& descriptor = open_.try_emplace({found.st_dev, found.st_ino}, -1).first->second;
        if (descriptor < 0) {
            descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        }
        std::string bytes(size, '\0');
        const auto length = ::pread(descriptor, bytes.data(), size, 0);
        const bool opened = descriptor >= 0;
        const int why = errno;
        forget_removed();
        errno = why;
        bytes.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
        return opened ? std::optional(bytes) : std::nullopt;
    }

  private:
    // Nobody opens a file that is gone again, so its locks are nobody's.
    void forget_removed() {
        std::erase_if(open_, [](const auto& each) {
            struct stat now {};
            const bool gone =
                each.second < 0 || (::fstat(each.second, &now) == 0 && now.st_nlink == 0);
            if (gone && each.second >= 0) {
                ::close(each.second);
            }
            return gone;
        });
    }

    std::mutex mutex_;
    std::map<std::pair<dev_t, ino_t>, int> open_;
};

Headers& headers() {
    static Headers all;
    return all;
}

// A book that is not ours stays untouched.
void refuse_foreign_file(const path& file) {
    const auto header = headers().read(file);
    if (!header) {
        throw schema::damaged(
            file.string(),
            fmt::format("cannot be opened: {}", std::strerror(errno)),
            "make a new book with `needlebook init`, or name another with --book FILE");
    }
    const auto number_at = [&](std::size_t at) {
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            number = number << 8U | static_cast<unsigned char>((*header)[at + i]);
        }
        return static_cast<std::int32_t>(number);
    };
    constexpr std::string_view sqlite_mark("SQLite format 3\0", 16);
    if (header->size() < Headers::size || !header->starts_with(sqlite_mark) ||
        number_at(68) != application_id) {
        throw schema::damaged(file.string(),
                              "is not a Needlebook book",
                              "name the book with --book FILE, or restore a backup");
    }
    refuse_newer(file, number_at(60));
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
