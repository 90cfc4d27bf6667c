#pragma once
// The Fitzpatrick skin type: how skin reacts to sun. It is no shade and is never converted into or
// from the Monk tone (monk.h).

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto fitzpatrick_types = std::to_array<BandStart>({
    {.from = 1, .name = "I"},
    {.from = 2, .name = "II"},
    {.from = 3, .name = "III"},
    {.from = 4, .name = "IV"},
    {.from = 5, .name = "V"},
    {.from = 6, .name = "VI"},
});

inline constexpr Scale fitzpatrick_scale{
    .code = "fitzpatrick",
    .name = "Fitzpatrick skin type",
    .concern = schema::Concern::other,
    .low = 1,
    .high = 6,
    .step = 1,
    .better = schema::Better::neither,
    .source = "LOINC 66472-2",
    .unverified = "wording of the types",
    .formula =
        "How the skin reacts to sun: I always burns and never tans, through to VI, which "
        "never burns. Never converted into a Monk tone or from one: they measure different "
        "things.",
    .example = "type IV: kept as 4",
    .bands = fitzpatrick_types,
};

}  // namespace clinical
