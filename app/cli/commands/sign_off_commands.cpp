// Asking somebody else to sign before a session, and signing.

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/record_json.h"
#include "app/tracking/sign_off.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "db/records/sign_offs.h"

namespace cli {

namespace {

using schema::SignOff;

schema::Id<SignOff> sign_off_given(const Invocation& call, const db::Book& book) {
    return schema::Id<SignOff>(id_given(call, book, kinds::of<SignOff>()));
}

// Those of the planned session that the rules are asked with; what it will be like, it is not yet.
std::vector<Option> planning_options() {
    auto options = writing_options(kinds::of<schema::Session>());
    std::erase_if(options, [](const Option& each) { return each.name == "override"; });
    return options;
}

void ask_for_sign_off(Invocation& call) {
    auto book = call.open_to_write();
    schema::Session planned;
    planned.patient = call.patient(book).id;
    set_given(call, book, planned);
    call.io.out
        << tracking::ask_for_sign_off(book, call.submission(), planned, call.now(book)).answer
        << '\n';
}

void show_what_waits(Invocation& call) {
    const auto book = call.open_to_read();
    const auto waiting = db::waiting_sign_offs(book, call.today(book));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::array_of(waiting, [&](const SignOff& each) {
            return exchange::record_json(each, db::find(book, each.patient)->chart);
        })) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : waiting) {
        rows.push_back({std::to_string(each.id.value),
                        db::find(book, each.patient)->chart,
                        each.on.text(),
                        each.rule,
                        each.because,
                        each.reason,
                        each.asked_by});
    }
    call.io.out << (rows.empty()
                        ? "Nothing waits for a signature.\n"
                        : text_table(
                              {"id", "patient", "on", "rule", "because", "reason", "asked by"},
                              rows,
                              call.io.table_width()));
}

void sign_one(Invocation& call) {
    auto book = call.open_to_write();
    call.io.out << tracking::sign(
                       book, call.submission(), sign_off_given(call, book), call.now(book))
                       .answer
                << '\n';
}

void decline_one(Invocation& call) {
    auto book = call.open_to_write();
    call.io.out << tracking::decline(
                       book, call.submission(), sign_off_given(call, book), call.now(book))
                       .answer
                << '\n';
}

}  // namespace

std::vector<Command> sign_off_commands() {
    const Argument id{"ID", "the id, as `needlebook sign-off waiting` shows it"};
    return {
        {.noun = "sign-off",
         .verb = "ask",
         .summary = "Ask somebody else to sign what the safety rules say of a planned session.",
         .example = "needlebook sign-off ask C-001 --at 2026-01-05T10:30 --device pen --area "
                    "left_cheek:1.5:4 --reason \"the cardiologist agreed\"",
         .output = "1, 2",
         .notes = "One for each finding that is a sign-off. Where `clinic set "
                  "sign_off=another_person` is set, such a session is\nrecorded only once they "
                  "are signed, for that patient, that day and what was found.\n",
         .arguments = {{"CHART", "the patient's chart number"}},
         .options = planning_options(),
         .book = Book::write,
         .needs_reason = true,
         .asks_the_clock = true,
         .run = &ask_for_sign_off},
        {.noun = "sign-off",
         .verb = "waiting",
         .summary = "List what waits for a signature, of all patients.",
         .example = "needlebook sign-off waiting",
         .output = "id  patient  on          rule     because  reason  asked by\n1   C-001    "
                   "2026-01-05  …        …        …       salma",
         .json = true,
         .as_of = true,
         .run = &show_what_waits},
        {.noun = "sign-off",
         .verb = "sign",
         .summary = "Sign what another account asked for.",
         .example = "needlebook sign-off sign 3",
         .output = "3",
         .notes = "A signature cannot be taken back. Who signed can neither record the session nor "
                  "be the one who needles.\n",
         .arguments = {id},
         .book = Book::write,
         .asks_the_clock = true,
         .run = &sign_one},
        {.noun = "sign-off",
         .verb = "decline",
         .summary = "Decline it, with a reason.",
         .example = "needlebook sign-off decline 3 --reason \"ask the cardiologist first\"",
         .output = "3",
         .arguments = {id},
         .book = Book::write,
         .needs_reason = true,
         .asks_the_clock = true,
         .run = &decline_one},
    };
}

}  // namespace cli
