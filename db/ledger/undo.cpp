#include "db/ledger/undo.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "db/ledger/changes.h"
#include "db/ledger/changeset_rows.h"
#include "db/ledger/epoch.h"
#include "db/ledger/row_references.h"
#include "db/ledger/tables.h"
#include "db/records/score_key.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/records/account.h"
#include "schema/records/consent.h"
#include "schema/records/sign_in_device.h"
#include "schema/records/sign_off.h"
#include "schema/types/text.h"

namespace db {

namespace {

std::string name_of(std::int64_t seq) {
    return fmt::format("ledger entry {}", seq);
}

// The sequences in an undo's answer.
std::vector<std::int64_t> named_in(const LedgerEntry& entry) {
    std::vector<std::int64_t> named;
    std::string_view rest = entry.answer ? std::string_view(*entry.answer) : "";
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto seq = schema::Text<std::int64_t>::read(std::string(rest.substr(0, end)));
        if (!seq) {
            throw schema::damaged(
                name_of(entry.seq), "does not say what it took back", "run `needlebook check`");
        }
        named.push_back(*seq);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return named;
}

// Which entries of the action took which back, the latest first.
std::vector<std::pair<std::int64_t, std::vector<std::int64_t>>> undos(const Book& book) {
    std::vector<std::pair<std::int64_t, std::vector<std::int64_t>>> all;
    translate([&] {
        // The word itself, so that the index is used.
        Query rows(
            book.connection(),
            fmt::format("SELECT seq, answer FROM ledger WHERE action = '{}' ORDER BY seq DESC",
                        undo_action));
        while (rows.step()) {
            LedgerEntry entry{.seq = rows.get<std::int64_t>()};
            entry.answer = rows.get<std::optional<std::string>>();
            all.emplace_back(entry.seq, named_in(entry));
        }
    });
    return all;
}

// Rows of entries whose changes are those that they were made with.
class ProvedChanges {
  public:
    explicit ProvedChanges(const Book& book)
        : tables_(translated([&] { return tables_and_columns(book.connection().database()); })) {}

    void for_each_row(const LedgerEntry& entry,
                      const std::function<bool(const ChangedRow&)>& visit) const {
        const auto& changes = entry.changes;
        if (!changes || !changes_are_proved(entry) || !is_changeset(tables_, *changes)) {
            throw schema::damaged(name_of(entry.seq),
                                  "its changes are not those that it was made with",
                                  "run `needlebook check`");
        }
        translate([&] { for_each_changed_row(tables_, *changes, visit); });
    }

  private:
    ColumnCounts tables_;
};

// What the undone entries changed and made, and which later entry rests on that.
class Reach {
  public:
    explicit Reach(const Book& book) : proved_(book), references_(book.connection()) {}

    void add(const LedgerEntry& entry) {
        proved_.for_each_row(entry, [&](const ChangedRow& row) {
            rows_.insert(row.name());
            if (row.operation == SQLITE_INSERT) {
                made_.insert(row.name());
            }
            return true;
        });
    }
    // The first row of the entry that rests on what was added.
    std::optional<std::string> first_dependent_row(const LedgerEntry& entry) {
        std::optional<std::string> found;
        proved_.for_each_row(entry, [&](const ChangedRow& row) {
            bool rests = rows_.contains(row.name());
            for (const auto& other : rests ? std::vector<std::string>() : references_.of(row)) {
                rests = rests || made_.contains(other);
            }
            if (rests) {
                found = references_.text(row);
            }
            return !rests;
        });
        return found;
    }

  private:
    ProvedChanges proved_;
    RowReferences references_;
    std::set<std::string> rows_;
    std::set<std::string> made_;
};

LedgerEntry entry_of_today(const Book& book, std::int64_t seq) {
    std::optional<LedgerEntry> found;
    for_each_entry(book,
                   {.with_changes = true, .after = seq - 1, .most = 1},
                   [&](const LedgerEntry& entry) { found = entry; });
    if (!found || found->seq != seq) {
        throw schema::missing(
            name_of(seq), "is not there", "`needlebook ledger` shows what there is")
            .as("gone");
    }
    if (seq <= translated([&] { return last_epoch(book.connection()); }) || is_of_epoch(*found)) {
        throw schema::refused(name_of(seq),
                              is_of_epoch(*found)
                                  ? "begins an epoch, which is no change of the book"
                                  : "is from before the last epoch, which an upgrade of the tables "
                                    "or an erasure began",
                              "correct, void or restore the record itself")
            .as("undo_too_early");
    }
    return std::move(*found);
}

bool makes_the_clinic(const Book& book, const LedgerEntry& entry) {
    bool makes = false;
    ProvedChanges(book).for_each_row(entry, [&](const ChangedRow& row) {
        makes = row.table == "clinic" && row.operation == SQLITE_INSERT;
        return !makes;
    });
    return makes;
}

}  // namespace

std::set<std::string> tables_changed(const Book& book, const LedgerEntry& entry) {
    std::set<std::string> tables;
    ProvedChanges(book).for_each_row(entry, [&](const ChangedRow& row) {
        tables.emplace(row.table);
        return true;
    });
    return tables;
}

namespace {

// Who may work with the book is changed by its own commands, whose rules an undo would pass by.
void refuse_people(const Book& book, const LedgerEntry& entry) {
    const auto tables = tables_changed(book, entry);
    if (tables.contains(std::string(schema::Description<schema::Account>::table)) ||
        tables.contains(std::string(schema::Description<schema::SignInDevice>::table)) ||
        tables.contains("clinic_key")) {
        throw schema::refused(
            name_of(entry.seq),
            "changed who may work with the book, which no undo takes back",
            "change it by the commands `needlebook account`, `needlebook device` and `needlebook "
            "key`")
            .as("undo_of_people");
    }
}

// An undo, and an undo of that, would sign in the name of who signed. Where sign-offs go along, as
// when patients are merged, it is not refused: what they say stays theirs.
void refuse_sign_offs(const Book& book, const LedgerEntry& entry) {
    const std::string table(schema::Description<schema::SignOff>::table);
    if (tables_changed(book, entry) == std::set{table}) {
        throw schema::refused(name_of(entry.seq),
                              "asks for a signature or answers, which no undo takes back",
                              "decline it, or ask anew")
            .as("undo_of_sign_off");
    }
}

// What was signed stays signed, and what was withdrawn withdrawn.
void refuse_consents(const Book& book, const LedgerEntry& entry) {
    const std::string table(schema::Description<schema::Consent>::table);
    if (tables_changed(book, entry) == std::set{table}) {
        throw schema::refused(name_of(entry.seq),
                              "is a consent or its withdrawal, which no undo takes back",
                              "withdraw it, or have the form signed again")
            .as("undo_of_consent");
    }
}

LedgerEntry entry_to_undo(const Book& book, std::int64_t seq) {
    auto entry = entry_of_today(book, seq);
    if (const auto undone = undone_entries(book); undone.contains(seq)) {
        throw schema::changed(name_of(seq),
                              fmt::format("was undone already, by entry {}", undone.at(seq)),
                              fmt::format("`needlebook undo {}` does it again", undone.at(seq)))
            .as("undone", {{"entry", static_cast<int>(undone.at(seq))}});
    }
    if (makes_the_clinic(book, entry)) {
        throw schema::refused(
            name_of(seq), "began the book", "begin another: `needlebook init --book FILE`")
            .as("undo_of_clinic");
    }
    if (entry.changes && entry.changes->empty()) {
        throw schema::refused(name_of(seq), "changed no record", "leave it: it only tells")
            .as("undo_of_nothing");
    }
    refuse_people(book, entry);
    refuse_sign_offs(book, entry);
    refuse_consents(book, entry);
    return entry;
}

// Where rows are not as the entry left them: what SQLite met first.
struct Conflict {
    std::string text;
};

int refuse_conflict(void* context, int kind, sqlite3_changeset_iter* at) {
    auto& conflict = *static_cast<Conflict*>(context);
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        conflict.text = "a row would refer to one that is not there";
        return SQLITE_CHANGESET_ABORT;
    }
    const char* name = nullptr;
    int columns = 0;
    int operation = 0;
    sqlite3changeset_op(at, &name, &columns, &operation, nullptr);
    const std::string_view table(name);
    conflict.text =
        kind == SQLITE_CHANGESET_CONSTRAINT
            ? fmt::format("{}: another row has by now what only one may have{}",
                          table,
                          table == "patient" ? ", a chart number: give that one another" : "")
            : fmt::format("{}: a row is otherwise by now", table);
    return SQLITE_CHANGESET_ABORT;
}

void apply_inverse(Write& write, const LedgerEntry& entry) {
    int size = 0;
    void* bytes = nullptr;
    const auto& changes = *entry.changes;
    if (sqlite3changeset_invert(static_cast<int>(changes.size()), changes.data(), &size, &bytes) !=
        SQLITE_OK) {
        throw schema::damaged(
            name_of(entry.seq), "holds changes that cannot be read", "run `needlebook check`");
    }
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
    Conflict conflict;
    const int code = sqlite3changeset_apply(
        write.connection().handle(), size, bytes, nullptr, &refuse_conflict, &conflict);
    if (code == SQLITE_ABORT) {
        throw schema::changed(name_of(entry.seq),
                              "cannot be undone: " + conflict.text,
                              "look at what is there, and correct or void it itself")
            .as("undo_conflict");
    }
    if (code != SQLITE_OK) {
        throw SQLite::Exception(write.connection().handle(), code);
    }
}

// The aggregates that rest on the changed rows.
class Aftermath {
  public:
    explicit Aftermath(Write& write)
        : write_(write),
          references_(write.connection()),
          tables_(tables_and_columns(write.connection().database())) {}

    void of(const LedgerEntry& entry) {
        for_each_changed_row(tables_, *entry.changes, [&](const ChangedRow& row) {
            mark_dirty(row);
            return true;
        });
    }

  private:
    void mark_dirty(const ChangedRow& row) {
        for (const auto patient : references_.patients_of(row)) {
            write_.dirty.treatments[patient] = schema::Date();
        }
        if (row.table == "score") {
            write_.dirty.series.insert(series_of(row));
        }
        if (row.table == "instrument" || row.table == "agreement" || row.table == "clinic") {
            write_.dirty.scales = true;
        }
    }

    // The key of a score says whose it is, on which scale and where.
    SeriesKey series_of(const ChangedRow& row) {
        const auto number = [&](std::string_view column) {
            return references_.number(row, column).value_or(0);
        };
        return {schema::Id<schema::Patient>(number("patient_id")),
                schema::Id<schema::Instrument>(number("instrument_id")),
                read_region(number("region"))};
    }

    Write& write_;
    RowReferences references_;
    ColumnCounts tables_;
};

}  // namespace

std::map<std::int64_t, std::int64_t> undone_entries(const Book& book) {
    std::map<std::int64_t, std::int64_t> undone;
    for (const auto& [by, named] : undos(book)) {
        if (undone.contains(by)) {
            continue;  // what it took back was done again
        }
        for (const auto seq : named) {
            undone.emplace(seq, by);
        }
    }
    return undone;
}

std::string Undoing::answer() const {
    auto text = std::to_string(entry.seq);
    for (const auto& each : dependents) {
        text = fmt::format("{} {}", each.entry.seq, text);
    }
    return text;
}

Undoing plan_undo(const Book& book, std::int64_t seq) {
    Undoing undoing{.entry = entry_to_undo(book, seq), .dependents = {}};
    Reach reach(book);
    reach.add(undoing.entry);
    const auto undone = undone_entries(book);
    for_each_entry(book, {.with_changes = true, .after = seq}, [&](const LedgerEntry& entry) {
        // An entry and the one that took it back change nothing together; what an undo took
        // back from before is a change like any other.
        if (undone.contains(entry.seq)) {
            return;
        }
        if (entry.action == undo_action) {
            const auto named = named_in(entry);
            if (std::all_of(named.begin(), named.end(), [&](auto each) { return each > seq; })) {
                return;
            }
        }
        if (auto row = reach.first_dependent_row(entry)) {
            reach.add(entry);
            undoing.dependents.push_back({entry, std::move(*row)});
        }
    });
    return undoing;
}

void undo(Write& write, const Undoing& undoing) {
    for (auto each = undoing.dependents.rbegin(); each != undoing.dependents.rend(); ++each) {
        apply_inverse(write, each->entry);
    }
    apply_inverse(write, undoing.entry);
    Aftermath aftermath(write);
    for (const auto& each : undoing.dependents) {
        aftermath.of(each.entry);
    }
    aftermath.of(undoing.entry);
}

MadeRows rows_made_by(const Book& book, std::int64_t seq) {
    const auto entry = entry_of_today(book, seq);
    MadeRows made{.patient = entry.patient, .actor = entry.actor, .rows = {}};
    ProvedChanges proved(book);
    RowReferences references(book.connection());
    proved.for_each_row(entry, [&](const ChangedRow& row) {
        const auto id = references.number(row, "id");
        if (row.operation == SQLITE_INSERT && id) {
            made.rows.push_back({std::string(row.table), *id});
        }
        return true;
    });
    return made;
}

}  // namespace db
