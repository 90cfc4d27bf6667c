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
    .source = "difference as in Farshi 2019; Mexameter range 0 to 999 (unverified)",
};

inline constexpr Scale erythema_index_scale{
    .code = "erythema_index",
    .name = "Erythema index, lesion minus adjacent skin",
    .concern = schema::Concern::pigmentation,
    .low = -999,
    .high = 999,
    .unit = "[arb'U]",
    .source = "difference as in Farshi 2019; Mexameter range 0 to 999 (unverified)",
};

}  // namespace clinical
