#pragma once
// Antiplatelet medicines. Acetylsalicylic acid is here at every dose.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array antiplatelet_medicines{
    ListedMedicine{
        .generic = "acetylsalicylic acid",
        .names =
            "aspirin, aspirine, aspirina, ASA, AAS, ASS, acide acetylsalicylique, acido "
            "acetilsalicilico, Acetylsalicylsaure, asetilsalisilik asit, acetylsalicylate, lysine "
            "acetylsalicylate, acetylsalicylate de lysine, "
            "Aspocid, Jusprin, Ezacard, Rivo, Aspirin Protect, Aspirin Cardio, Cardioaspirin, "
            "Cardioaspirine, Cardioaspirina, Kardegic, Aspegic, Ecopirin, Coraspin, "
            "Ecosprin, Disprin, Alka-Seltzer, Ascriptin, Bayaspirin, Bayer Aspirin, Baby Aspirin, "
            "Micropirin, Nu-Seals, Caprin, Thrombo ASS, HerzASS, Godamed, Acard, Polocard, "
            "Anopyrin, Trombyl, Hjertemagnyl, Albyl-E, Salospir, Adiro, Tromalyt, Cardiprin, "
            "Loprin, Bufferin, Ecotrin, Excedrin, Upsarin",
        .arabic = "اسبرين, اسبيرين, اسبوسيد, اسبوسد, جوسبرين, ايزاكارد, ازاكارد, ريفو, "
                  "كارديو اسبرين, اسبرين بروتكت, اسبيجيك, حمض اسيتيل ساليسيليك, "
                  "حمض الاسيتيل ساليسيليك, حمض اسيتيل الساليسيليك, حمض الاستيل ساليسيليك"},
    ListedMedicine{
        .generic = "clopidogrel",
        .names = "klopidogrel, clopidogrelum, Plavix, Iscover, Grepid, Zyllt, Karum, Pingel, "
                 "Planor, Atervix, Diloxol, Diporel, Cloperol, Clopitro, Clopex, Clopacin, "
                 "Clogrel, Myogrel, Clopidex, Clavix, Deplatt, Trombex, CoPlavix, DuoPlavin, "
                 "DuoCover, Asclop, As-Clop, Agrel",
        .arabic = "كلوبيدوجريل, كلوبيدوغريل, كلوبيدوقريل, كلوبيدجريل, بلافيكس, بلافكس, كلوبيكس, "
                  "كلوبكس, كلوباسين, كلوقريل, كلوجريل, كلوغريل, ميوجريل, كوبلافيكس"},
    ListedMedicine{.generic = "ticagrelor",
                   .names = "tikagrelor, Brilinta, Brilique, Possia",
                   .arabic = "تيكاجريلور, تيكاغريلور, تيكاقريلور, بريلينتا, برلينتا, بريليك, "
                             "بريليكو"},
    ListedMedicine{.generic = "prasugrel",
                   .names = "Efient, Effient",
                   .arabic = "براسوجريل, برازوجريل, براسوغريل, ايفينت"},
    ListedMedicine{.generic = "ticlopidine",
                   .names = "ticlopidin, ticlopidina, tiklopidin, Ticlid, Tiklid",
                   .arabic = "تيكلوبيدين, تيكليد"},
    ListedMedicine{.generic = "dipyridamole",
                   .names = "dipyridamol, dipiridamol, dipiridamolo, Persantin, Persantine, "
                            "Asasantin, Aggrenox, Tromboliz",
                   .arabic = "ديبيريدامول, برسانتين, بيرسانتين"},
    ListedMedicine{.generic = "cilostazol",
                   .names = "silostazol, Pletal, Pletaal, Ekistol",
                   .arabic = "سيلوستازول, بليتال"},
    ListedMedicine{.generic = "triflusal", .names = "Disgren"},
    ListedMedicine{.generic = "vorapaxar", .names = "Zontivity"},
    ListedMedicine{.generic = "an antiplatelet medicine, which is not said",
                   .names = "antiplatelet, antiplatelets, antiaggregant, antiagregan, "
                            "antiagregant, antiaggregant plaquettaire",
                   .arabic = "مضاد للصفائح, مضاد صفائح, مضادات الصفائح, مضاد للصفيحات"},
};

inline constexpr MedicineList antiplatelet_list{
    .kind = MedicineClass::antiplatelet,
    .medicines = antiplatelet_medicines,
    .source =
        "WHO ATC B01AC (platelet aggregation inhibitors), N02BA01 (acetylsalicylic acid for "
        "pain); Aspocid: drugpamphlet.blogspot.com, made by CID, Egypt; Karum, Planor, "
        "Atervix: ilachakkinda.com, from Turkey's price list; Pingel, Diloxol, Diporel, "
        "Cloperol, Clopitro: docplayer.biz.tr, product information; Clopacin: Saudi Food and "
        "Drug Authority; Clopex: dalilimedical.com; Clogrel: shefaai.com; Asclop: "
        "elsaad.com; Agrel: suzirya.org.ua",
    .unverified = "the other makers' names and the other Arabic spellings are from memory"};

}  // namespace clinical
