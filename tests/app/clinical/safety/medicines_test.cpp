#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "tests/app/clinical/safety/medicines_read.h"

namespace clinical::medicines_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum MedicineClass;

TEST(ReadMedicines, NeedsAShortNameAsItIsListed) {
    EXPECT_THAT(kinds("Xefo"), ElementsAre(nsaid));
    EXPECT_THAT(kinds("Xeto"), IsEmpty());
    EXPECT_THAT(kinds("Arava"), ElementsAre(immunosuppressant));
    EXPECT_THAT(kinds("Arova"), IsEmpty());
    EXPECT_THAT(read_medicines("Arova").unknown, ElementsAre("Arova"));
}

struct Spelling {
    std::string_view text;
    MedicineClass kind;
    std::string_view generic;
    bool is_guess = false;
};

void expect_spellings(const std::vector<Spelling>& spellings) {
    for (const auto& [text, kind, generic, guess] : spellings) {
        auto read = read_medicines(text);
        for (auto& named : read.named) {
            named.as_written.clear();
        }
        EXPECT_EQ(read, (MedicinesRead{{{kind, std::string(generic), "", guess}}, {}})) << text;
    }
}

TEST(ReadMedicines, KnowsNamesAsTheyAreTyped) {
    expect_spellings({
        {"Netlook 20 mg", isotretinoin, "isotretinoin"},
        {"Net Look 20mg cap.", isotretinoin, "isotretinoin"},
        {"Curacné", isotretinoin, "isotretinoin"},
        {"Curacne 20 mg", isotretinoin, "isotretinoin"},
        {"accutan", isotretinoin, "isotretinoin"},
        {"acutan", isotretinoin, "isotretinoin", true},
        {"Accuttane", isotretinoin, "isotretinoin", true},
        {"isotretinon", isotretinoin, "isotretinoin", true},
        {"isotretionin", isotretinoin, "isotretinoin", true},
        {"13-cis-retinoic acid", isotretinoin, "isotretinoin"},
        {"13 cis retinoic acid", isotretinoin, "isotretinoin"},
        {"13cis retinoic acid", isotretinoin, "isotretinoin"},
        {"13‑cis‑retinoic acid", isotretinoin, "isotretinoin"},
        {"13 cis retinoic acd", isotretinoin, "isotretinoin", true},
        {"acide 13-cis-rétinoïque", isotretinoin, "isotretinoin"},
        {"ISOTRETİNOİN", isotretinoin, "isotretinoin"},
        {"ısotretınoın", isotretinoin, "isotretinoin"},
        {"isotretinoin gel 0.05%", isotretinoin, "isotretinoin"},
        {"رواكوتان", isotretinoin, "isotretinoin"},
        {"رواكيوتان", isotretinoin, "isotretinoin"},
        {"روأكوتان", isotretinoin, "isotretinoin"},
        {"روَاكُوتان ٢٠ مجم", isotretinoin, "isotretinoin"},
        {"الروكتان", isotretinoin, "isotretinoin"},
        {"رواکوتان", isotretinoin, "isotretinoin"},
        {"أيزوتريتينوين", isotretinoin, "isotretinoin"},
        {"9-cis-retinoic acid", other_retinoid, "alitretinoin"},
        {"Neotigason 25", other_retinoid, "acitretin"},
        {"tretinoin", topical_retinoid, "tretinoin"},
        {"retinoic acid cream", topical_retinoid, "tretinoin"},
        {"Retin-A 0,05 %", topical_retinoid, "tretinoin"},
        {"RetinA", topical_retinoid, "tretinoin"},
        {"Plavix 75", antiplatelet, "clopidogrel"},
        {"Plavix™ 75", antiplatelet, "clopidogrel"},
        {"Pla\xE2\x80\x8Bvix", antiplatelet, "clopidogrel"},
        {"بلافيكس", antiplatelet, "clopidogrel"},
        {"پلافيكس", antiplatelet, "clopidogrel"},
        {"Aspocid", antiplatelet, "acetylsalicylic acid"},
        {"ASA 100", antiplatelet, "acetylsalicylic acid"},
        {"Ticagrelor", antiplatelet, "ticagrelor"},
        {"Xarelto 20 mg", anticoagulant, "rivaroxaban"},
        {"Marevan", anticoagulant, "warfarin"},
        {"warfarin sodium 5mg od", anticoagulant, "warfarin"},
        {"وارفارين", anticoagulant, "warfarin"},
        {"الريفو", antiplatelet, "acetylsalicylic acid"},
        {"war\xFF"
         "farin",
         anticoagulant,
         "warfarin",
         true},
        {"MTX 15 mg weekly s.c.", immunosuppressant, "methotrexate"},
        {"FK-506", immunosuppressant, "tacrolimus"},
        {"doksisiklin 100 mg günde 2 kez", photosensitiser, "doxycycline"},
        {"St. John's wort", photosensitiser, "St John's wort"},
        {"St John’s wort", photosensitiser, "St John's wort"},
        {"millepertuis gélules", photosensitiser, "St John's wort"},
    });
}

TEST(ReadMedicines, GivesBothClassesOfOneMedicine) {
    EXPECT_THAT(kinds("ketoprofen"), ElementsAre(nsaid, photosensitiser));
    EXPECT_THAT(kinds("ketoprofn"), ElementsAre(nsaid, photosensitiser));
}

TEST(ReadMedicines, TellsBothReadingsWhereALongerNameWithASlipHoldsAShorterOne) {
    EXPECT_THAT(kinds("13-cs-retinoic acid"), ElementsAre(isotretinoin, topical_retinoid));
    EXPECT_THAT(kinds("13-cis-retinoic acid"), ElementsAre(isotretinoin));
}

TEST(ReadMedicines, NamesTheTradeNameAndTheGenericNameBehindIt) {
    const auto read = read_medicines("Clexane (enoxaparin)");
    EXPECT_THAT(read.named,
                ElementsAre(MedicineNamed{anticoagulant, "enoxaparin", "Clexane"},
                            MedicineNamed{anticoagulant, "enoxaparin", "enoxaparin"}));
    EXPECT_THAT(read.unknown, IsEmpty());
}

struct Combination {
    std::string_view text;
    std::vector<std::string> named;
    std::vector<std::string> unknown;
};

TEST(ReadMedicines, ReportsWhatItKnowsAndWhatItDoesNotOfACombination) {
    const std::vector<Combination> rows = {
        {"Plavix 75 + Concor 5", {"Plavix"}, {"Concor"}},
        {"Concor 5 + Plavix 75", {"Plavix"}, {"Concor"}},
        {"Concor Plavix", {"Plavix"}, {"Concor"}},
        {"warfarin, omeprazole", {"warfarin"}, {"omeprazole"}},
        {"oméprazole et Xarelto", {"Xarelto"}, {"oméprazole"}},
        {"Nexium ve Coraspin 100", {"Coraspin"}, {"Nexium"}},
        {"Nexium/Aspirin", {"Aspirin"}, {"Nexium"}},
        {"vitamin D and isotretinon", {"isotretinon"}, {"vitamin D"}},
        {"رواكوتان، فيتامين د", {"رواكوتان"}, {"فيتامين د"}},
        {"اوميبرازول ووارفارين", {"ووارفارين"}, {"اوميبرازول"}},
        {"وارفارين\nفيتامين سي", {"وارفارين"}, {"فيتامين سي"}},
        {"Plavix; Brufen & Zyrtec", {"Plavix", "Brufen"}, {"Zyrtec"}},
        {"paracetamol (Panadol) 500 mg", {}, {"paracetamol", "Panadol"}},
        {"blood pressure pills", {}, {"blood pressure"}},
        {"варфарин", {}, {"варфарин"}},
        {"Plavixol", {}, {"Plavixol"}},
        {"warfarin-like", {"warfarin"}, {"like"}},
        {"Vitamin D3 1000 IU", {}, {"Vitamin D3"}},
        {"B12", {}, {"B12"}},
        {"i.s.o.t.r.e.t", {}, {"i.s.o.t.r.e.t"}},
        {"أسبرين و بلافيكس", {"أسبرين", "بلافيكس"}, {}},
        {"D3K2 drops", {}, {"D3K2"}},
        {"D3K drops", {}, {"D3K"}},
        {"5HTP 100 mg", {}, {"5HTP"}},
        {"with 5HTP", {}, {"5HTP"}},
        {"5D3", {}, {"5D3"}},
        {"Zn", {}, {"Zn"}},
        {"K. B.", {}, {"K. B"}},
        {"Coenzyme Q10", {}, {"Coenzyme Q10"}},
        {"Panadol500mg", {}, {"Panadol"}},
        {"potassium", {}, {"potassium"}},
    };
    for (const auto& [text, named, unknown] : rows) {
        SCOPED_TRACE(text);
        const auto read = read_medicines(text);
        EXPECT_EQ(as_written(read), named);
        EXPECT_EQ(read.unknown, unknown);
    }
}

TEST(ReadMedicines, FindsNoNameInDosesAndPunctuation) {
    for (const auto* text : {"",
                             "  \t\n",
                             "20 mg",
                             "2x1",
                             "1 tab. od",
                             "as a pill",
                             "5g",
                             "q8h",
                             "s.c.",
                             "2 x 1 p.o.",
                             "D",
                             "crème 0,5 % matin et soir",
                             "günde 2 kez",
                             "٢٠ مجم يوميا",
                             "حبة كل يوم",
                             "??? - / ()",
                             "…",
                             "💊"}) {
        EXPECT_EQ(read_medicines(text), MedicinesRead{}) << text;
    }
}

constexpr auto harmless =
    "paracetamol,acetaminophen,amoxicillin,levothyroxine,metformin,omeprazole,"
    "esomeprazole,pantoprazole,vitamin D,vitamin C,vitamin B,folic acid,iron,"
    "zinc,magnesium,calcium,omega,biotin,collagen,cetirizine,loratadine,"
    "desloratadine,fexofenadine,salbutamol,montelukast,atorvastatin,rosuvastatin,"
    "simvastatin,amlodipine,bisoprolol,losartan,valsartan,lisinopril,ramipril,"
    "sertraline,fluoxetine,escitalopram,alprazolam,pregabalin,gabapentin,tramadol,"
    "codeine,domperidone,ondansetron,loperamide,azithromycin,clarithromycin,"
    "cefuroxime,cefixime,metronidazole,fluconazole,aciclovir,valaciclovir,"
    "ivermectin,insulin,gliclazide,sitagliptin,semaglutide,tirzepatide,"
    "spironolactone,drospirenone,levonorgestrel,finasteride,minoxidil,dutasteride,"
    "progesterone,tranexamic acid,hydroquinone,azelaic acid,niacinamide,"
    "benzoyl peroxide,clindamycin,erythromycin,fusidic acid,mupirocin,Panadol,"
    "Adol,Augmentin,Concor,Nexium,Glucophage,Eltroxin,Zyrtec,Telfast,Ventolin,"
    "Crestor,Lipitor,Cipralex,Lyrica,Ozempic,Mounjaro,Centrum,Neurobion,Flagyl,"
    "Zithromax,Yasmin,Diane,Aldactone,Fucidin,Fucicort,iodine,digoxin,Lanoxin,"
    "ketotifen,cycloserine,rifampicin,carbimazole,allopurinol,colchicine,baclofen,"
    "amitriptyline,carvedilol,hydroxyzine,famotidine,ranitidine,باراسيتامول,"
    "بانادول,اموكسيسيلين,اوجمنتين,ميتفورمين,جلوكوفاج,أوميبرازول,نيكسيوم,كونكور,"
    "فيتامين سي,سنتروم,ليفوثيروكسين,التروكسين,زيرتك,تلفاست,فلاجيل,كالسيوم,حديد,"
    "زنك,انسولين,كونجستال,ادول,ترامادول,ليريكا,كريستور,ازيثروميسين,ديجوكسين,"
    "أملوديبين,كولشيسين";

TEST(ReadMedicines, PassesNoHarmlessMedicineOffAsOneOfConcern) {
    std::istringstream names(harmless);
    for (std::string text; std::getline(names, text, ',');) {
        const auto read = read_medicines(text);
        EXPECT_THAT(as_written(read), IsEmpty()) << text;
        EXPECT_THAT(read.unknown, ElementsAre(text));
    }
}

TEST(ReadMedicines, LeavesMadeUpWordsUnknown) {
    constexpr std::string_view consonants = "bcdfglmnprstvz";
    constexpr std::string_view vowels = "aeiou";
    std::mt19937 random(20261128);  // NOLINT: the same words at every run
    for (int i = 0; i < 200; ++i) {
        std::string text;
        for (auto syllables = 2 + random() % 3; syllables > 0; --syllables) {
            text += consonants[random() % consonants.size()];
            text += vowels[random() % vowels.size()];
        }
        text += consonants[random() % consonants.size()];
        const auto read = read_medicines(text);
        EXPECT_THAT(as_written(read), IsEmpty()) << text;
        EXPECT_THAT(read.unknown, ElementsAre(text));
    }
}

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) {
        text += piece;
    }
    return text;
}

// How much of the text it says back, in bytes.
std::size_t bytes_told(const std::string& text) {
    const auto read = read_medicines(text);
    std::size_t bytes = 0;
    for (const auto& unknown : read.unknown) {
        bytes += unknown.size();
    }
    return bytes;
}

TEST(ReadMedicines, ReadsHostileTextWithoutFailing) {
    read_medicines("the lists are read once");
    std::string bytes;
    std::mt19937 random(1);  // NOLINT: the same bytes at every run
    while (bytes.size() < 10'000) {
        bytes += static_cast<char>(random() % 256);
    }
    for (const auto& text : {repeated("a", 10'000),
                             repeated("a ", 10'000),
                             repeated("retinoi ", 10'000),
                             repeated("ab cd ef gh ", 10'000),
                             repeated("sodium ", 10'000),
                             repeated("warfarin sodium ", 10'000),
                             repeated("13 cis ", 10'000),
                             repeated("isotretinoi-", 10'000),
                             repeated("1a", 10'000),
                             repeated("وال", 10'000),
                             repeated("ا و ", 10'000),
                             repeated("()+,;", 10'000),
                             repeated("\xFF", 10'000),
                             repeated("\xE0\xA0", 10'000),
                             repeated("\xEE\x80\x80", 10'000),
                             repeated("a\xEE\x80\x80", 10'000),
                             repeated("\xCC\x81", 10'000),
                             repeated("plavix \xF0\x9F", 10'000),
                             std::string(10'000, '\0'),
                             bytes}) {
        EXPECT_LE(bytes_told(text), text.size()) << text.substr(0, 20);
    }
}

}  // namespace
}  // namespace clinical::medicines_test
