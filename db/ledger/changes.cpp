#include "db/ledger/changes.h"

#include <map>
#include <memory>

#include "db/ledger/changeset_shape.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/text.h"

namespace db {

namespace {

using Columns = std::vector<std::string>;

Columns columns_of(const Book& book, const std::string& table) {
    Query rows(book.connection(), "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    rows.with(table);
    Columns names;
    while (rows.step()) {
        names.push_back(rows.get<std::string>());
    }
    return names;
}

std::optional<std::string> text_of(sqlite3_value* value) {
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) {
        return std::nullopt;
    }
    if (sqlite3_value_type(value) == SQLITE_FLOAT) {
        return schema::number_text(sqlite3_value_double(value));
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

RowChange::Kind kind_of(int operation) {
    return operation == SQLITE_INSERT   ? RowChange::Kind::added
           : operation == SQLITE_DELETE ? RowChange::Kind::removed
                                        : RowChange::Kind::changed;
}

ColumnChange read_column(sqlite3_changeset_iter* at, int index, int operation) {
    sqlite3_value* before = nullptr;
    sqlite3_value* after = nullptr;
    if (operation != SQLITE_INSERT) {
        sqlite3changeset_old(at, index, &before);
    }
    if (operation != SQLITE_DELETE) {
        sqlite3changeset_new(at, index, &after);
    }
    return {"", text_of(before), text_of(after)};
}

RowChange read_row(sqlite3_changeset_iter* at, const Columns& columns, int operation) {
    RowChange row{.kind = kind_of(operation)};
    unsigned char* is_key = nullptr;
    int count = 0;
    sqlite3changeset_pk(at, &is_key, &count);
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        auto column = read_column(at, i, operation);
        column.column = index < columns.size() ? columns[index] : "?";
        if (is_key[i] != 0) {
            const auto& value = column.before ? column.before : column.after;
            row.key += (row.key.empty() ? "" : ", ") + column.column + " " + value.value_or("");
        } else if (column.before || column.after) {
            row.columns.push_back(std::move(column));
        }
    }
    return row;
}

}  // namespace

ChangesReader::ChangesReader(const Book& book)
    : book_(book), shape_(translated([&] {
          return std::make_unique<ChangesetShape>(tables_and_columns(book.connection().database()));
      })) {}

ChangesReader::~ChangesReader() = default;

std::optional<std::vector<RowChange>> ChangesReader::read(const LedgerEntry& entry,
                                                          std::size_t most) const {
    if (!changes_are_proved(entry) || !shape_->fits(entry.changes.value_or(""))) {
        return std::nullopt;
    }
    return read_changes(book_, entry.changes.value_or(""), most);
}

std::vector<RowChange> read_changes(const Book& book, std::string_view changes, std::size_t most) {
    std::vector<RowChange> rows;
    std::map<std::string, Columns> columns;
    sqlite3_changeset_iter* start = nullptr;
    // The iterator does not write to the bytes, but asks for them as if it did.
    auto* bytes = const_cast<char*>(changes.data());
    int code = sqlite3changeset_start(&start, static_cast<int>(changes.size()), bytes);
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> at(
        start, &sqlite3changeset_finalize);
    while (code == SQLITE_OK && rows.size() < most &&
           (code = sqlite3changeset_next(start)) == SQLITE_ROW) {
        const char* table = nullptr;
        int count = 0;
        int operation = 0;
        sqlite3changeset_op(start, &table, &count, &operation, nullptr);
        auto known = columns.find(table);
        if (known == columns.end()) {
            known =
                columns.emplace(table, translated([&] { return columns_of(book, table); })).first;
        }
        rows.push_back(read_row(start, known->second, operation));
        rows.back().table = table;
        code = SQLITE_OK;
    }
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        throw schema::damaged(
            "ledger", "holds changes that cannot be read", "run `needlebook check`");
    }
    return rows;
}

}  // namespace db
