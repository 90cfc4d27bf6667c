#pragma once
// The Postacne Hyperpigmentation Index: points for size, intensity and number of the brown marks,
// 6 to 22. "No marks" has no score: the lowest is 6.

#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/pigmentation_observation.h"

namespace clinical {

// Nothing without the items, and for red marks or melasma, for which the index was not made.
std::optional<int> pahpi(const schema::PigmentationObservation& seen);

inline constexpr Scale pahpi_scale{
    .code = "pahpi",
    .name = "Postacne Hyperpigmentation Index",
    .concern = schema::Concern::pigmentation,
    .low = 6,
    .high = 22,
    .step = 1,
    .source =
        "Savory SA et al. J Am Acad Dermatol 2014;70:108-114; points of the items "
        "(unverified)",
};

}  // namespace clinical
