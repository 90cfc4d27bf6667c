#pragma once
// The results of the clinic as a page for a terminal.

#include <string>

#include "app/cli/pages/progress_page.h"
#include "app/progress/cohort/outcomes.h"

namespace cli {

// A table per scale with a row per group, then side effects and how to read it. Every mean has its
// n and every share its interval.
std::string outcomes_page(const progress::Outcomes& outcomes, const PageStyle& style);

}  // namespace cli
