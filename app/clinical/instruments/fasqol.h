#pragma once
// FASQoL, quality of life with acne scars of the face. Numbers only: the questions belong to their
// licence holder.

#include "app/clinical/scale.h"

namespace clinical {

// No upper end: the range was not found.
inline constexpr Scale fasqol_scale{
    .code = "fasqol",
    .name = "Facial Acne Scar Quality of Life",
    .concern = schema::Concern::quality_of_life,
    .step = 1,
    .no_noise = "none until the clinic's own study: no retest or least important change was found",
    .source =
        "Layton 2016, Dermatol Ther 6:219-233, doi 10.1007/s13555-016-0098-5; higher with more "
        "severe scars in Tan 2021, PMC8776674",
    .unverified = "range",
    .formula =
        "The total of the form; higher is a greater burden.\n"
        "Numbers only: the wording belongs to its owner; ask before use.",
    .example = "the total on the form is 17: 17",
};

}  // namespace clinical
