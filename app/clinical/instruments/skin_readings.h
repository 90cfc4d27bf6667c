#pragma once
// Numbers read off a probe or an image. Compare only the same device at the same place. Probes
// have no step here: clinics write down the mean of several readings.

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
    .source = "Sebumeter range 0 to 350 (unverified)",
};

// No upper end: probes differ, and no limit is published as one.
inline constexpr Scale tewl_scale{
    .code = "tewl",
    .name = "Transepidermal water loss",
    .concern = schema::Concern::barrier,
    .unit = "g/(m2.h)",
    .source = "Tewameter; higher = worse barrier (evalulab.com, efficacy tests, Tewameter)",
};

inline constexpr Scale hydration_scale{
    .code = "hydration",
    .name = "Skin hydration (Corneometer)",
    .concern = schema::Concern::barrier,
    .high = 120,
    .unit = "[arb'U]",
    .better = schema::Better::higher,
    .source = "Corneometer, capacitance, 0 to 120 (evalulab.com, Corneometer)",
};

inline constexpr Scale pores_scale{
    .code = "pores",
    .name = "Visible pores, counted",
    .concern = schema::Concern::pores,
    .step = 1,
    .unit = "{pores}",
    .source = "no validated scale was found; a count as the imaging device gives it (unverified)",
};

}  // namespace clinical
