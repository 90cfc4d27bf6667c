#pragma once
// ACNE-Q has seven scales that stand alone and no sum of them; this is the one of acne scars.
// Numbers only: the questions belong to their licence holder.

#include "app/clinical/scale.h"

namespace clinical {

// Which end is better was not found, so neither is called better.
inline constexpr Scale acne_q_scale{
    .code = "acne_q",
    .name = "ACNE-Q, scale of acne scars",
    .concern = schema::Concern::acne_scars,
    .high = 100,
    .step = 1,
    .better = schema::Better::neither,
    .no_noise =
        "none until the clinic's own study: reliability is published as alpha above 0.90, which is "
        "no noise; and which end is better was not found",
    .source = "Klassen 2019, Br J Dermatol 181:1207-1215, doi 10.1111/bjd.18005",
    .unverified = "range 0 to 100 and which end is better",
    .formula =
        "The number that the scoring table of the form gives for the scale of acne scars. The "
        "other six scales (face, chest, back, skin, symptoms, distress) are not this number and "
        "are never added to it.\n"
        "Numbers only: the form belongs to its licence holder (qportfolio.org) and is free for "
        "non-profit use by agreement.",
    .example = "the table of the form gives 58: 58",
};

}  // namespace clinical
