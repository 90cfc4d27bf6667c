#pragma once
// Gradings of active acne that are entered as a number: Hayashi, GEA, revised Leeds and the
// patient's own. None is computed from an acne record: Hayashi counts one half of the face, which
// our regions do not separate; the others compare with descriptions or photographs.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto hayashi_bands = std::to_array<BandStart>({
    {.from = 0, .name = "mild"},
    {.from = 6, .name = "moderate"},
    {.from = 21, .name = "severe"},
    {.from = 51, .name = "very severe"},
});

// The value is the count, not its class 1 to 4: the class follows from the count.
inline constexpr Scale hayashi_scale{
    .code = "hayashi",
    .name = "Hayashi: inflammatory lesions on one half of the face",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .source = "Hayashi N et al. J Dermatol 2008;35:255-260 (unverified)",
    .bands = hayashi_bands,
};

inline constexpr Scale gea_scale{
    .code = "gea",
    .name = "Global Evaluation of Acne",
    .concern = schema::Concern::active_acne,
    .high = 5,
    .step = 1,
    .source = "Dreno 2011; wording of the grades (unverified)",
};

inline constexpr Scale leeds_scale{
    .code = "leeds",
    .name = "Leeds revised acne grading, face",
    .concern = schema::Concern::active_acne,
    .low = 1,
    .high = 12,
    .step = 1,
    .source = "O'Brien, Lewis and Cunliffe. J Dermatolog Treat 1998;9:215-220 (unverified)",
};

inline constexpr Scale sga_scale{
    .code = "sga",
    .name = "Subject's Global Assessment",
    .concern = schema::Concern::active_acne,
    .high = 4,
    .step = 1,
    .source = "Vender and Vender. Dermatol Res Pract 2012:736532, Table 2",
};

}  // namespace clinical
