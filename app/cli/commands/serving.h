#pragma once
// Serving a book from the command line: its own, or the demo's.

#include <filesystem>
#include <vector>

#include "app/cli/invocation.h"

namespace cli {

// --port and --open.
std::vector<Option> serving_options();

// Throws schema::Error (refused) for a book with accounts: the server does not sign anybody in yet.
void refuse_accounts(const db::Book& book);

// Prints the address, and serves until Ctrl-C. Throws schema::Error for a port that is none or is
// taken, and as above.
void serve_book(Invocation& call, const std::filesystem::path& book);

}  // namespace cli
