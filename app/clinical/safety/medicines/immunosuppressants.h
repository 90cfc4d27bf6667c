#pragma once
// Immunosuppressants, and the corticosteroids that are taken by mouth.

#include <array>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline constexpr std::array immunosuppressant_medicines{
    ListedMedicine{.generic = "methotrexate",
                   .names =
                       "MTX, methotrexat, metotreksat, metotrexato, metotressato, amethopterin, "
                       "Metoject, Methoject, Trexall, Rheumatrex, Ebetrexat, Lantarel, "
                       "Otrexup, Nordimet, Novatrex, Imeth, Ledertrexate, Unitrexate, "
                       "Emthexate",
                   .arabic = "ميثوتريكسات, ميثوتركسات, ميتوتريكسات, ميثوتريكسيت, ميثوتركسيت"},
    ListedMedicine{.generic = "azathioprine",
                   .names = "azathioprin, azatioprin, azatioprina, AZA, Imuran, Imurel, Imurek, "
                            "Azasan, Azafalk",
                   .arabic = "ازاثيوبرين, ازاثيوبيرين, ايموران, ايموريل"},
    ListedMedicine{
        .generic = "ciclosporin",
        .names = "cyclosporin, cyclosporine, ciclosporine, ciclosporina, siklosporin, cyclosporin "
                 "A, Neoral, Sandimmun, Sandimmune, Sandimmun Neoral, Gengraf, Equoral",
        .arabic = "سيكلوسبورين, سايكلوسبورين, نيورال, ساندميون, سانديميون"},
    ListedMedicine{.generic = "tacrolimus",
                   .names = "takrolimus, FK506, Prograf, Advagraf, Envarsus, Protopic, Modigraf",
                   .arabic = "تاكروليموس, بروجراف, بروغراف, بروتوبيك"},
    ListedMedicine{.generic = "mycophenolate",
                   .names = "mycophenolate mofetil, mycophenolat, mycophenolic acid, mikofenolat, "
                            "MMF, CellCept, Myfortic",
                   .arabic = "ميكوفينولات, مايكوفينولات, سيلسبت, مايفورتيك"},
    ListedMedicine{.generic = "sirolimus", .names = "rapamycin, Rapamune", .arabic = "سيروليموس"},
    ListedMedicine{.generic = "everolimus", .names = "Certican, Afinitor, Zortress"},
    ListedMedicine{.generic = "leflunomide",
                   .names = "leflunomid, Arava, teriflunomide, Aubagio",
                   .arabic = "ليفلونوميد, ارافا"},
    ListedMedicine{.generic = "cyclophosphamide",
                   .names = "cyclophosphamid, siklofosfamid, Endoxan, Cytoxan",
                   .arabic = "سيكلوفوسفاميد, اندوكسان"},
    ListedMedicine{.generic = "fingolimod", .names = "Gilenya", .arabic = "فينجوليمود, جيلينيا"},
    ListedMedicine{.generic = "adalimumab",
                   .names = "Humira, Amgevita, Hyrimoz, Imraldi, Idacio, Hulio, Yuflyma",
                   .arabic = "اداليموماب, هيوميرا, هوميرا"},
    ListedMedicine{.generic = "etanercept",
                   .names = "etanersept, Enbrel, Benepali, Erelzi",
                   .arabic = "ايتانرسبت, اتانرسبت, انبريل"},
    ListedMedicine{.generic = "infliximab",
                   .names = "infliksimab, Remicade, Remsima, Inflectra, Flixabi",
                   .arabic = "انفليكسيماب, ريميكاد"},
    ListedMedicine{.generic = "golimumab", .names = "Simponi"},
    ListedMedicine{.generic = "certolizumab", .names = "certolizumab pegol, Cimzia"},
    ListedMedicine{.generic = "tocilizumab", .names = "Actemra, RoActemra"},
    ListedMedicine{.generic = "abatacept", .names = "Orencia"},
    ListedMedicine{.generic = "anakinra", .names = "Kineret"},
    ListedMedicine{.generic = "ustekinumab", .names = "Stelara", .arabic = "ستيلارا"},
    ListedMedicine{.generic = "secukinumab", .names = "Cosentyx", .arabic = "كوسنتيكس, كوزنتكس"},
    ListedMedicine{.generic = "ixekizumab", .names = "Taltz"},
    ListedMedicine{.generic = "brodalumab", .names = "Kyntheum, Siliq"},
    ListedMedicine{.generic = "guselkumab", .names = "Tremfya"},
    ListedMedicine{.generic = "risankizumab", .names = "Skyrizi"},
    ListedMedicine{.generic = "rituximab", .names = "MabThera, Rituxan, Truxima"},
    ListedMedicine{.generic = "tofacitinib", .names = "Xeljanz", .arabic = "توفاسيتينيب, زيلجانز"},
    ListedMedicine{.generic = "upadacitinib", .names = "Rinvoq", .arabic = "رينفوك"},
    ListedMedicine{
        .generic = "baricitinib", .names = "Olumiant", .arabic = "باريسيتينيب, اولوميانت"},
    ListedMedicine{.generic = "abrocitinib", .names = "Cibinqo"},
    ListedMedicine{.generic = "apremilast", .names = "Otezla", .arabic = "ابريميلاست, اوتيزلا"},
    ListedMedicine{.generic = "prednisolone",
                   .names =
                       "prednisolon, prednisolona, prednizolon, Hostacortin, Hostacortin-H, "
                       "Deltacortril, Solupred, Predsol, Predilone, Orapred, Decortin, Decortin H",
                   .arabic = "بريدنيزولون, بريدنيسولون, بردنيزولون, هوستاكورتين, سولوبريد"},
    ListedMedicine{.generic = "prednisone",
                   .names = "prednison, prednisona, Cortancyl, Deltasone, Lodotra, Rayos",
                   .arabic = "بريدنيزون, بريدنيسون"},
    ListedMedicine{
        .generic = "methylprednisolone",
        .names = "methylprednisolon, metilprednizolon, metilprednisolona, Medrol, Solu-Medrol, "
                 "Depo-Medrol, Urbason, Prednol",
        .arabic = "ميثيل بريدنيزولون, ميثيل بريدنيسولون, ميدرول, ديبوميدرول"},
    ListedMedicine{.generic = "dexamethasone",
                   .names = "dexamethason, deksametazon, dexametasona, Decadron, Fortecortin, "
                            "Dekort, Neodecadron",
                   .arabic = "ديكساميثازون, ديكساميتازون, دكساميثازون"},
    ListedMedicine{.generic = "deflazacort", .names = "deflazakort, Calcort, Flantadin"},
    ListedMedicine{.generic = "cortisone",
                   .names = "cortison, kortizon, kortison, corticosteroid, corticosteroids, "
                            "kortikosteroid, corticoide, corticoides",
                   .arabic = "كورتيزون, كرتيزون"},
    ListedMedicine{
        .generic = "an immunosuppressant, which is not said",
        .names = "immunosuppressant, immunosuppressants, immunosuppressive, immunosuppresseur, "
                 "Immunsuppressivum, immunsupresif, chemotherapy, chimiotherapie, kemoterapi",
        .arabic = "مثبط للمناعة, مثبط مناعة, مثبطات المناعة, علاج كيماوي, علاج كيميائي"},
};

inline constexpr MedicineList immunosuppressant_list{
    .kind = MedicineClass::immunosuppressant,
    .medicines = immunosuppressant_medicines,
    .source =
        "WHO ATC L04A (immunosuppressants), L01AA01, L01BA01 and L01FA01 (cyclophosphamide, "
        "methotrexate, rituximab), D11AH01 (tacrolimus on the skin), H02AB (glucocorticoids)",
    .unverified = "the makers' names and the Arabic spellings are from memory"};

}  // namespace clinical
