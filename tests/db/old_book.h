#pragma once
// A book as version 12 wrote it, or one before, with its ledger: what an upgrade starts from.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "db/file/head.h"
#include "db/ledger/ledger.h"
#include "db/sqlite/sqlite.h"
#include "schema/migrations/migrations.h"

namespace db {

class OldBook {
  public:
    explicit OldBook(const std::filesystem::path& file, int version = 12) : file_(file) {
        database_.exec("PRAGMA application_id = 0x4E646C62; PRAGMA journal_mode = WAL");
        for (const auto& step : schema::migrations().first(static_cast<std::size_t>(version))) {
            database_.exec(std::string(step.sql));
        }
        database_.exec(fmt::format("PRAGMA user_version = {}; PRAGMA foreign_keys = ON", version));
        write_new_head(file_, {});
    }

    // Runs the statements as one write of this action, with an entry as version 12 made it.
    void write(const std::string& action,
               const std::string& sql,
               std::optional<std::string> key = std::nullopt) {
        LedgerEntry entry{.seq = end_.seq + 1,
                          .at = "2026-01-05T10:00:00Z",
                          .actor = "nurse",
                          .action = action,
                          .submission_key = std::move(key),
                          .answer = "1"};
        const auto changes = changes_of(sql);
        entry.changes_hash = sha256(changes);
        entry.previous = end_.hash;
        entry.hash = entry_hash(entry);
        SQLite::Statement row(database_, R"(
            INSERT INTO ledger (seq, at, actor, action, submission_key, answer, changes, changes_hash,
                previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
        row.bind(1, entry.seq);
        row.bind(2, entry.at);
        row.bind(3, entry.actor);
        row.bind(4, entry.action);
        entry.submission_key ? row.bind(5, *entry.submission_key) : row.bind(5);
        row.bind(6, *entry.answer);
        row.bind(7, changes.data(), static_cast<int>(changes.size()));
        row.bind(8, entry.changes_hash.data(), static_cast<int>(entry.changes_hash.size()));
        row.bind(9, entry.previous.data(), static_cast<int>(entry.previous.size()));
        row.bind(10, entry.hash.data(), static_cast<int>(entry.hash.size()));
        row.exec();
        end_ = {entry.seq, entry.hash};
        write_head(file_, end_);
    }

    SQLite::Database& database() { return database_; }
    const Head& end() const { return end_; }

  private:
    std::string changes_of(const std::string& sql) {
        sqlite3_session* made = nullptr;
        sqlite3session_create(database_.getHandle(), "main", &made);
        const std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session(
            made, &sqlite3session_delete);
        sqlite3session_attach(made, nullptr);
        database_.exec(sql);
        int size = 0;
        void* bytes = nullptr;
        sqlite3session_changeset(made, &size, &bytes);
        const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
        return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    }

    std::filesystem::path file_;
    SQLite::Database database_{file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    Head end_;
};

}  // namespace db
