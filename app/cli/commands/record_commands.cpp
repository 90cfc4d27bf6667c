// The commands of every kind of record, made from its description: the verb that writes one, list,
// show, correct; void, restore and move stand in record_ways_back.h.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/commands/record_ways_back.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/session_gate.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/record_list.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/clinical/events/event_grades.h"
#include "app/clinical/left_open.h"
#include "app/json/record_json.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using kinds::Kind;
using schema::AnyRecord;
using schema::Problem;

AnyRecord stored(const Invocation& call, const db::Book& book, const Kind& kind) {
    const auto id = id_given(call, book, kind);
    auto record = db::find(book, kind, id);
    if (!record) {
        throw schema::refused(fmt::format("{} {}", kind.noun, id),
                              "there is none with this id",
                              fmt::format("`needlebook {} list CHART` shows the ids", kind.noun));
    }
    return std::move(*record);
}

void write_new(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    auto any = kinds::blank(kind);
    const kinds::Record record(any);
    if (!is_patient(kind)) {
        record.set_kept({.patient = call.patient(book).id.value});
    }
    set_given(call, book, record);
    if (kind.steps.gate) {
        record_session(call, book, std::get<schema::Session>(any));
        return;
    }
    call.io.out << tracking::record(book, call.submission(), any).answer << '\n';
    for (const auto& note :
         std::visit([](const auto& one) { return clinical::left_open(one); }, any)) {
        call.io.err << "note: " << note << '\n';
    }
}

void show_record(Invocation& call, const Kind& kind) {
    const auto book = call.open_to_read();
    const auto record = stored(call, book, kind);
    const auto kept = kinds::ConstRecord(record).kept();
    const auto patient = db::find(book, schema::Id<schema::Patient>(kept.patient));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::record_json(record, patient->chart)) << '\n';
        return;
    }
    call.io.out << fmt::format("{} {} of {}{}\n",
                               kind.noun,
                               kept.id,
                               patient->chart,
                               kept.voided ? " (voided: entered in error)" : "")
                << record_lines(record);
    if (kept.voided || patient->voided) {
        say_voided(
            call, book, kept.voided ? kinds::ConstRecord(record) : kinds::ConstRecord(*patient));
    }
    if (kind.steps.gate) {
        call.io.out << findings_of_session(book, std::get<schema::Session>(record), call.io.width);
    }
}

void correct_record(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    const auto before = stored(call, book, kind);
    auto record = before;
    correct_given(call, book, record);
    if (kind.steps.gate) {
        correct_session(call, book, std::get<schema::Session>(record));
    } else {
        tracking::correct(book, call.submission(), record);
    }
    print_correction(call, kinds::ConstRecord(before).kept(), before, record);
}

// Sets the field that says when it was over.
void end_record(Invocation& call, const Kind& kind) {
    auto book = call.open_to_write();
    auto record = stored(call, book, kind);
    std::vector<Problem> problems;
    const auto field = kind.field(schema::Role::until)->name;
    kinds::set_field(record, field, call.arguments.need("on"), "--on", problems);
    schema::refuse_any(std::move(problems));
    call.io.out << tracking::end(book, call.submission(), record).answer << '\n';
}

// The grades where they are entered.
std::string notes_of(const Kind& kind) {
    return &kind == &kinds::of<schema::AdverseEvent>() ? clinical::grade_notes() : std::string();
}

void add_commands(std::vector<Command>& commands, const Kind& kind) {
    const auto& example = kind.example;
    const std::string noun(kind.noun);
    const auto id = is_patient(kind) ? "1" : "3";
    const auto arguments = is_patient(kind)
                               ? std::vector<Argument>{}
                               : std::vector<Argument>{{"CHART", "the patient's chart number"}};
    const auto running = [&](void (*run)(Invocation&, const Kind&)) {
        return [run, &kind](Invocation& call) { run(call, kind); };
    };
    if (kind.is_entered_as_others()) {
        commands.push_back(
            {.noun = noun,
             .verb = std::string(kind.verb),
             .summary = std::string(example.summary),
             .example = fmt::format("needlebook {} {} {}", noun, kind.verb, example.options),
             .output = id,
             .notes = notes_of(kind),
             .arguments = arguments,
             .options = writing_options(kind),
             .book = Book::write,
             .run = running(&write_new)});
    }
    if (!is_patient(kind)) {
        commands.push_back(list_command(kind));
        commands.push_back(show_command(kind, running(&show_record)));
    }
    if (kind.made_by_program) {
        return;
    }
    if (!kind.has_own_entrance) {
        commands.push_back(correct_command(kind, running(&correct_record)));
    }
    for (auto& command : way_back_commands(kind)) {
        commands.push_back(std::move(command));
    }
}

Command end_command(const Kind& kind) {
    const std::string noun(kind.noun);
    return {.noun = noun,
            .verb = "end",
            .summary = fmt::format("Say when it was over: {}.", kind.summary),
            .example = fmt::format("needlebook {} end 3 --on 2026-06-01", noun),
            .output = "3",
            .arguments = {which_one(kind)},
            .options = {{"on", "DATE", "the day it ended", true}},
            .book = Book::write,
            .run = [&kind](Invocation& call) { end_record(call, kind); }};
}

}  // namespace

std::vector<Command> record_commands(const Kind& kind) {
    std::vector<Command> commands;
    add_commands(commands, kind);
    if (kind.steps.ends) {
        commands.push_back(end_command(kind));
    }
    return commands;
}

}  // namespace cli
