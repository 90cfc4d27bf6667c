#pragma once
// Texts that are not to stand in the list of processes, which everybody on a machine may read.

#include <istream>

#include "app/cli/command.h"

namespace cli {

// Puts what `in` holds in the place of each "-" given to an option or argument that says
// `from_input`: one takes all of it, of several each takes a line, in the order of the help, and
// the last one the rest. The last line end goes. Throws schema::Error (misused) when nothing is
// there, it is not UTF-8, or it has more than 1 MB.
void read_private_texts(const Command& command, Arguments& arguments, std::istream& in);

}  // namespace cli
