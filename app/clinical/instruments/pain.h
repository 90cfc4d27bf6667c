#pragma once
// Pain as the patient says it. Published thresholds are for chronic pain; the pain of one session
// against another is recorded and never called better or worse by a rule.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale pain_nrs_scale{
    .code = "pain_nrs",
    .name = "Pain, numeric rating 0 to 10",
    .concern = schema::Concern::other,
    .high = 10,
    .step = 1,
    .source = "Salaffi 2004, PMID 15207508",
};

inline constexpr Scale pain_vas_scale{
    .code = "pain_vas",
    .name = "Pain, visual analogue scale of 100 mm",
    .concern = schema::Concern::other,
    .high = 100,
    .step = 1,
    .unit = "mm",
    .source = "review of acute pain scales, BMC Medicine, doi 10.1186/s12916-016-0775-3",
};

}  // namespace clinical
