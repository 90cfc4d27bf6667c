#pragma once
// The revised Leeds grading of the face, by comparison with photographs.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale leeds_scale{
    .code = "leeds",
    .name = "Leeds revised acne grading, face",
    .concern = schema::Concern::active_acne,
    .low = 1,
    .high = 12,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 2,
                   .formula = "two neighbouring photographs look alike",
                   .source = "our own convention; low grades are portrayed badly (photographs "
                             "against patients, JEADV 2012, doi 10.1111/j.1468-3083.2012.04692.x)"},
    .source = "O'Brien, Lewis and Cunliffe. J Dermatolog Treat 1998;9:215-220",
    .unverified = "that each grade is one photograph",
    .formula =
        "The number of the published photograph that the face resembles most, 1 mildest to "
        "12 most severe. Back and chest have photographs of their own and are not this "
        "scale.",
    .example = "the face is closest to photograph 4: 4",
};

}  // namespace clinical
