// The ledger played into an empty book, which must come out as the live one.

#include <memory>

#include <fmt/format.h>

#include "db/changes.h"
#include "db/connection.h"
#include "db/sqlite_error.h"
#include "db/tables.h"
#include "db/verify.h"
#include "schema/migrations/migrations.h"

namespace db {

namespace {

using schema::Problem;

constexpr std::size_t most_named = 20;

// An empty book with the tables of today and no triggers: they would write what the changesets
// already hold.
void make_empty(SQLite::Database& replay) {
    replay.exec("PRAGMA foreign_keys = OFF");
    for (const auto& step : schema::migrations()) {
        replay.exec(std::string(step.sql));
    }
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

bool apply(SQLite::Database& replay, const void* changes, int size) {
    return sqlite3changeset_apply(
               replay.getHandle(),
               size,
               const_cast<void*>(changes),
               nullptr,
               [](void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; },
               nullptr) == SQLITE_OK;
}

// Plays the entries; names the first that does not follow from those before it.
std::optional<Problem> play(SQLite::Database& replay, const ReplayProgress& progress) {
    const auto all = replay.execAndGet("SELECT count(*) FROM live.ledger").getInt64();
    SQLite::Statement entries(replay, "SELECT seq, changes FROM live.ledger ORDER BY seq");
    std::int64_t done = 0;
    while (entries.executeStep()) {
        const auto seq = entries.getColumn(0).getInt64();
        const auto changes = entries.getColumn(1);
        if (!apply(replay, changes.getBlob(), changes.getBytes())) {
            return Problem{fmt::format("ledger entry {}", seq),
                           "its changes do not follow from the entries before it",
                           "restore a backup"};
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
std::vector<Problem> compare(const Book& book, SQLite::Database& replay, const std::string& table) {
    sqlite3_session* created = nullptr;
    sqlite3session_create(replay.getHandle(), "main", &created);
    const std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session(
        created, &sqlite3session_delete);
    char* message = nullptr;
    int size = 0;
    void* bytes = nullptr;
    if (sqlite3session_attach(created, table.c_str()) != SQLITE_OK ||
        sqlite3session_diff(created, "live", table.c_str(), &message) != SQLITE_OK ||
        sqlite3session_changeset(created, &size, &bytes) != SQLITE_OK) {
        const std::string said = message == nullptr ? "" : message;
        sqlite3_free(message);
        return {{table,
                 fmt::format("cannot be compared with the ledger: {}", said),
                 "restore a backup"}};
    }
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
    std::vector<Problem> problems;
    for (const auto& row : read_changes(
             book, {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}, most_named)) {
        problems.push_back({fmt::format("{} ({})", row.table, row.key),
                            difference(row),
                            "restore a backup, or correct the record and say why"});
    }
    return problems;
}

}  // namespace

std::vector<Problem> replay_problems(const Book& book, const ReplayProgress& progress) {
    return translated([&] {
        SQLite::Database replay("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        sqlite3_db_config(replay.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        make_empty(replay);
        SQLite::Statement attach(replay, "ATTACH ? AS live");
        attach.bind(1, book.file().string());
        attach.exec();
        // One snapshot of the live book for the ledger and the tables, whoever writes meanwhile.
        SQLite::Transaction snapshot(replay);
        if (auto problem = play(replay, progress)) {
            return std::vector{*problem};
        }
        std::vector<Problem> problems;
        for (const auto& table : tables_of_record(book.connection())) {
            const auto found = compare(book, replay, table);
            problems.insert(problems.end(), found.begin(), found.end());
        }
        return problems;
    });
}

}  // namespace db
