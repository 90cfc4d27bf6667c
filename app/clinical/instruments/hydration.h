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
    .source = "Corneometer, capacitance, 0 to 120 (evalulab.com, Corneometer)",
    .formula =
        "The reading of the device, in its own units. Compare only the same device at the "
        "same place, about 2 hours after cleansing.",
    .example = "cheek 38.5",
};

}  // namespace clinical
