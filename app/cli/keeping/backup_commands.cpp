// Making backups, and how they are.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/keeping.h"
#include "app/backup/known_backups.h"
#include "app/backup/status.h"
#include "app/backup/status_json.h"
#include "app/backup/timestamps.h"
#include "app/cli/commands/check_with_bar.h"
#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/backup_page.h"
#include "app/cli/problems.h"
#include "app/tracking/wall_clock.h"
#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "db/utc.h"

namespace cli {

namespace {

std::int64_t seconds_now() {
    return tracking::moment_now().time_since_epoch().count();
}

std::optional<std::string> utc_of(std::int64_t moment) {
    return db::utc_text(moment);
}

void run_backups(Invocation& call) {
    const auto book = call.open_to_keep();
    const auto outcomes = backup::make_backups(book.file(),
                                               {.now = seconds_now(),
                                                .program = NEEDLEBOOK_VERSION,
                                                .only_due = call.arguments.has("due"),
                                                .proves = call.arguments.has("prove")});
    std::vector<schema::Problem> problems;
    for (const auto& outcome : outcomes) {
        call.io.out << outcome_line(outcome);
        print_problems(call.io.err, "warning", outcome.healed);
        if (outcome.problem) {
            problems.push_back(*outcome.problem);
        }
    }
    if (outcomes.empty()) {
        call.io.err << "Nothing is due.\n";
    }
    schema::refuse_any(std::move(problems));
}

void show_status(Invocation& call) {
    const auto book = call.open_to_keep();
    const auto status = backup::status_of(book, seconds_now());
    if (call.json()) {
        call.io.out << exchange::json_text(backup::full_status_json(status, &utc_of)) << '\n';
    } else {
        call.io.out << status_page(status, seconds_now(), call.io.table_width());
    }
    if (status.level == backup::Level::bad) {
        call.io.out.flush();
        throw schema::Error(schema::Fault::refused, status.problems);
    }
    print_problems(call.io.err, "warning", status.problems);
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

void refuse_not_proved(Invocation& call, const db::Book& book) {
    const auto told = book.warnings();  // of the head and the name; the copy has its own
    auto problems = check_with_bar(call, book).problems;
    std::erase_if(problems, [&](const auto& each) {
        return std::find(told.begin(), told.end(), each) != told.end();
    });
    if (!problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
}

// For the pages, which tell when the last one was made.
void note_copy(Invocation& call,
               const db::Book& book,
               const std::filesystem::path& copy,
               const db::Head& end) {
    try {
        const auto folder = std::filesystem::absolute(copy).parent_path();
        backup::note(book, [&](backup::KnownBackups& known) {
            auto& of_folder = known[folder.string()];
            of_folder.good = backup::Good{.moment = seconds_now(),
                                          .end = end,
                                          .name = copy.filename().string(),
                                          .medium = backup::medium_of(folder, book.file())};
            of_folder.failed.reset();
        });
    } catch (const schema::Error& error) {
        print_problems(call.io.err, "warning", error.problems());
        call.io.err << "note: the copy is whole; the pages do not tell of it\n";
    }
}

void back_up(Invocation& call) {
    const auto book = call.open_to_keep();
    std::filesystem::path copy = call.arguments.need("FILE");
    if (std::filesystem::is_directory(copy)) {
        copy /= name_of_backup(call, book);
    }
    const bool is_proved = call.arguments.has("prove");
    if (is_proved) {
        refuse_not_proved(call, book);
    }
    const auto copied =
        db::copy_verified(book, copy, is_proved ? db::Depth::whole : db::Depth::quick);
    backup::carry_timestamps(book.file(), copy);
    call.io.err << fmt::format("A verified copy: {}\nIt ends with ledger entry {}, {}\n",
                               copy.string(),
                               copied.end.seq,
                               db::hex(copied.end.hash).substr(0, db::witness_digits));
    note_copy(call, book, copy, copied.end);
    if (!copied.photos_left_out.empty()) {
        print_problems(call.io.err, "warning", copied.photos_left_out);
        call.io.err << "note: these photographs are not in the copy\n";
    }
    if (!copied.log_left_out.empty()) {
        print_problems(call.io.err, "warning", copied.log_left_out);
        call.io.err << "note: the log of who read what is not in the copy\n";
    }
}

Command run_command() {
    return {.noun = "backup",
            .verb = "run",
            .summary = "Make a backup in every folder of the policy now, as a timer does.",
            .example = "needlebook backup run",
            .output = "/mnt/backups: clinic-20260105T093102Z-entry96-5f0c1a2b9d3e4f50, proved",
            .notes =
                "Others may use the book meanwhile. Each backup is read back and compared; "
                "once a day it is restored to a\ntemporary place and checked whole. Exit "
                "status 1: a folder has none, and why.\n",
            .options = {{"due", "", "only where an hour has passed since the last"},
                        {"prove", "", "restore and check whole, whenever the last time was"}},
            .run = &run_backups};
}

Command status_command() {
    return {.noun = "backup",
            .verb = "status",
            .summary = "Say when the last good backup was made, where, and what is to be done.",
            .example = "needlebook backup status",
            .output = "The last good backup is 2 hours old, in /mnt/backups, on another medium …",
            .notes = "Exit status 1: none is known within the clinic's limit.\n",
            .json = true,
            .run = &show_status};
}

Command file_command() {
    return {.noun = "backup",
            .verb = "",
            .summary = "Copy the book while it is in use, and verify the copy.",
            .example = "needlebook backup /mnt/usb/clinic-2026-01-05.needlebook",
            .output =
                "A verified copy: /mnt/usb/clinic-2026-01-05.needlebook\n"
                "It ends with ledger entry 96, 5f0c1a2b9d3e4f50",
            .notes =
                "The copy gets its name when it has passed what `check --quick` looks at; what "
                "else `check` proves, it proves of the copy too\n(`needlebook check --book "
                "FILE`), and --prove of the book before it is copied. In a folder the copy is "
                "named by the\nday and the last ledger entry with its hash: `check --against` "
                "finds it again years later.\nA log of who read what that is not whole is left "
                "out, which a warning says; the exit status is 0.\n",
            .arguments = {{"FILE", "where to; it must not be there yet. Or a folder"}},
            .options = {{"prove",
                         "",
                         "check the whole book first, and every byte of the ledger in the copy"}},
            .run = &back_up};
}

}  // namespace

// The one without a verb takes whatever is no verb: last.
std::vector<Command> backup_commands() {
    return {run_command(), status_command(), file_command()};
}

}  // namespace cli
