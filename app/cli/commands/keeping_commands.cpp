#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "app/backup/health.h"
#include "app/cli/commands/check_with_bar.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/backup_page.h"
#include "app/cli/problems.h"
#include "app/cli/terminal/display_text.h"
#include "app/json/ledger_json.h"
#include "app/tracking/check.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/ledger.h"
#include "db/utc.h"
#include "schema/kinds/record_text.h"

namespace cli {

namespace {

// The key of --public-key FILE.
std::optional<db::PublicKey> public_key_given(const Invocation& call) {
    const auto file = call.arguments.one("public-key");
    if (!file) {
        return std::nullopt;
    }
    std::ifstream stream(*file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return db::PublicKey::read(text.str(), "--public-key " + *file);
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
    access_control::require(access_control::authorise_local(book, submission.actor),
                            access_control::Right::keep_book);
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

void say_whole(Invocation& call, const tracking::Check& result) {
    call.io.out << fmt::format(
        "The book is whole: {} rows, {} ledger entries; chain, head, replay and every computed "
        "score agree.\n",
        result.content.rows,
        result.content.entries);
}

// Returns what is wrong.
std::vector<schema::Problem> check_quickly(Invocation& call, const db::Book& book) {
    auto problems = tracking::quick_check(book, public_key_given(call));
    const auto entries = db::last_entry(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::quick_check_json(problems, entries)) << '\n';
    } else if (problems.empty()) {
        call.io.out << fmt::format(
            "Nothing is wrong at a quick look: pages, tables, the chain of {} ledger entries and "
            "the head. `needlebook check` proves the rest.\n",
            entries);
    }
    return problems;
}

std::vector<schema::Problem> check_wholly(Invocation& call, const db::Book& book) {
    auto result = check_with_bar(call, book, public_key_given(call));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::check_json(result)) << '\n';
        return std::move(result.problems);
    }
    if (result.problems.empty()) {
        say_whole(call, result);
    }
    call.io.out << fmt::format("content {}\n", result.content.hash);
    return std::move(result.problems);
}

// What the machine does for the book; the book itself is not looked into.
void check_machine(Invocation& call) {
    const auto book = db::Book::open_as_stored(call.book_file());
    const auto now = tracking::moment_now().time_since_epoch().count();
    const auto machine = backup::machine_of(book, now);
    if (call.json()) {
        auto json = backup::machine_json(machine);
        json["backup"] =
            backup::status_json(machine.backups, [](auto moment) { return db::utc_text(moment); });
        call.io.out << exchange::json_text(json) << '\n';
    } else {
        call.io.out << machine_page(machine);
    }
    call.io.out.flush();
    auto problems = machine.problems;
    const auto& backups = machine.backups;
    if (backups.level == backup::Level::bad) {
        problems.insert(problems.end(), backups.problems.begin(), backups.problems.end());
    } else {
        print_problems(call.io.err, "warning", backups.problems);
    }
    schema::refuse_any(std::move(problems));
}

void check(Invocation& call) {
    if (call.arguments.has("machine")) {
        check_machine(call);
        return;
    }
    if (call.arguments.has("accept-loss")) {
        accept_loss(call);
    }
    auto book = db::Book::open_for_check(call.book_file());
    if (call.arguments.has("renew-head")) {
        db::renew_head(book);
    }
    auto problems =
        call.arguments.has("quick") ? check_quickly(call, book) : check_wholly(call, book);
    if (!problems.empty()) {
        call.io.out.flush();
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    if (const auto witness = call.arguments.one("against")) {
        refuse_unknown_witness(book, *witness);
        if (!call.json()) {
            call.io.out << fmt::format("The ledger has {}.\n", one_line(*witness));
        }
    }
}

}  // namespace

std::vector<Command> keeping_commands() {
    return {
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
         .options = {{"quick",
                      "",
                      "only what is seen in a moment: SQLite's quick check, the tables, the chain "
                      "by its hashes, the head"},
                     {"machine",
                      "",
                      "only the machine: rights, free space, clock, age of the last backup, and "
                      "whether the folder lies on an encrypted file system"},
                     {"renew-head",
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
                      "also look for the entry of a print, of a backup's name or of a backup"},
                     {"public-key",
                      "FILE",
                      "the clinic's public key, as `needlebook key show` printed it: whether it is "
                      "the one that signs"}},
         .json = true,
         .asks = true,
         .run = &check},
    };
}

}  // namespace cli
