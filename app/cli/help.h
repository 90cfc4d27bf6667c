#pragma once
// Help texts, made from the commands themselves: one sentence, an example with its output, then the
// options.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/command.h"

namespace cli {

// The options that all commands of its kind take.
std::vector<Option> common_options(const Command& command);

// The command's own options and those.
std::vector<Option> all_options(const Command& command);

// One that takes every option that is not some command's own.
Command command_of_all();

// Text wrapped to `width` columns, every line but the first indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

// "needlebook session record CHART --at TIME [OPTIONS]".
std::string usage_of(const Command& command);

// What an option means, with how it is given.
std::string option_note(const Option& option);

std::string help_of(const Command& command);

// Every command by noun; only those of `noun` if it is one.
std::string overview(std::span<const Command> commands, std::string_view noun);

// docs/cli.md
std::string reference(std::span<const Command> commands);

std::string version_line();

}  // namespace cli
