#pragma once
// The Hidradenitis Suppurativa Clinical Response, the published instance of a composite rule.

#include <array>
#include <string_view>

#include "app/clinical/composite_rule.h"

namespace clinical {

inline constexpr std::array<std::string_view, 2> hiscr_summed{"abscesses", "inflammatory nodules"};
inline constexpr std::array<std::string_view, 2> hiscr_not_rising{"abscesses", "draining fistulas"};

inline constexpr CompositeRule hiscr_rule{
    .name = "HiSCR",
    .summed = hiscr_summed,
    .fall_percent = 50,
    .not_rising = hiscr_not_rising,
    .text =
        "abscesses and inflammatory nodules together at least 50 % fewer, and no more abscesses "
        "and no more draining fistulas than before",
    .source = "Kimball 2014",
    .unverified = "citation and wording",
    .example =
        "abscesses 8 to 4, inflammatory nodules 14 to 7, draining fistulas 6 to 4: 22 to 11, "
        "50 % fewer, a responder",
};

}  // namespace clinical
