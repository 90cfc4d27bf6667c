#include "app/clinical/safety/condition_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/clinical/safety/medicine_words.h"

namespace clinical {

namespace {

using schema::ConditionKind;

struct Named {
    ConditionKind kind{};
    std::string_view names;  // separated by ", "
};

// What people write; from memory, in English, French and Arabic (unverified).
constexpr std::array named_conditions{
    Named{
        ConditionKind::electronic_implant,
        "pacemaker, pace maker, cardiac pacemaker, defibrillator, icd, implantable cardioverter, "
        "cochlear implant, insulin pump, infusion pump, neurostimulator, nerve stimulator, spinal "
        "cord stimulator, deep brain stimulator, loop recorder, electronic implant, stimulateur "
        "cardiaque, منظم ضربات القلب, منظم القلب, منظم ضربات, بطارية القلب, جهاز تنظيم ضربات "
        "القلب, مضخة انسولين, زراعة قوقعة, قوقعة"},
    Named{ConditionKind::metal_implant,
          "metal implant, metal plate, titanium plate, titanium implant, titanium, plate, plates, "
          "plate and screws, screw, screws, surgical plate, wire, wires, dental implant, dental "
          "implants, gold thread, gold threads, شريحة, شرائح, شريحة معدنية, شرائح معدنية, مسامير, "
          "تيتانيوم, خيوط ذهب"},
    Named{ConditionKind::vitiligo, "vitiligo, بهاق, البهاق"},
    Named{ConditionKind::psoriasis, "psoriasis, psoriatic arthritis, صدفية, الصدفية"},
    Named{ConditionKind::lichen_planus, "lichen planus, lichen plan, حزاز مسطح, الحزاز المسطح"},
    Named{ConditionKind::eczema,
          "eczema, dermatitis, atopic dermatitis, contact dermatitis, seborrheic dermatitis, "
          "اكزيما, التهاب جلد, التهاب الجلد"},
    Named{ConditionKind::reduced_sensation,
          "numbness, numb, reduced sensation, no sensation, neuropathy, facial palsy, bell's "
          "palsy, bells palsy, خدر, تنميل"},
    Named{ConditionKind::radiotherapy,
          "radiotherapy, radiation therapy, radiation, irradiation, radiothérapie, علاج اشعاعي, "
          "العلاج الاشعاعي, اشعاع"},
    Named{ConditionKind::blood_borne_infection,
          "hepatitis b, hepatitis c, hepatitis, hbv, hcv, hiv, aids, فيروس سي, فيروس بي, التهاب "
          "الكبد, التهاب كبدي"},
    Named{ConditionKind::body_dysmorphic_concern,
          "body dysmorphic, body dysmorphic disorder, dysmorphophobia, bdd"},
    Named{ConditionKind::pregnancy, "pregnant, pregnancy, enceinte, حامل, حمل"},
    Named{ConditionKind::breastfeeding,
          "breastfeeding, breast feeding, nursing, lactating, allaitement, مرضعة, مرضع, رضاعة"},
    Named{ConditionKind::bleeding_disorder,
          "haemophilia, hemophilia, von willebrand, bleeding disorder, thrombocytopenia, سيولة "
          "وراثية, هيموفيليا"},
    Named{ConditionKind::immunosuppression,
          "chemotherapy, immunosuppressed, immunosuppression, immunocompromised, transplant, "
          "kidney transplant, liver transplant, كيماوي, علاج كيماوي, زراعة كلى"},
    Named{ConditionKind::connective_tissue_disease,
          "lupus, sle, scleroderma, dermatomyositis, ذئبة, الذئبة الحمراء"},
    Named{ConditionKind::keloid_tendency, "keloid, keloids, hypertrophic scar, جدرة, كيلويد"},
    Named{ConditionKind::herpes_history, "cold sore, cold sores, herpes, هربس, قوباء"},
    Named{ConditionKind::rosacea, "rosacea, روزاسيا, وردية"},
    Named{
        ConditionKind::metal_allergy,
        "nickel allergy, metal allergy, allergic to nickel, allergic to metal, allergic to metals, "
        "allergy to nickel, allergy to metal, allergy to metals, steel allergy, stainless steel "
        "allergy, allergic to steel, allergic to stainless steel, allergy to steel, allergy to "
        "stainless steel, cobalt allergy, chromium allergy, allergie au nickel, allergie aux "
        "metaux, حساسية نيكل, حساسية النيكل, حساسية من النيكل, حساسية معادن, حساسية المعادن, "
        "حساسية من المعادن"},
    Named{
        ConditionKind::anaesthetic_allergy,
        "lidocaine allergy, allergic to lidocaine, allergy to lidocaine, lignocaine allergy, "
        "allergic to lignocaine, allergy to lignocaine, xylocaine allergy, allergic to xylocaine, "
        "allergy to xylocaine, emla allergy, allergic to emla, allergy to emla, benzocaine "
        "allergy, "
        "allergic to benzocaine, allergy to benzocaine, tetracaine allergy, allergic to "
        "tetracaine, "
        "allergy to tetracaine, prilocaine allergy, allergic to prilocaine, allergy to prilocaine, "
        "anaesthetic allergy, anesthetic allergy, allergic to anaesthetic, allergic to "
        "anaesthetics, "
        "allergic to anesthetic, allergic to anesthetics, allergy to anaesthetic, allergy to "
        "anaesthetics, allergy to anesthetic, allergy to anesthetics, allergic to local "
        "anaesthetics, allergic to local anesthetics, allergic to numbing cream, allergy to "
        "numbing "
        "cream, allergie aux anesthesiques, allergie a la lidocaine, حساسية ليدوكايين, حساسية من "
        "الليدوكايين, حساسية ليدوكائين, حساسية من الليدوكائين, حساسية بنج, حساسية البنج, حساسية من "
        "البنج, حساسية مخدر, حساسية من المخدر"},
    Named{ConditionKind::suspicious_lesion,
          "melanoma, skin cancer, basal cell carcinoma, squamous cell carcinoma, سرطان الجلد"},
};

// Words that say when, where and how, and no condition.
constexpr std::string_view fillers =
    "a, an, the, and, with, of, in, on, at, to, has, had, have, is, since, from, until, for, "
    "after, "
    "before, left, right, both, side, sides, cheek, cheeks, chin, nose, forehead, face, facial, "
    "jaw, jawline, neck, chest, under, over, known, history, patient, implant, implants, "
    "implanted, "
    "mild, stable, old, year, years, ago, في, من, منذ, على, تحت, و, مريض, لديه, الوجه, الخد, "
    "الايمن, "
    "الايسر";

using Keys = std::vector<std::u32string>;

Keys keys_of(std::string_view phrase) {
    Keys keys;
    for (auto& word : words_of(phrase)) {
        keys.push_back(std::move(word.key));
    }
    return keys;
}

// Calls `visit` with each of the names in a list.
template <class Visit>
void for_each_name(std::string_view names, Visit visit) {
    while (!names.empty()) {
        const auto end = names.find(", ");
        visit(names.substr(0, end));
        names = end == std::string_view::npos ? std::string_view() : names.substr(end + 2);
    }
}

struct NamedCondition {
    ConditionKind kind{};
    Keys keys;
};

const std::vector<NamedCondition>& names_of_conditions() {
    static const auto all = [] {
        std::vector<NamedCondition> list;
        for (const auto& each : named_conditions) {
            for_each_name(each.names, [&](std::string_view name) {
                list.push_back({each.kind, keys_of(name)});
            });
        }
        return list;
    }();
    return all;
}

const Keys& filler_keys() {
    static const auto all = [] {
        Keys keys;
        for_each_name(fillers, [&](std::string_view name) {
            for (auto& key : keys_of(name)) {
                keys.push_back(std::move(key));
            }
        });
        return keys;
    }();
    return all;
}

// Equal, or long enough that one slip makes no other word.
bool is_alike(const std::u32string& a, const std::u32string& b) {
    constexpr std::size_t least_letters = 6;
    return a == b || (std::min(a.size(), b.size()) >= least_letters && is_one_slip(a, b));
}

bool stands_at(const NamedCondition& named, const std::vector<Word>& words, std::size_t place) {
    if (place + named.keys.size() > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < named.keys.size(); ++i) {
        if (!is_alike(words[place + i].key, named.keys[i])) {
            return false;
        }
    }
    return true;
}

bool is_filler(const Word& word) {
    const auto& keys = filler_keys();
    return word.is_number || std::find(keys.begin(), keys.end(), word.key) != keys.end();
}

}  // namespace

ConditionsRead read_conditions(std::string_view note) {
    auto words = words_of(note);
    ConditionsRead read;
    for (const auto& named : names_of_conditions()) {
        for (std::size_t place = 0; place < words.size(); ++place) {
            if (!stands_at(named, words, place)) {
                continue;
            }
            for (std::size_t i = 0; i < named.keys.size(); ++i) {
                words[place + i].is_named = true;
            }
            if (std::find(read.kinds.begin(), read.kinds.end(), named.kind) == read.kinds.end()) {
                read.kinds.push_back(named.kind);
            }
        }
    }
    read.is_whole =
        !read.kinds.empty() && std::all_of(words.begin(), words.end(), [](const Word& word) {
            return word.is_named || is_filler(word);
        });
    return read;
}

}  // namespace clinical
