#pragma once
// Pain as the patient marks it on a line of 100 mm; recorded and never called better or worse by a
// rule, see pain_nrs.h.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale pain_vas_scale{
    .code = "pain_vas",
    .name = "Pain, visual analogue scale of 100 mm",
    .concern = schema::Concern::other,
    .high = 100,
    .step = 1,
    .unit = "mm",
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 20,
                   .formula = "20 mm",
                   .source = "our own, as the convention of pain trials (not looked up)"},
    .source = "review of acute pain scales, BMC Medicine, doi 10.1186/s12916-016-0775-3",
    .formula =
        "The distance in mm from the painless end of a line of 100 mm to the patient's "
        "mark.\n"
        "Studies of acute pain put the least change that matters anywhere from 8 to 40 mm: "
        "no rule is applied.",
    .example = "a mark 37 mm from the painless end: 37",
};

}  // namespace clinical
