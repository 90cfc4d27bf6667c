#pragma once
// The rows of one group of patients on one scale.

#include <string>

#include "app/cli/terminal/page_line.h"
#include "app/progress/cohort/outcomes.h"

namespace cli {

// The titles of the columns; outcome_rows() fills them.
Line outcome_titles(int width);

// The row of means, and below it shares, tests, visits and the time to a response.
Lines outcome_rows(const std::string& group, const progress::InstrumentResult& result, int width);

}  // namespace cli
