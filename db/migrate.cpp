#include "db/migrate.h"

#include <string>

#include <fmt/format.h>

#include "db/backup.h"
#include "db/connection.h"
#include "db/sqlite_error.h"

namespace db {

int current_version() {
    return schema::migrations().back().version;
}

void refuse_newer(const std::filesystem::path& file, int version) {
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

void migrate(Book& book, std::span<const schema::Migration> steps) {
    auto& connection = book.connection();
    translate([&] {
        const auto version = connection.number("PRAGMA user_version");
        if (version > 0 && version < steps.back().version) {
            copy_intact(book,
                        book.file().string() + fmt::format(".before-v{}", steps.back().version));
        }
        for (const auto& step : steps) {
            if (step.version > version) {
                SQLite::Transaction transaction(connection.database(),
                                                SQLite::TransactionBehavior::IMMEDIATE);
                connection.run(std::string(step.sql));
                connection.run(fmt::format("PRAGMA user_version = {}", step.version));
                transaction.commit();
            }
        }
    });
}

}  // namespace db
