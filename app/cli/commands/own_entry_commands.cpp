// What patients told on their own pages: what waits, accepting and declining it.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/import/import_bytes.h"
#include "app/import/patient_file/check_in.h"
#include "app/json/record_json.h"
#include "app/tracking/patient_entries.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/patient_entries.h"
#include "db/records/records.h"

namespace cli {

namespace {

using schema::PatientEntry;

std::string shown_number(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "";
}

void show_what_waits(Invocation& call) {
    const auto book = call.open_to_read();
    const auto waiting = db::waiting_entries(book);
    if (call.json()) {
        call.io.out << exchange::json_text(
                           exchange::array_of(waiting,
                                              [&](const PatientEntry& each) {
                                                  return exchange::record_json(
                                                      each, db::find(book, each.patient)->chart);
                                              }))
                    << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : waiting) {
        rows.push_back({std::to_string(each.id.value),
                        db::find(book, each.patient)->chart,
                        each.at.text(),
                        shown_number(each.pain),
                        each.redness ? std::string(schema::word(*each.redness)) : "",
                        shown_number(each.days_out),
                        each.dlqi ? each.dlqi->text() : "",
                        each.note.value_or("")});
    }
    call.io.out
        << (rows.empty()
                ? "Nothing that a patient told waits.\n"
                : text_table({"id", "patient", "at", "pain", "redness", "days out", "dlqi", "note"},
                             rows,
                             call.io.table_width()));
}

template <auto act>
void answer_one(Invocation& call) {
    auto book = call.open_to_write();
    const schema::Id<PatientEntry> id(id_given(call, book, kinds::of<PatientEntry>()));
    const auto now = tracking::now_in(db::read_clinic(book).time_zone);
    call.io.out << act(book, call.submission(), id, now).answer << '\n';
}

// Each file is a write of its own: one that is none leaves those before it taken in.
void import_check_ins(Invocation& call) {
    auto book = call.open_to_write();
    const auto now = tracking::now_in(db::read_clinic(book).time_zone);
    for (const auto& name : call.arguments.all("FILE")) {
        const auto report = exchange::import_check_in(
            book, call.submission(), {name, exchange::bytes_of_file(name)}, now);
        call.io.out << fmt::format(
            "{}: {} of {} kept\n", one_line(report.chart), report.kept, report.entries);
        if (!report.is_signed) {
            call.io.err << fmt::format(
                "warning: {}: the clinic has no key, so nothing shows who wrote this\n", name);
        }
    }
}

}  // namespace

std::vector<Command> own_entry_commands() {
    const Argument id{"ID", "the id, as `needlebook own-entry waiting` shows it"};
    return {
        {.noun = "own-entry",
         .verb = "waiting",
         .summary =
             "List what patients told on their own pages and nobody answered, of all patients.",
         .example = "needlebook own-entry waiting",
         .output =
             "id  patient  at                pain  redness   days out  dlqi  note\n3   C-001    "
             "2026-01-06T20:15  2     a_little  1",
         .json = true,
         .run = &show_what_waits},
        {.noun = "own-entry",
         .verb = "accept",
         .summary = "Accept it: it stands as by the patient.",
         .example = "needlebook own-entry accept 3",
         .output = "3",
         .notes = "Answers of DLQI become a questionnaire that says so. `needlebook undo` takes it "
                  "back.\n",
         .arguments = {id},
         .book = Book::write,
         .asks_the_clock = true,
         .run = &answer_one<&tracking::accept_entry>},
        {.noun = "own-entry",
         .verb = "decline",
         .summary = "Decline it: it counts nowhere, and stays to be seen.",
         .example = "needlebook own-entry decline 3",
         .output = "3",
         .arguments = {id},
         .book = Book::write,
         .asks_the_clock = true,
         .run = &answer_one<&tracking::decline_entry>},
        {.noun = "own-entry",
         .verb = "import",
         .summary = "Take in check-ins that patients wrote into their file and brought back.",
         .example = "needlebook own-entry import check-in.json",
         .output = "C-001: 1 of 1 kept",
         .notes = "What is there already is left out, so files may come twice and in any order. It "
                  "waits until it is accepted.\n",
         .arguments = {{.name = "FILE",
                        .meaning = "a check-in, as the patient's file saved it",
                        .repeated = true}},
         .book = Book::write,
         .asks_the_clock = true,
         .run = &import_check_ins},
    };
}

}  // namespace cli
