#pragma once
// The Global Evaluation of Acne, 0 to 5, as the clinician gave it.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto gea_bands = std::to_array<BandStart>({
    {.from = 0, .name = "clear"},
    {.from = 1, .name = "almost clear"},
    {.from = 2, .name = "mild"},
    {.from = 3, .name = "moderate"},
    {.from = 4, .name = "severe"},
    {.from = 5, .name = "very severe"},
});

inline constexpr Scale gea_scale{
    .code = "gea",
    .name = "Global Evaluation of Acne",
    .concern = schema::Concern::active_acne,
    .high = 5,
    .step = 1,
    .noise =
        Noise{.kind = schema::NoiseKind::derived,
              .points = 1,
              .formula = "R 0.81 on photographs, 0.84 on patients: smallest detectable change "
                         "about 1.3 grades with an SD of 1 (assumed), so one grade is within it",
              .source = "Dreno 2011, reliability on photographs and on patients"},
    .source = "Dreno 2011",
    .unverified = "citation and wording of the grades",
    .formula =
        "One grade for the face by how much of it is affected: mild is less than half, "
        "moderate more than half, severe all of it; very severe is highly inflammatory "
        "with nodules.",
    .example = "two thirds of the face affected, one nodule: 3, moderate",
    .bands = gea_bands,
};

}  // namespace clinical
