#include "db/ledger/patient_rows.h"

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
    Query columns(connection_, "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid");
    columns.with(name);
    for (int place = 0; columns.step(); ++place) {
        const auto column = columns.get<std::string>();
        const bool is_key = columns.get<int>() == 1;
        table.patient = column == "patient_id" ? place : table.patient;
        table.id = column == "id" && is_key ? place : table.id;
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
    const auto tells = [&](int column, const Ids& ids) {
        const auto is_one = [&](const ChangedValue* value) {
            return value != nullptr && ids.contains(value->number());
        };
        return column >= 0 && (is_one(changed.before(column)) || is_one(changed.after(column)));
    };
    return tells(row.patient, own_) || tells(row.id, row.ids) ||
           (row.owner >= 0 && tells(row.owner, table(row.owner_table).ids));
}

}  // namespace db
