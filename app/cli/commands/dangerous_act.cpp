#include "app/cli/commands/dangerous_act.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/terminal/display_text.h"
#include "schema/types/error.h"

namespace cli {

Option yes_option() {
    return {"yes", "", "do it without asking; without a terminal it is needed"};
}

void confirm_act(Invocation& call, const DangerousAct& act) {
    if (call.arguments.has("yes")) {
        return;
    }
    const auto name = call.command.name();
    if (call.io.in == nullptr) {
        throw schema::refused(
            name,
            fmt::format("{}: {}; nobody can be asked here", act.what, fmt::join(act.details, ", ")),
            "look whether that is meant, then add --yes");
    }
    call.io.err << fmt::format("This {}.\n", one_line(act.what));
    for (const auto& each : act.details) {
        call.io.err << fmt::format("  {}\n", one_line(each));
    }
    if (!act.way_back.empty()) {
        call.io.err << act.way_back << '\n';
    }
    call.io.err << "Type yes to go on: " << std::flush;
    std::string answer;
    call.io.in->clear();  // a text that was read from it before had an end
    std::getline(*call.io.in, answer);
    if (answer != "yes") {
        throw schema::refused(
            name, "was not confirmed; nothing was changed", "type the word yes, or give --yes");
    }
}

}  // namespace cli
