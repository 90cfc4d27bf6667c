#include "db/ledger/changes.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "db/ledger/changed_rows.h"
#include "db/ledger/changeset_shape.h"
#include "db/ledger/erasure.h"
#include "db/ledger/patient_rows.h"
#include "db/records/score_key.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/text.h"

namespace db {

namespace {

using Columns = std::vector<std::string>;

Columns columns_of(Connection& connection, const std::string& table) {
    Query rows(connection, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    rows.with(table);
    Columns names;
    while (rows.step()) {
        names.push_back(rows.get<std::string>());
    }
    return names;
}

// What a score holds as a number, which was a text before the tables of version 13. Nothing for
// another column, and for a number that says nothing: it is shown as it is.
std::optional<std::string> score_text(const std::string& column, std::int64_t number) {
    try {
        if (column == "region") {
            const auto region = read_region(number);
            return region ? std::string(schema::word(*region)) : "all";
        }
        if (column == "at") {
            return read_moment(number).text();
        }
        if (column == "origin") {
            return std::string(schema::word(read_origin(number)));
        }
    } catch (const schema::Error&) {
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> text_of(sqlite3_value* value,
                                   std::string_view table,
                                   const std::string& column) {
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) {
        return std::nullopt;
    }
    if (table == "score" && sqlite3_value_type(value) == SQLITE_INTEGER) {
        if (auto text = score_text(column, sqlite3_value_int64(value))) {
            return text;
        }
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

ColumnChange read_column(const ChangedRow& row, std::string column, int index) {
    auto was = text_of(row.before(index), row.table, column);
    auto is = text_of(row.after(index), row.table, column);
    return {std::move(column), std::move(was), std::move(is)};
}

RowChange read_row(const ChangedRow& changed, const Columns& columns) {
    RowChange row{.table = std::string(changed.table), .kind = kind_of(changed.operation)};
    for (int i = 0; i < changed.columns; ++i) {
        const auto index = static_cast<std::size_t>(i);
        auto column = read_column(changed, index < columns.size() ? columns[index] : "?", i);
        if (changed.is_key(i)) {
            const auto& value = column.before ? column.before : column.after;
            row.key += (row.key.empty() ? "" : ", ") + column.column + " " + value.value_or("");
        } else if (column.before || column.after) {
            row.columns.push_back(std::move(column));
        }
    }
    return row;
}

}  // namespace

ChangesReader::ChangesReader(const Book& book, std::optional<schema::Id<schema::Patient>> patient)
    : connection_(book.connection()),
      shape_(translated([&] {
          return std::make_unique<ChangesetShape>(tables_and_columns(connection_.database()));
      })),
      rows_(patient ? std::make_unique<PatientRows>(connection_, *patient) : nullptr) {}

ChangesReader::~ChangesReader() = default;

std::optional<std::vector<RowChange>> ChangesReader::read(const LedgerEntry& entry,
                                                          std::size_t most) const {
    if (!changes_are_proved(entry) || !shape_->fits(entry.changes.value_or(""))) {
        return std::nullopt;
    }
    return read_changes(
        connection_, entry.changes.value_or(""), most, entry.patient ? nullptr : rows_.get());
}

std::vector<RowChange> read_changes(Connection& connection,
                                    std::string_view changes,
                                    std::size_t most,
                                    PatientRows* of_patient) {
    std::vector<RowChange> rows;
    std::map<std::string, Columns, std::less<>> columns;
    for_each_changed_row(changes, [&](const ChangedRow& row) {
        if (of_patient != nullptr && !translated([&] { return of_patient->has(row); })) {
            return rows.size() < most;
        }
        auto known = columns.find(row.table);
        if (known == columns.end()) {
            const std::string table(row.table);
            known =
                columns.emplace(table, translated([&] { return columns_of(connection, table); }))
                    .first;
        }
        rows.push_back(read_row(row, known->second));
        return rows.size() < most;
    });
    return rows;
}

namespace {

// Of the entries that the condition names, those whose changes touch the patient, in order.
std::vector<std::int64_t> touching(const Book& book,
                                   schema::Id<schema::Patient> patient,
                                   const std::string& condition) {
    const ChangesReader reader(book, patient);
    return translated([&] {
        Query entries(book.connection(),
                      "SELECT seq, patient_id IS NULL, changes_hash, changes FROM ledger "
                      "WHERE changes IS NOT NULL AND " +
                          condition + " ORDER BY seq");
        std::vector<std::int64_t> found;
        while (entries.step()) {
            LedgerEntry entry{.seq = entries.get<std::int64_t>()};
            const bool is_of_many = entries.get<bool>();
            const auto hash = entries.get<std::string>();
            std::memcpy(entry.changes_hash.data(), hash.data(), entry.changes_hash.size());
            entry.changes = entries.get<std::string>();
            const auto rows = reader.read(entry, 1);
            if (rows ? !rows->empty() : is_of_many) {
                found.push_back(entry.seq);
            }
        }
        return found;
    });
}

}  // namespace

std::vector<std::int64_t> entries_of_many(const Book& book, schema::Id<schema::Patient> patient) {
    return touching(
        book,
        patient,
        fmt::format(
            "patient_id IS NULL AND action NOT IN ('{}', '{}')", epoch_begins, epoch_goes_on));
}

std::vector<std::int64_t> entries_with(const Book& book, schema::Id<schema::Patient> patient) {
    auto found = touching(book, patient, fmt::format("patient_id IS NOT {}", patient.value));
    translate([&] {
        Query own(book.connection(), R"(
            SELECT seq FROM ledger
            WHERE patient_id = ? AND action <> ?
                AND coalesce(changes, reason, submission_key, request_hash, answer) IS NOT NULL)");
        own.with(patient, std::string(erases_patient));
        while (own.step()) {
            found.push_back(own.get<std::int64_t>());
        }
    });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace db
