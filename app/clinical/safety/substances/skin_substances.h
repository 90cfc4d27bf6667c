#pragma once
// What products for the skin hold, by the names that labels and people give it. A generic name that
// is an active ingredient of a record is its word (schema/types/active.h); so is one that is a
// subject of aftercare (schema/records/care_advice.h).
// Source: INCI names; WHO ATC D10. Unverified: from memory, and no label was read. That salicylates
// count as one, and all retinoids, is ours.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array skin_substances{
    ListedMedicine{
        .generic = "vitamin c",
        .names = "vit c, vit. c, vitamine c, vitamina c, c vitamini, ascorbic acid, l-ascorbic "
                 "acid, l ascorbic, ascorbic, LAA, acide ascorbique, ascorbinsaure, acido "
                 "ascorbico, askorbik asit, ascorbate, sodium ascorbate, ascorbyl glucoside, "
                 "ascorbyl palmitate, ascorbyl phosphate, sodium ascorbyl phosphate, magnesium "
                 "ascorbyl phosphate, ascorbyl tetraisopalmitate, tetrahexyldecyl ascorbate, THD, "
                 "THD ascorbate, ethyl ascorbic acid, 3-o-ethyl ascorbic acid, ethyl ascorbic, "
                 "aminopropyl ascorbyl phosphate, methylsilanol ascorbate",
        .arabic = "فيتامين سي, فيتامين ج, فيتامين c, فيتامينc, حمض الاسكوربيك, حمض اسكوربيك, "
                  "اسكوربيك, اسكوربات"},
    ListedMedicine{
        .generic = "benzoyl peroxide",
        .names =
            "benzoylperoxide, BPO, peroxyde de benzoyle, peroxide de benzoyle, "
            "benzoylperoxid, peroxido de benzoilo, benzoil peroksit, benzoyl peroxid, "
            "Benzac, PanOxyl, Pan-Oxyl, Acnecide, Brevoxyl, Akneroxid, Aknefug oxid, Cutacnyl, "
            "Curaspot, Eclaran, Epiduo, Duac, Indoxyl, BenzaClin, Clindoxyl, Tactupump, "
            "Oxy 10, Solugel",
        .arabic = "بنزويل بيروكسايد, بنزويل بيروكسيد, بنزويل بروكسايد, بنزويل بروكسيد, بنزويل "
                  "البيروكسيد, بيروكسيد البنزويل, بيروكسيد بنزويل, بنزاك, بانوكسيل, ابيديو"},
    ListedMedicine{
        .generic = "salicylic acid",
        .names = "salicylic, salicylate, salicylates, acide salicylique, salicylsaure, acido "
                 "salicilico, salisilik asit, beta hydroxy acid, beta-hydroxy acid, BHA, "
                 "capryloyl salicylic acid, lipohydroxy acid, LHA, betaine salicylate, methyl "
                 "salicylate, willow bark, willow bark extract, aspirin, aspirine, aspirina, ASA, "
                 "acetylsalicylic acid, acetyl salicylic acid, acide acetylsalicylique",
        .arabic = "حمض الساليسيليك, حمض ساليسيليك, حمض السالسيليك, حمض سالسيليك, حمض الصفصاف, "
                  "ساليسيليك, سالسيليك, ساليسيلات, سالسيلات, اسبرين, الاسبرين, اسبيرين"},
    ListedMedicine{.generic = "niacinamide",
                   .names =
                       "nicotinamide, niacin, nicotinic acid, vitamin b3, vitamine b3, vitamin "
                       "pp",
                   .arabic = "نياسيناميد, نياسينامايد, نيكوتيناميد, فيتامين ب3"},
    ListedMedicine{.generic = "hyaluronic acid",
                   .names = "hyaluronate, sodium hyaluronate, hyaluronan, hyaluronic, acide "
                            "hyaluronique, Hyaluronsaure, acido ialuronico, acido hialuronico, "
                            "hyalurone",
                   .arabic = "حمض الهيالورونيك, حمض هيالورونيك, هيالورونيك, هيالورونات, هيالورونيك "
                             "اسيد"},
    ListedMedicine{.generic = "peptides",
                   .names = "peptide, copper peptide, copper peptides, palmitoyl pentapeptide, "
                            "palmitoyl tripeptide, acetyl hexapeptide, Matrixyl, Argireline",
                   .arabic = "ببتيدات, ببتيد, الببتيدات"},
    ListedMedicine{.generic = "growth factors",
                   .names = "growth factor, EGF, epidermal growth factor, FGF, TGF, exosomes",
                   .arabic = "عوامل النمو, عامل النمو, اكسوسومات, اكسوزوم"},
    ListedMedicine{.generic = "platelet rich plasma", .names = "PRP", .arabic = "بلازما"},
    ListedMedicine{
        .generic = "retinoid",
        .names = "retinoids, retinol, retinal, retinaldehyde, retinyl palmitate, retinyl acetate, "
                 "retinyl retinoate, hydroxypinacolone retinoate, granactive retinoid, HPR, "
                 "tretinoin, tretinoine, retinoic acid, vitamin a, vitamin a acid, vitamine a, "
                 "adapalene, adapalen, isotretinoin, isotretinoine, tazarotene, trifarotene, "
                 "Retin-A, Airol, Differin, Differine, Epiduo, Acretin, Aklief, Tazorac, Zorac, "
                 "Roaccutane, Accutane",
        .arabic = "ريتينول, ريتينويد, ريتينويدات, ريتينال, تريتينوين, حمض الريتينويك, فيتامين ا, "
                  "ادابالين, ديفرين, ايزوتريتينوين, تازاروتين, ريتين ا, ابيديو"},
    ListedMedicine{.generic = "azelaic acid",
                   .names = "azelaic, azelate, acide azelaique, Azelainsaure, Skinoren, Finacea, "
                            "Finevin, Azelex",
                   .arabic = "حمض الازيليك, حمض ازيليك, ازيليك, سكينورين"},
    ListedMedicine{.generic = "tranexamic acid",
                   .names = "tranexamic, TXA, acide tranexamique, Tranexamsaure, Cyklokapron, "
                            "Exacyl, Kapron, cetyl tranexamate",
                   .arabic = "حمض الترانيكساميك, حمض ترانيكساميك, ترانيكساميك, كابرون"},
    ListedMedicine{.generic = "glycolic acid",
                   .names = "glycolic, glycolate, alpha hydroxy acid, alpha-hydroxy acid, AHA, "
                            "acide glycolique, Glycolsaure, Glykolsaure, acido glicolico",
                   .arabic =
                       "حمض الجليكوليك, حمض جليكوليك, حمض الغليكوليك, حمض غليكوليك, جليكوليك, "
                       "غليكوليك"},
    ListedMedicine{.generic = "hydroquinone",
                   .names =
                       "hydrochinon, hydroquinon, hidrokinon, idrochinone, Eldoquin, Tri-Luma, "
                       "Kligman",
                   .arabic = "هيدروكينون, هايدروكينون, هيدروكينين"},
    ListedMedicine{.generic = "ceramides",
                   .names = "ceramide, ceramide np, CeraVe",
                   .arabic = "سيراميد, سيراميدات"},
    ListedMedicine{.generic = "panthenol",
                   .names = "dexpanthenol, d-panthenol, provitamin b5, pro-vitamin b5, vitamin b5, "
                            "Bepanthen, Bepanthene, Bepantol",
                   .arabic = "بانثينول, بانتينول, ديكسبانثينول, بيبانثين, بيبانتين"},
    ListedMedicine{.generic = "petrolatum",
                   .names = "petroleum jelly, Vaseline, white soft paraffin, yellow soft paraffin, "
                            "paraffin, vaselin, Aquaphor",
                   .arabic = "فازلين, فازيلين, بارافين"},
    ListedMedicine{.generic = "perfume",
                   .names = "perfumes, perfumed products, fragrance, fragrances, fragrance mix, "
                            "parfum, parfums, Duftstoff, Duftstoffe, perfume mix, balsam of Peru, "
                            "Myroxylon pereirae, limonene, linalool, geraniol, cinnamal",
                   .arabic = "عطر, عطور, العطور, معطرات, روائح عطرية, بلسم بيرو"},
    ListedMedicine{.generic = "alcohol based product",
                   .names = "alcohol, ethanol, ethyl alcohol, isopropyl alcohol, isopropanol, "
                            "denatured alcohol, alcohol denat, rubbing alcohol, alcool",
                   .arabic = "كحول, الكحول, ايثانول"},
    ListedMedicine{.generic = "sunscreen",
                   .names = "sunscreens, sun cream, sun screen, sunblock, creme solaire, ecran "
                            "solaire, Sonnencreme",
                   .arabic = "واقي شمس, واقي الشمس, كريم شمس"},
};

}  // namespace clinical
