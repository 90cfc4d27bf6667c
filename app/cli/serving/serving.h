#pragma once
// Serving a book from the command line: its own, or the demo's.

#include <filesystem>
#include <vector>

#include "app/cli/invocation.h"

namespace cli {

// --port, --open and --address-file.
std::vector<Option> serving_options();

// Prints the address, and serves until Ctrl-C. Throws schema::Error for a port that is none or is
// taken.
void serve_book(Invocation& call, const std::filesystem::path& book);

}  // namespace cli
