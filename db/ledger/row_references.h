#pragma once
// What a changed row refers to, by the foreign keys of its table and by the names of records that
// it holds. For the .cpp files of this folder only.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/ledger/changed_row.h"
#include "db/sqlite/connection.h"
#include "schema/records/patient.h"

namespace db {

class RowReferences {
  public:
    explicit RowReferences(Connection& connection) : connection_(connection) {}

    // ChangedRow::name of every row that it refers to since the change.
    std::vector<std::string> of(const ChangedRow& row);
    // "session (id 3)".
    std::string text(const ChangedRow& row);
    // Of the row before, if it was there; nothing where its table has no such column, or the change
    // does not tell.
    std::optional<std::int64_t> number(const ChangedRow& row, std::string_view column);
    // Whose row it was and is; where the change does not tell, whose it is now, if it is there.
    std::vector<schema::Id<schema::Patient>> patients_of(const ChangedRow& row);

  private:
    // By column numbers, -1 for none.
    struct Table {
        std::vector<std::string> columns{};
        int id = -1;
        int patient = -1;
        std::vector<std::pair<int, std::string>> parents{};  // of a foreign key to an id
        std::vector<std::pair<int, int>> records{};          // kind or origin, and id

        int place(std::string_view column) const;
    };
    const Table& table(std::string_view name);

    Connection& connection_;
    std::map<std::string, Table, std::less<>> tables_{};
};

}  // namespace db
