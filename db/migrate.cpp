#include "db/migrate.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "db/backup.h"
#include "db/file/book_file.h"
#include "db/file/head.h"
#include "db/ledger/epoch.h"
#include "db/ledger/ledger.h"
#include "db/ledger/replay.h"
#include "db/ledger/signature.h"
#include "db/schema_check.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/make_tables.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Whether the copy is the book as it is now, so that an upgrade that was broken off goes on with
// it.
bool is_copy_of(const fs::path& copy, const Book& book) {
    if (fs::exists(copy.string() + "-wal")) {
        return false;  // somebody works with it
    }
    try {
        const BookFile file(copy);
        return translated([&] {
            // Only looked at, so that nothing is left beside it.
            Connection other(file.path(), Medium::unchanging);
            return stored_version(other) == stored_version(book.connection()) &&
                   ledger_end(other) == ledger_end(book.connection()) && is_intact(other);
        });
    } catch (const schema::Error&) {
        return false;
    }
}

void keep_copy(const Book& book, int version) {
    const auto names = book.file().string() + ".before-v";
    remove_unfinished_copies(names);  // of upgrades that were killed
    const auto name = fmt::format("{}{}", names, version);
    fs::path copy = name;
    for (int count = 2; fs::exists(copy); ++count) {
        if (is_copy_of(copy, book)) {
            return;
        }
        copy = fmt::format("{}-{}", name, count);
    }
    copy_intact(book, copy);
}

// Whether the tables have come to those of the clinic's keys.
constexpr const char* signs = "SELECT count(*) FROM sqlite_schema WHERE name = 'clinic_key'";

// Whether the steps above this version make the ledger a new epoch: only one that has entries.
bool is_new_epoch(Connection& connection, std::span<const schema::Migration> steps, int version) {
    return std::any_of(
               steps.begin(),
               steps.end(),
               [&](const auto& step) { return step.version > version && step.begins_epoch; }) &&
           version > 0 && ledger_end(connection).seq > 0;
}

}  // namespace

int current_version() {
    return schema::migrations().back().version;
}

int stored_version(Connection& connection) {
    return translated([&] { return static_cast<int>(connection.number("PRAGMA user_version")); });
}

void refuse_newer(const fs::path& file, int version) {
    if (version > current_version()) {
        throw schema::damaged(
            file.string(),
            fmt::format(
                "was written by a newer Needlebook: it is of version {}, this program knows {}",
                version,
                current_version()),
            fmt::format("install a Needlebook that knows version {}; the book is untouched",
                        version));
    }
}

void climb(Connection& connection, std::span<const schema::Migration> steps) {
    translate([&] {
        const auto version = stored_version(connection);
        const auto climbed = schema::migrations().first(static_cast<std::size_t>(version));
        if (auto problems = schema_problems(connection, climbed); !problems.empty()) {
            throw schema::Error(schema::Fault::damaged, std::move(problems));
        }
        const bool new_epoch = is_new_epoch(connection, steps, version);
        EpochCause cause{.actor = "Needlebook",
                         .reason = fmt::format("tables of version {}", steps.back().version)};
        if (new_epoch) {
            cause.differences = Replay(connection).problems(climbed, {});
        }
        SQLite::Transaction transaction(connection.database(),
                                        SQLite::TransactionBehavior::IMMEDIATE);
        if (version == 0) {
            make_tables(connection.database(), steps);
        } else {
            for (const auto& step : steps) {
                if (step.version > version) {
                    connection.run(std::string(step.sql));
                }
            }
        }
        connection.run(
            fmt::format("PRAGMA user_version = {}", std::max(version, steps.back().version)));
        if (new_epoch) {
            const auto before = ledger_end(connection);
            const auto end = begin_epoch(connection, cause);
            if (connection.number(signs) != 0) {
                sign_end(connection, before, end, false);
            }
        }
        transaction.commit();
    });
}

void migrate(Book& book, std::span<const schema::Migration> steps) {
    const auto version = stored_version(book.connection());
    if (version > 0 && version < steps.back().version) {
        keep_copy(book, steps.back().version);
    }
    climb(book.connection(), steps);
    if (version > 0 && !read_head(book.names()).is_missing()) {
        write_head(book.file(), ledger_end(book));
    }
}

}  // namespace db
