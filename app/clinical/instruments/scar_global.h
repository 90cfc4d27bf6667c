#pragma once
// The Scar Global Assessment of atrophic acne scars, 0 to 4, as the clinician gave it.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto scar_global_bands = std::to_array<BandStart>({
    {.from = 0, .name = "clear"},
    {.from = 1, .name = "almost clear"},
    {.from = 2, .name = "mild"},
    {.from = 3, .name = "moderate"},
    {.from = 4, .name = "severe"},
});

inline constexpr Scale scar_global_scale{
    .code = "scar_global",
    .name = "Scar Global Assessment",
    .concern = schema::Concern::acne_scars,
    .high = 4,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 1,
                   .formula = "one grade, as every grade",
                   .source = "our own convention; no kappa was found"},
    .source = "Dreno 2018, Am J Clin Dermatol 19:275-286, doi 10.1007/s40257-018-0352-y",
    .unverified = "wording of the grades 2 and 3",
    .formula =
        "One grade by how much of the face (in trials of half of it) has scars: 0 no scar to be "
        "seen; 1 scars that can hardly be seen; 2 and 3 more of it; 4 more than 75 %.",
    .example = "scars on four fifths of the face: 4, severe",
    .bands = scar_global_bands,
};

}  // namespace clinical
