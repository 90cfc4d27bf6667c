#pragma once
// Goodman and Baron's qualitative grade of acne scars: four questions decide 1 to 4. Grade 1 is
// colour without contour. The paper has no grade 0; we add it for "no scars".

#include <array>
#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/scar_observation.h"

namespace clinical {

// Flat marks are a matter of colour and never graded higher.
inline constexpr int highest_grade_of_flat_marks = 1;

// What is obvious from 50 cm is not covered by make-up: one of the two answers must be wrong.
bool contradict_each_other(const schema::GoodmanBaron& answers);

// The grade that the answers decide, 1 to 4; answers that cannot change it may be missing. Nothing
// where a deciding one is, or where they contradict each other.
std::optional<int> decided_grade(const schema::GoodmanBaron& answers);

// The grade that the clinician gave, else the decided one.
std::optional<int> goodman_baron_grade(const schema::ScarObservation& seen);

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
    .noise =
        Noise{.kind = schema::NoiseKind::ours,
              .points = 1,
              .formula = "one grade, as every grade",
              .source = "our own convention; no kappa was found, and in a stereoscopic study of "
                        "about 2021 a change of grade followed neither depth nor the patients"},
    .responder =
        ResponderRule{
            .change = 1,
            .text =
                "one grade = good, two = excellent (two authors' names, not a validated threshold)",
            .source = "jpad.com.pk article 2196; Chawla 2014"},
    .source =
        "Goodman GJ, Baron JA. Postacne scarring: a qualitative global scarring grading "
        "system. Dermatol Surg 2006;32:1458-1466, PMID 17199653",
    .unverified = "volume and pages",
    .formula =
        "1: the contour is unchanged, flat red, white or brown marks only.\n"
        "2: the contour is changed, but not obvious from 50 cm.\n"
        "3: obvious from 50 cm, not covered by make-up, beard shadow or hair, and flattened "
        "by stretching the skin.\n"
        "4: the same, and not flattened.\n"
        "Obvious from 50 cm and yet coverable contradict each other: look again.",
    .example =
        "contour changed, obvious from 50 cm, not coverable, flattened by stretching: 3, "
        "moderate",
    .bands = goodman_baron_grade_bands,
};

}  // namespace clinical
