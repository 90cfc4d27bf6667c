#pragma once
// The manual as man reads it (man(7)), from the table of commands.

#include <span>
#include <string>

#include "app/cli/command.h"

namespace cli {

// needlebook(1): every command with its options.
std::string man_page(std::span<const Command> commands);

// A text within roff: its signs of control are plain text.
std::string roff(std::string_view text);

}  // namespace cli
