#pragma once
// How many lesions there are on the face: inflammatory, non-inflammatory, and all.
//
// Trials differ on whether nodules and cysts are inflammatory lesions or counted apart. Here they
// are inflammatory, so that total = inflammatory + non-inflammatory; the record keeps every kind.

#include <string_view>

#include "app/clinical/instruments/lesion_noise.h"
#include "app/clinical/scale.h"
#include "schema/records/acne_status.h"

namespace clinical {

struct LesionCounts {
    int inflammatory = 0;     // papules, pustules, nodules, cysts
    int noninflammatory = 0;  // open and closed comedones

    int total() const { return inflammatory + noninflammatory; }
    bool operator==(const LesionCounts&) const = default;
};

LesionCounts lesion_counts(const schema::AcneRegion& region);

// Half of the lesions, for a baseline of at least this: fewer say nothing, 2 to 1 is no response.
constexpr ResponderRule half_of_the_lesions(double from, std::string_view source) {
    return {.from = from,
            .percent = 50,
            .text = "at least 50 % fewer lesions (commonly used)",
            .source = source};
}

inline constexpr Scale lesions_total_scale{
    .code = "lesions_total",
    .name = "All acne lesions of the face",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .noise = lesion_noise,
    .responder = half_of_the_lesions(
        45, "convention of trials, no single paper (unverified); baseline 20 + 25, our own sum"),
    .source = "Cochrane Review CD011368, lesion classes",
    .unverified = "nodules and cysts included",
    .formula =
        "Inflammatory and non-inflammatory lesions of the face (forehead, nose, cheeks, mouth, "
        "chin, jawline, around the eyes), added up over the places that were looked at. The region "
        "other is no place that can be compared and is not counted; the trunk is a scale of its "
        "own.",
    .example = "22 comedones, 14 papules, 6 pustules: 22 + 14 + 6 = 42",
};

inline constexpr Scale lesions_inflammatory_scale{
    .code = "lesions_inflammatory",
    .name = "Inflammatory lesions of the face (papules, pustules, nodules, cysts)",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .noise = lesion_noise,
    .responder = half_of_the_lesions(20,
                                     "convention of trials, no single paper (unverified); baseline "
                                     "as trials enrol, from 20 (Dreno 2018 from 25)"),
    .source = "Cochrane Review CD011368, lesion classes",
    .unverified = "nodules and cysts included",
    .formula =
        "Papules, pustules, nodules and cysts of the face, added up over the places that were "
        "looked at; neither the trunk nor the region other is counted. Trials differ on whether "
        "nodules and cysts belong here.",
    .example = "14 papules, 6 pustules, no nodules or cysts: 14 + 6 + 0 + 0 = 20",
};

inline constexpr Scale lesions_noninflammatory_scale{
    .code = "lesions_noninflammatory",
    .name = "Non-inflammatory lesions of the face (open and closed comedones)",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .noise = lesion_noise,
    .responder = half_of_the_lesions(25,
                                     "convention of trials, no single paper (unverified); baseline "
                                     "as trials enrol, from 25 (unverified)"),
    .source = "Cochrane Review CD011368, lesion classes",
    .formula =
        "Open and closed comedones of the face, added up over the places that were looked at; "
        "neither the trunk nor the region other is counted.",
    .example = "12 open and 10 closed comedones: 12 + 10 = 22",
};

}  // namespace clinical
