#pragma once
// CompAQ, quality of life with acne of face and torso. Numbers only: the questions belong to their
// licence holder.

#include "app/clinical/scale.h"

namespace clinical {

// Which end is better was not found, so neither is called better; nor whether its items begin at 0
// or at 1, so it has no upper end.
inline constexpr Scale compaq_scale{
    .code = "compaq",
    .name = "CompAQ, Comprehensive Acne Quality of Life",
    .concern = schema::Concern::quality_of_life,
    .step = 1,
    .better = schema::Better::neither,
    .no_noise =
        "none until the clinic's own study: no retest was found; and which end is better was not "
        "found",
    .source = "McLellan 2018, J Cutan Med Surg 22:304-311",
    .unverified = "range, which end is better, and the sum",
    .formula =
        "The total of the form: 20 items of nine points in five domains. The short form of 5 items "
        "is not this number.\n"
        "Numbers only: the form belongs to its licence holder; ask before use.",
    .example = "the total on the form is 62: 62",
};

}  // namespace clinical
