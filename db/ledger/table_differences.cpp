#include "db/ledger/table_differences.h"

#include <vector>

#include <fmt/format.h>

#include "db/sqlite/kind_rows.h"
#include "db/sqlite/raw_statement.h"

namespace db {

namespace {

// The rows of a table in the order of its key.
class Rows {
  public:
    Rows(SQLite::Database& database,
         const std::string& schema,
         const std::string& name,
         const ReplayTable& table)
        : statement_(prepared(database.getHandle(),
                              fmt::format("SELECT {} FROM {}.{} ORDER BY {}",
                                          list(table, false),
                                          schema,
                                          quoted_name(name),
                                          list(table, true)))),
          values_(table.columns.size()) {
        next();
    }

    bool is_at_end() const { return is_at_end_; }
    void next() {
        auto* const row = statement_.get();
        is_at_end_ = !step(row);
        for (std::size_t i = 0; i < values_.size() && !is_at_end_; ++i) {
            values_[i] = value(row, static_cast<int>(i));
        }
    }
    const std::vector<ChangedValue>& values() const { return values_; }

  private:
    static std::string list(const ReplayTable& table, bool of_key) {
        std::string names;
        const auto add = [&](const std::string& column) {
            names += (names.empty() ? "" : ", ") + quoted_name(column);
        };
        if (of_key) {
            for (const auto place : table.keys) {
                add(table.columns[place]);
            }
        } else {
            for (const auto& column : table.columns) {
                add(column);
            }
        }
        return names;
    }
    static ChangedValue value(sqlite3_stmt* row, int column) {
        ChangedValue value{.type = sqlite3_column_type(row, column)};
        switch (value.type) {
            case SQLITE_INTEGER:
                value.whole = sqlite3_column_int64(row, column);
                break;
            case SQLITE_FLOAT:
                value.real = sqlite3_column_double(row, column);
                break;
            case SQLITE_NULL:
                break;
            default: {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
                value.bytes = {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
            }
        }
        return value;
    }

    RawStatement statement_;
    std::vector<ChangedValue> values_;
    bool is_at_end_ = false;
};

// In SQLite's order: nothing, numbers, texts, blobs.
int compare(const ChangedValue& a, const ChangedValue& b) {
    const auto is_number = [](const ChangedValue& value) {
        return value.type == SQLITE_INTEGER || value.type == SQLITE_FLOAT;
    };
    if (a.type == SQLITE_INTEGER && b.type == SQLITE_INTEGER) {
        return a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0;
    }
    if (is_number(a) && is_number(b)) {
        const auto number = [](const ChangedValue& value) {
            return value.type == SQLITE_INTEGER ? static_cast<double>(value.whole) : value.real;
        };
        return number(a) < number(b) ? -1 : number(a) > number(b) ? 1 : 0;
    }
    if (a.type == b.type) {
        return a.bytes.compare(b.bytes);
    }
    const auto place = [&](const ChangedValue& value) {
        return value.is_null() ? 0 : is_number(value) ? 1 : value.type == SQLITE_TEXT ? 2 : 3;
    };
    return place(a) - place(b);
}

int compare_keys(const ReplayTable& table,
                 const std::vector<ChangedValue>& a,
                 const std::vector<ChangedValue>& b) {
    for (const auto place : table.keys) {
        if (const int order = compare(a[place], b[place]); order != 0) {
            return order;
        }
    }
    return 0;
}

}  // namespace

void for_each_difference(SQLite::Database& replay,
                         const std::string& name,
                         const ReplayTable& table,
                         const std::function<bool(const ChangedRow&)>& visit) {
    std::string keys(table.columns.size(), '\0');
    for (const auto place : table.keys) {
        keys[place] = '\1';
    }
    ChangedRow row{.table = name, .columns = static_cast<int>(keys.size()), .keys = keys};
    Rows live(replay, "live", name, table);
    Rows played(replay, "main", name, table);
    while (!live.is_at_end() || !played.is_at_end()) {
        const int order = live.is_at_end() ? 1
                          : played.is_at_end()
                              ? -1
                              : compare_keys(table, live.values(), played.values());
        if (order == 0 && live.values() == played.values()) {
            live.next();
            played.next();
            continue;
        }
        row.operation = order < 0 ? SQLITE_DELETE : order > 0 ? SQLITE_INSERT : SQLITE_UPDATE;
        row.old_values = order > 0 ? std::vector<ChangedValue>() : live.values();
        row.new_values = order < 0 ? std::vector<ChangedValue>() : played.values();
        for (std::size_t i = 0; order == 0 && i < keys.size(); ++i) {
            if (row.old_values[i] == row.new_values[i]) {
                row.new_values[i] = {};
                row.old_values[i] = keys[i] != 0 ? row.old_values[i] : ChangedValue();
            }
        }
        if (!visit(row)) {
            return;
        }
        if (order <= 0) {
            live.next();
        }
        if (order >= 0) {
            played.next();
        }
    }
}

}  // namespace db
