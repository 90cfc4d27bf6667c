#pragma once
// Reads what the results within patients need.

#include <vector>

#include "app/progress/cohort/load_outcomes.h"

namespace progress {

// Of a request that groups within patients; what was asked for by region, of a label, is of that
// region alone. Values of voided patients do not count.
std::vector<WithinPatients> load_within(const db::Book& book, const OutcomesRequest& request);

}  // namespace progress
