#include "app/import/cell_synonyms.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/text/utf8.h"
#include "schema/kinds/value_text.h"
#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

// English, French, Arabic. A word of the field itself need not be repeated.
struct SynonymRow {
    std::string_view table;
    std::string_view word;
    std::string_view synonyms;  // between bars
};

constexpr auto yes_no_table = std::string_view("yes_no");
constexpr auto severity_table = std::string_view("severity");

constexpr SynonymRow synonym_rows[] = {
    {"word_sex", "female", "f|woman|girl|femme|fille|féminin|féminine|أنثى|امرأة|بنت"},
    {"word_sex", "male", "m|man|boy|h|homme|garçon|masculin|ذكر|رجل|ولد"},
    {"word_sex", "other", "autre|آخر|أخرى"},

    {"word_fitzpatrick", "I", "1"},
    {"word_fitzpatrick", "II", "2"},
    {"word_fitzpatrick", "III", "3"},
    {"word_fitzpatrick", "IV", "4"},
    {"word_fitzpatrick", "V", "5"},
    {"word_fitzpatrick", "VI", "6"},

    {"yes_no", "yes", "y|true|1|oui|o|vrai|نعم"},
    {"yes_no", "no", "n|false|0|non|faux|لا"},

    {"severity", "1", "mild|léger|légère|خفيف|خفيفة"},
    {"severity", "2", "moderate|modéré|modérée|moyen|moyenne|متوسط|متوسطة"},
    {"severity", "3", "severe|sévère|شديد|شديدة"},
    {"severity", "4", "life threatening|engageant le pronostic vital|مهدد للحياة"},
    {"severity", "5", "death|fatal|décès|mort|وفاة"},

    {"grade", "clear", "blanchi|صافية|صافي"},
    {"grade", "almost clear", "presque blanchi|presque clair|شبه صافية"},
    {"grade", "mild", "léger|légère|خفيف|خفيفة"},
    {"grade", "moderate", "modéré|modérée|moyen|moyenne|متوسط|متوسطة"},
    {"grade", "severe", "sévère|شديد|شديدة"},

    {"word_region", "forehead", "front|brow|الجبهة|جبهة|الجبين"},
    {"word_region", "nose", "nez|الأنف|أنف"},
    {"word_region",
     "left_cheek",
     "l cheek|lt cheek|cheek l|cheek left|cheek (l)|cheek (left)|joue gauche|joue g|الخد الأيسر|"
     "خد أيسر|الخد الايسر"},
    {"word_region",
     "right_cheek",
     "r cheek|rt cheek|cheek r|cheek right|cheek (r)|cheek (right)|joue droite|joue d|"
     "الخد الأيمن|خد أيمن"},
    {"word_region", "perioral", "around the mouth|around mouth|péribuccal|péribuccale|حول الفم"},
    {"word_region", "chin", "menton|الذقن|ذقن"},
    {"word_region", "jawline", "jaw|mâchoire|mandibule|الفك|خط الفك"},
    {"word_region",
     "periorbital",
     "around the eyes|around eyes|périorbitaire|péri orbitaire|حول العين|حول العينين"},
    {"word_region", "neck", "cou|الرقبة|رقبة"},
    {"word_region", "chest", "poitrine|الصدر|صدر"},
    {"word_region", "upper_back", "haut du dos|أعلى الظهر"},
    {"word_region", "shoulders", "shoulder|épaules|épaule|الكتف|الكتفين|الأكتاف"},
    {"word_region", "other", "autre|أخرى"},
    {"extent",
     "full_face",
     "full face|whole face|entire face|all face|face|visage|visage entier|visage "
     "complet|الوجه|الوجه "
     "كامل|كامل الوجه|الوجه بالكامل|الوجه كله"},

    {"word_event_kind", "erythema", "redness|rougeur|rougeurs|érythème|احمرار"},
    {"word_event_kind", "oedema", "edema|swelling|œdème|gonflement|تورم|وذمة"},
    {"word_event_kind", "pain", "painful|douleur|douleurs|ألم"},
    {"word_event_kind", "bleeding", "haemorrhage|hemorrhage|saignement|saignements|نزيف"},
    {"word_event_kind", "bruising", "bruise|bruises|ecchymosis|ecchymose|ecchymoses|كدمة|كدمات"},
    {"word_event_kind", "dryness", "dry skin|skin dryness|xerosis|sécheresse|peau sèche|جفاف"},
    {"word_event_kind",
     "itch",
     "itching|itchiness|itchy|pruritus|prurit|démangeaison|démangeaisons|حكة"},
    {"word_event_kind", "crust", "crusts|crusting|scab|scabs|scabbing|croûte|croûtes|قشور"},
    {"word_event_kind",
     "lymphadenopathy",
     "swollen lymph nodes|adénopathie|adénopathies|lymphadénopathie|تضخم العقد اللمفاوية"},
    {"word_event_kind",
     "contact_dermatitis",
     "dermatitis contact|allergic contact dermatitis|dermatite de contact|eczéma de contact|"
     "التهاب الجلد التماسي"},
    {"word_event_kind",
     "pih",
     "post inflammatory hyperpigmentation|post inflammatory pigmentation change|"
     "hyperpigmentation post inflammatoire|فرط تصبغ تالي للالتهاب"},
    {"word_event_kind", "tram_track_scarring", "tram track scars|tram track scar|tram tracks"},
    {"word_event_kind", "granuloma", "granulomas|granulome|granulomes|ورم حبيبي"},
    {"word_event_kind",
     "herpes_reactivation",
     "reactivation of herpes|herpes simplex reactivation|réactivation herpétique|"
     "réactivation de l'herpès"},
    {"word_event_kind", "infection", "skin infection|infection cutanée|عدوى|عدوى جلدية"},
    {"word_event_kind",
     "acne_flare",
     "flare of acne|acne flare up|flare up of acne|poussée d'acné|poussée acnéique|هبة حب الشباب"},
    {"word_event_kind", "milia", "milium|grains de milium|دخنية"},
    {"word_event_kind", "burn", "burns|brûlure|brûlures|حرق|حروق"},
    {"word_event_kind", "fat_loss", "fat atrophy|loss of fat|lipoatrophy|lipoatrophie"},
    {"word_event_kind", "nerve_injury", "nerve damage|lésion nerveuse|إصابة عصبية"},
    {"word_event_kind", "scar", "scarring|scars|cicatrice|cicatrices|ندبة|ندوب"},
    {"word_event_kind", "other", "autre|أخرى"},

    // The three atrophic types of Jacob and others (2001), which the ECCA weighs as V, U and M.
    {"word_scar_type",
     "ecca_v",
     "v|v shaped|ice pick|icepick|ice pick scar|ice pick scars|pic à glace|en pic à glace|"
     "ندبات معول الثلج|معول الثلج"},
    {"word_scar_type",
     "ecca_u",
     "u|u shaped|boxcar|box car|boxcar scar|boxcar scars|en caisson|carrée|ندبات صندوقية|صندوقية"},
    {"word_scar_type",
     "ecca_m",
     "m|m shaped|rolling|rolling scar|rolling scars|ondulée|ondulées|ندبات متموجة|متموجة"},

    // As AEREL of CDISC SDTM and its controlled terms have them.
    {"word_relatedness", "unrelated", "not related|none|no|n|non lié|غير مرتبط"},
    {"word_relatedness", "unlikely", "remote|unlikely related|peu probable|غير محتمل"},
    {"word_relatedness", "possible", "possibly related|possibly|ممكن"},
    {"word_relatedness", "probable", "probably related|probably|likely|محتمل"},
    {"word_relatedness", "related", "definite|definitely related|certain|yes|y|lié|مرتبط"},

    {"word_patient_status", "died", "dead|deceased|décédé|décédée|متوفى|متوفاة"},
    {"word_side", "left", "l|gauche|g|يسار|أيسر"},
    {"word_side", "right", "r|droite|droit|d|يمين|أيمن"},
    {"word_device", "roller", "derma roller|rouleau"},
    {"word_device", "pen", "derma pen|needling pen|microneedling pen|stylo|قلم"},
    {"word_condition_kind", "pregnancy", "pregnant|grossesse|enceinte|حمل|حامل"},
    {"word_condition_kind", "breastfeeding", "lactation|allaitement|رضاعة"},
    {"word_condition_kind", "anticoagulant", "anticoagulants|anticoagulation|مضاد تخثر"},
    {"word_condition_kind", "eczema", "eczéma|atopic dermatitis|dermatite atopique|إكزيما"},
    {"word_condition_kind", "isotretinoin", "isotrétinoïne|إيزوتريتينوين"},
    {"word_pigmentation_kind", "pih", "post inflammatory hyperpigmentation"},
    {"word_pigmentation_kind", "pie", "post inflammatory erythema"},
    {"word_concern", "pigmentation", "melasma|hyperpigmentation|pih|marks|dark spots"},
    {"word_pigmentation_kind", "melasma", "chloasma|mélasma|كلف"},
    {"word_treatment_kind", "peel", "chemical peel|peeling|تقشير"},
    {"word_treatment_kind", "botulinum", "botulinum toxin|toxine botulique"},
};

// What may stand before a word without changing it.
constexpr std::pair<std::string_view, std::string_view> leading_words[] = {
    {"word_fitzpatrick", "fitzpatrick skin type"},
    {"word_fitzpatrick", "fitzpatrick type"},
    {"word_fitzpatrick", "fitzpatrick"},
    {"word_fitzpatrick", "skin phototype"},
    {"word_fitzpatrick", "phototype"},
    {"word_fitzpatrick", "skin type"},
    {"word_fitzpatrick", "type de peau"},
    {"word_fitzpatrick", "type"},
    {"word_fitzpatrick", "fst"},
    {"word_fitzpatrick", "نوع البشرة"},
    {"word_fitzpatrick", "النوع"},
    {"word_fitzpatrick", "نوع"},
    {"severity", "ctcae grade"},
    {"severity", "grade"},
    {"severity", "درجة"},
    {"word_event_kind", "application site"},
    {"word_event_kind", "treatment site"},
};

std::string bare_letters(std::string_view text) {
    auto letters = schema::folded(text);
    std::erase_if(letters,
                  [](char c) { return std::string_view(" _-.'").find(c) != std::string::npos; });
    return letters;
}

// By table and bare letters.
using SynonymIndex = std::map<std::pair<std::string_view, std::string>, std::string_view>;

SynonymIndex indexed() {
    SynonymIndex index;
    for (const auto& row : synonym_rows) {
        index.emplace(std::pair(row.table, bare_letters(row.word)), row.word);
        for (const auto each : schema::split(row.synonyms, '|')) {
            index.emplace(std::pair(row.table, bare_letters(each)), row.word);
        }
    }
    return index;
}

std::optional<std::string_view> word_of_bare(std::string_view table, const std::string& letters) {
    static const auto index = indexed();
    const auto found = index.find({table, letters});
    return found == index.end() ? std::nullopt : std::optional(found->second);
}

std::string_view table_of(const kinds::Field& field) {
    if (field.type == kinds::Type::yes_no) {
        return yes_no_table;
    }
    return field.name == severity_table ? severity_table : field.word_table;
}

// A word of the field in another spelling; nothing if two of them are spelt alike.
std::optional<std::string_view> respelt(const kinds::Field& field, const std::string& letters) {
    std::optional<std::string_view> word;
    for (const auto each : field.words) {
        if (bare_letters(each) == letters) {
            if (word) {
                return std::nullopt;
            }
            word = each;
        }
    }
    return word;
}

}  // namespace

std::optional<std::string_view> synonym(std::string_view table, std::string_view cell) {
    const auto letters = bare_letters(cell);
    if (std::all_of(letters.begin(), letters.end(), is_digit) && letters != schema::folded(cell)) {
        return std::nullopt;  // -1 is not 1
    }
    if (auto word = word_of_bare(table, letters)) {
        return word;
    }
    for (const auto& [of_table, leading] : leading_words) {
        const auto before = bare_letters(leading);
        if (of_table == table && letters.starts_with(before)) {
            if (auto word = word_of_bare(table, letters.substr(before.size()))) {
                return word;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> word_for(const kinds::Field& field, std::string_view cell) {
    const auto table = table_of(field);
    auto word = respelt(field, bare_letters(cell));
    word = word || table.empty() ? word : synonym(table, cell);
    return word && kinds::read(field, *word) ? std::optional(std::string(*word)) : std::nullopt;
}

std::vector<std::string> choices_of(const kinds::Field& field) {
    if (field.type == kinds::Type::yes_no) {
        return {"yes", "no"};
    }
    return {field.words.begin(), field.words.end()};
}

}  // namespace exchange
