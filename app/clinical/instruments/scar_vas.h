#pragma once
// How a scar looks, as a mark on a line of 100 mm.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale scar_vas_scale{
    .code = "scar_vas",
    .name = "Scar appearance, visual analogue scale of 100 mm",
    .concern = schema::Concern::acne_scars,
    .high = 100,
    .step = 1,
    .unit = "mm",
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 10,
                   .other_rater = 20,
                   .formula =
                       "how differently a line is drawn: by the same rater 10 mm, by another 20 mm",
                   .source = "our own convention; reliable without a number in Duncan 2006"},
    .responder = ResponderRule{.change = 10,
                               .text = "at least 10 mm better",
                               .source = "FDA 510(k) K200044 (SkinStylus SteriLock)"},
    .source = "as used in FDA 510(k) K200044 (SkinStylus SteriLock)",
    .formula = "The distance in mm from the good end of a line of 100 mm to the rater's mark.",
    .example = "62 mm before, 50 mm after: 12 mm better",
};

}  // namespace clinical
