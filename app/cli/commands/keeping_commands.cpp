#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/terminal.h"
#include "app/json/ledger_json.h"
#include "app/tracking/check.h"
#include "app/tracking/undo.h"
#include "db/backup.h"
#include "db/ledger/changes.h"
#include "db/ledger/ledger.h"
#include "db/ledger/undo.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"

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

tracking::Check check_with_bar(Invocation& call, const db::Book& book) {
    ProgressBar bar(call.io, "playing the ledger");
    return tracking::check(book, [&](auto done, auto all) { bar.show(done, all); });
}

// Goes on without the entries that are missing from the end; the ledger says who, how many and why.
void accept_loss(Invocation& call) {
    const auto loss = read_option<int>(call, "accept-loss");
    if (loss < 1 || kinds::is_blank(call.arguments.one("reason").value_or(""))) {
        throw schema::refused(
            "--accept-loss",
            loss < 1 ? "is not a number of entries from 1 on" : "is given without a reason",
            "`needlebook check` says how many are missing; say why they are given "
            "up: --accept-loss 5 --reason \"the disk died\"");
    }
    auto book = db::Book::open(call.book_file());
    auto submission = call.submission();
    submission.accepted_loss = loss;
    db::transact(book, submission, [](db::Write&) { return std::string(); });
}

// The hash of a print or of a backup's name, or a backup itself, against the book's ledger.
void refuse_unknown_witness(const db::Book& book, const std::string& witness) {
    const bool is_file = std::filesystem::exists(witness);
    const auto hash =
        is_file ? db::hex(db::ledger_end(db::Book::open_as_stored(witness)).hash) : witness;
    if (!db::entry_with_hash(book, hash)) {
        throw schema::damaged(
            "--against " + witness,
            is_file ? "its last entry is not in this book's ledger"
                    : "no entry of this book's ledger has this hash",
            "either it is of another book, or this book was rolled back or its ledger rewritten "
            "since; compare the two, and keep both");
    }
}

void check(Invocation& call) {
    if (call.arguments.has("accept-loss")) {
        accept_loss(call);
    }
    auto book = db::Book::open_for_check(call.book_file());
    if (call.arguments.has("renew-head")) {
        db::renew_head(book);
    }
    const auto result = check_with_bar(call, book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::check_json(result)) << '\n';
    } else if (result.problems.empty()) {
        call.io.out << fmt::format(
            "The book is whole: {} rows, {} ledger entries; chain, head, replay and every computed "
            "score agree.\n",
            result.content.rows,
            result.content.entries);
    }
    if (!call.json()) {
        call.io.out << fmt::format("content {}\n", result.content.hash);
    }
    if (!result.problems.empty()) {
        call.io.out.flush();
        throw schema::Error(schema::Fault::damaged, result.problems);
    }
    if (const auto witness = call.arguments.one("against")) {
        refuse_unknown_witness(book, *witness);
        if (!call.json()) {
            call.io.out << fmt::format("The ledger has {}.\n", one_line(*witness));
        }
    }
}

// "clinic-2026-11-28-entry96-5f0c1a2b9d3e4f50.needlebook": a name that is a witness.
std::filesystem::path name_of_backup(Invocation& call, const db::Book& book) {
    const auto end = db::ledger_end(book);
    return fmt::format("{}-{}-entry{}-{}.needlebook",
                       call.book_file().stem().string(),
                       call.today(book).text(),
                       end.seq,
                       db::hex(end.hash).substr(0, db::witness_digits));
}

void backup(Invocation& call) {
    const auto book = call.open_to_read();
    std::filesystem::path copy = call.arguments.need("FILE");
    if (std::filesystem::is_directory(copy)) {
        copy /= name_of_backup(call, book);
    }
    const auto told = book.warnings();  // of the head and the name; the copy has its own
    auto problems = check_with_bar(call, book).problems;
    std::erase_if(problems, [&](const auto& each) {
        return std::find(told.begin(), told.end(), each) != told.end();
    });
    if (!problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    const auto end = db::copy_verified(book, copy);
    call.io.err << fmt::format("A verified copy: {}\nIt ends with ledger entry {}, {}\n",
                               copy.string(),
                               end.seq,
                               db::hex(end.hash).substr(0, db::witness_digits));
}

std::string extent_of(const std::filesystem::path& file) {
    return fmt::format("{} ledger entries", db::ledger_end(db::Book::open_as_stored(file)).seq);
}

// A book that is to be replaced may be damaged.
std::string extent_or_fault_of(const std::filesystem::path& file) {
    try {
        return extent_of(file);
    } catch (const schema::Error& error) {
        return error.problems().front().what;
    }
}

DangerousAct replacing_act(const std::filesystem::path& copy, const std::filesystem::path& book) {
    return {.what = fmt::format("puts {} in the place of {}", copy.string(), book.string()),
            .details = {fmt::format("the copy: {}", extent_of(copy)),
                        fmt::format("the book: {}", extent_or_fault_of(book))},
            .way_back = "The book is kept beside it as FILE.replaced."};
}

void restore(Invocation& call) {
    const std::filesystem::path copy = call.arguments.need("FILE");
    if (call.arguments.has("replace") && std::filesystem::exists(call.book_file())) {
        confirm_act(call, replacing_act(copy, call.book_file()));
    }
    db::restore(copy, call.book_file(), call.arguments.has("replace"));
    call.io.err << fmt::format("Restored: {}\n", call.book_file().string());
}

}  // namespace

std::vector<Command> keeping_commands() {
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
        {.noun = "check",
         .verb = "",
         .summary = "Verify that the book is whole, from its bytes to every computed score.",
         .example = "needlebook check",
         .output = "The book is whole: 812 rows, 96 ledger entries; chain, head, replay and every "
                   "computed score agree.\n"
                   "content 5f0c…",
         .notes = "What is found is named with what to do. A book that ends before its head can be "
                  "read, exported and backed up, and takes\nnothing new until a backup is restored "
                  "or the loss is accepted.\n",
         .options = {{"renew-head",
                      "",
                      "write a new head file when the old one is missing or damaged; look at a "
                      "backup first"},
                     {"accept-loss",
                      "N",
                      "go on without the last N acknowledged entries, which are missing; with "
                      "--reason"},
                     {"reason", "TEXT", "why, with --accept-loss"},
                     {"against",
                      "HASH|FILE",
                      "also look for the entry of a print, of a backup's name or of a backup"}},
         .json = true,
         .run = &check},
        {.noun = "backup",
         .verb = "",
         .summary = "Copy the book while it is in use, and verify the copy.",
         .example = "needlebook backup /mnt/usb/clinic-2026-01-05.needlebook",
         .output = "A verified copy: /mnt/usb/clinic-2026-01-05.needlebook\n"
                   "It ends with ledger entry 96, 5f0c1a2b9d3e4f50",
         .notes = "The book is checked first, the copy after. In a folder the copy is named by the "
                  "day and the last ledger entry with its hash:\n`check --against` finds it again "
                  "years later.\n",
         .arguments = {{"FILE", "where to; it must not be there yet. Or a folder"}},
         .run = &backup},
        {.noun = "restore",
         .verb = "",
         .summary = "Make a verified copy the book; never onto an open book.",
         .example = "needlebook restore /mnt/usb/clinic-2026-01-05.needlebook --replace --yes",
         .output = "Restored: clinic.needlebook",
         .arguments = {{"FILE", "the copy to restore"}},
         .options =
             {{"replace",
               "",
               "put it in the place of the book that is there, which is kept as FILE.replaced"},
              yes_option()},
         .run = &restore},
    };
}

}  // namespace cli
