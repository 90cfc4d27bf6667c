#pragma once
// Pain as a number that the patient says. Published thresholds are for chronic pain; the pain of
// one session against another is recorded and never called better or worse by a rule.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale pain_nrs_scale{
    .code = "pain_nrs",
    .name = "Pain, numeric rating 0 to 10",
    .concern = schema::Concern::other,
    .high = 10,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 2,
                   .formula = "2 points",
                   .source = "our own, as the convention of pain trials (not looked up)"},
    .source = "Salaffi 2004, PMID 15207508; Farrar 2001",
    .unverified = "the figures of Farrar 2001",
    .formula =
        "The patient says a whole number, 0 no pain to 10 the worst there could be.\n"
        "For chronic pain 1 point or 15 % less is the least that matters and 2 points or "
        "33 % is much better (Salaffi 2004, 825 patients); about 2 points or 30 % (Farrar "
        "2001). The pain of a session is only recorded: no rule is applied to it.",
    .example = "the patient says 4: 4",
};

}  // namespace clinical
