#include "db/ledger/patient_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

bool share_one(const std::set<std::int64_t>& some, const std::set<std::int64_t>& others) {
    return std::any_of(
        some.begin(), some.end(), [&](std::int64_t each) { return others.contains(each); });
}

}  // namespace

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
    const auto numbers = [&](int column) {
        std::set<std::int64_t> told;
        for (auto* const value : {column < 0 ? nullptr : changed.before(column),
                                  column < 0 ? nullptr : changed.after(column)}) {
            if (value != nullptr) {
                told.insert(sqlite3_value_int64(value));
            }
        }
        return told;
    };
    if (numbers(row.patient).contains(patient_.value) || share_one(numbers(row.id), row.ids)) {
        return true;
    }
    const auto owners = numbers(row.owner);
    return !owners.empty() && share_one(owners, table(row.owner_table).ids);
}

}  // namespace db
