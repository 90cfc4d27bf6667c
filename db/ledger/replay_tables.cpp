#include "db/ledger/replay_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "db/sqlite/make_tables.h"

namespace db {

namespace {

// A key in one column of whole numbers is the table's own order.
std::string definition(SQLite::Database& book, const std::string& name, ReplayTable& table) {
    SQLite::Statement rows(
        book, "SELECT name, type, dflt_value, pk FROM pragma_table_info(?) ORDER BY cid");
    rows.bind(1, name);
    std::string columns;
    std::map<int, std::size_t> keys;
    std::string type;
    while (rows.executeStep()) {
        const auto column = rows.getColumn(0).getString();
        type = rows.getColumn(1).getString();
        if (const int place = rows.getColumn(3).getInt(); place > 0) {
            keys.emplace(place, table.columns.size());
        }
        columns += fmt::format("{} {}{}, ",
                               quoted_name(column),
                               type,
                               rows.isColumnNull(2)
                                   ? ""
                                   : fmt::format(" DEFAULT ({})", rows.getColumn(2).getString()));
        table.columns.push_back(column);
    }
    std::string key;
    for (const auto& [place, column] : keys) {
        table.keys.push_back(column);
        key += (key.empty() ? "" : ", ") + quoted_name(table.columns[column]);
    }
    const bool is_rowid = table.keys.size() == 1 && table.columns[table.keys[0]] == "id";
    return fmt::format("CREATE TABLE main.{} ({}PRIMARY KEY ({})){}",
                       quoted_name(name),
                       columns,
                       key,
                       is_rowid ? "" : " WITHOUT ROWID");
}

enum class Side { old_values, new_values };

const std::vector<ChangedValue>& values_of(const ChangedRow& row, Side side) {
    return side == Side::old_values ? row.old_values : row.new_values;
}

void bind(sqlite3_stmt* statement, int at, const ChangedValue& value) {
    const auto size = static_cast<int>(value.bytes.size());
    switch (value.type) {
        case SQLITE_INTEGER:
            sqlite3_bind_int64(statement, at, value.whole);
            break;
        case SQLITE_FLOAT:
            sqlite3_bind_double(statement, at, value.real);
            break;
        case SQLITE_TEXT:
            sqlite3_bind_text(statement, at, value.bytes.data(), size, SQLITE_STATIC);
            break;
        case SQLITE_BLOB:
            sqlite3_bind_blob(statement, at, value.bytes.data(), size, SQLITE_STATIC);
            break;
        default:
            sqlite3_bind_null(statement, at);
    }
}

// Those that are told, in the order of their columns.
int bind_told(sqlite3_stmt* statement, int at, const std::vector<ChangedValue>& values) {
    for (const auto& value : values) {
        if (value.type != 0) {
            bind(statement, at++, value);
        }
    }
    return at;
}

std::string list_of(const ReplayTable& table,
                    const std::vector<ChangedValue>& values,
                    std::string_view each,
                    std::string_view between) {
    std::string list;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].type != 0) {
            list += list.empty() ? "" : between;
            list += quoted_name(table.columns[i]);
            list += each;
        }
    }
    return list;
}

std::string sql_for(const ReplayTable& table, const ChangedRow& row) {
    const auto name = quoted_name(row.table);
    // As what it was is told: the key, which finds it, and what it changed or removed.
    const auto where = list_of(table, row.old_values, " IS ?", " AND ");
    switch (row.operation) {
        case SQLITE_INSERT: {
            std::string places;
            for (std::size_t i = 0; i < row.new_values.size(); ++i) {
                places += i == 0 ? "?" : ", ?";
            }
            return fmt::format("INSERT INTO main.{} ({}) VALUES ({})",
                               name,
                               list_of(table, row.new_values, "", ", "),
                               places);
        }
        case SQLITE_UPDATE:
            return fmt::format("UPDATE main.{} SET {} WHERE {}",
                               name,
                               list_of(table, row.new_values, " = ?", ", "),
                               where);
        default:
            return fmt::format("DELETE FROM main.{} WHERE {}", name, where);
    }
}

bool tells_all(const std::vector<ChangedValue>& values) {
    return std::none_of(
        values.begin(), values.end(), [](const ChangedValue& value) { return value.type == 0; });
}

// Whether the change has the same key as the table, whole, and tells what a change of its kind
// tells.
bool is_possible(const ReplayTable& table, const ChangedRow& row) {
    for (int i = 0; i < row.columns; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const bool is_key =
            std::find(table.keys.begin(), table.keys.end(), place) != table.keys.end();
        if (row.is_key(i) != is_key || (is_key && row.told(i) == nullptr)) {
            return false;
        }
    }
    switch (row.operation) {
        case SQLITE_INSERT:
            return tells_all(row.new_values);
        case SQLITE_DELETE:
            return tells_all(row.old_values);
        default:
            return std::any_of(row.new_values.begin(),
                               row.new_values.end(),
                               [](const ChangedValue& value) { return value.type != 0; });
    }
}

}  // namespace

ReplayTables::ReplayTables(SQLite::Database& replay, std::span<const schema::Migration> steps)
    : replay_(replay) {
    SQLite::Database book(":memory:", SQLite::OPEN_READWRITE);
    make_tables(book, steps);
    SQLite::Statement names(
        book, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'");
    while (names.executeStep()) {
        make(book, names.getColumn(0).getString());
    }
}

void ReplayTables::make(SQLite::Database& book, const std::string& name) {
    auto& table = tables_[name];
    replay_.exec(definition(book, name, table));
    counts_[name] = table.columns.size();
}

const ReplayTable* ReplayTables::find(const std::string& name) const {
    const auto found = tables_.find(name);
    return found == tables_.end() ? nullptr : &found->second;
}

sqlite3_stmt* ReplayTables::statement_for(const ChangedRow& row) {
    std::string wanted(row.table);
    wanted += '\0';
    wanted += static_cast<char>(row.operation);
    for (const auto side : {Side::old_values, Side::new_values}) {
        for (const auto& value : values_of(row, side)) {
            wanted += value.type == 0 ? '0' : '1';
        }
        wanted += ' ';
    }
    if (last_ == nullptr || wanted != wanted_) {
        auto& statement = statements_[wanted];
        if (statement == nullptr) {
            statement =
                prepared(replay_.getHandle(), sql_for(tables_.find(row.table)->second, row));
        }
        last_ = statement.get();
        wanted_ = std::move(wanted);
    }
    return last_;
}

bool ReplayTables::apply(const ChangedRow& row) {
    const auto table = tables_.find(row.table);
    if (table == tables_.end() || !is_possible(table->second, row)) {
        return false;
    }
    auto* const statement = statement_for(row);
    const int next = bind_told(statement, 1, row.new_values);
    bind_told(statement, next, row.old_values);
    const int code = sqlite3_step(statement);
    const bool is_done = code == SQLITE_DONE && sqlite3_changes(replay_.getHandle()) == 1;
    sqlite3_reset(statement);
    constexpr int primary = 0xFF;
    const int kind = code & primary;
    if (code != SQLITE_DONE && kind != SQLITE_CONSTRAINT && kind != SQLITE_MISMATCH) {
        throw SQLite::Exception(replay_.getHandle(), code);
    }
    return is_done;
}

}  // namespace db
