#pragma once
// How a file is understood by itself, shown or taken; and the rules that keep it.

#include <string>

#include "app/cli/invocation.h"
#include "app/import/proposal/proposal.h"

namespace cli {

// What was given with the rules of --rules; the command line wins. Throws schema::Error (refused)
// with the line of a rule that is no option of the command.
Arguments with_rules(const Invocation& call);

// Writes what was given, and what a proposal adds, as rules to the file of --save-rules, if any.
void save_rules(const Command& command,
                const Arguments& given,
                const std::vector<exchange::Rule>& added);

// Prints the proposal, and throws schema::Error (refused): nothing was written.
[[noreturn]] void show_proposal(Invocation& call, const exchange::Proposal& proposal);

}  // namespace cli
