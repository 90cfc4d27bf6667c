#pragma once
// SCAR-S: the clinician's category of acne scars on face, chest and back.

#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/scar_items.h"

namespace clinical {

// The sum 0 to 15; nothing unless all three sites were examined.
std::optional<int> scar_s(const schema::ScarS& sites);

inline constexpr Scale scar_s_scale{
    .code = "scar_s",
    .name = "SCAR-S: face, chest and back, 0 to 5 each",
    .concern = schema::Concern::acne_scars,
    .high = 15,
    .step = 1,
    .noise =
        Noise{
            .kind = schema::NoiseKind::ours,
            .points = 3,
            .formula = "one grade at each of three sites",
            .source =
                "our own convention; Tan 2010 tells of validity, the abstract not of reliability"},
    .source = "Tan JKL et al. J Cutan Med Surg 2010;14:156-160, doi 10.2310/7750.2010.09037",
    .unverified = "the sum 0 to 15",
    .formula =
        "Each site: 0 clear, 1 almost clear, 2 mild, 3 moderate, 4 severe, 5 very severe; "
        "summed.\n"
        "Clinically relevant is a site that is mild or worse.",
    .example = "face 3, chest 0, back 2: 3 + 0 + 2 = 5",
};

}  // namespace clinical
