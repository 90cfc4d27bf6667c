#pragma once
// What takes much away at once says first what it will do and to how much, and is asked once more.

#include <string>
#include <vector>

#include "app/cli/invocation.h"

namespace cli {

struct DangerousAct {
    std::string what;                  // "erases patient C-001; this cannot be undone"
    std::vector<std::string> details;  // "sessions: 3"; no names and no values: errors have them
    std::string way_back{};            // a sentence
};

// --yes: it is meant so.
Option yes_option();

// Tells it on `io.err`, and returns when it is meant: --yes was given, or "yes" is typed on the
// terminal. Throws schema::Error (refused): something else was typed; without a terminal and
// without --yes, with what it would do.
void confirm_act(Invocation& call, const DangerousAct& act);

}  // namespace cli
