#include "db/ledger/row_references.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/records/score_key.h"
#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

std::string row_name(std::string_view table, const std::string& id) {
    std::string name(table);
    name += '\0';
    return name + id;
}

bool is_there(const ChangedValue* value) {
    return value != nullptr && !value->is_null();
}

// The table of a kind by its noun; of an origin of scores, which is a number, the word is the
// table.
std::string table_of(const ChangedValue& kind) {
    if (kind.type == SQLITE_INTEGER) {
        return std::string(schema::word(read_origin(kind.whole)));
    }
    const auto noun = kind.text();
    const auto found = std::find_if(kinds::all().begin(),
                                    kinds::all().end(),
                                    [&](const auto& each) { return each.noun == noun; });
    return found == kinds::all().end() ? "" : std::string(found->table);
}

}  // namespace

int RowReferences::Table::place(std::string_view column) const {
    const auto at = std::find(columns.begin(), columns.end(), column);
    return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

const RowReferences::Table& RowReferences::table(std::string_view name) {
    if (const auto known = tables_.find(name); known != tables_.end()) {
        return known->second;
    }
    Table table;
    Query columns(connection_, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    columns.with(std::string(name));
    while (columns.step()) {
        table.columns.push_back(columns.get<std::string>());
    }
    table.id = table.place("id");
    table.patient = name == "patient" ? table.id : table.place("patient_id");
    Query keys(connection_,
               "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) WHERE \"to\" = 'id'");
    keys.with(std::string(name));
    while (keys.step()) {
        const auto column = table.place(keys.get<std::string>());
        table.parents.emplace_back(column, keys.get<std::string>());
    }
    for (const auto& [kind, id] :
         {std::pair("record_kind", "record_id"), std::pair("origin", "origin_id")}) {
        if (table.place(kind) >= 0 && table.place(id) >= 0) {
            table.records.emplace_back(table.place(kind), table.place(id));
        }
    }
    return tables_.emplace(name, std::move(table)).first->second;
}

std::vector<std::string> RowReferences::of(const ChangedRow& row) {
    std::vector<std::string> names;
    const auto& shape = table(row.table);
    for (const auto& [column, parent] : shape.parents) {
        if (const auto* const value = column < row.columns ? row.after(column) : nullptr;
            is_there(value)) {
            names.push_back(row_name(parent, value->text()));
        }
    }
    for (const auto& [kind, id] : shape.records) {
        const auto* const word = kind < row.columns ? row.after(kind) : nullptr;
        const auto* const value = id < row.columns ? row.after(id) : nullptr;
        if (is_there(word) && is_there(value)) {
            names.push_back(row_name(table_of(*word), value->text()));
        }
    }
    return names;
}

std::string RowReferences::text(const ChangedRow& row) {
    const auto& shape = table(row.table);
    std::string key;
    for (int i = 0; i < row.columns; ++i) {
        const auto* const value = row.told(i);
        if (value != nullptr && row.is_key(i) && (shape.id < 0 || i == shape.id)) {
            key += fmt::format("{}{} {}",
                               key.empty() ? "" : ", ",
                               shape.columns.at(static_cast<std::size_t>(i)),
                               value->text());
        }
    }
    return fmt::format("{} ({})", row.table, key);
}

std::optional<std::int64_t> RowReferences::number(const ChangedRow& row, std::string_view column) {
    const int place = table(row.table).place(column);
    return place < 0 ? std::nullopt : row.number(place);
}

std::vector<schema::Id<schema::Patient>> RowReferences::patients_of(const ChangedRow& row) {
    std::vector<schema::Id<schema::Patient>> patients;
    const auto& shape = table(row.table);
    if (shape.patient < 0) {
        return patients;
    }
    for (const auto* const value : {row.before(shape.patient), row.after(shape.patient)}) {
        if (is_there(value)) {
            patients.emplace_back(value->number());
        }
    }
    if (patients.empty()) {
        Query found(connection_,
                    fmt::format("SELECT patient_id FROM {} WHERE id = ?", quoted_name(row.table)));
        found.with(number(row, "id"));
        if (found.step()) {
            patients.push_back(found.get<schema::Id<schema::Patient>>());
        }
    }
    return patients;
}

}  // namespace db
