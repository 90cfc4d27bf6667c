#pragma once
// The command line's words to a command and its arguments. CLI11 does the parsing.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cli/command.h"

namespace cli {

struct Parsed {
    const Command* command = nullptr;  // none: only help or the version was asked for
    Arguments arguments;
    std::string help;  // what to print instead of running
};

// Throws schema::Error (misused) for words that name no command or option, or lack a required one.
Parsed parse(std::span<const Command> commands, const std::vector<std::string>& words);

}  // namespace cli
