#pragma once
// Whether the book is whole, from the bytes of the file up to every computed score.

#include <string>
#include <vector>

#include "db/book.h"
#include "db/ledger/verify.h"
#include "schema/types/error.h"

namespace tracking {

struct Check {
    std::vector<schema::Problem> problems;  // none: the book is whole
    db::Content content;
};

// Everything that can be verified: SQLite's checks, tables and triggers, ledger chain, head, a
// replay of the ledger into an empty book, every score that is computed from a record computed
// anew, and the aggregates that the results of the clinic are made from.
Check check(const db::Book& book, const db::ReplayProgress& progress);

}  // namespace tracking
