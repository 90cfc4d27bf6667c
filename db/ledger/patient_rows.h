#pragma once
// Which rows of a changeset are a patient's: their own, those of their records, and the parts of
// these. For the .cpp files of this folder only.

#include <map>
#include <set>
#include <string>

#include "db/ledger/changed_row.h"
#include "db/sqlite/connection.h"
#include "schema/records/patient.h"

namespace db {

class PatientRows {
  public:
    PatientRows(Connection& connection, schema::Id<schema::Patient> patient)
        : connection_(connection), patient_(patient), own_{patient.value} {}

    bool has(const ChangedRow& row);

  private:
    using Ids = std::set<std::int64_t>;
    // How a row says whose it is: column numbers, -1 for none. An id that is not the key (of a
    // score, whose number may have been another's) says nothing.
    struct Table {
        int patient = -1;
        int id = -1;
        int owner = -1;
        std::string owner_table{};
        Ids ids{};  // the patient's rows of this table as it is now
    };
    Table& table(std::string_view name);

    Connection& connection_;
    schema::Id<schema::Patient> patient_;
    Ids own_;
    std::map<std::string, Table, std::less<>> tables_{};
};

}  // namespace db
