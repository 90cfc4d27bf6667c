#include "db/ledger/replay.h"

#include <algorithm>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file/file.h"
#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/ledger/changes.h"
#include "db/ledger/entry_changes.h"
#include "db/ledger/epoch.h"
#include "db/ledger/key_order.h"
#include "db/ledger/quick_problems.h"
#include "db/ledger/replay_tables.h"
#include "db/ledger/table_differences.h"
#include "db/ledger/tables.h"
#include "db/snapshot.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Problem;

constexpr std::size_t most_named = 20;

Problem cannot_be_compared(const std::string& table, const std::string& why) {
    return {table, fmt::format("cannot be compared with the ledger: {}", why), "restore a backup"};
}

std::string difference(const RowChange& row) {
    switch (row.kind) {
        case RowChange::Kind::added:
            return "the ledger has this row, the book does not";
        case RowChange::Kind::removed:
            return "the book has this row, the ledger does not";
        case RowChange::Kind::changed:
            break;
    }
    std::string columns;
    for (const auto& column : row.columns) {
        columns += (columns.empty() ? "" : ", ") + column.column;
    }
    return fmt::format("differs from what the ledger says in: {}", columns);
}

// Throws for a fault of the disk or of memory (SQLITE_CORRUPT is what it makes of EIO too), which
// is no difference of the book and is not written down as one.
bool is_fault(const SQLite::Exception& error) {
    constexpr int primary = 0xFF;
    const int kind = error.getErrorCode() & primary;
    return kind == SQLITE_IOERR || kind == SQLITE_FULL || kind == SQLITE_NOMEM ||
           kind == SQLITE_CANTOPEN || kind == SQLITE_CORRUPT;
}

// One thread at a time uses it.
constexpr int open_flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

// An empty database; beside the book, where nobody else reads, and without a name as soon as it is
// open. In memory for a book that lies where nothing can be written.
SQLite::Database empty_database(const Connection& live) {
    if (!live.is_live()) {
        return {":memory:", open_flags};
    }
    const std::filesystem::path file = fmt::format("{}.check-{}", live.file().string(), ::getpid());
    remove_if_there(file);  // of a process of that number that was killed
    File::open_if_there(file, O_CREAT | O_EXCL | O_WRONLY);
    SQLite::Database database(file.string(), open_flags);
    // Names and pages in memory first: the file is known by its descriptor from here on.
    try {
        database.exec(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; "
            "PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA user_version = 1");
    } catch (...) {
        note_failed_open(database.getHandle());
        remove_if_there(file);
        throw;
    }
    remove_if_there(file);
    return database;
}

// So much of the played tables is kept in memory.
constexpr const char* cache = "PRAGMA main.cache_size = -65536; PRAGMA live.cache_size = -16384";

}  // namespace

// What is played, and into what.
class Replay::Play {
  public:
    Play(SQLite::Database& database,
         std::span<const schema::Migration> steps,
         const ReplayProgress& progress)
        : database_(database), progress_(progress), tables_(database, steps) {}

    std::vector<Problem> problems() {
        const auto epoch = number(fmt::format(
            "SELECT coalesce(max(seq), 0) FROM live.ledger WHERE action = '{}'", epoch_begins));
        // Comparing takes about as long as playing.
        all_ = 2 * number(fmt::format("SELECT coalesce(sum(length(changes) + {}), 0) FROM "
                                      "live.ledger WHERE seq >= {}",
                                      entry_weight,
                                      epoch));
        // Those that are there: of a book that was made wrong the last one can have any number.
        SQLite::Statement entries(database_,
                                  "SELECT seq FROM live.ledger WHERE seq >= ? ORDER BY seq");
        entries.bind(1, std::max<std::int64_t>(epoch, 1));
        while (entries.executeStep()) {
            if (auto problem = play(entries.getColumn(0).getInt64())) {
                return {std::move(*problem)};
            }
        }
        std::vector<Problem> found;
        const auto tables = tables_of_record(database_, "live");
        for (const auto& table : tables) {
            compare(table, found);
            done_ += all_ / 2 / static_cast<std::int64_t>(tables.size());
            tell();
        }
        return found;
    }

  private:
    static constexpr std::int64_t entry_weight = 500;  // as so many bytes of changes
    static constexpr int few_bytes = 1 << 20;          // of changes whose order is of no matter

    std::int64_t number(const std::string& sql) { return database_.execAndGet(sql).getInt64(); }
    void tell() {
        if (progress_) {
            progress_(std::min(done_, all_), all_);
        }
    }

    // Nothing if the entry follows from those before it.
    std::optional<Problem> play(std::int64_t seq) {
        done_ += entry_weight;
        // What a blanked one did is not known any more, and one may be missing; the chain says so.
        if (!changes_.open(seq)) {
            return std::nullopt;
        }
        const auto where = fmt::format("ledger entry {}", seq);
        stored_hash_.bind(1, seq);
        stored_hash_.executeStep();
        const auto stored = stored_hash_.getColumn(0).getString();
        stored_hash_.reset();
        ChangesetRows rows(tables_.counts(), [&](std::string& bytes) {
            const auto before = bytes.size();
            const bool is_more = changes_.read_more(bytes);
            done_ += static_cast<std::int64_t>(bytes.size() - before);
            tell();
            return is_more;
        });
        const bool follows =
            changes_.size() < few_bytes ? play_as_they_come(rows) : play_in_order_of_keys(rows);
        if (!is_hash(stored, changes_.hash()) || (follows && !rows.is_whole())) {
            return Problem{where,
                           "its changes were altered, so they and those after them are not played",
                           "restore a backup"};
        }
        return follows
                   ? std::nullopt
                   : std::optional(Problem{where,
                                           "its changes do not follow from the entries before it",
                                           "restore a backup"});
    }

    // False where a row is not as the change found it.
    bool play_as_they_come(ChangesetRows& rows) {
        bool follows = true;
        while (follows && rows.next()) {
            follows = tables_.apply(rows.row());
        }
        return follows;
    }
    bool play_in_order_of_keys(ChangesetRows& rows) {
        std::string header;
        KeyOrder kept;
        bool follows = true;
        const auto play_kept = [&] {
            const auto changeset = kept.take(header);
            ChangesetRows ordered(tables_.counts(), changeset);
            follows = play_as_they_come(ordered);
        };
        while (follows && rows.next()) {
            if (!kept.is_empty() && (kept.is_full() || rows.header() != header)) {
                play_kept();
            }
            header = rows.header();
            kept.add(rows.record());
        }
        if (follows && !kept.is_empty()) {
            play_kept();
        }
        return follows;
    }

    // What would turn the live table into the played one, 20 rows at the most.
    void compare(const std::string& name, std::vector<Problem>& problems) {
        const auto* const table = tables_.find(name);
        if (table == nullptr) {
            problems.push_back(cannot_be_compared(name, "the program makes no such table"));
            return;
        }
        std::size_t named = 0;
        try {
            for_each_difference(database_, name, *table, [&](const ChangedRow& row) {
                const auto change = read_row(row, table->columns);
                problems.push_back({fmt::format("{} ({})", change.table, change.key),
                                    difference(change),
                                    "restore a backup, or correct the record and say why"});
                return ++named < most_named;
            });
        } catch (const SQLite::Exception& error) {
            if (is_fault(error)) {
                throw;
            }
            problems.push_back(cannot_be_compared(name, error.what()));
        }
    }

    SQLite::Database& database_;
    const ReplayProgress& progress_;
    ReplayTables tables_;
    EntryChanges changes_{database_.getHandle(), "live"};
    SQLite::Statement stored_hash_{database_, "SELECT changes_hash FROM live.ledger WHERE seq = ?"};
    std::int64_t done_ = 0;
    std::int64_t all_ = 0;
};

Replay::Replay(Connection& live) : database_(empty_database(live)) {
    try {
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        database_.exec("PRAGMA foreign_keys = OFF");
        live.attach_to(database_, "live");
        database_.exec(cache);
    } catch (...) {
        note_failed_open(database_.getHandle());
        throw;
    }
}

Replay::~Replay() {
    note_close(database_.getHandle());
}

SQLite::Database& Replay::database() {
    note_use(database_.getHandle());
    return database_;
}

std::vector<Problem> Replay::problems(std::span<const schema::Migration> steps,
                                      const ReplayProgress& progress) {
    auto& played = database();
    std::optional<SQLite::Transaction> transaction;
    if (sqlite3_get_autocommit(played.getHandle()) != 0) {
        transaction.emplace(played);
    }
    return Play(played, steps, progress).problems();
}

struct CheckedMoment::Reading {
    explicit Reading(const Book& book) : replay(book.connection()) {}

    // Both connections see what stands now, until this ends.
    void begin(const Book& book) {
        head = read_head(book.names());
        snapshot.emplace(book);
        book.connection().number("SELECT count(*) FROM sqlite_schema");
        transaction.emplace(replay.database());
        replay.database().execAndGet("SELECT count(*) FROM live.sqlite_schema");
    }

    Replay replay;
    HeadFile head;
    std::optional<Snapshot> snapshot;
    std::optional<SQLite::Transaction> transaction;
};

CheckedMoment::CheckedMoment(const Book& book) : book_(book) {
    translate([&] {
        reading_ = std::make_unique<Reading>(book);
        // A write is in the tables before it is in the head; nobody is between the two now.
        std::optional<WriterLock> nobody_writes;
        if (book.is_writable()) {
            nobody_writes.emplace(book.lock(), "check");
        }
        reading_->begin(book);
    });
}

CheckedMoment::~CheckedMoment() = default;

std::vector<Problem> CheckedMoment::quick_problems(Depth depth) const {
    return db::quick_problems(book_, reading_->head, depth);
}

std::vector<Problem> quick_problems(const Book& book, Depth depth) {
    return CheckedMoment(book).quick_problems(depth);
}

std::vector<Problem> CheckedMoment::replay_problems(const ReplayProgress& progress) {
    return translated([&] { return reading_->replay.problems(schema::migrations(), progress); });
}

}  // namespace db
