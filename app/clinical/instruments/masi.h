#pragma once
// The Melasma Area and Severity Index and its modified form. Four regions weighted 0.3, 0.3, 0.3
// and 0.1: MASI = sum of weight × area × (darkness + homogeneity), mMASI without homogeneity.
// Both were validated for melasma; on brown marks after acne they are used loosely.
//
// In whole tenths, because 0.1 is no binary fraction and sums of it drift.

#include <array>
#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/pigmentation_observation.h"

namespace clinical {

inline constexpr std::array masi_regions{schema::Region::forehead,
                                         schema::Region::right_cheek,
                                         schema::Region::left_cheek,
                                         schema::Region::chin};

// 0..480; nothing unless all four regions are recorded, each with its homogeneity. Melasma of which
// there are no marks (no_marks.h) is 0 for both.
std::optional<int> masi_tenths(const schema::PigmentationObservation& seen);
// 0..240; nothing unless all four regions are recorded.
std::optional<int> mmasi_tenths(const schema::PigmentationObservation& seen);

// The weight of a region in tenths; nothing for a region that the index does not have.
std::optional<int> masi_weight_tenths(schema::Region region);

inline constexpr Scale masi_scale{
    .code = "masi",
    .name = "Melasma Area and Severity Index",
    .concern = schema::Concern::pigmentation,
    .high = 48,
    .step = 0.1,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 7,
                   .formula = "1.96·√2·6·√(1 - 0.816) = 7.1 with an SD of 6 (assumed)",
                   .source =
                       "Majid 2016, Indian J Dermatol 61:39 (ICC 0.816, four raters, 30 patients)"},
    .source = "Kimbrough-Green et al. 1994",
    .formula =
        "Weight × area × (darkness + homogeneity) of four regions, summed. Weights: "
        "forehead 0.3, right cheek 0.3, left cheek 0.3, chin 0.1.\n"
        "Area: 0 none, 1 below 10 %, 2 to 29 %, 3 to 49 %, 4 to 69 %, 5 to 89 %, 6 from 90 "
        "%. Darkness and homogeneity: 0 absent to 4 maximum.\n"
        "Made for melasma; used loosely for brown marks after acne.",
    .example =
        "forehead 0.3×3×(2+2), right cheek 0.3×4×(3+2), left cheek 0.3×4×(3+2), chin "
        "0.1×1×(1+1): 3.6 + 6 + 6 + 0.2 = 15.8",
};

// Severity bands are published (Rodrigues 2016), but their numbers could not be read: none here.
inline constexpr Scale mmasi_scale{
    .code = "mmasi",
    .name = "Modified Melasma Area and Severity Index",
    .concern = schema::Concern::pigmentation,
    .high = 24,
    .step = 0.1,
    .noise =
        Noise{.kind = schema::NoiseKind::derived,
              .points = 4,
              .formula = "half of the range of MASI has half of its noise: 7.1/2 = 3.6, rounded up",
              .source = "Majid 2016, Indian J Dermatol 61:39, for MASI; Pandya 2011 calls its own "
                        "reliability good, without a number"},
    .source = "Pandya AG et al. J Am Acad Dermatol 2011;64:78-83, doi 10.1016/j.jaad.2009.10.051",
    .formula =
        "Weight × area × darkness of four regions, summed: MASI without homogeneity.\n"
        "Made for melasma; used loosely for brown marks after acne.",
    .example =
        "forehead 0.3×3×2, right cheek 0.3×4×3, left cheek 0.3×4×3, chin 0.1×1×1: 1.8 + "
        "3.6 + 3.6 + 0.1 = 9.1",
};

}  // namespace clinical
