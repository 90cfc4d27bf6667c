// The results of the whole clinic.

#include "app/cli/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/outcomes_page.h"
#include "app/exchange/outcomes_json.h"
#include "app/progress/outcomes_texts.h"

namespace cli {

namespace {

void show_outcomes(Invocation& call) {
    const auto book = call.open_to_read();
    const auto request =
        progress::read_outcomes_request(book,
                                        call.today(book),
                                        {.instruments = call.arguments.all("instrument"),
                                         .by = call.arguments.one("by"),
                                         .at = call.arguments.one("at"),
                                         .prefix = "--"});
    const auto outcomes = progress::load_outcomes(book, request);
    call.io.out << (call.json()
                        ? exchange::outcomes_json(outcomes) + "\n"
                        : outcomes_page(outcomes, {call.io.width, call.io.out_is_terminal}));
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
                  "computed: docs/statistics.md.",
         .options = {{.name = "instrument",
                      .value = "CODE",
                      .meaning = "only this scale: dlqi, or of one region tewl@left_cheek",
                      .repeated = true},
                     {"by", "WHAT", "fitzpatrick, sessions, depth, device, course or tag:KEY"},
                     {"at",
                      "VISITS",
                      "also each visit, by its distance from the baseline: 0,4w,8w"}},
         .json = true,
         .as_of = true,
         .run = &show_outcomes},
    };
}

}  // namespace cli
