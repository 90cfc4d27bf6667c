#pragma once
// Taking a ledger entry back: the inverse of its changes. Rows that it made leave the tables, rows
// that it changed or removed are as they were before; all of it stands in the ledger. An entry of
// the action `undo_action` names in its answer the entries that it took back; to take back such an
// entry is to do again what it had undone.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/ledger/ledger.h"
#include "db/ledger/transact.h"

namespace db {

inline constexpr std::string_view undo_action = "undo";

// The entries that are taken back at present, each with the entry that took it back.
std::map<std::int64_t, std::int64_t> undone_entries(const Book& book);

// A later entry that changed a row of the undone one, or made one that refers to a row of it.
struct Dependent {
    LedgerEntry entry;
    std::string row;  // the first such row: "session (id 3)"
};

struct Undoing {
    LedgerEntry entry;
    std::vector<Dependent> dependents;  // by sequence; they must be undone too
    // The sequences of all of them, the latest first, with blanks between.
    std::string answer() const;
};

// What undoing the entry with this sequence would take. Reads the changes of every entry after it.
// Throws schema::Error: missing (no such entry); refused (it changed nothing, begins an epoch, or
// stands before the last one); changed (it is undone already); damaged (changes were altered).
Undoing plan_undo(const Book& book, std::int64_t seq);

// Undoes the entry and its dependents, the latest first.
// Throws schema::Error (changed) where a row is otherwise by now, as one whose unique value another
// row has.
void undo(Write& write, const Undoing& undoing);

// The tables whose rows the entry changed. Throws schema::Error (damaged) if its changes were
// altered.
std::set<std::string> tables_changed(const Book& book, const LedgerEntry& entry);

struct MadeRow {
    std::string table;
    std::int64_t id = 0;
};
struct MadeRows {
    std::optional<schema::Id<schema::Patient>> patient;  // of the entry
    std::string actor;                                   // of the entry
    std::vector<MadeRow> rows;
};

// The rows with an id that the entry made. Throws as plan_undo, but not for one that changed
// nothing or was undone: its rows are not there.
MadeRows rows_made_by(const Book& book, std::int64_t seq);

}  // namespace db
