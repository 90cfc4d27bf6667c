#include "db/ledger/patient_rows.h"

#include <optional>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

PatientRows::Table& PatientRows::table(std::string_view table_name) {
    const auto known = tables_.find(table_name);
    if (known != tables_.end()) {
        return known->second;
    }
    const std::string name(table_name);
    Table table;
    std::string owner;
    for (const auto& kind : kinds::of_patients()) {
        if (kind.parts && kind.parts->table == name) {
            owner = kind.parts->owner;
            table.owner_table = kind.table;
        }
    }
    Query columns(connection_, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    columns.with(name);
    for (int place = 0; columns.step(); ++place) {
        const auto column = columns.get<std::string>();
        table.patient = column == "patient_id" ? place : table.patient;
        table.id = column == "id" ? place : table.id;
        table.owner = column == owner ? place : table.owner;
    }
    if (name == "patient") {
        table.ids = {patient_.value};
    } else if (table.patient >= 0 && table.id >= 0) {
        Query ids(connection_,
                  fmt::format("SELECT id FROM {} WHERE patient_id = ?", quoted_name(name)));
        ids.with(patient_);
        while (ids.step()) {
            table.ids.insert(ids.get<std::int64_t>());
        }
    }
    return tables_.emplace(name, std::move(table)).first->second;
}

bool PatientRows::has(const ChangedRow& changed) {
    const auto& row = table(changed.table);
    if (row.patient >= 0) {
        bool is_told = false;
        for (auto* const value : {changed.before(row.patient), changed.after(row.patient)}) {
            if (value != nullptr && sqlite3_value_int64(value) == patient_.value) {
                return true;  // a record that was moved is of both
            }
            is_told = is_told || value != nullptr;
        }
        if (is_told) {
            return false;
        }
    }
    if (row.owner >= 0) {
        const auto owner = changed.number(row.owner);
        return owner && table(row.owner_table).ids.contains(*owner);
    }
    const auto id = row.id >= 0 ? changed.number(row.id) : std::nullopt;
    return id && row.ids.contains(*id);
}

}  // namespace db
