#pragma once
// Medicines whose labels warn of sensitivity to light; the commonest ones, not all.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array photosensitiser_medicines{
    ListedMedicine{.generic = "doxycycline",
                   .names = "doxycyclin, doxycyclinum, doxiciclina, doksisiklin, Vibramycin, "
                            "Vibramycine, Vibra-Tabs, Doxymycin, Tetradox, Monodoks, Tolexine, "
                            "Oracea, Efracea, Periostat, Doryx, Doxylin, Doxy",
                   .arabic = "دوكسيسيكلين, دوكسيسايكلين, فيبراميسين, فيبرامايسين, دوكسيميسين"},
    ListedMedicine{.generic = "minocycline",
                   .names = "minocyclin, minociclina, minosiklin, Minocin, Minomycin, Solodyn, "
                            "Mynocine, Acnamino",
                   .arabic = "مينوسيكلين, مينوسايكلين, مينوسين"},
    ListedMedicine{.generic = "lymecycline",
                   .names = "lymecyclin, limeciclina, Tetralysal",
                   .arabic = "ليميسيكلين, لايميسيكلين, تتراليزال, تيتراليزال"},
    ListedMedicine{.generic = "tetracycline",
                   .names = "tetracyclin, tetraciclina, tetrasiklin, tetracyclines, sarecycline, "
                            "demeclocycline, oxytetracycline",
                   .arabic = "تتراسيكلين, تيتراسيكلين, تتراسايكلين"},
    ListedMedicine{.generic = "ciprofloxacin",
                   .names =
                       "ciprofloxacine, ciprofloxacino, siprofloksasin, Cipro, Ciproxin, Ciprobay, "
                       "Ciproxine, Ciflox, Ciprocin, Ciprofar",
                   .arabic = "سيبروفلوكساسين, سيبروسين, سيبروفار, سيبروباي"},
    ListedMedicine{.generic = "levofloxacin",
                   .names = "levofloxacine, levofloksasin, Tavanic, Levaquin",
                   .arabic = "ليفوفلوكساسين, تافانيك"},
    ListedMedicine{.generic = "ofloxacin",
                   .names = "ofloxacine, ofloksasin, Tarivid, Oflocet",
                   .arabic = "اوفلوكساسين, تاريفيد"},
    ListedMedicine{.generic = "lomefloxacin", .names = "lomefloxacine, Maxaquin"},
    ListedMedicine{.generic = "nalidixic acid", .names = "acide nalidixique, Negram"},
    ListedMedicine{.generic = "sulfamethoxazole with trimethoprim",
                   .names =
                       "co-trimoxazole, cotrimoxazol, kotrimoksazol, sulfamethoxazole, Bactrim, "
                       "Septrin, Septra, Sutrim, Eusaprim",
                   .arabic = "كوتريموكسازول, باكتريم, سبترين, سيبترين, سوتريم"},
    ListedMedicine{.generic = "griseofulvin",
                   .names = "griseofulvine, Grisovin, Fulcin, Ultragriseofulvin",
                   .arabic = "جريزوفولفين, جريسوفولفين, غريزوفولفين"},
    ListedMedicine{.generic = "voriconazole",
                   .names = "voriconazol, vorikonazol, Vfend",
                   .arabic = "فوريكونازول, فيفند"},
    ListedMedicine{.generic = "hydrochlorothiazide",
                   .names =
                       "hydrochlorothiazid, hidroklorotiyazid, hidroclorotiazida, HCTZ, Esidrex, "
                       "Esidrix, Microzide, thiazide, thiazides",
                   .arabic = "هيدروكلوروثيازيد, هيدروكلوروثايازيد"},
    ListedMedicine{.generic = "furosemide",
                   .names = "furosemid, furosemida, frusemide, Lasix, Lasilix, Desal",
                   .arabic = "فوروسيميد, فيوروسيميد, لازكس, لازيكس, لاسيكس"},
    ListedMedicine{.generic = "amiodarone",
                   .names = "amiodaron, amiodarona, Cordarone, Cordaron, Pacerone",
                   .arabic = "اميودارون, كوردارون"},
    ListedMedicine{.generic = "methoxsalen",
                   .names = "methoxsalene, metoksalen, 8-methoxypsoralen, 8-MOP, psoralen, "
                            "psoralens, trioxsalen, Oxsoralen, Meladinine, Neo-Meladinine, "
                            "Uvadex, PUVA, ammi majus",
                   .arabic = "ميثوكسالين, سورالين, بسورالين, ميلادينين, نيوميلادينين"},
    ListedMedicine{.generic = "St John's wort",
                   .names =
                       "hypericum, hypericum perforatum, millepertuis, Johanniskraut, iperico, "
                       "hiperico, sari kantaron, Jarsin, Remotiv",
                   .arabic = "عشبة القديس يوحنا, نبتة القديس يوحنا, نبتة سانت جون, عشبة سانت جون"},
    ListedMedicine{.generic = "chlorpromazine",
                   .names = "chlorpromazin, klorpromazin, Largactil, Thorazine, Neurazine",
                   .arabic = "كلوربرومازين, لارجاكتيل, نيورازين"},
    ListedMedicine{.generic = "promethazine",
                   .names = "promethazin, prometazina, Phenergan, Fenergan",
                   .arabic = "بروميثازين, فينرجان"},
    ListedMedicine{
        .generic = "pirfenidone", .names = "pirfenidon, Esbriet", .arabic = "بيرفينيدون"},
    ListedMedicine{.generic = "vemurafenib", .names = "Zelboraf"},
    ListedMedicine{.generic = "vandetanib", .names = "Caprelsa"},
    ListedMedicine{.generic = "ketoprofen",
                   .names = "ketoprofene, ketoprofeno, Ketofan, Profenid, Bi-Profenid, Orudis, "
                            "Oruvail, Fastum, Toprec",
                   .arabic = "كيتوبروفين, كيتوبروفن, كيتوفان, بروفينيد, فاستم"},
    ListedMedicine{.generic = "piroxicam",
                   .names = "piroksikam, Feldene, Felden, Brexin, Brexine, Cycladol",
                   .arabic = "بيروكسيكام, فيلدين, فلدين"},
    ListedMedicine{.generic = "porfimer", .names = "porfimer sodium, Photofrin"},
    ListedMedicine{.generic = "verteporfin", .names = "verteporfine, Visudyne"},
    ListedMedicine{.generic = "aminolevulinic acid",
                   .names = "5-aminolevulinic acid, 5-ALA, aminolevulinate, methyl "
                            "aminolevulinate, acide aminolevulinique, Aminolavulinsaure, Levulan, "
                            "Ameluz, Alacare, Metvix, Metvixia",
                   .arabic = "حمض امينوليفولينيك"},
};

inline constexpr MedicineList photosensitiser_list{
    .kind = MedicineClass::photosensitiser,
    .medicines = photosensitiser_medicines,
    .source =
        "labels (SmPC 4.4 or 4.8); WHO ATC J01AA, J01MA, J01MB02, J01EE01, D01BA01, J02AC03, "
        "C03AA03, C03CA01, C01BD01, D05AD02 and D05BA02, N06AX25, N05AA01, R06AD02, L04AX05, "
        "L01EC01, L01EX04, M01AE03, M01AC01, L01XD",
    .unverified =
        "the labels were not read one by one; the makers' names and the Arabic spellings "
        "are from memory"};

}  // namespace clinical
