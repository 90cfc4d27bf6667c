#pragma once
// Lesions of neck, chest, upper back and shoulders. Trials count the face; the trunk is a course of
// its own and never added to it.

#include "app/clinical/instruments/lesion_noise.h"
#include "app/clinical/scale.h"

namespace clinical {

// No responder rule: what trials enrol with and call a response is of the face.
inline constexpr Scale trunk_lesions_scale{
    .code = "trunk_lesions",
    .name = "Acne lesions of the trunk",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .noise = lesion_noise,
    .source = "our own sum; lesion classes of Cochrane Review CD011368",
    .formula =
        "Lesions of all kinds of neck, chest, upper back and shoulders, added up over the places "
        "that were looked at. The region other is no place that can be compared and is not "
        "counted.",
    .example = "chest 4 papules, upper back 7 comedones, the rest clear: 4 + 7 = 11",
};

}  // namespace clinical
