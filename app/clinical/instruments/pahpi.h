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
    .source = "Savory SA et al. J Am Acad Dermatol 2014;70:108-114, PMID 24176524",
    .unverified = "points of the items",
    .formula =
        "Points of three items of the brown marks, summed.\n"
        "Size: below 3 mm 2, 3 to 6 mm 4, 7 to 10 mm 6, above 10 mm 8. Intensity: slightly "
        "darker 3, moderately 6, significantly 9. Number: to 15 1, to 30 2, to 45 3, to 60 "
        "4, more 5.\n"
        "Without marks there is no score.",
    .example = "marks of 3 to 6 mm (4), moderately darker (6), 22 of them (2): 4 + 6 + 2 = 12",
};

}  // namespace clinical
