#pragma once
// The Clinician's Erythema Assessment, 0 to 4. Made for the face of rosacea; used here for red
// marks, which have no scale of their own but a device's.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto cea_bands = std::to_array<BandStart>({
    {.from = 0, .name = "clear"},
    {.from = 1, .name = "almost clear"},
    {.from = 2, .name = "mild"},
    {.from = 3, .name = "moderate"},
    {.from = 4, .name = "severe"},
});

inline constexpr Scale cea_scale{
    .code = "cea",
    .name = "Clinician's Erythema Assessment",
    .concern = schema::Concern::pigmentation,
    .high = 4,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 1,
                   .formula = "1.96·√2·1·√(1 - 0.60) = 1.75 with an SD of 1 (assumed): one grade "
                              "is within it, two are not",
                   .source = "Tan 2014, J Am Acad Dermatol 71:760-763: weighted kappa 0.69, ICC "
                             "0.60 and 0.58, twelve trained raters, 28 patients"},
    .source = "Tan 2014, J Am Acad Dermatol 71:760-763",
    .unverified = "wording of the grades",
    .formula =
        "One grade of the redness of the face: 0 none; 1 slight; 2 mild; 3 moderate; 4 severe, "
        "fiery.\n"
        "Made for rosacea; used loosely for red marks after acne.",
    .example = "clearly red marks on both cheeks: 3, moderate",
    .bands = cea_bands,
};

}  // namespace clinical
