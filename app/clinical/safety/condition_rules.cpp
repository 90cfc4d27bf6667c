// Conditions of the patient, but for infections.

#include <algorithm>
#include <array>

#include "app/clinical/safety/condition_basis.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Condition;
using schema::ConditionKind;
using schema::Level;
using schema::Region;

// Psoriasis, vitiligo and lichen planus grow where the skin was hurt (Koebner), wherever they are.
std::vector<Basis> koebner(const Situation& situation, const Rule&) {
    return conditions_that(situation, [](const Condition& condition) {
        return condition.kind == ConditionKind::vitiligo ||
               condition.kind == ConditionKind::psoriasis ||
               condition.kind == ConditionKind::lichen_planus;
    });
}

template <ConditionKind kind>
std::vector<Basis> present_with_radiofrequency(const Situation& situation, const Rule& rule) {
    return is_radiofrequency(situation.plan.session.device) ? present<kind>(situation, rule)
                                                            : std::vector<Basis>{};
}

template <ConditionKind kind>
std::vector<Basis> in_area_with_radiofrequency(const Situation& situation, const Rule& rule) {
    return is_radiofrequency(situation.plan.session.device) ? in_area<kind>(situation, rule)
                                                            : std::vector<Basis>{};
}

// Skin that was irradiated stays so.
std::vector<Basis> irradiated(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        const bool had_begun = !condition.from || condition.from->first_day() <= situation.day();
        if (condition.kind == ConditionKind::radiotherapy && had_begun &&
            (!condition.region || situation.has_area(*condition.region))) {
            found.push_back(basis_of(condition));
        }
    }
    return found;
}

// A scar that grew in the very place, against the tendency as such.
std::vector<Basis> keloid_in_area(const Situation& situation, const Rule&) {
    return conditions_that(situation, [&](const Condition& condition) {
        return condition.kind == ConditionKind::keloid_tendency && condition.region &&
               situation.has_area(*condition.region);
    });
}

std::vector<Basis> keloid_elsewhere(const Situation& situation, const Rule&) {
    return conditions_that(situation, [&](const Condition& condition) {
        return condition.kind == ConditionKind::keloid_tendency &&
               !(condition.region && situation.has_area(*condition.region));
    });
}

// Still there, or over for less than the rule's days.
std::vector<Basis> sunburn(const Situation& situation, const Rule& rule) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        const bool is_recent =
            Period{condition.from, condition.until}.held_within(situation.day(), *rule.high);
        if (condition.kind == ConditionKind::sunburn && is_recent &&
            (!condition.region || situation.has_area(*condition.region))) {
            found.push_back(basis_of(condition));
        }
    }
    return found;
}

constexpr std::array condition_rule_table{
    Rule{
        .id = "open_wound",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &in_area<ConditionKind::open_wound>,
    },
    Rule{
        .id = "suspicious_lesion",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &in_area<ConditionKind::suspicious_lesion>,
    },
    Rule{
        .id = "bleeding_disorder",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &present<ConditionKind::bleeding_disorder>,
    },
    Rule{
        .id = "pregnancy",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &present<ConditionKind::pregnancy>,
    },
    Rule{
        .id = "breastfeeding",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &present<ConditionKind::breastfeeding>,
    },
    Rule{
        .id = "metal_allergy",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_contraindications",
        .find = &present<ConditionKind::metal_allergy>,
    },
    Rule{
        .id = "electronic_implant",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "radiofrequency",
        .find = &present_with_radiofrequency<ConditionKind::electronic_implant>,
    },
    Rule{
        .id = "metal_implant",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "radiofrequency",
        .find = &in_area_with_radiofrequency<ConditionKind::metal_implant>,
    },
    Rule{
        .id = "keloid_in_area",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "keloid_in_area",
        .find = &keloid_in_area,
    },
    Rule{
        .id = "keloid_tendency",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "keloid_tendency",
        .find = &keloid_elsewhere,
    },
    Rule{
        .id = "koebner",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "koebner",
        .find = &koebner,
    },
    Rule{
        .id = "eczema",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "skinpen_precautions",
        .find = &in_area<ConditionKind::eczema>,
    },
    Rule{
        .id = "wart_or_keratosis",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &in_area<ConditionKind::wart_or_keratosis>,
    },
    Rule{
        .id = "rosacea",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &in_area<ConditionKind::rosacea>,
    },
    Rule{
        .id = "connective_tissue_disease",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &present<ConditionKind::connective_tissue_disease>,
    },
    Rule{
        .id = "radiotherapy",
        .level = Level::sign_off,
        .grade = SourceGrade::expert_practice,
        .source = "radiotherapy",
        .find = &irradiated,
    },
    Rule{
        .id = "reduced_sensation",
        .level = Level::sign_off,
        .grade = SourceGrade::expert_practice,
        .source = "reduced_sensation",
        .find = &in_area<ConditionKind::reduced_sensation>,
    },
    Rule{
        .id = "sunburn",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "sunburn",
        .find = &sunburn,
        .high = 14,
    },
    Rule{
        .id = "tattoo",
        .level = Level::caution,
        .grade = SourceGrade::expert_practice,
        .source = "tattoo",
        .find = &in_area<ConditionKind::tattoo>,
    },
    Rule{
        .id = "body_dysmorphic_concern",
        .level = Level::caution,
        .grade = SourceGrade::study,
        .source = "body_dysmorphic_concern",
        .find = &present<ConditionKind::body_dysmorphic_concern>,
    },
};

}  // namespace

std::span<const Rule> condition_rules() {
    return condition_rule_table;
}

}  // namespace clinical
