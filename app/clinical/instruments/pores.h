#pragma once
// Visible pores, counted by an imaging device. A validated scale was not found.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale pores_scale{
    .code = "pores",
    .name = "Visible pores, counted",
    .concern = schema::Concern::pores,
    .step = 1,
    .unit = "{pores}",
    .no_noise =
        "none until the clinic's own study: no agreement of a device with itself or another was "
        "found",
    .source = "a count as the imaging device gives it; no validated scale was found",
    .unverified = "whether devices agree",
    .formula = "The count of the device. Compare only the same device, place and light.",
    .example = "left cheek 412",
};

}  // namespace clinical
