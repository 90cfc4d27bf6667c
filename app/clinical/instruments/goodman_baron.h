#pragma once
// Goodman and Baron's two gradings of acne scars.
//
// The score is entered as read off the clinic's sheet, not computed from the counts of a scars
// record: its table of points could not be checked against the paper.

#include <array>

#include "app/clinical/scale.h"

namespace clinical {

// Grade 1 is colour without contour. The paper has no grade 0; we add it for "no scars".
inline constexpr auto goodman_baron_grade_bands = std::to_array<BandStart>({
    {.from = 0, .name = "none"},
    {.from = 1, .name = "macular"},
    {.from = 2, .name = "mild"},
    {.from = 3, .name = "moderate"},
    {.from = 4, .name = "severe"},
});

inline constexpr Scale goodman_baron_grade_scale{
    .code = "goodman_baron_grade",
    .name = "Goodman-Baron qualitative grade (1 to 4; 0 = none is our extension)",
    .concern = schema::Concern::acne_scars,
    .high = 4,
    .step = 1,
    .responder = ResponderRule{.change = 1,
                               .text = "one grade = good, two = excellent",
                               .source = "jpad.com.pk article 2196; Chawla 2014"},
    .source =
        "Goodman GJ, Baron JA. Postacne scarring: a qualitative global scarring grading "
        "system, PMID 17199653; Dermatol Surg 2006;32:1458-1466 (unverified)",
    .bands = goodman_baron_grade_bands,
};

inline constexpr Scale goodman_baron_score_scale{
    .code = "goodman_baron_score",
    .name = "Goodman-Baron quantitative score",
    .concern = schema::Concern::acne_scars,
    .high = 84,
    .step = 1,
    .noise = Noise{.points = 4,
                   .source = "Goodman and Baron 2006, J Cosmet Dermatol 5:48-52: raters within 4 "
                             "points in 19 of 21"},
    .source = "Goodman GJ, Baron JA. J Cosmet Dermatol 2006;5:48-52; range 0 to 84 (unverified)",
};

}  // namespace clinical
