#pragma once
// Atrophic acne scars of one half of the face, counted: the first outcome of the large scar trials.
// Entered, not computed, and a book has no place for half a face.

#include "app/clinical/instruments/lesion_noise.h"
#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale scar_count_scale{
    .code = "scar_count",
    .name = "Atrophic acne scars on one half of the face",
    .concern = schema::Concern::acne_scars,
    .step = 1,
    .unit = "{scars}",
    .noise = lesion_noise,
    .source =
        "Dreno 2018, Am J Clin Dermatol 19:275-286, doi 10.1007/s40257-018-0352-y; Schleicher "
        "2023, Dermatol Ther 13:3085-3096",
    .unverified = "the least size of a scar that is counted",
    .formula =
        "Count the atrophic acne scars on one half of the face, always the same one. To follow "
        "both halves enter them at left_cheek and right_cheek: there is no place for half a face.\n"
        "Raters differ by more than chance: 15.75 to 40.25 scars of the same subjects by rater "
        "(Kang 2016).",
    .example =
        "5 scars of the temple, 6 of the cheek and 1 of the chin, right half: 5 + 6 + 1 = 12",
};

}  // namespace clinical
