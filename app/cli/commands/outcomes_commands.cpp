// The results of the whole clinic.

#include "app/cli/commands/commands.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/pages/outcomes_page.h"
#include "app/export/outcomes_table.h"
#include "app/json/outcomes_json.h"
#include "app/progress/cohort/outcomes_texts.h"
#include "app/progress/words/care_card.h"
#include "app/report/report_file.h"
#include "db/records/clinic.h"
#include "schema/types/error.h"

namespace cli {

namespace {

void show_outcomes(Invocation& call) {
    if (call.json() && call.arguments.has("format")) {
        throw schema::misused("--json", "it does not go with --format", "leave one of them out");
    }
    const auto format = word_given(call, "format", Format::text);
    const auto language = language_given(call, format);
    require_out(call, format == Format::xlsx ? "xlsx" : "");
    const auto book = call.open_to_read();
    const auto request =
        progress::read_outcomes_request(book,
                                        call.today(book),
                                        {.instruments = call.arguments.all("instrument"),
                                         .by = call.arguments.one("by"),
                                         .at = call.arguments.one("at"),
                                         .prefix = "--"});
    const auto outcomes = progress::load_outcomes(book, request);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::outcomes_json(outcomes)) << '\n';
        return;
    }
    switch (format) {
        case Format::html:
            call.io.out << exchange::outcomes_file(
                outcomes,
                progress::care_contact(db::read_clinic(book)),
                language.value_or(exchange::ReportLanguage::english));
            break;
        case Format::csv:
            call.io.out << exchange::outcomes_csv(outcomes);
            break;
        case Format::xlsx:
            print_workbook(call, exchange::outcomes_listing(outcomes), "outcomes");
            break;
        case Format::text:
            call.io.out << outcomes_page(outcomes, {call.io.width, call.io.has_colours});
    }
}

}  // namespace

std::vector<Command> outcomes_commands() {
    return {
        {.noun = "outcomes",
         .verb = "",
         .summary = "Show the results of the whole clinic: how patients changed, on every scale.",
         .example = "needlebook outcomes --instrument dlqi --by tag:arm",
         .output =
             "…a table per scale: patients, means, change, responders, worsened, side effects…",
         .notes = "Without --instrument: every scale that has values, of the patient as a whole. "
                  "Groups of fewer than 5 patients are shown and marked. How each number is "
                  "computed, and the columns of the CSV: docs/statistics.md.",
         .options =
             {{.name = "instrument",
               .value = "CODE",
               .meaning = "only this scale: dlqi, or of one region tewl@left_cheek",
               .repeated = true},
              {"by",
               "WHAT",
               "fitzpatrick, sessions, depth, device, course or tag:KEY; within patients: side, or "
               "the key of a label of values, treated"},
              {"at", "VISITS", "also each visit, by its distance from the baseline: 0,4w,8w"},
              {"format",
               "FORMAT",
               "text, html (one file with charts, opens offline and prints on A4), csv or xlsx (a "
               "row for each group and scale); text by itself"},
              out_option(),
              {"language", "CODE", "of the HTML: en or ar; en by itself"}},
         .json = true,
         .as_of = true,
         .run = &show_outcomes},
    };
}

}  // namespace cli
