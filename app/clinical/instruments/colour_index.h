#pragma once
// Melanin and erythema index: lesion minus adjacent skin, in the device's own arbitrary units. No
// step: a difference of mean readings is any number. Better is nearer to 0, from either side: a
// mark that is lighter than the skin beside it is a mark.

#include "app/clinical/scale.h"

namespace clinical {

// A change is made of four readings: lesion and skin, before and after.
inline constexpr Noise colour_index_noise{
    .kind = schema::NoiseKind::ours,
    .points = 30,
    .formula = "1.96·√4·7.5 = 29.4 with an SD of 7.5 units of one reading (assumed), rounded up",
    .source =
        "our own convention until the clinic's own study with its device: agreement of such "
        "readings was poor (PMC7949727), and two devices were never compared",
};

inline constexpr Scale melanin_index_scale{
    .code = "melanin_index",
    .name = "Melanin index, lesion minus adjacent skin",
    .concern = schema::Concern::pigmentation,
    .low = -999,
    .high = 999,
    .unit = "[arb'U]",
    .target = 0,
    .noise = colour_index_noise,
    .source = "difference as in Farshi 2019",
    .unverified = "range 0 to 999 of the Mexameter",
    .formula =
        "The device's melanin index of the lesion minus that of the skin beside it, in its "
        "own units; 0 is no difference, and nearer to 0 is better.",
    .example = "lesion 243.7, beside it 200: 243.7 - 200 = 43.7",
};

inline constexpr Scale erythema_index_scale{
    .code = "erythema_index",
    .name = "Erythema index, lesion minus adjacent skin",
    .concern = schema::Concern::pigmentation,
    .low = -999,
    .high = 999,
    .unit = "[arb'U]",
    .target = 0,
    .noise = colour_index_noise,
    .source = "difference as in Farshi 2019",
    .unverified = "range 0 to 999 of the Mexameter",
    .formula =
        "The device's erythema index of the lesion minus that of the skin beside it, in its "
        "own units; 0 is no difference, and nearer to 0 is better.",
    .example = "lesion 412, beside it 391: 412 - 391 = 21",
};

}  // namespace clinical
