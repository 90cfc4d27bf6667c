#include "db/ledger/changed_rows.h"

#include <memory>

#include "schema/types/error.h"

namespace db {

sqlite3_value* ChangedRow::before(int column) const {
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_INSERT) {
        sqlite3changeset_old(at, column, &value);
    }
    return value;
}

sqlite3_value* ChangedRow::after(int column) const {
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_DELETE) {
        sqlite3changeset_new(at, column, &value);
    }
    return value;
}

sqlite3_value* ChangedRow::told(int column) const {
    return operation == SQLITE_INSERT ? after(column) : before(column);
}

std::optional<std::int64_t> ChangedRow::number(int column) const {
    auto* const value = told(column);
    return value == nullptr ? std::nullopt : std::optional(sqlite3_value_int64(value));
}

bool ChangedRow::is_key(int column) const {
    unsigned char* keys = nullptr;
    sqlite3changeset_pk(at, &keys, nullptr);
    return keys[column] != 0;
}

std::string ChangedRow::name() const {
    std::string name(table);
    for (int i = 0; i < columns; ++i) {
        if (is_key(i)) {
            auto* const value = told(i);
            const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
            name += '\0';
            name.append(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
        }
    }
    return name;
}

void for_each_changed_row(std::string_view changes,
                          const std::function<bool(const ChangedRow&)>& visit) {
    sqlite3_changeset_iter* start = nullptr;
    // The iterator does not write to the bytes, but asks for them as if it did.
    auto* bytes = const_cast<char*>(changes.data());
    int code = sqlite3changeset_start(&start, static_cast<int>(changes.size()), bytes);
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> at(
        start, &sqlite3changeset_finalize);
    while (code == SQLITE_OK && (code = sqlite3changeset_next(start)) == SQLITE_ROW) {
        const char* table = nullptr;
        ChangedRow row{.at = start, .table = {}, .columns = 0, .operation = 0};
        sqlite3changeset_op(start, &table, &row.columns, &row.operation, nullptr);
        row.table = table;
        if (!visit(row)) {
            return;
        }
        code = SQLITE_OK;
    }
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        throw schema::damaged(
            "ledger", "holds changes that cannot be read", "run `needlebook check`");
    }
}

}  // namespace db
