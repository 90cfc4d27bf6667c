// The way back from a backup, and trying it.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/drill.h"
#include "app/backup/restoring.h"
#include "app/backup/timestamps.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/invocation.h"
#include "app/cli/keeping/key_given.h"
#include "app/cli/pages/backup_page.h"
#include "app/cli/problems.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/wall_clock.h"
#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "schema/types/error.h"

namespace cli {

namespace {

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

DangerousAct replacing_act(const std::filesystem::path& named,
                           const std::filesystem::path& copy,
                           const std::filesystem::path& book) {
    return {.what = fmt::format("puts {} in the place of {}", named.string(), book.string()),
            .details = {fmt::format("the copy: {}", extent_of(copy)),
                        fmt::format("the book: {}", extent_or_fault_of(book))},
            .way_back = "The book is kept beside it as FILE.replaced."};
}

void restore(Invocation& call) {
    const std::filesystem::path named = call.arguments.need("FILE");
    if (!std::filesystem::exists(named)) {
        throw schema::missing(
            named.string(),
            "there is no such copy and no such folder",
            "name the copy to restore, or the folder of backups; the book was not touched",
            "needlebook backup status");
    }
    const auto to = call.book_file();
    const bool replaces = call.arguments.has("replace") && std::filesystem::exists(to);
    const auto source = backup::source_of(named);
    const backup::Opened opened(
        source, to, [&](const auto& recipient) { return secret_given(call, recipient); });
    if (replaces) {
        confirm_act(call, replacing_act(source.file, opened.book(), to));
    }
    if (replaces || source.sealed_for) {
        opened.prove(replaces);
    }
    auto photos_left_out = db::restore(opened.book(), to, call.arguments.has("replace"));
    backup::bring_timestamps(source.file, to);
    if (!opened.photos_left_out().empty()) {
        photos_left_out = opened.photos_left_out();  // as they lie in the backup
    }
    call.io.err << fmt::format("Restored: {}\n", to.string());
    if (!photos_left_out.empty()) {
        print_problems(call.io.err, "warning", photos_left_out);
        call.io.err << "note: the copy does not have the bytes of these photographs\n";
    }
}

void try_backup(Invocation& call) {
    auto book = call.open_to_write();
    access_control::require(access_control::authorise_local(book, call.actor()),
                            access_control::Right::keep_book);
    const auto certificate = backup::drill(
        book,
        call.arguments.one("folder"),
        [&](const auto& recipient) { return secret_given(call, recipient); },
        tracking::moment_now().time_since_epoch().count());
    const auto entry = backup::record(book, call.submission(), certificate);
    if (call.json()) {
        auto json = backup::certificate_json(certificate);
        json["ledger_entry"] = entry;
        call.io.out << exchange::json_text(json) << '\n';
        return;
    }
    call.io.out << certificate_page(certificate, db::ledger_end(book));
}

std::vector<Option> restore_options() {
    std::vector<Option> all{
        {"replace",
         "",
         "put it in the place of the book that is there, which is kept as FILE.replaced"},
        yes_option()};
    for (auto& option : key_options()) {
        all.push_back(std::move(option));
    }
    return all;
}

std::vector<Option> drill_options() {
    std::vector<Option> all{
        {"folder", "FOLDER", "of this folder; by itself the newest backup that is there"}};
    for (auto& option : key_options()) {
        all.push_back(std::move(option));
    }
    return all;
}

}  // namespace

std::vector<Command> restore_commands() {
    return {
        {.noun = "restore",
         .verb = "",
         .summary = "Make a verified copy the book; never onto an open book.",
         .example = "needlebook restore /mnt/usb/clinic-2026-01-05.needlebook --replace --yes",
         .output = "Restored: clinic.needlebook",
         .notes = "Of a folder of backups the newest. An encrypted one is opened with the key of "
                  "the recovery sheet or the\npassphrase. Before a book is replaced the copy is "
                  "restored to a temporary place and checked whole.\n",
         .arguments = {{"FILE", "the copy to restore, or the folder of backups"}},
         .options = restore_options(),
         .run = &restore},
        {.noun = "drill",
         .verb = "",
         .summary = "Try whether the newest backup brings the book back, and record it.",
         .example = "needlebook drill",
         .output = "THE BOOK COMES BACK\n\nbackup       clinic-20260105T093102Z-entry96-… in "
                   "/mnt/backups\n…",
         .notes = "It is read from its medium, opened, restored to a temporary place, checked "
                  "whole, and its content and last\nentry are held against the ledger. The "
                  "certificate is the answer of a ledger entry. The book is not touched.\n",
         .options = drill_options(),
         .book = Book::write,
         .json = true,
         .run = &try_backup},
    };
}

}  // namespace cli
