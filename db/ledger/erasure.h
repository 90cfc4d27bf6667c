#pragma once
// Erasure of a patient by law: their rows go, and every ledger entry that touched them is blanked.
//
// A blank entry keeps seq, at, actor, action, patient_id, previous and hash. So the chain still
// goes through it, though its own hash cannot be computed any more: that the blank is lawful, the
// entry of an erasure says, whose answer lists it together with a hash over what is left of it. An
// epoch follows that entry (epoch.h), so nothing is played that came before.
//
// The bytes go after the commit: the files of photographs that no record names any more are
// removed, and the whole book is written anew. Until that is done the table unfinished_erasure has
// a row; every command says so, and the next opening to write goes on.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "db/ledger/ledger.h"
#include "db/ledger/transact.h"
#include "schema/types/error.h"

namespace db {

// The action of an erasure's entry.
inline constexpr std::string_view erases_patient = "patient erase";

// What an erasure's entry says of the ledger: "3-9,12 HASH" is its answer.
struct BlankedEntries {
    std::set<std::int64_t> entries;
    Hash left{};  // hash_of_what_is_left

    std::string text() const;
    // Nothing for a text that is not exactly so.
    static std::optional<BlankedEntries> read(std::string_view text);
};

// A ValueHash over seq, at, actor, action, patient and hash of each entry, in their order.
Hash hash_of_what_is_left(const std::map<std::int64_t, LedgerEntry>& entries);

// The sequences that erasures list, each in an entry after it.
std::set<std::int64_t> listed_as_erased(Connection& connection);

// What a book holds of a patient.
struct Holdings {
    std::map<std::string_view, std::int64_t> rows;  // by table; none that has none
    std::vector<std::int64_t> entries;  // of the ledger that touch the patient and are not blank
};

// Reads the changes of every entry, those of epochs too.
Holdings holdings_of(const Book& book, schema::Id<schema::Patient> patient);

// Removes the patient's rows, blanks these entries (of holdings_of, within this write), and has the
// write begin an epoch. What the book differed in from the ledger before, and what was altered of
// the blanked entries, the epoch says. Returns the BlankedEntries: the answer of the write.
std::string erase_patient(Write& write,
                          schema::Id<schema::Patient> patient,
                          const std::vector<std::int64_t>& entries);

// Writes the file anew without what was erased, empties its log, and notes that it is done; does
// nothing where nothing is to be done. False where it is still to be done: another process reads an
// older moment or writes for more than 15 s, the disk is full, the book can only be read, or
// something else is wrong with it (Book::warnings).
bool finish_erasure(Book& book);
// The same of a copy that nobody else has open; throws SQLite::Exception.
bool finish_erasure(Connection& connection);

// What to say while it is not done.
std::optional<schema::Problem> unfinished_erasure(const Book& book);

}  // namespace db
