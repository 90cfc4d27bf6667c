#pragma once
// The whole program behind main: parse, run, and every error as two lines and an exit status.

#include <string>
#include <vector>

#include "app/cli/invocation.h"

namespace cli {

// Returns the exit status: 0 done, 1 refused, 2 misused, 3 damaged.
int run(const std::vector<std::string>& words, Io& io);

}  // namespace cli
