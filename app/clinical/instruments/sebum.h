#pragma once
// Sebum by a Sebumeter. Probes have no step: clinics write down the mean of several readings.

#include "app/clinical/scale.h"

namespace clinical {

// Neither way is better by itself: dry skin has too little, oily skin too much.
inline constexpr Scale sebum_scale{
    .code = "sebum",
    .name = "Sebum",
    .concern = schema::Concern::barrier,
    .high = 350,
    .unit = "ug/cm2",
    .better = schema::Better::neither,
    .no_noise =
        "none until the clinic's own study with the same device at the same place: agreement was "
        "poor (PMC7949727); and neither way is better",
    .source = "Sebumeter (Courage and Khazaka)",
    .unverified = "range 0 to 350",
    .formula =
        "The reading of the device. Compare only the same device at the same place, about 2 "
        "hours after cleansing.\n"
        "Radiofrequency needling lowered it in one trial (Sirithanabadeekul 2022) and not "
        "in another (Cho).",
    .example = "cheek, mean of three readings 118, 121 and 124: 121",
};

}  // namespace clinical
