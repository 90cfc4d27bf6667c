#pragma once
// What can be wrong with a book, found out from the file alone.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/types/error.h"

namespace db {

// SQLite's own checks (integrity, foreign keys), the tables and triggers as the migrations make
// them, the chain of the ledger, its head. Empty if all is well.
std::vector<schema::Problem> quick_problems(const Book& book);

// Plays the ledger into an empty book and compares it with the live one, row by row. Empty if they
// are equal. `progress(done, all)`, if there is one, is called now and then with the entries
// played.
using ReplayProgress = std::function<void(std::int64_t done, std::int64_t all)>;
std::vector<schema::Problem> replay_problems(const Book& book, const ReplayProgress& progress);

// How many rows the tables of record hold, and one SHA-256 over all of them in the order of their
// keys, as hex.
struct Content {
    std::int64_t rows = 0;
    std::int64_t entries = 0;
    std::string hash;
};
Content content_of(const Book& book);

}  // namespace db
