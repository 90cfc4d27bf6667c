#pragma once
// The ledger: every change to the book, in a chain of hashes.
//
// An entry's hash is SHA-256 over the previous entry's hash (32 bytes; zeros before the first) and
// then every column but `changes` and the two chain hashes, in the order of the table, each as its
// text and preceded by its length (see ValueHash); a submission key with a request hash as one text
// with a blank between, as older books had them. `changes` itself stands in it by its own SHA-256,
// so that it is proved without reading the changes. An entry that an erasure blanked keeps the hash
// it was made with: see erasure.h.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "db/book.h"
#include "db/file/head.h"
#include "db/ledger/sha256.h"
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
    std::optional<std::string> request_hash;  // as hex, of the request that came with the key
    std::optional<std::string> answer;
    std::optional<std::string> changes;  // SQLite's changeset
    Hash changes_hash{};
    Hash previous{};
    Hash hash{};
    bool is_blank = false;   // nothing is left of reason, key, answer and changes
    bool is_listed = false;  // an erasure says that it is so

    // Its content was erased by law.
    bool is_erased() const { return is_blank && is_listed; }
};

// The actions of an epoch's entries, whose changes are the whole book; see epoch.h.
inline constexpr std::string_view epoch_begins = "epoch begin";
inline constexpr std::string_view epoch_goes_on = "epoch continue";
bool is_of_epoch(const LedgerEntry& entry);
// What its changes are, in a sentence.
std::string epoch_text(const LedgerEntry& entry);

// Whether a key ends in a blank and 64 hexadecimal digits, as key and request hash do together:
// then the chain would not show that the two stand apart.
bool ends_in_hash(std::string_view key);

// What `entry.hash` must be.
Hash entry_hash(const LedgerEntry& entry);

// Whether the changes, which were read, are those that the entry was made with, or erased by law.
bool changes_are_proved(const LedgerEntry& entry);
// Whether a hash is the one that is stored.
bool is_hash(const std::string& stored, const Hash& hash);

// Visits entries in order; of one patient, if one is named, every one that touched them, imports of
// many too (entries_of_many in changes.h says what that costs). `changes` is read only when asked
// for.
struct LedgerQuery {
    std::optional<schema::Id<schema::Patient>> patient;
    bool with_changes = false;
    std::int64_t after = 0;              // only entries with a higher sequence
    std::optional<std::int64_t> before;  // only entries with a lower one
    std::optional<int> most;             // so many at the most
    bool newest_first = false;
    std::optional<std::string> action{};  // only entries of this action
};
void for_each_entry(const Book& book,
                    const LedgerQuery& query,
                    const std::function<void(const LedgerEntry&)>& visit);

// The sequence of the last entry, 0 for none: while it stays, nothing of record changes.
std::int64_t last_entry(const Book& book);

// The last entry; a head of sequence 0 for an empty ledger.
Head ledger_end(Connection& connection);
Head ledger_end(const Book& book);

// So many hex digits of an entry's hash stand on prints and in names of backups: a witness that the
// ledger had this entry then, which nobody on this machine can rewrite.
inline constexpr std::size_t witness_digits = 16;

// The entry whose hash begins with these hex digits; nothing if there is none. Throws schema::Error
// (refused) for fewer than 8 digits or anything else.
std::optional<std::int64_t> entry_with_hash(const Book& book, const std::string& hex_digits);

// What is wrong between the ledger and the head: the head is missing or gives nothing, the ledger
// ends before it (acknowledged changes are missing; says how many), or has another entry in its
// place; or that the book and its head were put back, as this machine saw an entry that is not
// there. Nothing if all is well; a ledger that has gone beyond its head is whole: a crash came in
// between. The head was read before the book's moment: whoever writes moves the ledger first.
std::optional<schema::Problem> head_problem(const Book& book, const HeadFile& head);
// A damaged slot, which goes unnoticed otherwise since the other one serves.
std::optional<schema::Problem> slot_problem(const Book& book, const HeadFile& head);

// How many acknowledged entries are missing from the end; 0 for none.
std::int64_t missing_entries(const Book& book, const HeadFile& head);

// Throws schema::Error for any head_problem but a head that is missing, which does not keep a
// clinic from its book: damaged; unavailable for a head that cannot be read.
void refuse_lost_or_altered(const Book& book, const HeadFile& head);

// Writes a new head for the ledger's end if the head is missing, unreadable or damaged; leaves one
// that is whole. Under the writer lock.
void renew_head(Book& book);

// Chains the entry with these changes to the end: fills seq, hashes; inserts; returns the new end.
// Inside a transaction.
Head append(Connection& connection, LedgerEntry entry, std::string_view changes);

}  // namespace db
