#include "db/ledger/replay.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file/file.h"
#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/ledger/changes.h"
#include "db/ledger/changeset_shape.h"
#include "db/ledger/epoch.h"
#include "db/ledger/quick_problems.h"
#include "db/ledger/tables.h"
#include "db/snapshot.h"
#include "db/sqlite/make_tables.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Problem;

constexpr std::size_t most_named = 20;

// An empty book with the tables that the steps make and no triggers: they would write what the
// changesets already hold.
void make_empty(SQLite::Database& replay, std::span<const schema::Migration> steps) {
    make_tables(replay, steps);
    std::vector<std::string> triggers;
    {
        SQLite::Statement rows(
            replay, "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name");
        while (rows.executeStep()) {
            triggers.push_back(rows.getColumn(0).getString());
        }
    }
    for (const auto& trigger : triggers) {
        replay.exec(fmt::format("DROP TRIGGER {}", quoted_name(trigger)));
    }
}

// Whether it worked. Throws for a fault of the disk or of memory (SQLITE_CORRUPT is what it makes
// of EIO too), which is no difference of the book and is not written down as one.
bool is_ok(SQLite::Database& replay, int code) {
    constexpr int primary = 0xFF;
    for (const int fault :
         {SQLITE_IOERR, SQLITE_FULL, SQLITE_NOMEM, SQLITE_CANTOPEN, SQLITE_CORRUPT}) {
        if ((code & primary) == fault) {
            throw SQLite::Exception(replay.getHandle(), code);
        }
    }
    return code == SQLITE_OK;
}

bool apply(SQLite::Database& replay, const void* changes, int size) {
    return is_ok(replay,
                 sqlite3changeset_apply(
                     replay.getHandle(),
                     size,
                     const_cast<void*>(changes),
                     nullptr,
                     [](void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; },
                     nullptr));
}

// Plays the entries from this one on; names the first that does not follow from those before it.
std::optional<Problem> play(SQLite::Database& replay,
                            std::int64_t first,
                            const ReplayProgress& progress) {
    const auto last = replay.execAndGet("SELECT max(seq) FROM live.ledger").getInt64();
    const auto all = last - std::max<std::int64_t>(first, 1) + 1;
    SQLite::Statement entries(
        replay, "SELECT seq, changes, changes_hash FROM live.ledger WHERE seq >= ? ORDER BY seq");
    entries.bind(1, first);
    const ChangesetShape shape(tables_and_columns(replay));
    std::int64_t done = 0;
    while (entries.executeStep()) {
        const auto seq = entries.getColumn(0).getInt64();
        const auto changes = entries.getColumn(1);
        const std::string_view bytes(static_cast<const char*>(changes.getBlob()),
                                     static_cast<std::size_t>(changes.getBytes()));
        const auto where = fmt::format("ledger entry {}", seq);
        // What it did is not known any more; the chain says so.
        const bool is_blanked = changes.isNull();
        if (!is_blanked &&
            (!is_hash_of(entries.getColumn(2).getString(), bytes) || !shape.fits(bytes))) {
            return Problem{where,
                           "its changes were altered, so they and those after them are not played",
                           "restore a backup"};
        }
        if (!apply(replay, changes.getBlob(), changes.getBytes())) {
            return Problem{
                where, "its changes do not follow from the entries before it", "restore a backup"};
        }
        if (++done; progress && (done % 256 == 0 || done == all)) {
            progress(done, all);
        }
    }
    return std::nullopt;
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

// What would turn the live table into the replayed one.
std::vector<Problem> compare(Connection& live, SQLite::Database& replay, const std::string& table) {
    sqlite3_session* created = nullptr;
    sqlite3session_create(replay.getHandle(), "main", &created);
    const std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session(
        created, &sqlite3session_delete);
    char* message = nullptr;
    int size = 0;
    void* bytes = nullptr;
    const bool is_compared =
        is_ok(replay, sqlite3session_attach(created, table.c_str())) &&
        is_ok(replay, sqlite3session_diff(created, "live", table.c_str(), &message)) &&
        is_ok(replay, sqlite3session_changeset(created, &size, &bytes));
    if (!is_compared) {
        const std::string said = message == nullptr ? "" : message;
        sqlite3_free(message);
        return {{table,
                 fmt::format("cannot be compared with the ledger: {}", said),
                 "restore a backup"}};
    }
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
    std::vector<Problem> problems;
    for (const auto& row : read_changes(
             live, {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}, most_named)) {
        problems.push_back({fmt::format("{} ({})", row.table, row.key),
                            difference(row),
                            "restore a backup, or correct the record and say why"});
    }
    return problems;
}

// An empty database; beside the book, where nobody else reads, and without a name as soon as it is
// open. In memory for a book that lies where nothing can be written.
SQLite::Database empty_database(const Connection& live) {
    if (!live.is_live()) {
        return {":memory:", SQLite::OPEN_READWRITE};
    }
    const std::filesystem::path file = fmt::format("{}.check-{}", live.file().string(), ::getpid());
    remove_if_there(file);  // of a process of that number that was killed
    File::open_if_there(file, O_CREAT | O_EXCL | O_WRONLY);
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    // Names and pages in memory first: the file is known by its descriptor from here on.
    database.exec(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA "
        "main.locking_mode = EXCLUSIVE; PRAGMA user_version = 1");
    remove_if_there(file);
    return database;
}

}  // namespace

Replay::Replay(Connection& live) : live_(live), database_(empty_database(live)) {
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database_.exec("PRAGMA foreign_keys = OFF");
    live.attach_to(database_, "live");
}

std::vector<Problem> Replay::problems(std::span<const schema::Migration> steps,
                                      const ReplayProgress& progress) {
    make_empty(database_, steps);
    if (auto problem = play(database_, last_epoch(live_), progress)) {
        return {*problem};
    }
    std::vector<Problem> problems;
    for (const auto& table : tables_of_record(live_)) {
        const auto found = compare(live_, database_, table);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return problems;
}

struct CheckedMoment::Reading {
    explicit Reading(const Book& book) : replay(book.connection()) {}

    // Both connections see what stands now, until this ends.
    void begin(const Book& book) {
        head = read_head(book.file());
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

std::vector<Problem> CheckedMoment::quick_problems() const {
    return db::quick_problems(book_, reading_->head);
}

std::vector<Problem> quick_problems(const Book& book) {
    return CheckedMoment(book).quick_problems();
}

std::vector<Problem> CheckedMoment::replay_problems(const ReplayProgress& progress) {
    return translated([&] { return reading_->replay.problems(schema::migrations(), progress); });
}

}  // namespace db
