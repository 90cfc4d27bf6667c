#pragma once
// Whether a scale of a file can be added to those that are known.

#include <optional>
#include <vector>

#include "schema/records/instrument.h"
#include "schema/types/error.h"

namespace exchange {

// The problem when there is a scale of this code already; with `same_is_fine` not when it is the
// same scale.
std::optional<schema::Problem> taken_code(const schema::Instrument& scale,
                                          const std::vector<schema::Instrument>& known,
                                          bool same_is_fine);

}  // namespace exchange
