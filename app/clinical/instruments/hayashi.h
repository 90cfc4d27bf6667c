#pragma once
// Hayashi's classes of acne by the inflammatory lesions on one half of the face. Entered, not
// computed: an acne record does not separate the halves of forehead, nose and chin.

#include <array>

#include "app/clinical/instruments/lesion_noise.h"
#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto hayashi_bands = std::to_array<BandStart>({
    {.from = 0, .name = "mild"},
    {.from = 6, .name = "moderate"},
    {.from = 21, .name = "severe"},
    {.from = 51, .name = "very severe"},
});

inline constexpr Scale hayashi_scale{
    .code = "hayashi",
    .name = "Hayashi: inflammatory lesions on one half of the face",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .noise = lesion_noise,
    .source = "Hayashi N et al. J Dermatol 2008;35:255-260",
    .unverified = "volume and pages",
    .formula =
        "Count the papules and pustules on one half of the face.\n"
        "The value is that count; the class follows from it. Two raters named the same class in 67 "
        "to 89 % (Hayashi 2008), so one class is within noise too.",
    .example = "17 papules and 7 pustules on the left half: 17 + 7 = 24, severe",
    .bands = hayashi_bands,
};

}  // namespace clinical
