#pragma once
// How many lesions there are: inflammatory, non-inflammatory, and all.
//
// Trials differ on whether nodules and cysts are inflammatory lesions or counted apart. Here they
// are inflammatory, so that total = inflammatory + non-inflammatory; the record keeps every kind.

#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/acne_status.h"

namespace clinical {

struct LesionCounts {
    int inflammatory = 0;     // papules, pustules, nodules, cysts
    int noninflammatory = 0;  // open and closed comedones

    int total() const { return inflammatory + noninflammatory; }
    bool operator==(const LesionCounts&) const = default;
};

// The sum over the regions that were recorded; all 0 when the rest is clear and no region is
// recorded. Nothing when no region was examined: a grade alone counts no lesions.
std::optional<LesionCounts> lesion_counts(const schema::AcneStatus& seen);

inline constexpr ResponderRule half_of_the_lesions{
    .percent = 50,
    .text = "at least 50 % fewer lesions (commonly used)",
    .source = "convention of trials, no single paper (unverified)",
};

inline constexpr Scale lesions_total_scale{
    .code = "lesions_total",
    .name = "All acne lesions",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .responder = half_of_the_lesions,
    .source = "Cochrane Review CD011368, lesion classes",
    .unverified = "nodules and cysts included",
    .formula = "Inflammatory and non-inflammatory lesions of all recorded regions, added up.",
    .example = "22 comedones, 14 papules, 6 pustules: 22 + 14 + 6 = 42",
};

inline constexpr Scale lesions_inflammatory_scale{
    .code = "lesions_inflammatory",
    .name = "Inflammatory lesions (papules, pustules, nodules, cysts)",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .responder = half_of_the_lesions,
    .source = "Cochrane Review CD011368, lesion classes",
    .unverified = "nodules and cysts included",
    .formula =
        "Papules, pustules, nodules and cysts of all recorded regions, added up. Trials "
        "differ on whether nodules and cysts belong here.",
    .example = "14 papules, 6 pustules, no nodules or cysts: 14 + 6 + 0 + 0 = 20",
};

inline constexpr Scale lesions_noninflammatory_scale{
    .code = "lesions_noninflammatory",
    .name = "Non-inflammatory lesions (open and closed comedones)",
    .concern = schema::Concern::active_acne,
    .step = 1,
    .unit = "{lesions}",
    .responder = half_of_the_lesions,
    .source = "Cochrane Review CD011368, lesion classes",
    .formula = "Open and closed comedones of all recorded regions, added up.",
    .example = "12 open and 10 closed comedones: 12 + 10 = 22",
};

}  // namespace clinical
