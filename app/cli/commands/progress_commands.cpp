#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/pages/patient_page.h"
#include "app/cli/pages/progress_page.h"
#include "app/export/progress_table.h"
#include "app/json/progress_json.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/report/report_file.h"
#include "app/report/report_photos.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/ledger.h"
#include "db/records/clinic.h"
#include "schema/types/error.h"

namespace cli {

namespace {

using exchange::Audience;

// Consent is asked of the day that it is, whatever day the report is of.
std::string html_of(const db::Book& book,
                    const progress::Summary& summary,
                    Audience audience,
                    exchange::ReportLanguage language) {
    const auto today = tracking::today_in(db::read_clinic(book).time_zone);
    const auto photos =
        exchange::report_photos(book, summary.patient.id, audience, {summary.as_of, today});
    return exchange::progress_file(
        summary, audience, language, db::ledger_end(book), photos ? &*photos : nullptr);
}

std::string formatted(const db::Book& book,
                      const progress::Summary& summary,
                      Format format,
                      Audience audience,
                      exchange::ReportLanguage language,
                      const PageStyle& style) {
    switch (format) {
        case Format::html:
            return html_of(book, summary, audience, language);
        case Format::csv:
            return exchange::progress_csv(summary);
        case Format::xlsx:
        case Format::text:
            break;
    }
    return audience == Audience::patient ? patient_page(summary, style)
                                         : progress_page(summary, style);
}

// A page at the terminal is read; a report is printed, and a table is taken out.
access_control::Right right_of(Format format) {
    switch (format) {
        case Format::html:
            return access_control::Right::print_reports;
        case Format::csv:
        case Format::xlsx:
            return access_control::Right::export_records;
        case Format::text:
            break;
    }
    return access_control::Right::read_records;
}

void refuse_json_with_others(const Invocation& call) {
    for (const auto* option : {"for", "format", "language", "out"}) {
        if (call.json() && call.arguments.has(option)) {
            throw schema::misused("--json",
                                  fmt::format("it does not go with --{}", option),
                                  "leave one of them out; the JSON has the sentences for both");
        }
    }
}

void show_progress(Invocation& call) {
    refuse_json_with_others(call);
    const auto audience = word_given(call, "for", Audience::clinic);
    const auto format = word_given(call, "format", Format::text);
    const auto language = language_given(call, format);
    require_out(call, format == Format::xlsx ? "xlsx" : "");
    const auto book = call.open_to_read(right_of(format));
    const auto summary =
        progress::summarise(progress::load_history(book, call.patient(book)), call.today(book));
    if (format == Format::xlsx) {
        print_workbook(call, exchange::progress_listing(summary), summary.patient.chart);
        return;
    }
    const auto by_itself = audience == Audience::patient ? exchange::language_for(summary.patient)
                                                         : exchange::ReportLanguage::english;
    call.io.out << (call.json() ? exchange::json_text(exchange::progress_json(summary)) + "\n"
                                : formatted(book,
                                            summary,
                                            format,
                                            audience,
                                            language.value_or(by_itself),
                                            {call.io.width, call.io.has_colours}));
}

}  // namespace

std::vector<Command> progress_commands() {
    return {
        {.noun = "progress",
         .verb = "",
         .summary = "Summarise a patient's progress over time.",
         .example = "needlebook progress C-001",
         .output = "…a page: course, gaps, and a table per concern…",
         .notes = "A report is printed: `needlebook progress C-001 --format html > C-001.html` "
                  "keeps it.\nIt holds personal data.\n",
         .arguments = {{"CHART", "the patient's chart number"}},
         .options =
             {{"for", "WHOM", "clinic (everything) or patient (plain sentences); clinic by itself"},
              {"format",
               "FORMAT",
               "text, html (one file with charts, opens offline and prints on A4), csv or xlsx "
               "(all values); text by itself"},
              out_option(),
              {"language",
               "CODE",
               "of the HTML: en, ar, or for the patient en+ar, beside each other; by itself en, or "
               "the language that the patient reads"}},
         .json = true,
         .as_of = true,
         .run = &show_progress},
    };
}

}  // namespace cli
