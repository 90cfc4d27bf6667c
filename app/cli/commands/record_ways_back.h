#pragma once
// The commands that take a record out of view, bring it back, or give it to the right patient.

#include <vector>

#include "app/cli/command.h"
#include "schema/kinds/kinds.h"

namespace cli {

// void and restore; move, but of a patient.
std::vector<Command> way_back_commands(const kinds::Kind& kind);

}  // namespace cli
