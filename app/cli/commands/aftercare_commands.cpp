#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/aftercare_page.h"
#include "app/cli/pages/care_words.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/hours_text.h"
#include "app/json/aftercare_json.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "app/tracking/profile.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/ledger.h"
#include "db/records/profile.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"

namespace cli {

namespace {

using schema::CareAdvice;

// --at, else the minute on the clinic's wall clock now.
schema::CivilTime moment_asked_for(const Invocation& call,
                                   const db::Book& book,
                                   const schema::Clinic& clinic) {
    return call.arguments.has("at") ? moment_option(call, book, "at")
                                    : tracking::now_in(clinic.time_zone);
}

void show_aftercare(Invocation& call) {
    const auto format = word_given(call, "format", Format::text);
    const auto language = language_given(call, format);
    if (format == Format::csv || format == Format::xlsx) {
        throw schema::refused("--format",
                              fmt::format("there is no \"{}\" of a card", schema::word(format)),
                              "give text or html");
    }
    if (call.json() && call.arguments.has("format")) {
        throw schema::misused("--json", "it does not go with --format", "leave one of them out");
    }
    const bool is_file = format == Format::html;
    const auto book = call.open_to_read(is_file ? access_control::Right::print_reports
                                                : access_control::Right::read_records);
    const auto history = progress::load_history(book, call.patient(book));
    const auto care = clinical::aftercare(progress::care_facts(history),
                                          moment_asked_for(call, book, history.clinic));
    const auto card = progress::care_card(history, care);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::aftercare_json(care, card)) << '\n';
    } else if (is_file) {
        call.io.out << exchange::aftercare_file(
            history.patient,
            care,
            card,
            progress::care_contact(history.clinic),
            language.value_or(exchange::language_for(history.patient)),
            db::ledger_end(book));
    } else {
        call.io.out << aftercare_page(
            history.patient, care, card, {call.io.width, call.io.has_colours});
    }
}

std::string when_text(const CareAdvice& row) {
    return row.from_hours == 0 ? "first " + clinical::hours_text(row.until_hours)
                               : clinical::span_text(row.from_hours, row.until_hours);
}

// A line for each row, and below it for whom it is and where it comes from.
Lines advice_lines(const clinical::CareRows& profile, int width) {
    const auto line = [](std::string_view subject,
                         std::string_view stance,
                         std::string_view when,
                         std::string_view cautious,
                         std::string_view whose) {
        return fmt::format("{:<22} {:<12} {:<20} {:<9} {}", subject, stance, when, cautious, whose);
    };
    Lines lines{{{line("subject", "stance", "after a session", "at most", "whose"), Ink::strong}}};
    for (const auto& row : profile) {
        const auto& advice = row.advice;
        const auto cautious =
            advice.cautious_until_hours ? clinical::hours_text(*advice.cautious_until_hours) : "";
        lines.push_back({{line(schema::word(advice.subject),
                               plain(advice.stance),
                               when_text(advice),
                               cautious,
                               advice.id.value == 0 ? "program" : "clinic")}});
        const auto source =
            paragraph({{"    "}},
                      fmt::format("for {}, {}: ", case_words(row), grade_words(row.grade)) +
                          one_line(advice.source),
                      width,
                      Ink::soft);
        lines.insert(lines.end(), source.begin(), source.end());
    }
    return lines;
}

void list_advice(Invocation& call) {
    const auto book = call.open_to_read();
    const auto profile = clinical::care_profile(db::profile_rows<CareAdvice>(book));
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::advice_json(profile)) << '\n';
        return;
    }
    call.io.out << text_of(advice_lines(profile, call.io.width), call.io.has_colours);
}

// The row that the words of the command line give; throws with everything that does not fit.
CareAdvice advice_given(const Invocation& call) {
    CareAdvice advice;
    std::vector<schema::Problem> problems;
    kinds::set_field(advice, "subject", call.arguments.need("SUBJECT"), "SUBJECT", problems);
    for (const auto& option : call.command.options) {
        auto field = option.name;
        std::replace(field.begin(), field.end(), '-', '_');
        if (const auto text = call.arguments.one(option.name)) {
            kinds::set_field(advice, field, *text, "--" + option.name, problems);
        }
    }
    schema::refuse_any(std::move(problems));
    return advice;
}

void set_advice(Invocation& call) {
    const auto advice = advice_given(call);
    auto book = call.open_to_write();
    tracking::set_profile_row(book, call.submission(), advice);
}

void remove_advice(Invocation& call) {
    const auto advice = advice_given(call);
    auto book = call.open_to_write();
    tracking::remove_profile_row(book, call.submission(), advice);
}

std::vector<Option> advice_options() {
    return {
        {"stance", "WORD", schema::word_list<schema::Stance>(), true},
        {"until-hours", "N", "until so many hours after a session, 1 to 2000", true},
        {"from-hours", "N", "from so many hours after it; by itself 0"},
        {"cautious-until-hours", "N", "the longest that any source says, where they differ"},
        {"source", "TEXT", "where it comes from: a handout, a paper, the doctor", true},
    };
}

}  // namespace

std::vector<Command> aftercare_commands() {
    const Argument subject{"SUBJECT", schema::word_list<schema::CareSubject>()};
    return {
        {.noun = "aftercare",
         .verb = "",
         .summary = "Say what to use and what to avoid after a session, and until when.",
         .example = "needlebook aftercare C-001 --at 2026-01-05T15:30",
         .output =
             "…\nFirst\n  • Until Tuesday 6 January, 10:30: stay in the shade; wash with water "
             "only; …\n…\nAvoid\n  • Until the evening of Wednesday 7 January: make-up.\n…\n"
             "What comes next\n  • From Thursday 8 January (day 4): your normal cleanser again …",
         .notes = "Hours are counted on the clinic's wall clock. Where a time of day is not "
                  "recorded, the earliest hour\nthat it can have been counts, so that nothing is "
                  "allowed too early. The hours are those of the\ndevice, its depth and the skin "
                  "type; a type that is not recorded counts as IV to VI.\n",
         .arguments = {{"CHART", "the patient's chart number"}},
         .options = {{"at",
                      "TIME",
                      "as if it were then: " + schema::Text<schema::CivilTime>::form() +
                          "; by itself now"},
                     {"format",
                      "FORMAT",
                      "text or html (the card to take home, one page of A4); text by itself"},
                     {"language",
                      "CODE",
                      "of the HTML: en, ar, or en+ar, beside each other; by itself the language "
                      "that the patient reads, or en"}},
         .json = true,
         .run = &show_aftercare},
        {.noun = "advice",
         .verb = "list",
         .summary = "List the profile of aftercare, with whose each row is, for which sessions, "
                    "and where it comes from.",
         .example = "needlebook advice list",
         .output = "subject                stance       after a session      at most   whose\n"
                   "cleanser               advised      24 to 72 hours                 program\n"
                   "    for every session, label: SkinPen Precision, …\n…",
         .json = true,
         .run = &list_advice},
        {.noun = "advice",
         .verb = "set",
         .summary = "Set the clinic's own advice for every session, in the place of the program's.",
         .example = "needlebook advice set make_up --stance avoid --until-hours 36 --source \"our "
                    "handout\"",
         .output = "",
         .arguments = {subject},
         .options = advice_options(),
         .book = Book::write,
         .run = &set_advice},
        {.noun = "advice",
         .verb = "remove",
         .summary = "Take the clinic's own advice out again: the program's holds.",
         .example = "needlebook advice remove make_up",
         .output = "",
         .arguments = {subject},
         .book = Book::write,
         .run = &remove_advice},
    };
}

}  // namespace cli
