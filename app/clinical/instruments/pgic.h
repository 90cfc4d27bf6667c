#pragma once
// The Patient Global Impression of Change: seven labels. As with gais.h the number is our own.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto pgic_labels = std::to_array<BandStart>({
    {.from = 1, .name = "very much improved"},
    {.from = 2, .name = "much improved"},
    {.from = 3, .name = "minimally improved"},
    {.from = 4, .name = "no change"},
    {.from = 5, .name = "minimally worse"},
    {.from = 6, .name = "much worse"},
    {.from = 7, .name = "very much worse"},
});

inline constexpr Scale pgic_scale{
    .code = "pgic",
    .name = "Patient Global Impression of Change (by its labels)",
    .concern = schema::Concern::other,
    .low = 1,
    .high = 7,
    .step = 1,
    .better = schema::Better::neither,
    .states_change = true,
    .source = "Farrar 2001, seven points; our own numbers",
    .unverified = "wording of the labels",
    .formula =
        "The patient chooses one label for the change since the treatment began. Give the "
        "label: the numbers are our own, papers count in both directions.",
    .example = "the patient chooses minimally improved: kept as 3",
    .bands = pgic_labels,
};

}  // namespace clinical
