#include "db/sqlite/sqlite_error.h"

#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "db/sqlite/sqlite.h"
#include "schema/types/error.h"

namespace db {

namespace {

// What a rule of the database says, as a sentence. Its text names tables and columns, never values.
schema::Error broken_rule(int extended, const std::string& message) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
            return schema::refused("book",
                                   fmt::format("there is already one with the same {}",
                                               message.substr(message.rfind(' ') + 1)),
                                   "look at what is there, and correct it or choose another")
                .as("book_unique");
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return schema::refused("book",
                                   "refers to a record that is not there or is another patient's",
                                   "check the ids that were given")
                .as("book_reference");
        case SQLITE_CONSTRAINT_TRIGGER:
            return schema::refused("book", message, "check the values that were given")
                .as("book_rule");
        default:
            return schema::refused("book",
                                   fmt::format("a rule of the book forbids this ({})", message),
                                   "check the values that were given")
                .as("book_rule");
    }
}

// What the system last said to SQLite about the files of this database, or about its log; 0 for
// nothing.
int system_error(sqlite3* handle, const char* database) {
    int error = 0;
    sqlite3_file_control(handle, database, SQLITE_FCNTL_LAST_ERRNO, &error);
    sqlite3_file* log = nullptr;
    if (error == 0 &&
        sqlite3_file_control(handle, database, SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
        log != nullptr && log->pMethods != nullptr && log->pMethods->xFileControl != nullptr) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    }
    return error;
}

// The same of all that the connection has attached.
int system_error(sqlite3* handle) {
    for (int number = 0; const char* database = sqlite3_db_name(handle, number); ++number) {
        if (const int error = system_error(handle, database); error != 0) {
            return error;
        }
    }
    return 0;
}

struct Failure {
    int error = 0;             // what the system said; 0 if it was not the system
    bool has_no_room = false;  // SQLite says only that a write failed where its memory gets no room
    bool may_write = false;    // the file and beside it
};

Failure failure_of(sqlite3* handle) {
    constexpr unsigned long least = 131'072;  // bytes; SQLite's shared memory grows by 32 KiB
    Failure failure{.error = system_error(handle)};
    const char* name = sqlite3_db_filename(handle, "main");
    if (name != nullptr && *name != '\0') {
        const std::filesystem::path file(name);
        const auto may_write = [](const std::filesystem::path& path) {
            return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
        };
        struct statvfs system {};
        failure.has_no_room = ::statvfs(file.parent_path().c_str(), &system) == 0 &&
                              system.f_bavail * system.f_frsize < least;
        failure.may_write = may_write(file) && may_write(file.parent_path());
    }
    return failure;
}

thread_local sqlite3* last_used = nullptr;
thread_local std::optional<Failure> of_closed;  // of the connection that the failure closed

// What stood behind the work that failed.
Failure take_failure() {
    if (auto failure = std::exchange(of_closed, std::nullopt)) {
        return *failure;
    }
    return last_used == nullptr ? Failure() : failure_of(last_used);
}

schema::Error full_disk() {
    return schema::full(
        "book", "the disk is full, nothing was saved", "make room on the disk, then try again");
}

bool is_of_a_failing_disk(int error) {
    return error == EIO || error == ENXIO || error == ENODEV || error == ESTALE;
}

schema::Error no_answer(const std::string& message) {
    return schema::unavailable("book",
                               fmt::format("the disk does not answer ({})", message),
                               "check the disk and its cable, then try again; the book itself may "
                               "well be whole, `needlebook check` says so");
}

schema::Error not_as_a_book(const std::string& message) {
    return schema::damaged("book",
                           fmt::format("cannot be read as a book ({})", message),
                           "run `needlebook check`; only if that finds damage, restore a backup");
}

schema::Error as_ours(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;  // the kind, without what it was about
    const auto failure = take_failure();
    const int system = failure.error;
    const bool failed = is_of_a_failing_disk(system);
    if (code == SQLITE_IOERR && (system == EFBIG || system == EDQUOT)) {
        return schema::full("book",
                            fmt::format("{}; nothing was saved", std::strerror(system)),
                            "raise the limit on what may be stored here, then try again");
    }
    switch (code) {
        case SQLITE_CONSTRAINT:
            return broken_rule(error.getExtendedErrorCode(), error.what());
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return schema::busy("book", "is busy", "wait a moment, then try again").as("busy");
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return failed ? no_answer("input/output error") : not_as_a_book(error.what());
        case SQLITE_FULL:
            return full_disk();
        case SQLITE_READONLY:
            if (failure.may_write) {  // a file beside the book was not opened, and SQLite went on
                return failure.has_no_room ? full_disk() : no_answer(error.what());
            }
            return schema::refused("book",
                                   "can only be read: its file, folder or medium is locked",
                                   "copy it to a folder that you may write in")
                .as("read_only");
        case SQLITE_NOMEM:
            return schema::unavailable(
                "book", "there is not enough memory", "close other programs, then try again");
        case SQLITE_IOERR:
            return system == ENOSPC || (!failed && failure.has_no_room) ? full_disk()
                                                                        : no_answer(error.what());
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
        case SQLITE_PROTOCOL:
        case SQLITE_NOLFS:
            if (system == ENOSPC) {
                return full_disk();
            }
            if (failed || failure.may_write) {  // no right is missing
                return no_answer(error.what());
            }
            return schema::unavailable("book",
                                       fmt::format("cannot be used ({})", error.what()),
                                       "make the file and its folder yours to read and write, then "
                                       "run `needlebook check`");
        default:
            return failed ? no_answer(error.what()) : not_as_a_book(error.what());
    }
}

}  // namespace

bool has_disk_failed(sqlite3* handle) {
    return is_of_a_failing_disk(system_error(handle));
}

void note_use(sqlite3* handle) {
    last_used = handle;
}

void note_close(sqlite3* handle) noexcept {
    if (last_used != handle) {
        return;
    }
    if (std::uncaught_exceptions() > 0) {
        of_closed = failure_of(handle);
    }
    last_used = nullptr;
}

void note_failed_open(sqlite3* handle) noexcept {
    of_closed = failure_of(handle);
}

void translate(const std::function<void()>& work) {
    of_closed.reset();
    try {
        work();
    } catch (const SQLite::Exception& error) {
        throw as_ours(error);
    }
}

}  // namespace db
