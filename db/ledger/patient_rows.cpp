#include "db/ledger/patient_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

// The column's values before and after; none where an update leaves it as it is.
std::set<std::int64_t> numbers_at(sqlite3_changeset_iter* at, int column, int operation) {
    std::set<std::int64_t> numbers;
    const auto add = [&](auto* read) {
        sqlite3_value* value = nullptr;
        read(at, column, &value);
        if (value != nullptr) {
            numbers.insert(sqlite3_value_int64(value));
        }
    };
    if (column >= 0 && operation != SQLITE_INSERT) {
        add(&sqlite3changeset_old);
    }
    if (column >= 0 && operation != SQLITE_DELETE) {
        add(&sqlite3changeset_new);
    }
    return numbers;
}

bool share_one(const std::set<std::int64_t>& some, const std::set<std::int64_t>& others) {
    return std::any_of(
        some.begin(), some.end(), [&](std::int64_t each) { return others.contains(each); });
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

bool PatientRows::has(sqlite3_changeset_iter* at, const char* name, int operation) {
    const auto& row = table(name);
    if (numbers_at(at, row.patient, operation).contains(patient_.value) ||
        share_one(numbers_at(at, row.id, operation), row.ids)) {
        return true;
    }
    const auto owners = numbers_at(at, row.owner, operation);
    return !owners.empty() && share_one(owners, table(row.owner_table).ids);
}

}  // namespace db
