#pragma once
// Whether the book is whole, from the bytes of the file up to every computed score.

#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "db/key/signing_key.h"
#include "db/ledger/verify.h"
#include "schema/types/error.h"

namespace tracking {

struct Check {
    std::vector<schema::Problem> problems;  // none: the book is whole
    db::Content content;
};

// Everything that can be verified: SQLite's checks, tables and triggers, ledger chain, head, the
// clinic's signature (with `key`, a public key from outside, by that: db/ledger/signature.h), a
// replay of the ledger into an empty book, every score that is computed from a record computed
// anew, the aggregates that the results of the clinic are made from, and the log of who read what.
// `with_photos` unless their bytes are known to lie elsewhere. Two threads share the work;
// `progress`, if there is one, is called in either, one at a time. Throws schema::Error
// (unavailable, full) where the disk or the memory of the machine failed: the book may be whole.
Check check(const db::Book& book,
            const db::ReplayProgress& progress,
            const std::optional<db::PublicKey>& key = {},
            bool with_photos = true);

// What can be seen in a moment, however large the book: SQLite's quick check, tables and triggers,
// the ledger's chain by its hashes, the head, the signature as above, the log of who read what.
// Empty if all is well. Throws as above.
std::vector<schema::Problem> quick_check(const db::Book& book,
                                         const std::optional<db::PublicKey>& key = {});

}  // namespace tracking
