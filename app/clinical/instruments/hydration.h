#pragma once
// Hydration of the skin by a Corneometer.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale hydration_scale{
    .code = "hydration",
    .name = "Skin hydration (Corneometer)",
    .concern = schema::Concern::barrier,
    .high = 120,
    .unit = "[arb'U]",
    .better = schema::Better::higher,
    .no_noise =
        "none until the clinic's own study with the same device at the same place: agreement was "
        "0.53 to 0.85 in aged care (PMC7949727) and 0.95 to 0.97 elsewhere",
    .source = "Corneometer, capacitance, 0 to 120 (evalulab.com, Corneometer)",
    .formula =
        "The reading of the device, in its own units. Compare only the same device at the "
        "same place, about 2 hours after cleansing.",
    .example = "cheek 38.5",
};

}  // namespace clinical
