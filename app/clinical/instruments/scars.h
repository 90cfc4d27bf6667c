#pragma once
// SCARS, the patient's own view of their acne scars; SCAR-S (scar_s.h) is the clinician's. Numbers
// only: the questions belong to their licence holder.

#include "app/clinical/scale.h"

namespace clinical {

// No upper end: the range was not found.
inline constexpr Scale scars_scale{
    .code = "scars",
    .name = "SCARS, patient's self-assessment of acne scars",
    .concern = schema::Concern::acne_scars,
    .step = 1,
    .no_noise = "none until the clinic's own study: no retest or least important change was found",
    .source = "Layton 2016, Dermatol Ther 6:219-233, doi 10.1007/s13555-016-0098-5",
    .unverified = "range",
    .formula =
        "The total of the form: five items on area, number, size, depth and visibility of the "
        "scars; higher is more severe.\n"
        "Numbers only: the wording belongs to its owner; ask before use.",
    .example = "the total on the form is 23: 23",
};

}  // namespace clinical
