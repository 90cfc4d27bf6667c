#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/dangerous_act.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/problems.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/terminal.h"
#include "app/json/ledger_json.h"
#include "app/tracking/check.h"
#include "app/tracking/wall_clock.h"
#include "db/backup.h"
#include "db/last_backup.h"
#include "db/ledger/ledger.h"
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

tracking::Check check_with_bar(Invocation& call, const db::Book& book) {
    ProgressBar bar(call.io, "checking");
    return tracking::check(
        book, [&](auto done, auto all) { bar.show(done, all); }, public_key_given(call));
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
    auto result = check_with_bar(call, book);
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

void check(Invocation& call) {
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
void note_when(Invocation& call, const db::Book& book, const db::Head& end) {
    try {
        db::note_backup(book.file(),
                        {.moment = tracking::moment_now().time_since_epoch().count(), .end = end});
    } catch (const schema::Error& error) {
        print_problems(call.io.err, "warning", error.problems());
        call.io.err << "note: the copy is whole; the pages do not tell of it\n";
    }
}

void backup(Invocation& call) {
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
    call.io.err << fmt::format("A verified copy: {}\nIt ends with ledger entry {}, {}\n",
                               copy.string(),
                               copied.end.seq,
                               db::hex(copied.end.hash).substr(0, db::witness_digits));
    note_when(call, book, copied.end);
    if (!copied.photos_left_out.empty()) {
        print_problems(call.io.err, "warning", copied.photos_left_out);
        call.io.err << "note: these photographs are not in the copy\n";
    }
    if (!copied.log_left_out.empty()) {
        print_problems(call.io.err, "warning", copied.log_left_out);
        call.io.err << "note: the log of who read what is not in the copy\n";
    }
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
    const auto photos_left_out = db::restore(copy, call.book_file(), call.arguments.has("replace"));
    call.io.err << fmt::format("Restored: {}\n", call.book_file().string());
    if (!photos_left_out.empty()) {
        print_problems(call.io.err, "warning", photos_left_out);
        call.io.err << "note: the copy does not have the bytes of these photographs\n";
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
         .run = &check},
        {.noun = "backup",
         .verb = "",
         .summary = "Copy the book while it is in use, and verify the copy.",
         .example = "needlebook backup /mnt/usb/clinic-2026-01-05.needlebook",
         .output = "A verified copy: /mnt/usb/clinic-2026-01-05.needlebook\n"
                   "It ends with ledger entry 96, 5f0c1a2b9d3e4f50",
         .notes =
             "The copy gets its name when it has passed what `check --quick` looks at; what "
             "else `check` proves, it proves of the copy too\n(`needlebook check --book "
             "FILE`), and --prove of the book before it is copied. In a folder the copy is "
             "named by the\nday and the last ledger entry with its hash: `check --against` "
             "finds it again years later.\nA log of who read what that is not whole is left out, "
             "which a warning says; the exit status is 0.\n",
         .arguments = {{"FILE", "where to; it must not be there yet. Or a folder"}},
         .options = {{"prove",
                      "",
                      "check the whole book first, and every byte of the ledger in the copy"}},
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
