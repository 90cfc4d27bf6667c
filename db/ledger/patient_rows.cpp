#include "db/ledger/patient_rows.h"

#include <optional>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

// The column's value before, of a new row after; nothing where an update leaves it as it is.
std::optional<std::int64_t> number_at(sqlite3_changeset_iter* at, int column, int operation) {
    sqlite3_value* value = nullptr;
    operation == SQLITE_INSERT ? sqlite3changeset_new(at, column, &value)
                               : sqlite3changeset_old(at, column, &value);
    return value == nullptr ? std::nullopt : std::optional(sqlite3_value_int64(value));
}

}  // namespace

PatientRows::Table& PatientRows::table(const std::string& name) {
    const auto known = tables_.find(name);
    if (known != tables_.end()) {
        return known->second;
    }
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

bool PatientRows::has(sqlite3_changeset_iter* at, const char* name, int operation) {
    const auto& row = table(name);
    if (row.patient >= 0) {
        if (const auto patient = number_at(at, row.patient, operation)) {
            return *patient == patient_.value;
        }
    }
    if (row.owner >= 0) {
        const auto owner = number_at(at, row.owner, operation);
        return owner && table(row.owner_table).ids.contains(*owner);
    }
    const auto id = row.id >= 0 ? number_at(at, row.id, operation) : std::nullopt;
    return id && row.ids.contains(*id);
}

}  // namespace db
