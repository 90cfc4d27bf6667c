#pragma once
// The results within patients as lines of a page.

#include "app/cli/terminal/page_line.h"
#include "app/progress/cohort/outcomes.h"

namespace cli {

Lines within_lines(const progress::WithinPatients& within, int width);

}  // namespace cli
