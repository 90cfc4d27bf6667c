#pragma once
// --json of what has no JSON of its own: the answer of a write, and an error as problem details.

#include <cstdint>
#include <ostream>
#include <string>

#include "app/cli/command.h"
#include "schema/types/error.h"

namespace cli {

// {"command","entry","answer":[line,…]}: what it would have printed, and the last entry of the
// ledger then; null where there is none to read.
void print_json_answer(std::ostream& out,
                       const Command& command,
                       const std::string& printed,
                       std::int64_t entry);

// As problem details (RFC 9457): {"title","detail","try","exit_status","errors":[{"field","detail",
// "try","command"}]}.
void print_json_error(std::ostream& out, const schema::Error& error, int exit_status);

}  // namespace cli
