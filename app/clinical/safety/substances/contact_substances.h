#pragma once
// What touches the skin at a session beside products: metals, gloves, antiseptics.
// Source: names of the baseline series of contact allergens. Unverified: from memory.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

// Any of them is an allergy to metal: the needles are of steel, which holds nickel and chromium.
inline constexpr std::array metals{
    ListedMedicine{.generic = "nickel",
                   .names = "nickel sulfate, nickel sulphate, nikel, nichel, niquel",
                   .arabic = "نيكل, النيكل, نيكيل"},
    ListedMedicine{.generic = "metal",
                   .names = "metals, metal needles, metal needle, needles, steel, stainless steel, "
                            "surgical steel, jewellery, jewelry, costume jewellery, costume "
                            "jewelry, earrings, metaux, metallique, acier, acier inoxydable, inox, "
                            "Metall, Edelstahl",
                   .arabic = "معدن, معادن, المعادن, المعدن, ستانلس ستيل, ستانلس, فولاذ, الفولاذ, "
                             "صلب, ابر معدنية, الابر المعدنية, اكسسوارات, الاكسسوارات"},
    ListedMedicine{.generic = "chromium",
                   .names = "chrome, chromate, potassium dichromate, dichromate, chrom",
                   .arabic = "كروم, الكروم"},
    ListedMedicine{
        .generic = "cobalt", .names = "cobalt chloride, kobalt", .arabic = "كوبالت, الكوبالت"},
    ListedMedicine{.generic = "titanium", .names = "titane, titan", .arabic = "تيتانيوم"},
    ListedMedicine{.generic = "gold", .names = "gold sodium thiosulfate", .arabic = "ذهب, الذهب"},
    ListedMedicine{.generic = "palladium", .arabic = "بالاديوم"},
};

inline constexpr std::array contact_substances{
    ListedMedicine{.generic = "latex",
                   .names = "natural rubber latex, natural rubber, rubber, rubber gloves, latex "
                            "gloves, hevea, caoutchouc, Kautschuk",
                   .arabic = "لاتكس, اللاتكس, لاتيكس, مطاط, المطاط"},
    ListedMedicine{.generic = "chlorhexidine",
                   .names = "chlorhexidine gluconate, chlorhexidine digluconate, chlorhexidin, "
                            "clorhexidina, clorexidina, klorheksidin, CHX, Hibiscrub, Hibiclens, "
                            "Hibitane, Chloraprep, Merfen, Bactigras, Biseptine, "
                            "Instillagel, Cathejell",
                   .arabic = "كلورهيكسيدين, كلورهكسيدين, الكلورهيكسيدين, كلورهيكسدين"},
    ListedMedicine{.generic = "povidone-iodine",
                   .names = "povidone iodine, iodine, Betadine, Braunol, iode, povidon iod",
                   .arabic = "بوفيدون يود, يود, اليود, بيتادين"},
};

}  // namespace clinical
