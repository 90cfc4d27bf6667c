#include "db/ledger/invalidation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "db/ledger/changeset_rows.h"
#include "db/ledger/ledger.h"
#include "db/snapshot.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/kinds/kinds.h"
#include "schema/kinds/personal_data.h"
#include "schema/records/account.h"
#include "schema/records/sign_in_device.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;

constexpr std::size_t longest_changes = 64U * 1024;  // of a write by hand; an import has more
constexpr std::int64_t most_entries = 200;

// Nothing for a table whose rows are no patient's.
const kinds::PersonalTable* table_of_patients(std::string_view name) {
    const auto tables = kinds::personal_tables();
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& each) {
        return each.table == name && each.at_erasure == kinds::AtErasure::rows_go;
    });
    return found == tables.end() ? nullptr : &*found;
}

// Who works here, and on which browsers; what was computed from records does not rest on them.
bool is_of_people(std::string_view table) {
    return table == kinds::of<schema::Account>().table ||
           table == kinds::of<schema::SignInDevice>().table;
}

// What was observed counts in the results of the clinic by its scores alone.
bool is_observed(std::string_view table) {
    const auto kinds = kinds::of_patients();
    return table == "score" ||
           std::any_of(kinds.begin(), kinds.end(), [&](const kinds::Kind& kind) {
               return kind.steps.scores &&
                      (kind.table == table || (kind.parts && kind.parts->table == table));
           });
}

// Adds row by row.
class ChangedRows {
  public:
    ChangedRows(Connection& connection, Invalidation& changed)
        : connection_(connection), changed_(changed) {}

    void add(const ChangedRow& row) {
        if (is_of_people(row.table)) {
            return;
        }
        const auto* const table = table_of_patients(row.table);
        if (table == nullptr) {
            changed_.clinic = true;
            return;
        }
        changed_.treatments = changed_.treatments || !is_observed(row.table);
        if (row.table == "score") {
            const auto scale = row.number(column(row.table, "instrument_id"));
            changed_.scales.insert(schema::Id<schema::Instrument>(scale.value_or(0)));
        }
        table->owner.empty() ? add_owner_of(row, *table) : add_owner_of_part(row, *table);
    }

  private:
    void add_owner_of(const ChangedRow& row, const kinds::PersonalTable& table) {
        const int key = column(row.table, table.key);
        bool is_told = false;
        for (const auto* const value : {row.before(key), row.after(key)}) {
            if (value != nullptr) {
                changed_.patients.insert(PatientId(value->number()));
                is_told = true;
            }
        }
        // A change leaves out what stays, as whose it is.
        if (!is_told) {
            add_owner(row.table, row.number(column(row.table, "id")));
        }
    }
    void add_owner_of_part(const ChangedRow& row, const kinds::PersonalTable& table) {
        add_owner(table.owner, row.number(column(row.table, table.key)));
    }
    // By the record as it is now: whose it was before, a later entry tells, which is read too.
    void add_owner(std::string_view table, std::optional<std::int64_t> id) {
        Query owner(connection_,
                    fmt::format("SELECT patient_id FROM {} WHERE id = ?", quoted_name(table)));
        owner.with(id);
        if (owner.step()) {
            changed_.patients.insert(owner.get<PatientId>());
        } else {
            changed_.clinic = true;  // it is gone
        }
    }
    int column(std::string_view table, std::string_view name) {
        const auto [known, is_new] = columns_.try_emplace(fmt::format("{} {}", table, name), -1);
        if (is_new) {
            Query place(connection_, "SELECT cid FROM pragma_table_info(?) WHERE name = ?");
            place.with(std::string(table), std::string(name));
            if (!place.step()) {
                throw schema::damaged("ledger",
                                      "holds changes of tables that are not this program's",
                                      "run `needlebook check`");
            }
            known->second = place.get<int>();
        }
        return known->second;
    }

    Connection& connection_;
    Invalidation& changed_;
    std::map<std::string, int> columns_{};
};

}  // namespace

Invalidation invalidation_after(const Book& book, std::int64_t entry) {
    const Snapshot moment(book);
    auto& connection = book.connection();
    return translated([&] {
        Invalidation changed;
        ChangedRows rows(connection, changed);
        const auto tables = tables_and_columns(connection.database());
        Query entries(connection,
                      "SELECT changes_hash, iif(length(changes) <= ?, changes, NULL) FROM ledger "
                      "WHERE seq > ? ORDER BY seq LIMIT ?");
        entries.with(static_cast<std::int64_t>(longest_changes), entry, most_entries);
        std::int64_t count = 0;
        while (!changed.clinic && entries.step()) {
            const auto hash = entries.get<std::string>();
            const auto changes = entries.get<std::optional<std::string>>();
            const bool is_readable =
                changes && is_hash(hash, sha256(*changes)) && is_changeset(tables, *changes);
            changed.clinic = !is_readable || ++count == most_entries;
            if (is_readable) {
                for_each_changed_row(tables, *changes, [&](const ChangedRow& row) {
                    rows.add(row);
                    return !changed.clinic;
                });
            }
        }
        return changed;
    });
}

}  // namespace db
