#pragma once
// The Monk Skin Tone Scale: ten shades to compare the skin with. It says nothing of how skin
// reacts to sun and is never converted into or from the Fitzpatrick type (fitzpatrick.h).

#include "app/clinical/scale.h"

namespace clinical {

// A wrong tone 3, f7dad0, circulates.
inline constexpr Scale monk_scale{
    .code = "monk",
    .name = "Monk skin tone",
    .concern = schema::Concern::other,
    .low = 1,
    .high = 10,
    .step = 1,
    .better = schema::Better::neither,
    .source = "Monk Skin Tone Scale",
    .unverified = "the colours",
    .formula =
        "The shade that the skin is closest to, in sRGB:\n"
        "1 f6ede4, 2 f3e7db, 3 f7ead0, 4 eadaba, 5 d7bd96,\n"
        "6 a07e56, 7 825c43, 8 604134, 9 3a312a, 10 292420.\n"
        "Never converted into a Fitzpatrick type or from one: they measure different "
        "things.",
    .example = "the inside of the forearm is closest to a07e56: 6",
};

}  // namespace clinical
