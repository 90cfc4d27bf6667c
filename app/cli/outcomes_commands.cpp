// The results of the whole clinic.

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/outcomes_page.h"
#include "app/cli/report_format.h"
#include "app/exchange/outcomes_html.h"
#include "app/exchange/outcomes_json.h"
#include "app/exchange/outcomes_markdown.h"
#include "app/exchange/outcomes_table.h"
#include "app/progress/load_outcomes.h"
#include "db/instruments.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

progress::Wanted wanted(const db::Book& book, const std::string& code) {
    const auto at = code.find('@');
    const auto instrument = db::find_instrument(book, code.substr(0, at));
    if (!instrument) {
        throw schema::refused("--instrument",
                              fmt::format("\"{}\" is not an instrument", code),
                              "`needlebook instrument list` shows the codes");
    }
    progress::Wanted result{.instrument = *instrument};
    if (at != std::string::npos) {
        result.region = schema::read_word<schema::Region>(code.substr(at + 1));
        if (!result.region) {
            throw schema::refused("--instrument",
                                  fmt::format("\"{}\" names no region after the @", code),
                                  "give one of: " + schema::word_list<schema::Region>());
        }
    }
    return result;
}

progress::Grouping grouping_given(const Invocation& call) {
    const auto text = call.arguments.one("by");
    if (!text) {
        return {};
    }
    const auto grouping = progress::read_grouping(*text);
    if (!grouping) {
        throw schema::refused("--by",
                              fmt::format("\"{}\" is not a way to group patients", *text),
                              "give fitzpatrick, sessions, depth, device, course or tag:KEY");
    }
    return *grouping;
}

progress::VisitPlan plan_given(const Invocation& call) {
    const auto text = call.arguments.one("at");
    if (!text) {
        return {};
    }
    const auto plan = progress::read_visit_plan(*text);
    if (!plan) {
        throw schema::refused("--at",
                              fmt::format("\"{}\" is not a list of different visits", *text),
                              "give distances from the baseline such as 0,4w,8w or 0,1m,6m");
    }
    return *plan;
}

std::string formatted(const progress::Outcomes& outcomes, Format format, const PageStyle& style) {
    switch (format) {
        case Format::md:
            return exchange::outcomes_markdown(outcomes);
        case Format::html:
            return exchange::outcomes_html(outcomes);
        case Format::csv:
            return exchange::outcomes_csv(outcomes);
        case Format::text:
            break;
    }
    return outcomes_page(outcomes, style);
}

void show_outcomes(Invocation& call) {
    if (call.json() && call.arguments.has("format")) {
        throw schema::misused("--json", "it does not go with --format", "leave one of them out");
    }
    const auto format = word_given(call, "format", Format::text);
    const auto book = call.open_to_read();
    progress::OutcomesRequest request{
        .as_of = call.today(book), .grouping = grouping_given(call), .plan = plan_given(call)};
    for (const auto& code : call.arguments.all("instrument")) {
        request.wanted.push_back(wanted(book, code));
    }
    const auto outcomes = progress::load_outcomes(book, request);
    call.io.out << (call.json()
                        ? exchange::outcomes_json(outcomes) + "\n"
                        : formatted(outcomes, format, {call.io.width, call.io.out_is_terminal}));
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
         .options = {{.name = "instrument",
                      .value = "CODE",
                      .meaning = "only this scale: dlqi, or of one region tewl@left_cheek",
                      .repeated = true},
                     {"by", "WHAT", "fitzpatrick, sessions, depth, device, course or tag:KEY"},
                     {"at",
                      "VISITS",
                      "also each visit, by its distance from the baseline: 0,4w,8w"},
                     {"format",
                      "FORMAT",
                      "text, md, html (one file with charts, prints on A4) or csv (a row for each "
                      "group and scale); text by itself"}},
         .json = true,
         .as_of = true,
         .run = &show_outcomes},
    };
}

}  // namespace cli
