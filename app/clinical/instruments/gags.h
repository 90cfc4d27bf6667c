#pragma once
// The Global Acne Grading System: six sites, each graded by its worst kind of lesion (0 none,
// 1 comedone, 2 papule, 3 pustule, 4 nodule or cyst), weighted and summed to 0..44.

#include <array>
#include <optional>
#include <string_view>

#include "app/clinical/scale.h"
#include "schema/records/acne_status.h"

namespace clinical {

// Nothing unless every site was examined: forehead, both cheeks, nose, chin, chest and upper back
// each recorded, or the rest said to be clear. A site that nobody looked at is not a clear one.
std::optional<int> gags(const schema::AcneStatus& seen);

// The printed table goes from 31-38 to "> 39" and leaves 39 out.
inline constexpr auto gags_bands = std::to_array<BandStart>({
    {.from = 0, .name = "clear"},
    {.from = 1, .name = "mild"},
    {.from = 19, .name = "moderate"},
    {.from = 31, .name = "severe"},
    {.from = 39, .name = "very severe", .assigned = false},
    {.from = 40, .name = "very severe"},
});

inline constexpr Scale gags_scale{
    .code = "gags",
    .name = "Global Acne Grading System",
    .concern = schema::Concern::active_acne,
    .high = 44,
    .step = 1,
    .noise =
        Noise{.kind = schema::NoiseKind::derived,
              .points = 5,
              .formula =
                  "1.96·√2·5.09·√(1 - 0.90) = 4.5 with an SD of 5.09 and an ICC of 0.90 (assumed). "
                  "Rated from photographs of a phone more: 8, from a concordance of 0.69",
              .source = "Alsulaimani 2020, Clin Cosmet Investig Dermatol (SD; excellent agreement "
                        "of four raters, number not read); photographs Foolad 2017, Int J "
                        "Dermatol, doi 10.1111/ijd.13621"},
    .source = "Doshi A, Zaheer A, Stiller MJ. Int J Dermatol 1997;36:416-418",
    .formula =
        "Factor × grade of each site, summed. Factors: forehead 2, right cheek 2, left "
        "cheek 2, nose 1, chin 1, chest and upper back together 3.\n"
        "Grade: the worst lesion of the site whatever the counts, 0 none, 1 comedone, 2 "
        "papule, 3 pustule, 4 nodule or cyst.\n"
        "Every site must have been examined.",
    .example =
        "forehead papules 2×2, right cheek pustules 2×3, nose comedones 1×1, the rest "
        "clear: 4 + 6 + 1 = 11, mild",
    .bands = gags_bands,
};

// It grades the worst kind of lesion, so it can stay the same while their number changes.
constexpr bool grades_kinds(std::string_view instrument_code) {
    return instrument_code == gags_scale.code;
}

}  // namespace clinical
