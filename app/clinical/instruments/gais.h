#pragma once
// The Global Aesthetic Improvement Scale: five labels. Papers number them in both directions; the
// number kept here is our own, the label is what is entered and shown, and neither end is called
// better.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto gais_labels = std::to_array<BandStart>({
    {.from = 1, .name = "very much improved"},
    {.from = 2, .name = "much improved"},
    {.from = 3, .name = "improved"},
    {.from = 4, .name = "no change"},
    {.from = 5, .name = "worse"},
});

inline constexpr Scale gais_scale{
    .code = "gais",
    .name = "Global Aesthetic Improvement Scale (by its labels)",
    .concern = schema::Concern::other,
    .low = 1,
    .high = 5,
    .step = 1,
    .better = schema::Better::neither,
    .states_change = true,
    .source = "as used by Alqam 2022, Aesthet Surg J; our own numbers",
    .unverified = "wording of the labels",
    .formula =
        "One label for how the skin looks against before the treatment. Give the label: the "
        "numbers are our own, papers count in both directions.",
    .example = "the rater chooses much improved: kept as 2",
    .bands = gais_labels,
};

}  // namespace clinical
