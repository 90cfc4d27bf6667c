#include "db/upgrade.h"

#include <fmt/format.h>

#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "db/migrate.h"
#include "db/sqlite/connection.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Of an upgrade: an epoch, and scales that the program knows anew, with what they score.
bool is_of_upgrade(const LedgerEntry& entry) {
    return is_of_epoch(entry) || entry.action == "instrument update";
}

// How many entries the book has after the copy's last one that are no upgrade's; nothing where the
// copy is none of this book.
std::optional<std::int64_t> written_since(const Book& book, const Head& copy) {
    bool is_known = copy.seq == 0;
    std::int64_t written = 0;
    for_each_entry(book, {.after = copy.seq - 1}, [&](const LedgerEntry& entry) {
        if (entry.seq == copy.seq) {
            is_known = entry.hash == copy.hash;
        } else if (entry.seq > copy.seq && !is_of_upgrade(entry)) {
            ++written;
        }
    });
    return is_known ? std::optional(written) : std::nullopt;
}

// FILE.before-vN, FILE.before-vN-2 …, the last one first.
std::vector<fs::path> copies_before(const Book& book) {
    const auto name =
        fmt::format("{}.before-v{}", book.file().string(), stored_version(book.connection()));
    std::vector<fs::path> all;
    fs::path copy = name;
    for (int count = 2; fs::exists(copy); ++count) {
        all.insert(all.begin(), copy);
        copy = fmt::format("{}-{}", name, count);
    }
    return all;
}

}  // namespace

Upgrade upgrade_of(const fs::path& file) {
    const auto book = Book::open_as_stored(file);
    Upgrade upgrade{.from = stored_version(book.connection()),
                    .to = current_version(),
                    .entries = last_entry(book)};
    std::error_code none;
    const auto size = fs::file_size(book.file(), none);
    upgrade.book_bytes = none ? 0 : size;
    for (const auto& step : schema::migrations()) {
        if (step.version > upgrade.from) {
            upgrade.steps.emplace_back(step.name);
            upgrade.begins_epoch =
                upgrade.begins_epoch || (step.begins_epoch && upgrade.entries > 0);
        }
    }
    return upgrade;
}

fs::path copy_before_upgrade(const Book& book) {
    std::optional<std::int64_t> written;
    for (const auto& copy : copies_before(book)) {
        const auto since = written_since(book, ledger_end(Book::open_as_stored(copy)));
        if (since == 0) {
            return copy;
        }
        if (since && (!written || *since < *written)) {
            written = since;
        }
    }
    if (written) {
        throw schema::refused(
            book.file().string(),
            fmt::format("{} entries were written since its upgrade: the copy has none of them",
                        *written),
            "go on with this version; or export the book, and enter again what the copy lacks");
    }
    throw schema::missing(book.file().string(),
                          fmt::format("has no copy from before an upgrade to version {}",
                                      stored_version(book.connection())),
                          "restore a backup of its time");
}

void take_upgrade_back(const fs::path& file) {
    const auto copy = copy_before_upgrade(Book::open_as_stored(file));
    put_back(copy, file);
}

}  // namespace db
