#include "app/cli/commands/record_ways_back.h"

#include <fmt/format.h>

#include "app/cli/commands/dangerous_act.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/invocation.h"
#include "app/tracking/commit.h"
#include "app/tracking/move.h"
#include "app/tracking/restore.h"
#include "app/tracking/write.h"
#include "db/records/records.h"

namespace cli {

namespace {

using kinds::Kind;

// What is out of view with the patient.
DangerousAct voiding_act(const db::Book& book, const std::string& chart, std::int64_t id) {
    DangerousAct act{.what = fmt::format("voids patient {} with all that is recorded", chart),
                     .details = {},
                     .way_back = "`needlebook patient restore` is the way back."};
    const schema::Id<schema::Patient> patient(id);
    for (const auto& kind : kinds::of_patients()) {
        const auto count =
            is_patient(kind) ? 0 : db::records_of(book, kind, db::Which::in_force, patient).size();
        if (count > 0) {
            act.details.push_back(fmt::format("{}: {}", kind.plural, count));
        }
    }
    return act;
}

void void_record(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    auto which = kinds::blank(kind);
    const auto id = id_given(call, book, kind);
    kinds::Record(which).set_kept({.id = id});
    if (is_patient(kind)) {
        tracking::require_reason(call.submission());
        confirm_act(call, voiding_act(book, call.arguments.need("CHART"), id));
    }
    call.io.out << tracking::void_record(book, call.submission(), which).answer << '\n';
}

void restore_record(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    auto which = kinds::blank(kind);
    kinds::Record(which).set_kept({.id = id_given(call, book, kind)});
    call.io.out << tracking::restore_record(book, call.submission(), which).answer << '\n';
}

void move_record(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    auto which = kinds::blank(kind);
    kinds::Record(which).set_kept({.id = id_given(call, book, kind)});
    const auto to = tracking::patient_with_chart(book, call.arguments.need("to"));
    call.io.out << tracking::move_record(book, call.submission(), which, to.id).answer << '\n';
}

}  // namespace

std::vector<Command> way_back_commands(const Kind& kind) {
    std::vector<Command> commands;
    const std::string noun(kind.noun);
    const auto which = is_patient(kind) ? "C-001" : "3";
    const auto id = is_patient(kind) ? "1" : "3";
    const auto running = [&](void (*run)(Invocation&, const Kind&)) {
        return [run, &kind](Invocation& call) { run(call, kind); };
    };
    commands.push_back(
        {.noun = noun,
         .verb = "void",
         .summary = "Mark as entered in error: out of every summary, still in the ledger.",
         .example = fmt::format("needlebook {} void {} --reason \"wrong patient\"{}",
                                noun,
                                which,
                                is_patient(kind) ? " --yes" : ""),
         .output = id,
         .arguments = {which_one(kind)},
         .options = is_patient(kind) ? std::vector<Option>{yes_option()} : std::vector<Option>{},
         .book = Book::write,
         .needs_reason = true,
         .run = running(&void_record)});
    commands.push_back(
        {.noun = noun,
         .verb = "restore",
         .summary = "Let what was voided count again, with its scores and findings.",
         .example =
             fmt::format("needlebook {} restore {} --reason \"voided by mistake\"", noun, which),
         .output = id,
         .notes = "Refused where it cannot be true beside what was recorded meanwhile; asked back "
                  "where it was recorded anew.\n",
         .arguments = {which_one(kind)},
         .book = Book::write,
         .needs_reason = true,
         .run = running(&restore_record)});
    if (!is_patient(kind)) {
        commands.push_back(
            {.noun = noun,
             .verb = "move",
             .summary = "Give a record to the patient whose it is, with its scores.",
             .example =
                 fmt::format("needlebook {} move 3 --to C-002 --reason \"wrong patient\"", noun),
             .output = "3",
             .notes = "What refers to it goes along: with a session its products and side effects. "
                      "`undo` is the way back.\n",
             .arguments = {which_one(kind)},
             .options = {{"to", "CHART", "the chart number of the right patient", true}},
             .book = Book::write,
             .needs_reason = true,
             .run = running(&move_record)});
    }
    return commands;
}

}  // namespace cli
