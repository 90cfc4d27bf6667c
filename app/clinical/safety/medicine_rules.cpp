// What the patient takes or is to be given: medicines by class, topical anaesthetics.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "app/clinical/safety/anaesthetic_dose.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::ConditionKind;
using schema::Level;

using Class = MedicineClass;

// Calendar months: six after 31 August end on the last day of February.
schema::Date months_before(schema::Date day, double months) {
    return day.plus_months(-static_cast<int>(months));
}

texts::Phrase of_medicine(std::string_view name,
                          const TakenMedicine& medicine,
                          texts::Arguments more = {}) {
    more.push_back({"medicine", medicine.name});
    more.push_back({"period", phrase_of(medicine.period)});
    return because(name, std::move(more));
}

std::vector<Basis> taken_now(const Situation& situation, std::initializer_list<Class> kinds) {
    std::vector<Basis> found;
    for (const auto& medicine : situation.medicines.taken) {
        const bool is_wanted = std::find(kinds.begin(), kinds.end(), medicine.kind) != kinds.end();
        // The last day of a course is a day since the last dose, not one of taking it.
        if (is_wanted && medicine.period.holds_on(situation.day()) &&
            !medicine.period.days_over(situation.day())) {
            found.push_back(
                {.because = of_medicine("still_taken", medicine), .record = medicine.record});
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
            found.push_back({.because = of_medicine("since_last_dose", medicine, {{"days", *days}}),
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
            found.push_back({.because = of_medicine("clinic_waits", medicine, {{"limit", limit}}),
                             .record = medicine.record});
        }
    }
    for (const auto& application : situation.applications) {
        const auto days = situation.day().days_since(application.at.day());
        if (application.active == schema::Active::retinoid && days >= 0 && days < limit) {
            found.push_back(
                {.because =
                     because("retinoid_put_on",
                             {{"date", application.at.day()}, {"days", days}, {"limit", limit}}),
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
                {.because = held(medicine.name, medicine.period), .record = medicine.record});
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
            found.push_back({.because = held(phrase_of(condition.kind), period),
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
    return {{.because = because("anaesthetic_percent", {{"percent", number_of(*percent)}})}};
}

std::vector<Basis> anaesthetic_dose(const Situation& situation, const Rule&) {
    const auto dose = dose_mg(situation.plan.session);
    const double most = greatest_dose_mg(situation.patient);
    if (!dose || *dose <= most) {
        return {};
    }
    const texts::Arguments values{{"dose", texts::Number{.value = *dose}},
                                  {"most", texts::Number{.value = most}}};
    const auto weight = situation.patient.weight_kg;
    if (!weight) {
        return {{.because = because("anaesthetic_dose_no_weight", values)}};
    }
    auto with_weight = values;
    with_weight.push_back({"weight", number_of(*weight)});
    return {{.because = because("anaesthetic_dose", std::move(with_weight))}};
}

constexpr std::array medicine_rule_table{
    Rule{
        .id = "anaesthetic",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "dermapen_anaesthetic",
        .find = &anaesthetic_used,
    },
    Rule{
        .id = "anticoagulant",
        .level = Level::sign_off,
        .grade = SourceGrade::guideline,
        .source = "anticoagulant",
        .find = &anticoagulant,
    },
    Rule{
        .id = "isotretinoin_now",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "isotretinoin_now",
        .find = &isotretinoin_now,
    },
    Rule{
        .id = "isotretinoin_label",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "isotretinoin_label",
        .find = &isotretinoin_lately<schema::IsotretinoinRule::label>,
        .high = 6,
    },
    Rule{
        .id = "isotretinoin_consensus",
        .level = Level::caution,
        .grade = SourceGrade::guideline,
        .source = "isotretinoin_consensus",
        .find = &isotretinoin_lately<schema::IsotretinoinRule::consensus>,
        .high = 6,
    },
    Rule{
        .id = "retinoid_by_mouth",
        .level = Level::sign_off,
        .grade = SourceGrade::expert_practice,
        .source = "retinoid_by_mouth",
        .find = &other_retinoid,
        .high = 6,
    },
    Rule{
        .id = "topical_retinoid",
        .level = Level::caution,
        .grade = SourceGrade::clinic_own,
        .source = "topical_retinoid",
        .find = &topical_retinoid,
    },
    Rule{
        .id = "nsaid",
        .level = Level::caution,
        .grade = SourceGrade::expert_practice,
        .source = "nsaid",
        .find = &nsaid,
    },
    Rule{
        .id = "photosensitiser",
        .level = Level::caution,
        .grade = SourceGrade::expert_practice,
        .source = "photosensitiser",
        .find = &photosensitiser,
    },
    Rule{
        .id = "anaesthetic_strength",
        .level = Level::caution,
        .grade = SourceGrade::study,
        .source = "anaesthetic_strength",
        .find = &strong_anaesthetic,
        .high = 4,
    },
    Rule{.id = "anaesthetic_dose",
         .level = Level::sign_off,
         .grade = SourceGrade::label,
         .source = "anaesthetic_dose",
         .find = &anaesthetic_dose},
    Rule{
        .id = "no_anaesthetic",
        .level = Level::caution,
        .grade = SourceGrade::label,
        .source = "dermapen_anaesthetic",
        .find = &anaesthetic_not_used,
    },
};

}  // namespace

std::span<const Rule> medicine_rules() {
    return medicine_rule_table;
}

}  // namespace clinical
