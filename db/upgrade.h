#pragma once
// What bringing an older book up to date does, and the way back from it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"

namespace db {

struct Upgrade {
    int from = 0;                      // the version of the book's tables
    int to = 0;                        // of this program; the same: there is nothing to do
    std::vector<std::string> steps{};  // names of the migrations: "0029_backups"
    // The ledger so far is played once more, and the whole book written into it anew.
    bool begins_epoch = false;
    std::int64_t entries = 0;       // of the ledger
    std::uintmax_t book_bytes = 0;  // of which a verified copy is made first
};

// Nothing is changed. Throws schema::Error as Book::open_as_stored.
Upgrade upgrade_of(const std::filesystem::path& book);

// The copy that was made before the last upgrade, FILE.before-vN, if nothing but the upgrade itself
// was written since. Throws schema::Error: missing where there is none; refused where something
// was, with how many entries.
std::filesystem::path copy_before_upgrade(const Book& book);

// Puts that copy back in the place of the book, which is kept beside it as FILE.replaced. Throws as
// above; refused if the book is open anywhere.
void take_upgrade_back(const std::filesystem::path& book);

}  // namespace db
