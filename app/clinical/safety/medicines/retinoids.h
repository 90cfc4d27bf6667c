#pragma once
// Isotretinoin, the other retinoids by mouth, and the retinoids of creams and gels.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array isotretinoin_medicines{
    ListedMedicine{
        .generic = "isotretinoin",
        .names = "isotretinoine, isotretinoina, izotretinoin, izotretinoina, 13-cis-retinoic acid, "
                 "cis-retinoic acid, 13-cis retinoate, 13-cis-RA, acide 13-cis-retinoique, "
                 "13-cis-Retinsaure, 13-cis-retinoik asit, "
                 "Roaccutane, Accutane, Accutan, Roaccutan, Roacutan, Roacutane, Rocutan, Netlook, "
                 "Curacne, "
                 "Procuta, Contracne, Acnetrait, Isosupra, Isotane, Oratane, Claravis, Amnesteem, "
                 "Absorica, Myorisan, Zenatane, Sotret, Isotroin, Tretiva, Acutret, Isotret, "
                 "Isotret-Hexal, Isohexal, Isotrex, Isotrexin, Aknenormin, Ciscutan, Isoderm, "
                 "Isogalen, Zoretanin, Aknetrent, Acnegen, Isoacne, Dercutane, Mayesta, Flexresan, "
                 "Isdiben, Acnemin, Farmacne, Aisoskin, Isoriac, Izotek, Axotret, Tretinex, "
                 "Acnecutan, Verocutan, Epuris, Clarus, Reticutan, Rizuderm, Ruatine, Reccutane, "
                 "Acnotin, Nimegen, Accure, A-Cnotren",
        .arabic = "ايزوتريتينوين, ايزوتريتنوين, ايزوتريتينون, ازوتريتينوين, ايزوترتينوين, "
                  "ايزوتريتين, رواكوتان, رواكيوتان, رواكتان, روكتان, روكوتان, راكوتان, ريكوتان, "
                  "اكيوتان, اكوتان, نتلوك, نيتلوك, نت لوك, كيوراكني, كيوراكنيه, كوراكني, "
                  "كلارافيس, امنيستيم, ابسوريكا, زيناتان, ايزوسوبرا, ايزوتريكس, ايزوتركس, "
                  "حمض 13 سيس ريتينويك"},
};

inline constexpr MedicineList isotretinoin_list{
    .kind = MedicineClass::isotretinoin,
    .medicines = isotretinoin_medicines,
    .source =
        "WHO ATC D10BA01 (by mouth), D10AD04 and D10AD54 (on the skin); Net Look: a "
        "pharmacy's page (lomixa.net); Netlook, Reccutane, Absorica, Claravis, Amnesteem and "
        "Zenatane in both scripts: medzone.info; Zoretanin: ilachakkinda.com, from Turkey's "
        "price list; Aisoskin: package leaflet, codifa.it; Izotek: package leaflet, Poland",
    .unverified = "the other makers' names and all other Arabic spellings are from memory"};

inline constexpr std::array other_retinoid_medicines{
    ListedMedicine{.generic = "acitretin",
                   .names = "acitretine, acitretina, asitretin, Neotigason, Soriatane, Acicutan",
                   .arabic = "اسيتريتين, اسيترتين, نيوتيجاسون, نيوتيغاسون, سورياتان"},
    ListedMedicine{.generic = "etretinate",
                   .names = "etretinat, etretinato, Tigason",
                   .arabic = "ايتريتينات, تيجاسون"},
    ListedMedicine{.generic = "alitretinoin",
                   .names = "alitretinoine, alitretinoina, 9-cis-retinoic acid, Toctino, Panretin",
                   .arabic = "اليتريتينوين, توكتينو"},
    ListedMedicine{.generic = "bexarotene",
                   .names = "bexaroten, beksaroten, Targretin",
                   .arabic = "بيكساروتين, تارجريتين"},
    ListedMedicine{.generic = "tretinoin by mouth", .names = "Vesanoid", .arabic = "فيسانويد"},
};

inline constexpr MedicineList other_retinoid_list{
    .kind = MedicineClass::other_retinoid,
    .medicines = other_retinoid_medicines,
    .source =
        "WHO ATC D05BB01 and D05BB02 (etretinate, acitretin), D11AH04 and L01XF02 "
        "(alitretinoin), L01XF03 (bexarotene), L01XF01 (tretinoin by mouth)",
    .unverified = "the makers' names and the Arabic spellings are from memory"};

inline constexpr std::array topical_retinoid_medicines{
    ListedMedicine{
        .generic = "tretinoin",
        .names =
            "tretinoine, tretinoina, retinoic acid, all-trans-retinoic acid, trans-retinoic acid, "
            "ATRA, vitamin A acid, acide retinoique, acide tout-trans-retinoique, acido "
            "retinoico, Retinsaure, Vitamin-A-Saure, retinoik asit, Retin-A, Retin-A Micro, "
            "Retinova, Renova, Acretin, Airol, Stieva-A, Ketrel, Locacid, Effederm, Retacnyl, "
            "Atralin, Altreno, Avita, Refissa, Cordes VAS, Vitacid, Treclin, Ziana, Veltin, "
            "Acnatac, Tri-Luma, Pigmanorm, Aknemycin Plus, Acnelyse, Tretin",
        .arabic = "تريتينوين, ترتينوين, تريتنوين, ريتين ا, رتين ا, اكريتين, ريتاكنيل, "
                  "حمض الريتينويك, حمض ريتينويك, حمض الرتينويك, حمض فيتامين ا"},
    ListedMedicine{
        .generic = "adapalene",
        .names = "adapalen, adapaleno, adapalenum, Differin, Differine, Adaferin, Adolin, Deriva, "
                 "Adaclene, Adaklin, Acnelan, Epiduo, Epiduo Forte, Effezel, Tactupump, Plixda",
        .arabic = "ادابالين, ادابلين, ديفرين, ديفيرين, ادافرين, ادافيرين, ادولين, "
                  "ايبيديو, ابيديو, ايبيدو, اداكلين"},
    ListedMedicine{.generic = "tazarotene",
                   .names = "tazaroten, tazarotino, Tazorac, Zorac, Arazlo, Fabior, Avage, Duobrii",
                   .arabic = "تازاروتين, تازوراك, زوراك"},
    ListedMedicine{.generic = "trifarotene",
                   .names = "trifaroten, trifaroteno, Aklief, Selgamis",
                   .arabic = "تريفاروتين, اكليف"},
    ListedMedicine{.generic = "motretinide", .names = "Tasmaderm"},
    ListedMedicine{
        .generic = "retinol",
        .names = "retinolo, retinal, retinaldehyde, retinaldehyd, retinyl palmitate, retinyl "
                 "acetate, retinyl retinoate, hydroxypinacolone retinoate, granactive retinoid",
        .arabic = "ريتينول, رتينول, ريتنول, ريتينال, ريتينالدهيد"},
    ListedMedicine{.generic = "a retinoid, which is not said",
                   .names = "retinoid, retinoids, retinoide, retinoides, topical retinoid",
                   .arabic = "ريتينويد, رتينويد, ريتينويدات, رتينويدات"},
};

inline constexpr MedicineList topical_retinoid_list{
    .kind = MedicineClass::topical_retinoid,
    .medicines = topical_retinoid_medicines,
    .source =
        "WHO ATC D10AD (retinoids for topical use in acne), D05AX05 (tazarotene), D10AX "
        "combinations; retinol and its esters: cosmetics, no ATC group of the skin; Acretin: "
        "leaflet, Saudi Food and Drug Authority; Adolin, Differin: pharmacy-eg.com",
    .unverified = "the other makers' names and the other Arabic spellings are from memory"};

}  // namespace clinical
