#pragma once
// A ledger entry's changeset, row by row, for people: which row of which table, what was there
// before and after.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "db/ledger/ledger.h"

namespace db {

class Connection;
class PatientRows;
struct ChangedRow;

struct ColumnChange {
    std::string column;
    std::optional<std::string> before;  // none: no value, or the row is new
    std::optional<std::string> after;   // none: no value, or the row is gone
};

struct RowChange {
    enum class Kind { added, changed, removed };

    std::string table;
    Kind kind{};
    std::string key;  // "id 3", "session_id 3, region chin"
    // Those with a value before or after; for a changed row those that differ.
    std::vector<ColumnChange> columns;
};

// Reads the changes of ledger entries from the book, whatever `LedgerEntry::changes` holds, a piece
// at a time. An entry from before an epoch is shown with the names of today's columns, by their
// place. Rows come back only when the bytes are those that the entry was made with (their hash
// fits) and a changeset of this book's tables.
//
// With a patient, of an entry of many patients only the rows that are of this one.
class ChangesReader {
  public:
    explicit ChangesReader(const Book& book,
                           std::optional<schema::Id<schema::Patient>> patient = std::nullopt);
    ~ChangesReader();
    ChangesReader(const ChangesReader&) = delete;
    ChangesReader& operator=(const ChangesReader&) = delete;

    // At most `most` rows; nothing if the changes were altered.
    std::optional<std::vector<RowChange>> read(const LedgerEntry& entry, std::size_t most) const;

  private:
    struct Tables;

    Connection& connection_;
    std::unique_ptr<Tables> tables_;
    std::unique_ptr<PatientRows> rows_;
};

// A row with the names of its columns, by their place. For this folder.
RowChange read_row(const ChangedRow& row, const std::vector<std::string>& columns);

// The sequences of the entries of many patients (imports) that touched this one; one whose changes
// were altered may have. Reads the changes of every such entry; those of epochs are left out, they
// change nothing.
std::vector<std::int64_t> entries_of_many(const Book& book, schema::Id<schema::Patient> patient);

// The same of all entries that are not blank: those of the patient, of others (which touch this one
// where records went from one to the other), and of epochs.
std::vector<std::int64_t> entries_with(const Book& book, schema::Id<schema::Patient> patient);

}  // namespace db
