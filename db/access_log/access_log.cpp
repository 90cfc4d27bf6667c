#include "db/access_log/access_log.h"

#include <thread>

#include <fmt/format.h>

#include "db/access_log/access_file.h"
#include "db/file/book_files.h"
#include "db/file/file_lock.h"
#include "db/secrets/access_head.h"
#include "db/sqlite/connection.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Commits and checkpoints of the log are one program's at a time, as those of the book.
class AccessTurn {
  public:
    explicit AccessTurn(FileLock& lock) : lock_(lock) {
        constexpr auto patience = std::chrono::seconds(1);
        const auto until = std::chrono::steady_clock::now() + patience;
        while (!lock_.try_alone(FileLock::Part::access)) {
            if (std::chrono::steady_clock::now() >= until) {
                throw schema::busy("the log of who read",
                                   "is being written by another process",
                                   "wait until that is done")
                    .as("busy");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
    ~AccessTurn() { lock_.release(FileLock::Part::access); }
    AccessTurn(const AccessTurn&) = delete;
    AccessTurn& operator=(const AccessTurn&) = delete;

  private:
    FileLock& lock_;
};

fs::path wal_of(const fs::path& file) {
    return file.string() + "-wal";
}

schema::Error other_log(const fs::path& file, std::string what) {
    return schema::damaged(file.string(),
                           std::move(what),
                           "put the book's own log back, or give it up: `needlebook access "
                           "--begin-anew --reason …`");
}

std::int64_t last_given_up(Connection& book) {
    Query last(book, "SELECT coalesce(max(seq), 0) FROM ledger WHERE action = ?");
    last.with(std::string(begins_access_log));
    last.step();
    return last.get<std::int64_t>();
}

// What the log must have: the later of what the book and this program know of it.
std::optional<AccessEnd> known_end(std::optional<AccessEnd> kept,
                                   const std::optional<KnownLog>& known,
                                   std::int64_t given_up) {
    const bool is_later =
        known && known->given_up == given_up && known->end.entry > (kept ? kept->entry : 0);
    return is_later ? std::optional(known->end) : std::move(kept);
}

// The end of a log that begins and ends as the book says. Throws schema::Error (damaged).
AccessEnd fitting_end(Connection& log,
                      const fs::path& file,
                      const std::string& origin,
                      const std::optional<AccessEnd>& kept) {
    if (auto problems = access_schema_problems(log, file); !problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    const auto first = access_with_id(log, 1);
    if (first && access_hash(origin, *first) != first->hash) {
        throw other_log(file, "is not of this book: its first entry continues another one");
    }
    if (kept && !has_entry(log, *kept)) {
        throw other_log(
            file,
            fmt::format("was cut or replaced: it does not have entry {} as it was", kept->entry));
    }
    const auto last = last_access(log);
    if (!last) {
        return {.hash = origin};
    }
    const auto before = access_with_id(log, last->id - 1);
    if (last->id > 1 && (!before || access_hash(before->hash, *last) != last->hash)) {
        throw other_log(file, fmt::format("was altered at its end, at entry {}", last->id));
    }
    return {.entry = last->id, .hash = last->hash};
}

}  // namespace

AccessLog::AccessLog(const Book& book, const std::optional<KnownLog>& known)
    : file_(access_path(book.file())), lock_(std::make_unique<FileLock>(lock_path(book.file()))) {
    const auto origin = translated([&] {
        given_up_ = last_given_up(book.connection());
        return access_origin(book.connection());
    });
    const auto kept = known_end(access_head(book), known, given_up_);
    const AccessTurn turn(*lock_);
    if (!is_there(file_)) {
        if (kept) {
            throw other_log(file_,
                            fmt::format("is not there, and had {} entries at least", kept->entry));
        }
        make_access_file(file_);
    }
    log_ = open_access_file(file_);
    identity_ = identity_of(file_);
    with_access_file(file_, [&] {
        end_ = fitting_end(*log_, file_, origin, kept);
        add_later_words(*log_);
    });
}

AccessLog::AccessLog(AccessLog&&) noexcept = default;

AccessLog::~AccessLog() {
    if (log_ == nullptr) {
        return;
    }
    const bool is_ours =
        identity_of(file_) == identity_ && lock_->try_alone(FileLock::Part::access);
    if (is_ours) {
        log_->checkpoint_on_close();
    }
    log_.reset();
    lock_->release(FileLock::Part::access);
}

void AccessLog::refuse_moved() const {
    const auto wal = identity_of(wal_of(file_));
    if (identity_of(file_) != identity_ || (identity_of_wal_ && wal != identity_of_wal_)) {
        throw schema::unavailable(file_.string(),
                                  "was removed or replaced while it is written",
                                  "put the file back; nothing is lost of what waits to be written");
    }
}

// Compares again only after somebody changed them.
void AccessLog::refuse_foreign_tables() {
    const auto now = log_->number("PRAGMA schema_version");
    if (now == compared_schema_) {
        return;
    }
    if (auto problems = access_schema_problems(*log_, file_); !problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    compared_schema_ = now;
}

// Another server of the same book may have added entries.
void AccessLog::refuse_other_end() {
    if (end_.entry > 0 && !has_entry(*log_, end_)) {
        throw other_log(file_, fmt::format("does not have entry {} any more", end_.entry));
    }
    if (const auto last = last_access(*log_)) {
        end_ = {.entry = last->id, .hash = last->hash};
    }
}

void AccessLog::add(AccessEntry entry) {
    Query known(*log_,
                "SELECT 1 FROM access WHERE at = ? AND account IS ? AND person IS ? AND device IS "
                "? AND program IS ? AND patient IS ? AND act = ? AND reason IS ?");
    known.with(entry.at,
               entry.account,
               entry.person,
               entry.device,
               entry.program,
               entry.patient,
               entry.act,
               entry.reason);
    if (known.step()) {
        return;
    }
    entry.id = end_.entry + 1;
    entry.hash = access_hash(end_.hash, entry);
    Query(*log_,
          fmt::format("INSERT INTO access ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      access_columns))
        .with(entry.id,
              entry.at,
              entry.account,
              entry.person,
              entry.device,
              entry.program,
              entry.patient,
              entry.chart,
              entry.act,
              entry.reason,
              entry.hash)
        .run();
    end_ = {.entry = entry.id, .hash = entry.hash};
}

void AccessLog::append(const std::vector<AccessEntry>& entries) {
    const auto before = end_;
    try {
        refuse_moved();
        const AccessTurn turn(*lock_);
        with_access_file(file_, [&] {
            SQLite::Transaction transaction(log_->database(),
                                            SQLite::TransactionBehavior::IMMEDIATE);
            refuse_foreign_tables();
            refuse_other_end();
            for (const auto& entry : entries) {
                add(entry);
            }
            transaction.commit();
            log_->checkpoint_if_long();
        });
        identity_of_wal_ = identity_of_wal_ ? identity_of_wal_ : identity_of(wal_of(file_));
        refuse_moved();
    } catch (...) {
        end_ = before;
        throw;
    }
}

void put_access_log_aside(const Book& book) {
    const auto file = access_path(book.file());
    if (!is_there(file)) {
        return;
    }
    FileLock lock(lock_path(book.file()));
    const AccessTurn turn(lock);
    try {  // all of it into the one file, if it can be read
        const auto log = open_access_file(file);
        with_access_file(file, [&] { log->run("PRAGMA wal_checkpoint(TRUNCATE)"); });
    } catch (const schema::Error&) {
        // It is kept as it is.
    }
    const auto kept = free_name_to_keep(file);
    for (const auto* end : {"-wal", ""}) {
        const fs::path from = file.string() + end;
        std::error_code failed;
        if (is_there(from)) {
            fs::rename(from, kept.string() + end, failed);
        }
        if (failed) {
            throw_system_error(from, "cannot be renamed", failed.value());
        }
    }
    remove_if_there(file.string() + "-shm");
    sync_folder_of(file);
}

}  // namespace db
