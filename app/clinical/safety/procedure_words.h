#pragma once
// How deep a peel or a laser went, by its name.

#include <optional>
#include <string>

#include "schema/records/other_treatment.h"

namespace clinical {

enum class ProcedureDepth { superficial, deep, unknown };

// Of a peel: glycolic, lactic, mandelic or salicylic acid and "superficial" are superficial; TCA,
// phenol, medium and deep are deep. Of a laser: ablative, CO2 and erbium are deep; hair removal,
// vascular, pigment and non-ablative ones superficial. A deep word wins; a name that says neither,
// and none, is unknown. Words from memory, Latin and Arabic (unverified).
ProcedureDepth depth_of(const schema::OtherTreatment& treatment);

}  // namespace clinical
