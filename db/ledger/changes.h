#pragma once
// A ledger entry's changeset, row by row, for people: which row of which table, what was there
// before and after.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "db/ledger/ledger.h"

namespace db {

class ChangesetShape;
class Connection;

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

// Reads the changes of ledger entries. An entry from before an epoch is shown with the names of
// today's columns, by their place. Bytes are parsed only when they are those that the entry
// was made with (their hash fits) and have the shape of a changeset of this book's tables.
class ChangesReader {
  public:
    explicit ChangesReader(const Book& book);
    ~ChangesReader();
    ChangesReader(const ChangesReader&) = delete;
    ChangesReader& operator=(const ChangesReader&) = delete;

    // At most `most` rows; nothing if the changes were altered.
    std::optional<std::vector<RowChange>> read(const LedgerEntry& entry, std::size_t most) const;

  private:
    Connection& connection_;
    std::unique_ptr<ChangesetShape> shape_;
};

// Stops after `most` rows. `changes` is SQLite's own.
std::vector<RowChange> read_changes(Connection& connection,
                                    std::string_view changes,
                                    std::size_t most);

}  // namespace db
