#pragma once
// The Dermatology Life Quality Index: ten items about the last week, for patients from 16 years.

#include <array>
#include <string_view>

#include "app/clinical/instruments/questionnaire_sum.h"
#include "app/clinical/scale.h"

namespace clinical {

inline constexpr auto dlqi_items = std::to_array<std::string_view>({
    "skin symptoms",
    "embarrassment",
    "shopping, home and garden",
    "clothing",
    "social and leisure",
    "sport",
    "work or study",
    "close relationships",
    "sexual life",
    "burden of treatment",
});

// One blank item counts as 0; with more the form is not scored.
inline constexpr FormRule dlqi_rule{.items = dlqi_items, .blanks_allowed = 1};

// Effect on the patient's life, Hongbo 2005.
inline constexpr auto dlqi_bands = std::to_array<BandStart>({
    {.from = 0, .name = "none"},
    {.from = 2, .name = "small"},
    {.from = 6, .name = "moderate"},
    {.from = 11, .name = "very large"},
    {.from = 21, .name = "extremely large"},
});

inline constexpr Scale dlqi_scale{
    .code = "dlqi",
    .name = "Dermatology Life Quality Index",
    .concern = schema::Concern::quality_of_life,
    .high = dlqi_rule.highest_total(),
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::published,
                   .points = 4,
                   .source = "Basra 2015, Dermatology 230:27: least important change 3.3, rounded "
                             "to 4, in inflammatory skin disease, not in scars"},
    .responder = ResponderRule{.change = 4,
                               .text = "at least 4 points better",
                               .source = "Basra 2015, Dermatology 230:27 (unverified)"},
    .source = "Finlay and Khan. Clin Exp Dermatol 1994;19:210; bands Hongbo 2005",
    .unverified = "handling of blank items",
    .formula =
        "Ten items, each 0 not at all (or not relevant) to 3 very much; summed. One blank "
        "item counts as 0, with more there is no score.\n"
        "The total written on the form is kept beside the sum. Under 16 years the "
        "children's form is used, with other bands.",
    .example = "1 + 2 + 0 + 1 + 1 + 0 + 1 + 0 + 0 + 1 = 7, moderate",
    .bands = dlqi_bands,
    .items = dlqi_items,
};

// Finlay and Khan's form is for this age and above; the children's form has bands of its own.
inline constexpr int dlqi_youngest = 16;

// Neither bands nor the responder rule of this scale hold for somebody of this age in years.
constexpr bool is_too_young_for(std::string_view instrument_code, int age) {
    return instrument_code == dlqi_scale.code && age < dlqi_youngest;
}

}  // namespace clinical
