#pragma once
// The list of one kind of a patient's records, or of all patients on some days.

#include "app/cli/command.h"
#include "schema/kinds/kind.h"

namespace cli {

Command list_command(const kinds::Kind& kind);

}  // namespace cli
