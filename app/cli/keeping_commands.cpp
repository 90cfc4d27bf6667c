#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/display_text.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal.h"
#include "app/exchange/ledger_json.h"
#include "app/tracking/check.h"
#include "db/backup.h"
#include "db/changes.h"
#include "db/ledger.h"
#include "db/records.h"

namespace cli {

namespace {

constexpr std::size_t rows_shown = 12;  // of one entry's changes; the JSON has all

std::string value_text(const std::optional<std::string>& value) {
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
                              value_text(column.before),
                              value_text(column.after))
                : fmt::format("{} {}",
                              column.column,
                              value_text(column.after ? column.after : column.before));
        columns += (columns.empty() ? "" : ", ") + text;
    }
    const auto* const mark = row.kind == db::RowChange::Kind::added     ? "+"
                             : row.kind == db::RowChange::Kind::removed ? "-"
                                                                        : " ";
    return fmt::format("    {} {} ({}): {}\n", mark, row.table, row.key, columns);
}

void print_entry(Invocation& call, const db::Book& book, const db::LedgerEntry& entry) {
    const auto patient = entry.patient ? db::find(book, *entry.patient) : std::nullopt;
    call.io.out << fmt::format(
        "{:>5}  {}  {}  {}{}{}\n",
        entry.seq,
        entry.at,
        one_line(entry.actor),
        entry.action,
        patient ? "  " + patient->chart : "",
        entry.reason ? fmt::format("  reason: {}", one_line(*entry.reason)) : "");
    const auto rows = db::read_changes(book, entry.changes.value_or(""), rows_shown + 1);
    for (std::size_t i = 0; i < std::min(rows.size(), rows_shown); ++i) {
        call.io.out << cut(change_line(rows[i]),
                           call.io.out_is_terminal ? 2 * call.io.width : 2000);
    }
    if (rows.size() > rows_shown) {
        call.io.out << "      … and more (--json has all)\n";
    }
}

void show_ledger(Invocation& call) {
    const auto book = call.open_to_read();
    db::LedgerQuery query{.with_changes = true};
    if (call.arguments.has("CHART")) {
        query.patient = call.patient(book).id;
    }
    if (call.json()) {
        exchange::write_ledger_json(call.io.out, book, query);
        return;
    }
    db::for_each_entry(
        book, query, [&](const db::LedgerEntry& entry) { print_entry(call, book, entry); });
}

tracking::Check check_with_bar(Invocation& call, const db::Book& book) {
    ProgressBar bar(call.io, "playing the ledger");
    return tracking::check(book, [&](auto done, auto all) { bar.show(done, all); });
}

void check(Invocation& call) {
    const auto book = db::Book::open_for_check(call.book_file());
    if (call.arguments.has("renew-head")) {
        db::renew_head(book);
    }
    const auto result = check_with_bar(call, book);
    if (call.json()) {
        call.io.out << exchange::check_json(result) << '\n';
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
}

void backup(Invocation& call) {
    const auto book = call.open_to_read();
    const std::filesystem::path copy = call.arguments.need("FILE");
    db::copy_verified(book, copy);
    call.io.err << fmt::format("A verified copy: {}\n", copy.string());
}

void restore(Invocation& call) {
    const std::filesystem::path copy = call.arguments.need("FILE");
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
         .arguments = {{"CHART", "only what concerns this patient", false}},
         .json = true,
         .run = &show_ledger},
        {.noun = "check",
         .verb = "",
         .summary = "Verify that the book is whole, from its bytes to every computed score.",
         .example = "needlebook check",
         .output = "The book is whole: 812 rows, 96 ledger entries; chain, head, replay and every "
                   "computed score agree.\n"
                   "content 5f0c…",
         .options = {{"renew-head",
                      "",
                      "write a new head file when the old one is missing; look at a backup first"}},
         .json = true,
         .run = &check},
        {.noun = "backup",
         .verb = "",
         .summary = "Copy the book while it is in use, and verify the copy.",
         .example = "needlebook backup /mnt/usb/clinic-2026-01-05.needlebook",
         .output = "A verified copy: /mnt/usb/clinic-2026-01-05.needlebook",
         .arguments = {{"FILE", "where to; it must not be there yet"}},
         .run = &backup},
        {.noun = "restore",
         .verb = "",
         .summary = "Make a verified copy the book; never onto an open book.",
         .example = "needlebook restore /mnt/usb/clinic-2026-01-05.needlebook --replace",
         .output = "Restored: clinic.needlebook",
         .arguments = {{"FILE", "the copy to restore"}},
         .options =
             {{"replace",
               "",
               "put it in the place of the book that is there, which is kept as FILE.replaced"}},
         .run = &restore},
    };
}

}  // namespace cli
