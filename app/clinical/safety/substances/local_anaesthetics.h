#pragma once
// Local anaesthetics by what they hold. A product with two of them stands at both.
// Source: WHO ATC D04AB, N01BA (esters) and N01BB (amides); labels of EMLA and Pliaglis.
// Unverified: the labels of the other products were not read, and the other spellings are from
// memory.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array amide_anaesthetics{
    ListedMedicine{
        .generic = "lidocaine",
        .names = "lignocaine, lidocain, lidocaina, lidokain, lidocane, lidocaine hydrochloride, "
                 "xylocaine, xylocain, xilocaina, xylocard, EMLA, LMX, LMX4, LMX5, ELA-Max, "
                 "Pliaglis, Synera, Rapydan, Oraqix, Topicaine, Lidoderm, Versatis, "
                 "Instillagel, Cathejell, Dynexan, Anesderm, Tapfin, BLT cream, BLT, "
                 "Zensa, Solarcaine, Xyloproct",
        .arabic = "ليدوكايين, ليدوكائين, ليدوكاين, ليدوكين, لدوكايين, لدوكاين, لايدوكايين, "
                  "لايدوكاين, ليجنوكايين, ليغنوكايين, ليغنوكائين, ليجنوكاين, زايلوكايين, "
                  "زايلوكائين, زايلوكاين, زيلوكايين, زيلوكائين, زيلوكاين, كزيلوكايين, كسيلوكايين, "
                  "كسيلوكائين, ايملا, املا, بلياجليس, بليغليس"},
    ListedMedicine{.generic = "prilocaine",
                   .names = "prilocain, prilocaina, prilokain, Citanest, EMLA, Oraqix, Anesderm, "
                            "Tapfin",
                   .arabic = "بريلوكايين, بريلوكائين, بريلوكاين, ايملا, املا"},
    ListedMedicine{.generic = "mepivacaine",
                   .names = "mepivacain, mepivacaina, mepivakain, Carbocaine, Scandonest, "
                            "Scandicaine, Scandicain, Polocaine, Isocaine, Meaverin",
                   .arabic = "ميبيفاكايين, ميبيفاكائين, ميبيفاكاين, سكاندونست"},
    ListedMedicine{.generic = "bupivacaine",
                   .names = "bupivacain, bupivacaina, bupivakain, levobupivacaine, Marcaine, "
                            "Marcain, Carbostesin, Sensorcaine, Chirocaine, Exparel",
                   .arabic = "بوبيفاكايين, بوبيفاكائين, بوبيفاكاين, ماركايين, ماركائين, ماركاين"},
    ListedMedicine{.generic = "ropivacaine",
                   .names = "ropivacain, ropivacaina, ropivakain, Naropin, Naropeine",
                   .arabic = "روبيفاكايين, روبيفاكائين, روبيفاكاين"},
    ListedMedicine{.generic = "articaine",
                   .names = "articain, articaina, artikain, Septanest, Septocaine, Ultracain, "
                            "Ultracaine, Ubistesin, Orabloc, Alphacaine",
                   .arabic = "ارتيكايين, ارتيكائين, ارتيكاين, سبتانست, اوبيستيسين"},
    ListedMedicine{.generic = "cinchocaine",
                   .names = "dibucaine, cinchocain, Nupercainal, Nupercaine",
                   .arabic = "سينكوكايين, ديبوكايين"},
    ListedMedicine{.generic = "an amide anaesthetic",
                   .names = "amide anaesthetic, amide anaesthetics, amide anesthetic, amide "
                            "anesthetics, amide local anaesthetic, amide local anaesthetics, amide "
                            "local anesthetic, amide local anesthetics"},
};

inline constexpr std::array ester_anaesthetics{
    ListedMedicine{.generic = "tetracaine",
                   .names = "amethocaine, tetracain, tetracaina, tetrakain, ametocaine, Ametop, "
                            "Pontocaine, Pantocain, Pliaglis, Synera, Rapydan, BLT cream, BLT",
                   .arabic = "تيتراكايين, تيتراكائين, تيتراكاين, تتراكايين, تتراكائين, تتراكاين, "
                             "اميثوكايين, اميتوكايين, اميتوب, بلياجليس, بليغليس"},
    ListedMedicine{.generic = "benzocaine",
                   .names = "benzocain, benzocaina, benzokain, ethyl aminobenzoate, Orajel, "
                            "Anbesol, Hurricaine, Lanacane, Solarcaine, Dermoplast, BLT cream, BLT",
                   .arabic = "بنزوكايين, بنزوكائين, بنزوكاين, بينزوكايين, بينزوكائين, بينزوكاين"},
    ListedMedicine{.generic = "procaine",
                   .names = "procain, procaina, prokain, Novocaine, Novocain, Novocaina",
                   .arabic = "بروكايين, بروكائين, بروكاين, نوفوكايين, نوفوكائين, نوفوكاين"},
    ListedMedicine{.generic = "chloroprocaine",
                   .names = "chlorprocaine, Nesacaine, Clorotekal, Ampres",
                   .arabic = "كلوروبروكايين"},
    ListedMedicine{.generic = "proxymetacaine",
                   .names = "proparacaine, proxymetacain, Alcaine",
                   .arabic = "بروباراكايين, الكايين"},
    ListedMedicine{.generic = "cocaine", .arabic = "كوكايين, كوكائين"},
    ListedMedicine{.generic = "an ester anaesthetic",
                   .names = "ester anaesthetic, ester anaesthetics, ester anesthetic, ester "
                            "anesthetics, ester local anaesthetic, ester local anaesthetics, ester "
                            "local anesthetic, ester local anesthetics"},
    // What esters become in the skin.
    ListedMedicine{.generic = "PABA",
                   .names = "para-aminobenzoic acid, p-aminobenzoic acid, aminobenzoic acid, 4-"
                            "aminobenzoic acid, acide para-aminobenzoique, padimate, padimate O",
                   .arabic = "حمض بارا امينوبنزويك, حمض امينوبنزويك"},
};

// Of neither type.
inline constexpr std::array other_anaesthetics{
    ListedMedicine{.generic = "pramocaine", .names = "pramoxine, pramocain, Tronothane, Pramosone"},
    ListedMedicine{.generic = "dyclonine", .names = "dyclocaine, dyclonin"},
    ListedMedicine{.generic = "quinisocaine", .names = "dimethisoquin, Quotane, Isochinol"},
};

// Anaesthetics without a name: an allergy to them is one to any.
inline constexpr std::array unnamed_anaesthetics{
    ListedMedicine{
        .generic = "an anaesthetic",
        .names =
            "anaesthetic, anaesthetics, anesthetic, anesthetics, anaesthesia, anesthesia, "
            "local anaesthetic, local anaesthetics, local anesthetic, local anesthetics, local "
            "anaesthesia, local anesthesia, topical anaesthetic, topical anesthetic, numbing "
            "cream, numbing gel, numbing, numbing injection, dental anaesthetic, dental "
            "anesthetic, anesthésique, anesthésiques, anesthésie, anesthésique local, "
            "anesthésiques locaux, anesthésie locale, Lokalanästhetikum, anestesico, anestesia",
        .arabic = "بنج, البنج, بنج موضعي, مخدر, مخدر موضعي, مخدرات موضعية, تخدير, تخدير موضعي, "
                  "كريم مخدر, كريم تخدير"},
};

// What the label of a topical anaesthetic names beside the anaesthetics (see anaesthetic_risk).
inline constexpr std::array risks_of_anaesthetics{
    ListedMedicine{
        .generic = "sulphonamides",
        .names = "sulphonamide, sulfonamide, sulfonamides, sulfamide, sulfamides, sulfa, sulpha, "
                 "sulfa drugs, sulpha drugs, sulfa antibiotics, sulfamethoxazole, "
                 "sulphamethoxazole, sulfadiazine, sulphadiazine, sulfasalazine, cotrimoxazole, "
                 "co-trimoxazole, Bactrim, Septrin, Sutrim",
        .arabic = "سلفا, السلفا, سلفوناميد, سلفوناميدات, سلفاميد, سلفاميثوكسازول, باكتريم, "
                  "سبترين"},
};

// Goes with an anaesthetic and is none.
inline constexpr std::array beside_anaesthetics{
    ListedMedicine{.generic = "epinephrine",
                   .names = "adrenaline, adrenalin, epinefrine, epinephrin, adrenaline tartrate",
                   .arabic = "ادرينالين, الادرينالين, ابينفرين, ايبينفرين"},
    ListedMedicine{.generic = "phenylephrine", .names = "phenylephrin, fenylefrin"},
    ListedMedicine{.generic = "sodium bicarbonate", .names = "bicarbonate"},
};

}  // namespace clinical
