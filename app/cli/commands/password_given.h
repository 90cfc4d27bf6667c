#pragma once
// A password that somebody gives: typed twice at a terminal that does not show it, or a line of
// standard input. Never a word of the command line, which other users of the machine can read.

#include <string>
#include <string_view>

#include "app/cli/invocation.h"

namespace cli {

Option password_option();  // --password-stdin

// Throws schema::Error (refused) without a terminal or --password-stdin, and where the two that
// were typed differ.
std::string password_given(Invocation& call);

// Another secret, in one line: from standard input, or typed at the terminal, unseen. Throws
// schema::Error (refused) without either.
std::string line_given(Invocation& call, std::string_view prompt, bool is_input);

}  // namespace cli
