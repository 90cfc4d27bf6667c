#pragma once
// Other scores of scars, entered as a number: ECCA, SCAR-S and the Vancouver scale. The weights of
// ECCA could not be checked against the paper, so its counts are kept and not scored.

#include "app/clinical/scale.h"

namespace clinical {

// Every weight is a multiple of 5, so 112 cannot be an ECCA score.
inline constexpr Scale ecca_scale{
    .code = "ecca",
    .name = "ECCA grading of acne scars",
    .concern = schema::Concern::acne_scars,
    .high = 540,
    .step = 5,
    .source = "Dreno B, Khammari A, Orain N et al. Dermatology 2007;214:46-51 (unverified)",
};

inline constexpr Scale scar_s_scale{
    .code = "scar_s",
    .name = "SCAR-S: face, chest and back, 0 to 5 each",
    .concern = schema::Concern::acne_scars,
    .high = 15,
    .step = 1,
    .source = "Tan JKL et al. J Cutan Med Surg 2010;14:156-160; sum 0 to 15 (unverified)",
};

inline constexpr Scale vancouver_scale{
    .code = "vancouver",
    .name = "Vancouver Scar Scale",
    .concern = schema::Concern::acne_scars,
    .high = 13,
    .step = 1,
    .source = "Sullivan 1990; variants to 14 and 16 exist",
};

}  // namespace clinical
