#pragma once
// The Investigator's Global Assessment of acne, 0 to 4, as the clinician gave it. A variant with a
// fifth grade circulates; this scale stops at 4.

#include <array>
#include <optional>
#include <string>

#include "app/clinical/scale.h"
#include "schema/records/acne_status.h"

namespace clinical {

inline constexpr auto iga_bands = std::to_array<BandStart>({
    {.from = 0, .name = "clear"},
    {.from = 1, .name = "almost clear"},
    {.from = 2, .name = "mild"},
    {.from = 3, .name = "moderate"},
    {.from = 4, .name = "severe"},
});

// What was counted on the face although the grade says that it is not there: "5 counted on the
// face: grade 0 is no lesion at all". Nothing where grade and counts agree or one of them is
// missing. Lesions of the trunk say nothing of a grade of the face.
std::optional<std::string> counted_beyond_iga(const schema::AcneStatus& seen);

inline constexpr Scale iga_scale{
    .code = "iga",
    .name = "Investigator's Global Assessment",
    .concern = schema::Concern::active_acne,
    .high = 4,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 1,
                   .formula = "one grade is within noise unless two raters' quadratic weighted "
                              "kappa is about 0.9; within raters it was 0.43 to 0.91",
                   .source = "Tan 2006, J Cutan Med Surg 10:160, reliability of global grades"},
    .responder = ResponderRule{.change = 2,
                               .reach = 1,
                               .text = "clear or almost clear, and at least 2 grades better",
                               .source = "Patel 2021, J Drugs Dermatol S1545961621P0648X, per FDA "
                                         "guidance"},
    .source =
        "FDA guidance, Acne Vulgaris: Establishing Effectiveness of Drugs Intended for "
        "Treatment, May 2018",
    .unverified = "wording of the grades",
    .formula =
        "One grade for the face: 0 no lesions; 1 rare comedones, at most one small "
        "inflammatory lesion; 2 some comedones, at most a few papules or pustules; 3 up to "
        "many comedones, at most one small nodule; 4 up to many of both, at most a few "
        "nodules.",
    .example = "many comedones, some papules, no nodule: 3, moderate",
    .bands = iga_bands,
};

}  // namespace clinical
