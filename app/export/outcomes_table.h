#pragma once
// The clinic's results as one table for spreadsheets.

#include <string>
#include <vector>

#include "app/export/listing.h"
#include "app/progress/cohort/outcomes.h"

namespace exchange {

// The columns, which docs/statistics.md explains.
std::vector<std::string> outcome_columns();

// A row for each group and scale (`at` is "latest"), and one for each visit of a plan. What does
// not exist is an empty cell; numbers are as exact as they were computed.
Listing outcomes_listing(const progress::Outcomes& outcomes);

// The same as CSV with a header, guarded for spreadsheets.
std::string outcomes_csv(const progress::Outcomes& outcomes);

}  // namespace exchange
