#pragma once
// The Melasma Quality of Life scale. Numbers only: the questions belong to their licence holder.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale melasqol_scale{
    .code = "melasqol",
    .name = "Melasma Quality of Life scale",
    .concern = schema::Concern::quality_of_life,
    .low = 10,
    .high = 70,
    .step = 1,
    .no_noise = "none until the clinic's own study: no retest or least important change was found",
    .source = "Balkrishnan 2003, Br J Dermatol 149:572-577, doi 10.1046/j.1365-2133.2003.05419.x",
    .unverified = "the answers 1 to 7 of each item",
    .formula =
        "Ten items, each 1 not bothered to 7 bothered all the time; summed to 10 to 70. Papers "
        "also print 7 to 70, which ten items cannot give.\n"
        "Numbers only: the wording belongs to its licence holder.",
    .example = "six items with 4 and four with 2: 24 + 8 = 32",
};

}  // namespace clinical
