#pragma once
// The Vancouver Scar Scale of one raised scar, 0 to 13.

#include "app/clinical/scale.h"
#include "schema/records/scar_items.h"

namespace clinical {

int vancouver(const schema::Vancouver& items);

inline constexpr Scale vancouver_scale{
    .code = "vancouver",
    .name = "Vancouver Scar Scale",
    .concern = schema::Concern::acne_scars,
    .high = 13,
    .step = 1,
    .noise =
        Noise{
            .kind = schema::NoiseKind::derived,
            .points = 4,
            .formula = "1.96·√2·2.5·√(1 - 0.64) = 4.2 with an SD of 2.5 (assumed)",
            .source =
                "Truong 2005 and 2007 (ICC 0.64 and 0.54); modified Gankande 2013 (0.65 to 0.73)"},
    .source = "Sullivan 1990; variants to 14 and 16 exist",
    .unverified = "citation",
    .formula =
        "Pigmentation 0 to 2, vascularity 0 to 3, pliability 0 to 5 and height (0 flat, 1 "
        "below 2 mm, 2 up to 5 mm, 3 above), summed.",
    .example = "pigmentation 1, vascularity 2, pliability 3, height 2: 1 + 2 + 3 + 2 = 8",
};

}  // namespace clinical
