#pragma once
// The clinic's results and its due list for other programs. The keys are a contract, which
// tests/app/json/outcomes_json_test.cpp holds.

#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "app/progress/cohort/due_list.h"
#include "app/progress/cohort/outcomes.h"

namespace exchange {

// One object: as_of, grouping, and the groups. `by` is the group's name, null where it is not known
// to which a patient belongs. What does not exist is null, never NaN.
OrderedJson outcomes_json(const progress::Outcomes& outcomes);

// An array, worst first.
OrderedJson due_json(const std::vector<progress::DuePatient>& list);

}  // namespace exchange
