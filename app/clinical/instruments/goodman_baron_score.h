#pragma once
// Goodman and Baron's quantitative score of acne scars, 0 to 84, from the counts of its types.

#include <array>
#include <optional>

#include "app/clinical/instruments/scar_weights.h"
#include "app/clinical/scale.h"
#include "schema/records/scar_observation.h"

namespace clinical {

inline constexpr AmountSteps goodman_baron_counts{.twice_from = 11, .thrice_above = 20};
inline constexpr AmountSteps goodman_baron_cm2{.twice_from = 5, .thrice_above = 20};

// The paper's own table could not be read; this one sums to its published maximum.
inline constexpr auto goodman_baron_weights = std::to_array<ScarWeight>({
    {schema::ScarType::macular, 1, goodman_baron_counts},
    {schema::ScarType::dish_mild, 1, goodman_baron_counts},
    {schema::ScarType::dish_moderate, 2, goodman_baron_counts},
    {schema::ScarType::punched_shallow, 2, goodman_baron_counts},
    {schema::ScarType::broad_shallow, 2, goodman_baron_counts},
    {schema::ScarType::punched_deep_normal, 3, goodman_baron_counts},
    {schema::ScarType::punched_deep_abnormal, 3, goodman_baron_counts},
    {schema::ScarType::linear, 3, goodman_baron_counts},
    {schema::ScarType::broad_deep, 3, goodman_baron_counts},
    {schema::ScarType::papular, 2, goodman_baron_counts},
    {schema::ScarType::keloidal_cm2, 6, goodman_baron_cm2},
});

// Nothing unless every one of these types was counted, or the rest is said to be none.
std::optional<int> goodman_baron_score(const schema::ScarObservation& seen);

inline constexpr Scale goodman_baron_score_scale{
    .code = "goodman_baron_score",
    .name = "Goodman-Baron quantitative score",
    .concern = schema::Concern::acne_scars,
    .high = 84,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::published,
                   .points = 4,
                   .source = "Goodman and Baron 2006, J Cosmet Dermatol 5:48-52: raters of "
                             "photographs within 4 points in 19 of 21; live raters differ more"},
    .source =
        "Goodman GJ, Baron JA. J Cosmet Dermatol 2006;5:48-52, doi "
        "10.1111/j.1473-2165.2006.00222.x",
    .unverified = "the table of points and the range",
    .formula =
        "Points of the type, once for 1 to 10 scars, twice for 11 to 20, three times for "
        "more; summed.\n"
        "1 point: macular, mild dish. 2: moderate dish, shallow punched-out, shallow broad, "
        "papular. 3: deep punched-out with normal or abnormal base, linear, deep broad.\n"
        "Keloidal or hypertrophic by area: 6 points below 5 cm², 12 from 5 to 20 cm², 18 "
        "above.\n"
        "Every type must have been counted, or the rest be said to be none.",
    .example =
        "macular 12 (2), mild dish 25 (3), moderate dish 8 (2), shallow punched-out 14 (4), "
        "deep with normal base 6 (3), papular 3 (2), keloid 4 cm² (6): "
        "2 + 3 + 2 + 4 + 3 + 2 + 6 = 22",
};

}  // namespace clinical
