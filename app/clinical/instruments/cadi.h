#pragma once
// The Cardiff Acne Disability Index: five items about the last month.

#include <array>
#include <string_view>

#include "app/clinical/instruments/questionnaire_sum.h"
#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto cadi_items = std::to_array<std::string_view>({
    "temper and embarrassment",
    "social life and relationships",
    "changing rooms and swimwear",
    "feelings about appearance",
    "how bad it is now",
});

// No way to fill in a blank item is published: all five are needed.
inline constexpr FormRule cadi_rule{.items = cadi_items, .blanks_allowed = 0};

// Smallest important difference not established; the bands in use are not validated: none here.
inline constexpr Scale cadi_scale{
    .code = "cadi",
    .name = "Cardiff Acne Disability Index",
    .concern = schema::Concern::quality_of_life,
    .high = cadi_rule.highest_total(),
    .step = 1,
    .noise =
        Noise{.kind = schema::NoiseKind::ours,
              .points = 2,
              .formula = "4 of the 30 points of DLQI, carried over to 15",
              .source =
                  "our own convention; published is only alpha, 0.73 to 0.82, which is no noise"},
    .source = "Motley and Finlay. Clin Exp Dermatol 1992;17:1-3",
    .unverified = "volume and pages",
    .formula =
        "Five items, each answered a = 3, b = 2, c = 1, d = 0; summed. All five are needed.\n"
        "The total written on the form is kept beside the sum. A smallest difference that "
        "matters is not established and the bands in use are not validated.",
    .example = "b, c, d, b, b: 2 + 1 + 0 + 2 + 2 = 7",
    .items = cadi_items,
};

}  // namespace clinical
