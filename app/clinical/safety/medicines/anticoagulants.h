#pragma once
// Anticoagulants: vitamin K antagonists, heparins, and inhibitors of thrombin and of factor Xa.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array anticoagulant_medicines{
    ListedMedicine{.generic = "warfarin",
                   .names =
                       "warfarine, warfarina, varfarin, varfarina, Marevan, Coumadin, Coumadine, "
                       "Jantoven, Waran, Orfarin, Warfilone, Lawarin, Warfin",
                   .arabic = "وارفارين, ورفارين, وارفرين, ماريفان, مارفان, كومادين, "
                             "اورفارين"},
    ListedMedicine{
        .generic = "acenocoumarol",
        .names = "acenocoumarin, acenocumarol, asenokumarol, nicoumalone, Sintrom, Sinthrome, "
                 "Minisintrom, Mini-Sintrom, Syncumar, Acenox",
        .arabic = "اسينوكومارول, سينتروم"},
    ListedMedicine{.generic = "phenprocoumon",
                   .names = "phenprocoumone, fenprocoumon, Marcumar, Marcoumar, Falithrom, "
                            "Phenprogamma",
                   .arabic = "فينبروكومون, ماركومار"},
    ListedMedicine{
        .generic = "fluindione", .names = "fluindion, Previscan", .arabic = "فلوينديون, بريفيسكان"},
    ListedMedicine{
        .generic = "heparin",
        .names = "heparine, heparina, heparin sodium, heparin calcium, UFH, LMWH, low molecular "
                 "weight heparin, HBPM, Calciparine, Cal-Heparin, Liquemin, Liquemine, Nevparin, "
                 "Vasparin, Monoparin",
        .arabic = "هيبارين, هبارين, كالهيبارين, كال هيبارين"},
    ListedMedicine{.generic = "enoxaparin",
                   .names = "enoxaparine, enoxaparina, enoksaparin, Clexane, Lovenox, Inhixa, "
                            "Ghemaxan, Oksapar, Enox, Klexane, Crusia, Enoxa, Thorinane",
                   .arabic = "اينوكسابارين, انوكسابارين, كليكسان, كلكسان, كليكزان, "
                             "لوفينوكس, لوفنوكس"},
    ListedMedicine{.generic = "dalteparin",
                   .names = "dalteparine, dalteparina, Fragmin, Fragmine",
                   .arabic = "دالتيبارين, دالتبارين, فراجمين, فراغمين"},
    ListedMedicine{.generic = "tinzaparin",
                   .names = "tinzaparine, tinzaparina, Innohep",
                   .arabic = "تينزابارين, انوهيب, اينوهيب"},
    ListedMedicine{.generic = "nadroparin",
                   .names = "nadroparine, nadroparina, Fraxiparine, Fraxiparin, Fraxodi",
                   .arabic = "نادروبارين, فراكسيبارين"},
    ListedMedicine{
        .generic = "bemiparin", .names = "bemiparina, Hibor, Zibor", .arabic = "بيميبارين"},
    ListedMedicine{.generic = "parnaparin", .names = "parnaparina, Fluxum"},
    ListedMedicine{.generic = "danaparoid", .names = "Orgaran"},
    ListedMedicine{.generic = "sulodexide", .names = "sulodexid, Vessel Due, Vessel Due F"},
    ListedMedicine{.generic = "fondaparinux",
                   .names = "fondaparinuks, Arixtra",
                   .arabic = "فوندابارينوكس, اريكسترا"},
    ListedMedicine{
        .generic = "rivaroxaban",
        .names = "rivaroksaban, rivaroxabana, Xarelto, Rivax, Xivar, Rivarospire, Xarelban, "
                 "Vaxato, Runaplax",
        .arabic = "ريفاروكسابان, ريفاروكسيبان, ريفاروكسبان, ريفاروكزابان, زاريلتو, زارلتو, "
                  "اكزاريلتو, اكساريلتو, ريفاكس, تابوريكس, فاروكسا"},
    ListedMedicine{.generic = "apixaban",
                   .names = "apiksaban, apixabana, Eliquis, Apixatrack",
                   .arabic = "ابيكسابان, ابيكسبان, اليكويس, اليكوس, الكويس, اليكويز, ايليكويس"},
    ListedMedicine{.generic = "edoxaban",
                   .names = "edoksaban, Lixiana, Savaysa, Roteas",
                   .arabic = "ايدوكسابان, ادوكسابان, ليكسيانا"},
    ListedMedicine{.generic = "dabigatran",
                   .names = "dabigatran etexilate, dabigatran eteksilat, Pradaxa, Pradax",
                   .arabic = "دابيجاتران, دابيغاتران, دابيقاتران, براداكسا"},
    ListedMedicine{.generic = "argatroban", .names = "Argatra, Novastan, Exembol"},
    ListedMedicine{.generic = "bivalirudin", .names = "Angiomax, Angiox"},
    ListedMedicine{
        .generic = "an anticoagulant, which is not said",
        .names = "anticoagulant, anticoagulants, anticoagulante, antikoagulan, Antikoagulanz, "
                 "blood thinner, blood thinners, blood thinning, Blutverdunner, kan sulandirici, "
                 "DOAC, NOAC, vitamin K antagonist",
        .arabic = "مميع للدم, مميع الدم, مميع دم, مميعات الدم, مميعات للدم, مسيل للدم, مسيل الدم, "
                  "مسيلات الدم, دواء سيولة, ادوية سيولة, علاج سيولة, سيولة الدم, مضاد للتخثر, "
                  "مضاد تخثر, مضادات التخثر, مضاد للتجلط, مضاد تجلط, مضادات التجلط"},
};

inline constexpr MedicineList anticoagulant_list{
    .kind = MedicineClass::anticoagulant,
    .medicines = anticoagulant_medicines,
    .source =
        "WHO ATC B01AA (vitamin K antagonists), B01AB (heparins), B01AE (thrombin "
        "inhibitors), B01AF (factor Xa inhibitors), B01AX05 (fondaparinux); Rivax, Xivar: "
        "leaflets, Saudi Food and Drug Authority; the Arabic of rivaroxaban and two makers' "
        "names in Arabic only: altibbi.com; Xarelto: lakemedelsboken.se; Lovenox, Eliquis, "
        "Lixiana, Savaysa, Pradaxa: drugchatter.com",
    .unverified = "the other makers' names and the other Arabic spellings are from memory"};

}  // namespace clinical
