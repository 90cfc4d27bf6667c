#pragma once
// Transepidermal water loss. No upper end: probes differ, and no limit is published as one.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale tewl_scale{
    .code = "tewl",
    .name = "Transepidermal water loss",
    .concern = schema::Concern::barrier,
    .unit = "g/(m2.h)",
    .no_noise =
        "none until the clinic's own study with the same device at the same place: series of the "
        "device differ (PMID 27637867)",
    .source = "Tewameter; higher = worse barrier (evalulab.com, efficacy tests, Tewameter)",
    .formula =
        "The reading of the device; higher is a weaker barrier. Compare only the same "
        "device at the same place, about 2 hours after cleansing.",
    .example = "cheek 14.2, forehead 11.8: the mean over both is 13",
};

}  // namespace clinical
