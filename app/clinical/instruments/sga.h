#pragma once
// The Subject's Global Assessment: how the patient sees their own acne, 0 to 4.

#include "app/clinical/scale.h"

namespace clinical {

inline constexpr Scale sga_scale{
    .code = "sga",
    .name = "Subject's Global Assessment",
    .concern = schema::Concern::active_acne,
    .high = 4,
    .step = 1,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 1,
                   .formula = "one grade, as IGA: reliability within raters was 0.43 to 0.91",
                   .source = "Tan 2006, J Cutan Med Surg 10:160, reliability of global grades by "
                             "raters; that of patients was not found"},
    .source = "Vender and Vender. Dermatol Res Pract 2012:736532, Table 2",
    .formula =
        "The patient chooses: 0 hardly any; 1 several blackheads, whiteheads and small "
        "pimples, nothing deep; 2 several to many, perhaps one deep bump; 3 many, perhaps "
        "a few deep bumps; 4 mostly deep bumps.",
    .example = "many small pimples and one deep bump: 2",
};

}  // namespace clinical
