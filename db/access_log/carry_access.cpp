#include "db/access_log/carry_access.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>

#include "db/access_log/access_file.h"
#include "db/access_log/read_access.h"
#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/secrets/access_head.h"
#include "db/sqlite/connection.h"

namespace db {

namespace {

namespace fs = std::filesystem;

void copy_rows(const fs::path& from, const fs::path& to) {
    const auto log = open_access_file(from);
    File::open_if_there(to, O_CREAT | O_EXCL | O_WRONLY);
    with_access_file(from, [&] {
        SQLite::Database target(to.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup(target, log->database()).executeStep(-1);
    });
    open_access_file(to)->checkpoint_on_close();  // at rest it is one file
    sync(to);
}

void forget_log(const fs::path& made) {
    remove_access_log(made);
    Connection copy(made);
    forget_access_head(copy);
    copy.checkpoint_on_close();
}

bool goes_on_from(const fs::path& log, const fs::path& other) {
    bool goes_on = false;
    with_access_file(log, [&] {
        const auto last = last_access(*open_access_file(other));
        goes_on =
            last && has_entry(*open_access_file(log), {.entry = last->id, .hash = last->hash});
    });
    return goes_on;
}

void rename_log(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed) {
        throw_system_error(from, "cannot be renamed", failed.value());
    }
}

}  // namespace

std::vector<schema::Problem> copy_access_log(const Book& book, const fs::path& made) {
    const auto file = access_path(book.file());
    std::vector<schema::Problem> problems;
    try {
        if (is_there(file)) {
            copy_rows(file, access_path(made));
            problems = access_problems(Book::open_as_stored(made));
        }
        // As they are in the book's own log, which is there to be looked into.
        if (!problems.empty() || !is_there(file)) {
            if (auto own = access_problems(book); !own.empty()) {
                problems = std::move(own);
            }
        }
    } catch (const schema::Error& error) {
        problems = error.problems();
    }
    if (!problems.empty() || !is_there(file)) {
        forget_log(made);
    }
    return problems;
}

void put_access_log_in_place(const fs::path& fresh, const fs::path& book) {
    const auto from = access_path(fresh);
    const auto to = access_path(book);
    if (!is_there(from)) {
        return;
    }
    if (is_there(to) && goes_on_from(to, from)) {
        remove_access_log(fresh);
        return;
    }
    if (is_there(to)) {
        rename_log(to, free_name_to_keep(to));
        remove_access_log(book);
    }
    rename_log(from, to);
    remove_access_log(fresh);
    sync_folder_of(to);
}

void remove_access_log(const fs::path& book) {
    for (const auto* end : {"", "-wal", "-shm", "-journal"}) {
        remove_if_there(access_path(book).string() + end);
    }
}

}  // namespace db
