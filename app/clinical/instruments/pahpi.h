#pragma once
// The Postacne Hyperpigmentation Index: points for size, intensity and number of the brown marks,
// 6 to 22. The published index cannot say that the marks are gone; 0 is our own value for that.

#include <array>
#include <optional>
#include <string_view>

#include "app/clinical/scale.h"
#include "schema/records/pigmentation_observation.h"

namespace clinical {

// 0 where there are no brown marks (no_marks.h). Nothing without the items, and for red marks or
// melasma, for which the index was not made.
std::optional<int> pahpi(const schema::PigmentationObservation& seen);

inline constexpr double lowest_pahpi_of_marks = 6;

// The published values have no names.
inline constexpr auto pahpi_bands = std::to_array<BandStart>({
    {.from = 0, .name = "no marks"},
    {.from = 1, .name = ""},
});

inline constexpr Scale pahpi_scale{
    .code = "pahpi",
    .name = "Postacne Hyperpigmentation Index",
    .concern = schema::Concern::pigmentation,
    .high = 22,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 3,
                   .formula = "1.96·√2·3·√(1 - 0.87) = 3.0 with an SD of 3 (assumed)",
                   .source = "validation in Senegal (ICC 0.87 and 0.85 between raters); items "
                             "Savory 2014 (kappa of size 0.27, of number 0.27 to 0.53)"},
    .source = "Savory SA et al. J Am Acad Dermatol 2014;70:108-114, PMID 24176524",
    .unverified = "points of the items",
    .formula =
        "Points of three items of the brown marks, summed.\n"
        "Size: below 3 mm 2, 3 to 6 mm 4, 7 to 10 mm 6, above 10 mm 8. Intensity: slightly "
        "darker 3, moderately 6, significantly 9. Number: to 15 1, to 30 2, to 45 3, to 60 "
        "4, more 5.\n"
        "Points 6 to 22; 0 is our own value for \"no marks\", and between the two there is none.",
    .example = "marks of 3 to 6 mm (4), moderately darker (6), 22 of them (2): 4 + 6 + 2 = 12",
    .bands = pahpi_bands,
};

// False for what no record scores although it lies between the ends of the scale: marks have at
// least 6 points. What a range or a step refuses is not asked here.
constexpr bool is_possible(std::string_view instrument_code, double value) {
    return instrument_code != pahpi_scale.code || value <= pahpi_scale.low ||
           value >= lowest_pahpi_of_marks;
}

// Our own value for no marks, which is shown in words.
constexpr bool says_no_marks(std::string_view instrument_code, double value) {
    return instrument_code == pahpi_scale.code && value == pahpi_scale.low;
}

}  // namespace clinical
