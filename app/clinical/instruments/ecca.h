#pragma once
// ECCA, the clinical grading of acne scars by six types of them, 0 to 540.

#include <array>
#include <optional>

#include "app/clinical/instruments/scar_weights.h"
#include "app/clinical/scale.h"
#include "schema/records/scar_observation.h"

namespace clinical {

inline constexpr AmountSteps ecca_amounts{.twice_from = 5, .thrice_above = 20};

inline constexpr auto ecca_weights = std::to_array<ScarWeight>({
    {schema::ScarType::ecca_v, 15, ecca_amounts},
    {schema::ScarType::ecca_u, 20, ecca_amounts},
    {schema::ScarType::ecca_m, 25, ecca_amounts},
    {schema::ScarType::ecca_elastolysis, 30, ecca_amounts},
    {schema::ScarType::ecca_hypertrophic_recent, 40, ecca_amounts},
    {schema::ScarType::ecca_hypertrophic_old, 50, ecca_amounts},
});

// Nothing unless every one of these types was counted, or the rest is said to be none.
std::optional<int> ecca(const schema::ScarObservation& seen);

// Every weight is a multiple of 5, so 112 cannot be a score.
inline constexpr Scale ecca_scale{
    .code = "ecca",
    .name = "ECCA grading of acne scars",
    .concern = schema::Concern::acne_scars,
    .high = 540,
    .step = 5,
    .noise = Noise{.kind = schema::NoiseKind::ours,
                   .points = 50,
                   .formula = "one kind of scar over one border moves it by 15 to 50; 35 to 50 "
                              "with an ICC of 0.8 to 0.9 and an SD of 40 (all assumed)",
                   .source = "our own convention; no reliability could be read"},
    .source = "Dreno B, Khammari A, Orain N et al. Dermatology 2007;214:46-51",
    .unverified = "weights, volume and pages",
    .formula =
        "Weight × quantity, summed.\n"
        "Weights: V-shaped below 2 mm 15; U-shaped 2 to 4 mm 20; M-shaped above 4 mm 25; "
        "superficial elastolysis 30; hypertrophic up to 2 years old 40, older 50.\n"
        "Quantity: 0 none; 1 few, below 5; 2 limited, 5 to 20; 3 many, above 20.\n"
        "Every type must have been counted, or the rest be said to be none.",
    .example = "V-shaped many 15×3, U-shaped limited 20×2, M-shaped few 25×1: 45 + 40 + 25 = 110",
};

}  // namespace clinical
