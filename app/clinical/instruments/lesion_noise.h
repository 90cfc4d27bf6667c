#pragma once
// The noise of every count of lesions or scars, see count_noise.h.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Noise lesion_noise{
    .kind = schema::NoiseKind::derived,
    .rule = schema::NoiseRule::count,
    .formula =
        "1.96·√(a + b + 1 + c(a² + b²)) for counts a and b; c is 0 for the same rater, 0.02 for "
        "raters trained together, 0.06 for another or an unrecorded rater",
    .source = "Poisson counts, exact sums; c from the reliabilities of Lucky 1996",
};

}  // namespace clinical
