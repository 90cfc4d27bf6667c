#pragma once
// Split faces of several patients: the treated side against the other of the same face.

#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "app/progress/series/split_face.h"

namespace progress {

// One per scale, by concern and instrument.
std::vector<SplitResult> split_results(const std::vector<SplitFace>& patients);

}  // namespace progress
