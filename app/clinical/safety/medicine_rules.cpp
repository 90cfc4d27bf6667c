// What the patient takes or is to be given: medicines by class, topical anaesthetics.

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>

#include "app/clinical/safety/anaesthetic_dose.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"
#include "schema/types/text.h"

namespace clinical {

namespace {

using schema::ConditionKind;
using schema::Level;

using Class = MedicineClass;

// Calendar months: six after 31 August end on the last day of February.
schema::Date months_before(schema::Date day, double months) {
    return day.plus_months(-static_cast<int>(months));
}

std::vector<Basis> taken_now(const Situation& situation, std::initializer_list<Class> kinds) {
    std::vector<Basis> found;
    for (const auto& medicine : situation.medicines.taken) {
        const bool is_wanted = std::find(kinds.begin(), kinds.end(), medicine.kind) != kinds.end();
        // The last day of a course is a day since the last dose, not one of taking it.
        if (is_wanted && medicine.period.holds_on(situation.day()) &&
            !medicine.period.days_over(situation.day())) {
            found.push_back(
                {.because = fmt::format(
                     "{}, {}: still taken", medicine.name, period_text(medicine.period)),
                 .record = medicine.record});
        }
    }
    return found;
}

std::vector<Basis> isotretinoin_now(const Situation& situation, const Rule&) {
    return taken_now(situation, {Class::isotretinoin});
}

// Over for less than the rule's calendar months.
std::vector<Basis> ended_lately(const Situation& situation, const Rule& rule, Class kind) {
    std::vector<Basis> found;
    for (const auto& medicine : situation.medicines.taken) {
        const auto days = medicine.period.days_over(situation.day());
        if (medicine.kind == kind && days &&
            medicine.period.until->last_day() > months_before(situation.day(), *rule.high)) {
            found.push_back({.because = fmt::format("{}, {}: {} days since the last dose",
                                                    medicine.name,
                                                    period_text(medicine.period),
                                                    *days),
                             .record = medicine.record});
        }
    }
    return found;
}

template <schema::IsotretinoinRule policy>
std::vector<Basis> isotretinoin_lately(const Situation& situation, const Rule& rule) {
    return situation.clinic.isotretinoin_rule == policy
               ? ended_lately(situation, rule, Class::isotretinoin)
               : std::vector<Basis>{};
}

std::vector<Basis> other_retinoid(const Situation& situation, const Rule& rule) {
    auto found = taken_now(situation, {Class::other_retinoid});
    const auto ended = ended_lately(situation, rule, Class::other_retinoid);
    found.insert(found.end(), ended.begin(), ended.end());
    return found;
}

std::vector<Basis> topical_retinoid(const Situation& situation, const Rule&) {
    const auto limit = situation.clinic.topical_retinoid_days;
    std::vector<Basis> found;
    for (const auto& medicine : situation.medicines.taken) {
        if (medicine.kind == Class::topical_retinoid &&
            medicine.period.held_within(situation.day(), limit)) {
            found.push_back({.because = fmt::format("{}, {}; the clinic waits {} days",
                                                    medicine.name,
                                                    period_text(medicine.period),
                                                    limit),
                             .record = medicine.record});
        }
    }
    for (const auto& application : situation.applications) {
        const auto days = situation.day().days_since(application.at.day());
        if (application.active == schema::Active::retinoid && days >= 0 && days < limit) {
            found.push_back({.because = fmt::format("a retinoid was put on on {}, {} days before; "
                                                    "the clinic waits {} days",
                                                    application.at.day().text(),
                                                    days,
                                                    limit),
                             .record = reference_to(application)});
        }
    }
    return found;
}

// Taken on the day, its last one too: the blood is thin for days.
std::vector<Basis> taken_on_the_day(const Situation& situation,
                                    std::initializer_list<Class> kinds) {
    std::vector<Basis> found;
    for (const auto& medicine : situation.medicines.taken) {
        const bool is_wanted = std::find(kinds.begin(), kinds.end(), medicine.kind) != kinds.end();
        if (is_wanted && !medicine.is_topical && medicine.period.holds_on(situation.day())) {
            found.push_back(
                {.because = fmt::format("{}, {}", medicine.name, period_text(medicine.period)),
                 .record = medicine.record});
        }
    }
    return found;
}

std::vector<Basis> anticoagulant(const Situation& situation, const Rule&) {
    return taken_on_the_day(situation, {Class::anticoagulant, Class::antiplatelet});
}

std::vector<Basis> nsaid(const Situation& situation, const Rule&) {
    return taken_on_the_day(situation, {Class::nsaid});
}

std::vector<Basis> photosensitiser(const Situation& situation, const Rule&) {
    return taken_on_the_day(situation, {Class::photosensitiser});
}

// What forbids a topical anaesthetic.
constexpr std::array against_anaesthetic{ConditionKind::anaesthetic_allergy,
                                         ConditionKind::anaesthetic_risk,
                                         ConditionKind::pregnancy,
                                         ConditionKind::breastfeeding};

std::vector<Basis> reasons_against_anaesthetic(const Situation& situation) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        const bool forbids =
            std::find(against_anaesthetic.begin(), against_anaesthetic.end(), condition.kind) !=
            against_anaesthetic.end();
        const Period period{condition.from, condition.until};
        if (forbids && period.holds_on(situation.day())) {
            found.push_back({.because = fmt::format(
                                 "{}, {}", schema::spaced(condition.kind), period_text(period)),
                             .record = reference_to(condition)});
        }
    }
    return found;
}

std::vector<Basis> anaesthetic_used(const Situation& situation, const Rule&) {
    return situation.plan.session.anaesthetic ? reasons_against_anaesthetic(situation)
                                              : std::vector<Basis>{};
}

std::vector<Basis> anaesthetic_not_used(const Situation& situation, const Rule&) {
    return situation.plan.session.anaesthetic ? std::vector<Basis>{}
                                              : reasons_against_anaesthetic(situation);
}

std::vector<Basis> strong_anaesthetic(const Situation& situation, const Rule& rule) {
    const auto percent = percent_of(situation.plan.session);
    if (!percent || *percent <= *rule.high) {
        return {};
    }
    return {{.because = fmt::format("anaesthetic of {} %", schema::number_text(*percent))}};
}

std::vector<Basis> anaesthetic_dose(const Situation& situation, const Rule&) {
    const auto dose = dose_mg(situation.plan.session);
    const double most = greatest_dose_mg(situation.patient);
    if (!dose || *dose <= most) {
        return {};
    }
    const auto weight = situation.patient.weight_kg;
    return {{.because = fmt::format(
                 "{:.0f} mg of anaesthetic; at most {:.0f} mg, {}",
                 *dose,
                 most,
                 weight ? schema::number_text(*weight) + " kg" : std::string("weight not known"))}};
}

constexpr std::array medicine_rule_table{
    Rule{
        .id = "anaesthetic",
        .level = Level::stop,
        .checks = "a topical anaesthetic is planned, and the patient has an allergy to it, a risk "
                  "(liver disease, pseudocholinesterase deficiency, methaemoglobinaemia, medicines "
                  "for arrhythmia, allergy to PABA or sulphonamides), is pregnant or breastfeeds",
        .text = "Do not use a topical anaesthetic. Needling may go on without, where nothing else "
                "speaks against it.",
        .grade = SourceGrade::label,
        .source = "Dermapen 4 manual, contraindications of the anaesthetic",
        .find = &anaesthetic_used,
    },
    Rule{
        .id = "anticoagulant",
        .level = Level::sign_off,
        .checks = "an anticoagulant or antiplatelet medicine, among the conditions or, by name, "
                  "among the medicines",
        .text = "Expect more bleeding and bruising; the prescribing doctor knows of the session. "
                "Never stop an anticoagulant for needling: a clot is worse than a bruise.",
        .grade = SourceGrade::guideline,
        .source = "Update and review of bleeding considerations in dermatologic surgery, Dermatol "
                  "Surg 2019, PMID 31743247; ACCP grade 1C: continue for minor skin procedures",
        .find = &anticoagulant,
    },
    Rule{
        .id = "isotretinoin_now",
        .level = Level::sign_off,
        .checks = "isotretinoin is being taken",
        .text = "The label of the needling pen says not to needle, that of isotretinoin to avoid "
                "procedures during it and for 6 months after; the 2017 consensus finds no evidence "
                "to delay superficial and fractional procedures, and in 183 patients with 504 "
                "interventions, 27 of them needling, two keloids were seen. A clinician decides.",
        .grade = SourceGrade::label,
        .source = "SkinPen Precision instructions for use, contraindications; package label of "
                  "isotretinoin; Spring 2017, JAMA Dermatol, doi 10.1001/jamadermatol.2017.2077; "
                  "ISO-AIMS, Mahadevappa 2016, PMC4924407; Mysore 2019, IJDVL 85:18",
        .find = &isotretinoin_now,
    },
    Rule{
        .id = "isotretinoin_label",
        .level = Level::sign_off,
        .checks =
            "isotretinoin in the last {high} calendar months, where the clinic follows the label",
        .text = "The clinic follows the label: no procedure for {high} months after isotretinoin. "
                "The 2017 consensus finds no evidence for the delay; a clinician may decide "
                "otherwise, with a reason.",
        .grade = SourceGrade::label,
        .source = "package label of isotretinoin, 6 months (US), 5 to 6 months (Canada), as in "
                  "Waldman 2017, Dermatol Surg 43:1249-1262, doi 10.1097/DSS.0000000000001166",
        .find = &isotretinoin_lately<schema::IsotretinoinRule::label>,
        .high = 6,
    },
    Rule{
        .id = "isotretinoin_consensus",
        .level = Level::caution,
        .checks = "isotretinoin in the last {high} calendar months, where the clinic follows the "
                  "2017 consensus",
        .text = "The clinic follows the 2017 consensus: there is not enough evidence to delay "
                "superficial and fractional procedures. The label still says {high} months; tell "
                "the patient.",
        .grade = SourceGrade::guideline,
        .source = "Spring 2017, JAMA Dermatol, doi 10.1001/jamadermatol.2017.2077 (32 articles, "
                  "1,485 procedures); Waldman 2017, Dermatol Surg 43:1249-1262",
        .find = &isotretinoin_lately<schema::IsotretinoinRule::consensus>,
        .high = 6,
    },
    Rule{
        .id = "retinoid_by_mouth",
        .level = Level::sign_off,
        .checks = "acitretin, alitretinoin or another retinoid by mouth, now or in the last {high} "
                  "calendar months",
        .text = "No study of needling with it was found. A clinician decides, as for isotretinoin.",
        .grade = SourceGrade::expert_practice,
        .source = "carried over from isotretinoin; practice",
        .find = &other_retinoid,
        .high = 6,
    },
    Rule{
        .id = "topical_retinoid",
        .level = Level::caution,
        .checks = "a topical retinoid in use, or within the clinic's days before the session",
        .text = "Stop a topical retinoid 1 to 10 days before; practice differs.",
        .grade = SourceGrade::clinic_own,
        .source = "the clinic's own days, topical_retinoid_days; pages of clinics say 1 to 10",
        .find = &topical_retinoid,
    },
    Rule{
        .id = "nsaid",
        .level = Level::caution,
        .checks = "a non-steroidal anti-inflammatory medicine",
        .text = "Expect more bruising. After needling it may damp the inflammation that the "
                "treatment is for.",
        .grade = SourceGrade::expert_practice,
        .source = "practice; no trial after needling was found",
        .find = &nsaid,
    },
    Rule{
        .id = "photosensitiser",
        .level = Level::caution,
        .checks = "a medicine that makes sensitive to light",
        .text = "Shade and sunscreen for longer: light on needled skin can mark it.",
        .grade = SourceGrade::expert_practice,
        .source = "labels of the medicines for the sensitivity; that it matters after needling is "
                  "practice",
        .find = &photosensitiser,
    },
    Rule{
        .id = "anaesthetic_strength",
        .level = Level::caution,
        .checks = "a planned anaesthetic of more than {high} %",
        .text = "Stronger than may be sold without a prescription. Ask for area, grams, minutes "
                "and weight: on the face blood levels rose to 3.4 µg/ml, and two people died of "
                "creams put on large areas under cover.",
        .grade = SourceGrade::study,
        .source = "FDA 26 March 2024 (more than 4 % lidocaine); FDA advisory 2007 (two deaths); "
                  "McCleskey 2013, Dermatol Surg (23 %/7 % on the face)",
        .find = &strong_anaesthetic,
        .high = 4,
    },
    Rule{.id = "anaesthetic_dose",
         .level = Level::sign_off,
         .checks = "more anaesthetic than 4.5 mg for each kg of the patient, or than 300 mg",
         .text = "More than may be injected, and a cream may be taken up whole. Use less, or a "
                 "doctor decides and watches.",
         .grade = SourceGrade::label,
         .source = "package label of lidocaine: 4.5 mg/kg, at most 300 mg without adrenaline; that "
                   "all of a cream counts is ours, the careful reading",
         .find = &anaesthetic_dose},
    Rule{
        .id = "no_anaesthetic",
        .level = Level::caution,
        .checks = "the same as for `anaesthetic` while none is planned",
        .text = "Use no topical anaesthetic in this patient.",
        .grade = SourceGrade::label,
        .source = "Dermapen 4 manual, contraindications of the anaesthetic",
        .find = &anaesthetic_not_used,
    },
};

}  // namespace

std::span<const Rule> medicine_rules() {
    return medicine_rule_table;
}

}  // namespace clinical
