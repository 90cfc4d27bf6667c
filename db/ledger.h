#pragma once
// The ledger: every change to the book, in a chain of hashes.
//
// An entry's hash is SHA-256 over the previous entry's hash (32 bytes; zeros before the first) and
// then every column but `changes` and the two chain hashes, in the order of the table, each as its
// text and preceded by its length (see ValueHash). `changes` itself stands in it by its own
// SHA-256, so that a lawful erasure can blank the changes and the chain still holds.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "db/book.h"
#include "db/head.h"
#include "db/sha256.h"
#include "schema/types/error.h"
#include "schema/types/id.h"

namespace schema {
struct Patient;
}

namespace db {

class Connection;

struct LedgerEntry {
    std::int64_t seq = 0;
    std::string at;  // UTC, YYYY-MM-DDTHH:MM:SSZ
    std::string actor;
    std::string action;  // "session record"
    std::optional<std::string> reason;
    std::optional<schema::Id<schema::Patient>> patient;
    std::optional<std::string> submission_key;
    std::optional<std::string> answer;
    std::optional<std::string> changes;  // SQLite's changeset
    Hash changes_hash{};
    Hash previous{};
    Hash hash{};
};

// What `entry.hash` must be.
Hash entry_hash(const LedgerEntry& entry);

// Visits entries in order; of one patient if one is named. `changes` is read only when asked for.
struct LedgerQuery {
    std::optional<schema::Id<schema::Patient>> patient;
    bool with_changes = false;
    std::int64_t after = 0;              // only entries with a higher sequence
    std::optional<std::int64_t> before;  // only entries with a lower one
    std::optional<int> most;             // so many at the most
    bool newest_first = false;
};
void for_each_entry(const Book& book,
                    const LedgerQuery& query,
                    const std::function<void(const LedgerEntry&)>& visit);

// The sequence of the last entry, 0 for none: while it stays, nothing of record changes.
std::int64_t last_entry(const Book& book);

// The last entry; a head of sequence 0 for an empty ledger.
Head ledger_end(Connection& connection);

// Throws schema::Error (damaged) if the book ends before its head (acknowledged changes are
// missing; says how many) or has another entry in the head's place. A ledger that has gone beyond
// its head is whole: a crash came in between.
void refuse_lost_or_altered(const Book& book);

// Writes a new head for the ledger's end if there is none; leaves one that is there. Under the
// writer lock.
void renew_head(const Book& book);

// What refuse_lost_or_altered would say; nothing if all is well.
std::optional<schema::Problem> head_problem(const Book& book);

// Chains the entry to the end: fills seq, hashes; inserts; returns the new end. Inside a
// transaction.
Head append(Connection& connection, LedgerEntry entry);

}  // namespace db
