#pragma once
// What can be found out without playing the ledger. For the .cpp files of this folder only.

#include <cstdint>
#include <vector>

#include "db/book.h"
#include "db/file/head.h"
#include "db/ledger/verify.h"
#include "schema/types/error.h"

namespace db {

// Of the book as its connection sees it, with the head as it was at that moment.
std::vector<schema::Problem> quick_problems(const Book& book, const HeadFile& head, Depth depth);

// A problem of an entry of the ledger.
struct EntryProblem {
    std::int64_t seq = 0;
    schema::Problem problem;
};
// Of the chain, entry by entry.
std::vector<EntryProblem> chain_problems(const Book& book, Depth depth);

}  // namespace db
