#pragma once
// "No marks" is a finding, and the best there is.

#include "schema/records/pigmentation_observation.h"

namespace clinical {

// Whether the record says that there is no mark of its kind: in so many words, or for brown marks
// and melasma by an area of 0 in each of the four regions of MASI. Items of PAHPI say that there
// are marks, in a place that MASI does not have.
bool has_no_marks(const schema::PigmentationObservation& seen);

}  // namespace clinical
