#include "db/migrate.h"

#include <string>

#include <fmt/format.h>

#include "db/backup.h"
#include "db/book_file.h"
#include "db/connection.h"
#include "db/ledger.h"
#include "db/schema_check.h"
#include "db/sqlite_error.h"

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
    const auto name = fmt::format("{}.before-v{}", book.file().string(), version);
    fs::path copy = name;
    for (int count = 2; fs::exists(copy); ++count) {
        if (is_copy_of(copy, book)) {
            return;
        }
        copy = fmt::format("{}-{}", name, count);
    }
    copy_intact(book, copy);
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
        const auto climbed = static_cast<std::size_t>(version);
        auto problems = schema_problems(connection, schema::migrations().first(climbed));
        if (!problems.empty()) {
            throw schema::Error(schema::Fault::damaged, std::move(problems));
        }
        SQLite::Transaction transaction(connection.database(),
                                        SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& step : steps) {
            if (step.version > version) {
                connection.run(std::string(step.sql));
                connection.run(fmt::format("PRAGMA user_version = {}", step.version));
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
}

}  // namespace db
