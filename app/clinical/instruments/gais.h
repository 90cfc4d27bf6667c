#pragma once
// The Global Aesthetic Improvement Scale, five points. Papers number it in both directions, so
// neither end is called better here.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale gais_scale{
    .code = "gais",
    .name = "Global Aesthetic Improvement Scale (as the clinic numbers it)",
    .concern = schema::Concern::other,
    .low = 1,
    .high = 5,
    .step = 1,
    .better = schema::Better::neither,
    .source = "as used by Alqam 2022, Aesthet Surg J; numbering 1 to 5 (unverified)",
};

}  // namespace clinical
