#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/display_text.h"
#include "app/json/ledger_json.h"
#include "app/tracking/undo.h"
#include "db/ledger/changes.h"
#include "db/ledger/ledger.h"
#include "db/ledger/undo.h"
#include "db/records/records.h"

namespace cli {

namespace {

constexpr std::size_t rows_shown = 12;  // of one entry's changes; the JSON has all

std::string value_or_none(const std::optional<std::string>& value) {
    return value ? one_line(*value) : "nothing";
}

// "    session (id 3): pain 4 → 5"
std::string change_line(const db::RowChange& row) {
    std::string columns;
    for (const auto& column : row.columns) {
        if (column.column == "version") {
            continue;
        }
        const auto text =
            row.kind == db::RowChange::Kind::changed
                ? fmt::format("{} {} → {}",
                              column.column,
                              value_or_none(column.before),
                              value_or_none(column.after))
                : fmt::format("{} {}",
                              column.column,
                              value_or_none(column.after ? column.after : column.before));
        columns += (columns.empty() ? "" : ", ") + text;
    }
    const auto* const mark = row.kind == db::RowChange::Kind::added     ? "+"
                             : row.kind == db::RowChange::Kind::removed ? "-"
                                                                        : " ";
    return fmt::format("    {} {} ({}): {}", mark, row.table, row.key, columns);
}

// Whether the entry's changes are those that it was made with; others are not shown.
bool print_entry(Invocation& call,
                 const db::Book& book,
                 const db::ChangesReader& changes,
                 const std::map<std::int64_t, std::int64_t>& undone,
                 const db::LedgerEntry& entry) {
    const auto patient = entry.patient ? db::find(book, *entry.patient) : std::nullopt;
    call.io.out << fmt::format(
        "{:>5}  {}  {}  {}{}{}{}{}\n",
        entry.seq,
        entry.at,
        one_line(entry.actor),
        entry.action,
        entry.action == db::undo_action ? " " + entry.answer.value_or("") : "",
        undone.contains(entry.seq) ? fmt::format("  (undone by {})", undone.at(entry.seq)) : "",
        patient ? "  " + patient->chart : "",
        entry.reason ? fmt::format("  reason: {}", one_line(*entry.reason)) : "");
    if (entry.is_erased()) {
        call.io.out << "      content erased by law\n";
        return true;
    }
    if (db::is_of_epoch(entry)) {
        call.io.out << fmt::format("      {}\n", one_line(db::epoch_text(entry)));
        return true;
    }
    const auto rows = changes.read(entry, rows_shown + 1);
    if (!rows) {
        call.io.out << "      its changes were altered and are not shown\n";
        return false;
    }
    for (std::size_t i = 0; i < std::min(rows->size(), rows_shown); ++i) {
        const auto line = change_line((*rows)[i]);
        call.io.out << (call.io.out_is_terminal ? cut(line, 2 * call.io.width) : line) << '\n';
    }
    if (rows->size() > rows_shown) {
        call.io.out << "      … and more (--json has all)\n";
    }
    return true;
}

void show_ledger(Invocation& call) {
    const auto book = call.open_to_read();
    db::LedgerQuery query;
    if (call.arguments.has("CHART")) {
        const auto patient = call.patient_voided_or_not(book);
        query.patient = patient.id;
        if (patient.voided) {
            say_voided(call, book, patient);
        }
    }
    if (call.json()) {
        exchange::write_ledger_json(call.io.out, book, query);
        return;
    }
    const db::ChangesReader changes(book, query.patient);
    const auto undone = db::undone_entries(book);
    int altered = 0;
    db::for_each_entry(book, query, [&](const db::LedgerEntry& entry) {
        altered += print_entry(call, book, changes, undone, entry) ? 0 : 1;
    });
    if (altered > 0) {
        call.io.out.flush();
        throw schema::damaged("ledger",
                              fmt::format("the changes of {} were altered",
                                          altered == 1 ? "an entry" : "several entries"),
                              "run `needlebook check`, then restore a backup");
    }
}

std::int64_t sequence_given(const Invocation& call) {
    const auto text = call.arguments.need("SEQ");
    const auto seq = schema::Text<std::int64_t>::read(text);
    if (!seq || *seq < 1) {
        throw schema::misused("SEQ",
                              fmt::format("\"{}\" is not the number of a ledger entry", text),
                              "`needlebook ledger` shows them, the last at the end");
    }
    return *seq;
}

void undo(Invocation& call) {
    auto book = db::Book::open(call.book_file());
    auto submission = call.submission();
    if (call.arguments.has("with-dependents")) {
        submission.confirm.emplace_back("dependents");
    }
    const auto receipt = tracking::undo_entry(book, submission, sequence_given(call));
    call.io.out << fmt::format("undone: {}\n", receipt.answer);
}

void void_entry(Invocation& call) {
    auto book = db::Book::open(call.book_file());
    const auto receipt = tracking::void_entry(book, call.submission(), sequence_given(call));
    call.io.out << fmt::format("voided: {}\n", receipt.answer);
}

}  // namespace

std::vector<Command> ledger_commands() {
    return {
        {.noun = "ledger",
         .verb = "",
         .summary = "Show who did what, with the values before and after.",
         .example = "needlebook ledger C-001",
         .output = "    9  2026-01-05T09:31:02Z  huda  session correct  C-001  reason: misread\n"
                   "      session (id 3): pain 4 → 5",
         .arguments = {{"CHART",
                        "only what touched this patient; of imports of many, their rows alone",
                        false}},
         .json = true,
         .run = &show_ledger},
        {.noun = "undo",
         .verb = "",
         .summary = "Take back what a ledger entry did.",
         .example = "needlebook undo 9",
         .output = "undone: 9",
         .notes =
             "What the entry recorded leaves the book, what it changed is as before; the ledger "
             "keeps both. To undo an undo is to do\nit again. Later entries that rest on it are "
             "named first. What came before the last epoch (an upgrade of the tables, an\nerasure) "
             "stays.\n",
         .arguments = {{"SEQ", "the number of the entry, as `needlebook ledger` shows it"}},
         .options = {{"with-dependents", "", "later entries that rest on it too"}},
         .book = Book::write,
         .run = &undo},
        {.noun = "void",
         .verb = "",
         .summary = "Mark all that a ledger entry recorded as entered in error, as a wrong import.",
         .example = "needlebook void 9 --reason \"of another clinic\"",
         .output = "voided: 498 acne, 2 patient",
         .notes = "A patient who has other records stays. `needlebook undo` of the entry that this "
                  "makes is the way back.\n",
         .arguments = {{"SEQ", "the number of the entry, as `needlebook ledger` shows it"}},
         .book = Book::write,
         .needs_reason = true,
         .run = &void_entry},
    };
}

}  // namespace cli
