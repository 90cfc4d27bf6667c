#pragma once
// A command line as somebody types it in a shell, with a password on its standard input.

#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "tests/support/program.h"

namespace whole {

constexpr const char* input = "printf 'thistle kettle orbit\\n' | ";

// In the folder of the book.
inline support::Ran in_shell(const std::filesystem::path& book,
                             const std::string& actor,
                             const std::string& line) {
    const auto words = fmt::format("cd '{}'; {}{} {} --book '{}' --actor {}",
                                   book.parent_path().string(),
                                   input,
                                   NEEDLEBOOK,
                                   line,
                                   book.string(),
                                   actor);
    return support::Process({"/bin/sh", "-c", words}).wait();
}

}  // namespace whole
