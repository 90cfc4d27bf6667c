#include "app/cli/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/progress_page.h"
#include "app/exchange/progress_json.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"

namespace cli {

namespace {

void show_progress(Invocation& call) {
    const auto book = call.open_to_read();
    const auto summary =
        progress::summarise(progress::load_history(book, call.patient(book)), call.today(book));
    call.io.out << (call.json() ? exchange::progress_json(summary) + "\n"
                                : progress_page(summary, {call.io.width, call.io.out_is_terminal}));
}

}  // namespace

std::vector<Command> progress_commands() {
    return {
        {.noun = "progress",
         .verb = "",
         .summary = "Summarise a patient's progress over time.",
         .example = "needlebook progress C-001",
         .output = "…a page: course, gaps, and a table per concern…",
         .arguments = {{"CHART", "the patient's chart number"}},
         .json = true,
         .as_of = true,
         .run = &show_progress},
    };
}

}  // namespace cli
