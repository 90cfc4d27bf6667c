#pragma once
// Non-steroidal anti-inflammatory medicines. Acetylsalicylic acid is among the antiplatelets.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array nsaid_medicines{
    ListedMedicine{
        .generic = "ibuprofen",
        .names = "ibuprofene, ibuprofeno, Brufen, Nurofen, Advil, Motrin, Dolgit, Spedifen, "
                 "Spidifen, Nureflex, Ibupirac, Dolormin, Ibumetin, Espidifen, Antarene, "
                 "Ibalgin, Neobrufen, Dolven, Pedifen, Artril",
        .arabic = "ايبوبروفين, ابوبروفين, ايبوبروفن, ايبوبرفين, بروفين, بروفن, نوروفين, نيوروفين, "
                  "ادفيل"},
    ListedMedicine{.generic = "dexibuprofen", .names = "deksibuprofen, Seractil"},
    ListedMedicine{.generic = "naproxen",
                   .names = "naproxene, naproxeno, naproksen, Naprosyn, Naprosyne, Anaprox, Aleve, "
                            "Apranax, Proxen, Synflex, Vimovo, Treximet, Naprelan",
                   .arabic = "نابروكسين, نابروكسن, نابروسين, ابراناكس"},
    ListedMedicine{
        .generic = "diclofenac",
        .names = "diclofenaco, diklofenak, Voltaren, Voltarene, Voltarol, Voltadol, Cataflam, "
                 "Catafast, Olfen, Rapidus, Dicloflex, Arthrotec, Declophen, Dikloron, "
                 "Flector, Almiral, Solaraze",
        .arabic = "ديكلوفيناك, دايكلوفيناك, فولتارين, فولتارن, كتافلام, كاتافلام, كتافاست, اولفين, "
                  "ديكلوفين"},
    ListedMedicine{.generic = "aceclofenac",
                   .names = "aceclofenaco, aseklofenak, Airtal, Preservex, Bristaflam, Biofenac",
                   .arabic = "اسيكلوفيناك, بريستافلام"},
    ListedMedicine{.generic = "ketoprofen",
                   .names = "ketoprofene, ketoprofeno, Ketofan, Profenid, Bi-Profenid, Orudis, "
                            "Oruvail, Fastum, Toprec",
                   .arabic = "كيتوبروفين, كيتوبروفن, كيتوفان, بروفينيد, فاستم"},
    ListedMedicine{.generic = "dexketoprofen",
                   .names = "deksketoprofen, Arveles, Enantyum, Ketesse, Keral, Sympal",
                   .arabic = "ديكسكيتوبروفين, ديكس كيتوبروفين"},
    ListedMedicine{.generic = "flurbiprofen",
                   .names = "flurbiprofene, Majezik, Froben, Ansaid, Strepfen",
                   .arabic = "فلوربيبروفين, فروبين"},
    ListedMedicine{.generic = "indometacin",
                   .names = "indomethacin, indometacine, indometasin, indometacina, Indocid, "
                            "Indocin, Endol, Metindol",
                   .arabic = "اندوميثاسين, اندوميتاسين, اندوسيد"},
    ListedMedicine{.generic = "acemetacin", .names = "asemetasin, Rantudil"},
    ListedMedicine{.generic = "meloxicam",
                   .names = "meloksikam, Mobic, Mobitil, Movalis, Melox",
                   .arabic = "ميلوكسيكام, موبيك, موبيتيل"},
    ListedMedicine{.generic = "piroxicam",
                   .names = "piroksikam, Feldene, Felden, Brexin, Brexine, Cycladol",
                   .arabic = "بيروكسيكام, فيلدين, فلدين"},
    ListedMedicine{.generic = "tenoxicam",
                   .names = "tenoksikam, Tilcotil, Epicotil, Oksamen",
                   .arabic = "تينوكسيكام, ايبيكوتيل, ابيكوتيل"},
    ListedMedicine{.generic = "lornoxicam",
                   .names = "lornoksikam, Xefo, Xefocam",
                   .arabic = "لورنوكسيكام, زيفو, اكسيفو"},
    ListedMedicine{.generic = "celecoxib",
                   .names = "selekoksib, Celebrex, Onsenal",
                   .arabic = "سيليكوكسيب, سيلكوكسيب, سيليبريكس, سيليبركس, سلبركس"},
    ListedMedicine{.generic = "etoricoxib",
                   .names = "etorikoksib, Arcoxia, Exxiv",
                   .arabic = "ايتوريكوكسيب, اتوريكوكسيب, اركوكسيا"},
    ListedMedicine{.generic = "parecoxib", .names = "Dynastat"},
    ListedMedicine{.generic = "nimesulide",
                   .names = "nimesulid, Aulin, Mesulid, Sulide, Nimelid",
                   .arabic = "نيميسوليد, نيمسوليد"},
    ListedMedicine{
        .generic = "mefenamic acid",
        .names =
            "mefenamic, mefenamate, acide mefenamique, Mefenaminsaure, mefenamik asit, Ponstan, "
            "Ponstel, Ponstyl, Mefac",
        .arabic = "حمض الميفيناميك, حمض ميفيناميك, ميفيناميك اسيد, بونستان"},
    ListedMedicine{.generic = "etodolac",
                   .names = "etodolak, Lodine, Etol, Etodine",
                   .arabic = "ايتودولاك, اتودولاك"},
    ListedMedicine{.generic = "ketorolac",
                   .names = "ketorolak, ketorolaco, Toradol, Ketolac, Adolor",
                   .arabic = "كيتورولاك, كيتولاك, ادولور, تورادول"},
    ListedMedicine{.generic = "nabumetone", .names = "nabumeton, Relafen, Relifex"},
    ListedMedicine{.generic = "sulindac", .names = "Clinoril", .arabic = "سولينداك"},
    ListedMedicine{.generic = "tiaprofenic acid", .names = "acide tiaprofenique, Surgam"},
    ListedMedicine{.generic = "oxaprozin", .names = "Daypro"},
    ListedMedicine{.generic = "phenylbutazone", .names = "phenylbutazon, fenilbutazon"},
    ListedMedicine{.generic = "an NSAID, which is not said",
                   .names = "NSAID, NSAIDs, AINS, NSAR, FANS, non-steroidal anti-inflammatory, "
                            "anti-inflammatory, anti-inflammatoire, anti-inflammatoires",
                   .arabic = "مضاد التهاب, مضاد للالتهاب, مضادات الالتهاب, مضاد التهاب غير "
                             "ستيرويدي"},
};

inline constexpr MedicineList nsaid_list{
    .kind = MedicineClass::nsaid,
    .medicines = nsaid_medicines,
    .source = "WHO ATC M01A (anti-inflammatory and antirheumatic products, non-steroids)",
    .unverified = "the makers' names and the Arabic spellings are from memory"};

}  // namespace clinical
