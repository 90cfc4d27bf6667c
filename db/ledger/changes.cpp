#include "db/ledger/changes.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "db/ledger/changeset_rows.h"
#include "db/ledger/entry_changes.h"
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

std::optional<std::string> text_of(const ChangedValue* value,
                                   std::string_view table,
                                   const std::string& column) {
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    if (table == "score" && value->type == SQLITE_INTEGER) {
        if (auto text = score_text(column, value->whole)) {
            return text;
        }
    }
    return value->text();
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

}  // namespace

RowChange read_row(const ChangedRow& changed, const std::vector<std::string>& columns) {
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

struct ChangesReader::Tables {
    explicit Tables(Connection& connection) : counts(tables_and_columns(connection.database())) {}

    const Columns& columns_of_table(Connection& connection, std::string_view table) {
        auto known = columns.find(table);
        if (known == columns.end()) {
            const std::string name(table);
            known = columns.emplace(name, columns_of(connection, name)).first;
        }
        return known->second;
    }

    ColumnCounts counts;
    std::map<std::string, Columns, std::less<>> columns{};
};

ChangesReader::ChangesReader(const Book& book, std::optional<schema::Id<schema::Patient>> patient)
    : connection_(book.connection()),
      tables_(translated([&] { return std::make_unique<Tables>(connection_); })),
      rows_(patient ? std::make_unique<PatientRows>(connection_, *patient) : nullptr) {}

ChangesReader::~ChangesReader() = default;

std::optional<std::vector<RowChange>> ChangesReader::read(const LedgerEntry& entry,
                                                          std::size_t most) const {
    if (entry.is_erased()) {
        return std::vector<RowChange>();
    }
    auto* const of_patient = entry.patient ? nullptr : rows_.get();
    return translated([&]() -> std::optional<std::vector<RowChange>> {
        EntryChanges changes(connection_.handle());
        if (!changes.open(entry.seq)) {
            return std::nullopt;
        }
        ChangesetRows changed(tables_->counts,
                              [&](std::string& bytes) { return changes.read_more(bytes); });
        // To the end, whatever is asked for: only then is it known to be what it was.
        std::vector<RowChange> rows;
        while (changed.next()) {
            const auto& row = changed.row();
            if (rows.size() < most && (of_patient == nullptr || of_patient->has(row))) {
                rows.push_back(read_row(row, tables_->columns_of_table(connection_, row.table)));
            }
        }
        const bool is_proved = changed.is_whole() && changes.hash() == entry.changes_hash;
        return is_proved ? std::optional(std::move(rows)) : std::nullopt;
    });
}

namespace {

// Of the entries that the condition names, those whose changes touch the patient, in order.
std::vector<std::int64_t> touching(const Book& book,
                                   schema::Id<schema::Patient> patient,
                                   const std::string& condition) {
    const ChangesReader reader(book, patient);
    return translated([&] {
        Query entries(book.connection(),
                      "SELECT seq, patient_id IS NULL, changes_hash FROM ledger "
                      "WHERE typeof(changes) <> 'null' AND " +
                          condition + " ORDER BY seq");
        std::vector<std::int64_t> found;
        while (entries.step()) {
            LedgerEntry entry{.seq = entries.get<std::int64_t>()};
            const bool is_of_many = entries.get<bool>();
            const auto hash = entries.get<std::string>();
            std::memcpy(entry.changes_hash.data(), hash.data(), entry.changes_hash.size());
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
