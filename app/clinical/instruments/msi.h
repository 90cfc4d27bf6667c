#pragma once
// The Melasma Severity Index: area and pigmentation of the left half, the right half and the nose.
// Entered, not computed: a record of pigmentation has MASI's regions and grades, which are others.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale msi_scale{
    .code = "msi",
    .name = "Melasma Severity Index",
    .concern = schema::Concern::pigmentation,
    .high = 64,
    .step = 0.2,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 5,
                   .formula = "1.96·√2·8·√(1 - 0.955) = 4.7 with an SD of 8 (assumed: MASI's 6 of "
                              "48 carried over to 64), rounded up",
                   .source = "Majid 2016, Indian J Dermatol 61:39 (ICC 0.955, against 0.816 of "
                             "MASI; four raters, 30 patients)"},
    .source = "Majid 2016, Indian J Dermatol 61:39, doi 10.4103/0019-5154.174024",
    .unverified = "grades of area and pigmentation, and so the range",
    .formula =
        "0.4 × area × pigmentation² of the left half, 0.4 of the right half and 0.2 of the nose, "
        "summed. Area 0 to 4 and pigmentation 0 to 4.",
    .example = "left half 0.4×2×3², right half 0.4×2×3², nose 0.2×1×2²: 7.2 + 7.2 + 0.8 = 15.2",
};

}  // namespace clinical
