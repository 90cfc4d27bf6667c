#pragma once
// Faults as people read them: two lines each.

#include <ostream>
#include <string_view>
#include <vector>

#include "schema/types/error.h"

namespace cli {

// "error: where: what" and "try: remedy" for each; another word may stand in the place of "error".
// Line ends in what was given become blanks, so that two lines stay two.
void print_problems(std::ostream& out,
                    std::string_view word,
                    const std::vector<schema::Problem>& problems);

}  // namespace cli
