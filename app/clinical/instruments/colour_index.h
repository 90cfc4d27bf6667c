#pragma once
// Melanin and erythema index: lesion minus adjacent skin, in the device's own arbitrary units. No
// step: a difference of mean readings is any number.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale melanin_index_scale{
    .code = "melanin_index",
    .name = "Melanin index, lesion minus adjacent skin",
    .concern = schema::Concern::pigmentation,
    .low = -999,
    .high = 999,
    .unit = "[arb'U]",
    .source = "difference as in Farshi 2019",
    .unverified = "range 0 to 999 of the Mexameter",
    .formula =
        "The device's melanin index of the lesion minus that of the skin beside it, in its "
        "own units; 0 is no difference.",
    .example = "lesion 243.7, beside it 200: 243.7 - 200 = 43.7",
};

inline constexpr Scale erythema_index_scale{
    .code = "erythema_index",
    .name = "Erythema index, lesion minus adjacent skin",
    .concern = schema::Concern::pigmentation,
    .low = -999,
    .high = 999,
    .unit = "[arb'U]",
    .source = "difference as in Farshi 2019",
    .unverified = "range 0 to 999 of the Mexameter",
    .formula =
        "The device's erythema index of the lesion minus that of the skin beside it, in its "
        "own units; 0 is no difference.",
    .example = "lesion 412, beside it 391: 412 - 391 = 21",
};

}  // namespace clinical
