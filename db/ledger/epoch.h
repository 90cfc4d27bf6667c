#pragma once
// An epoch: a new beginning of what `check` plays. Its changes are the whole book, every row of
// every table of record as one that is new; entries before it stay in the chain and can be read,
// and are not played any more. Begun by what makes the tables another shape, and by whatever else
// changes rows otherwise than the ledger's entries say. For db only.

#include <string>
#include <vector>

#include "db/ledger/ledger.h"
#include "db/sqlite/connection.h"
#include "schema/types/error.h"

namespace db {

// What the tables of today do not tell: what the book was when the epoch began.
struct EpochCause {
    std::string actor;
    std::string reason;                        // "the tables of version 13"
    std::vector<schema::Problem> differences;  // from what the ledger before it says: replay.h
};

// Appends the epoch to the ledger, as one entry of the action `epoch_begins` and, where the book is
// longer than an entry's changes should be, as more of them of the action `epoch_goes_on`; returns
// the ledger's new end. The first entry's answer names the differences that the cause has; `check`
// reports them from then on.
//
// Within the transaction that changed the rows, when they are as they shall be, and under the
// writer lock; whoever commits moves the head. Aggregates that were current stay so. Needs memory
// for about twice one entry's changes (epoch_bytes), however large the book. Throws
// SQLite::Exception.
Head begin_epoch(Connection& connection, const EpochCause& cause);

// An entry's changes are about so long at the most, unless one row is longer.
inline constexpr std::size_t epoch_bytes = 16U << 20U;

// The sequence of the entry that the last epoch began with; 0 for a ledger without one.
std::int64_t last_epoch(Connection& connection);

}  // namespace db
