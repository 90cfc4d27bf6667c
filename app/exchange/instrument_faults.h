#pragma once
// Why a row cannot become a scale of the clinic's own.

#include <vector>

#include "schema/records/instrument.h"
#include "schema/types/error.h"

namespace exchange {

// Empty if all is well. `same_is_fine`: a scale that is there already, exactly so, is no fault.
std::vector<schema::Problem> instrument_faults(const schema::Instrument& scale,
                                               const std::vector<schema::Instrument>& known,
                                               bool same_is_fine);

}  // namespace exchange
