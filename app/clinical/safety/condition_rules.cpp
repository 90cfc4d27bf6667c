// Conditions of the patient, but for infections.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/clinical/safety/condition_basis.h"
#include "app/clinical/safety/rules.h"
#include "app/clinical/safety/sources.h"

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
        .checks = "an open wound or irritated skin in a planned area",
        .text = "Do not needle open or irritated skin.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &in_area<ConditionKind::open_wound>,
    },
    Rule{
        .id = "suspicious_lesion",
        .level = Level::stop,
        .checks = "skin cancer or a suspicious lesion in a planned area",
        .text = "Do not needle it. Have it examined first.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &in_area<ConditionKind::suspicious_lesion>,
    },
    Rule{
        .id = "bleeding_disorder",
        .level = Level::stop,
        .checks = "a bleeding disorder",
        .text = "Do not needle with a bleeding disorder.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &present<ConditionKind::bleeding_disorder>,
    },
    Rule{
        .id = "pregnancy",
        .level = Level::stop,
        .checks = "pregnancy",
        .text = "The label says not to needle in pregnancy. No topical anaesthetic.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &present<ConditionKind::pregnancy>,
    },
    Rule{
        .id = "breastfeeding",
        .level = Level::stop,
        .checks = "breastfeeding",
        .text = "The label says not to needle a nursing patient. No topical anaesthetic.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &present<ConditionKind::breastfeeding>,
    },
    Rule{
        .id = "metal_allergy",
        .level = Level::stop,
        .checks = "an allergy to stainless steel or another metal",
        .text = "Do not needle: the needles are metal, and metal allergy is a risk factor for "
                "reactions.",
        .grade = SourceGrade::label,
        .source = skinpen_contraindications,
        .find = &present<ConditionKind::metal_allergy>,
    },
    Rule{
        .id = "electronic_implant",
        .level = Level::stop,
        .checks = "a pacemaker, defibrillator, pump, stimulator or cochlear implant, and a "
                  "radiofrequency device",
        .text = "Do not use radiofrequency: its current can disturb or heat the device.",
        .grade = SourceGrade::label,
        .source = radiofrequency_contraindications,
        .find = &present_with_radiofrequency<ConditionKind::electronic_implant>,
    },
    Rule{
        .id = "metal_implant",
        .level = Level::sign_off,
        .checks = "metal under a planned area or in a place that is not recorded, and a "
                  "radiofrequency device",
        .text = "Radiofrequency heats metal. A clinician decides; leave the area out or needle it "
                "without radiofrequency.",
        .grade = SourceGrade::label,
        .source = radiofrequency_contraindications,
        .find = &in_area_with_radiofrequency<ConditionKind::metal_implant>,
    },
    Rule{
        .id = "keloid_in_area",
        .level = Level::sign_off,
        .checks = "a keloid or hypertrophic scar recorded in a planned area",
        .text = "Needling is used on hypertrophic scars and keloids by specialists, and can raise "
                "new ones. A clinician decides.",
        .grade = SourceGrade::study,
        .source = "Juhasz and Cohen 2020, PMC7764156 (58 studies, 1,845 patients, hypertrophic "
                  "scars and keloids among them)",
        .find = &keloid_in_area,
    },
    Rule{
        .id = "keloid_tendency",
        .level = Level::sign_off,
        .checks = "a tendency to keloids or hypertrophic scars, not in a planned area",
        .text =
            "A clinician decides and may needle a test area first. Keloids are rare on the face.",
        .grade = SourceGrade::study,
        .source = "Juhasz and Cohen 2020, PMC7764156; SkinPen Precision instructions for use, "
                  "precautions",
        .find = &keloid_elsewhere,
    },
    Rule{
        .id = "koebner",
        .level = Level::sign_off,
        .checks = "vitiligo, psoriasis or lichen planus, anywhere",
        .text = "Hurt skin can take the disease on (Koebner phenomenon): half of the needled "
                "patches of vitiligo did. A doctor decides; a test area first.",
        .grade = SourceGrade::study,
        .source = "Esmat 2022, J Dermatolog Treat 33:5 (vitiligo); SkinPen Precision instructions "
                  "for use, precautions",
        .find = &koebner,
    },
    Rule{
        .id = "eczema",
        .level = Level::sign_off,
        .checks = "eczema or dermatitis in a planned area",
        .text = "A doctor decides; not while it is active.",
        .grade = SourceGrade::label,
        .source = skinpen_precautions,
        .find = &in_area<ConditionKind::eczema>,
    },
    Rule{
        .id = "wart_or_keratosis",
        .level = Level::sign_off,
        .checks = "warts or solar keratosis in a planned area",
        .text = "A clinician decides whether this area can be needled.",
        .grade = SourceGrade::label,
        .source = dermapen_contraindications,
        .find = &in_area<ConditionKind::wart_or_keratosis>,
    },
    Rule{
        .id = "rosacea",
        .level = Level::sign_off,
        .checks = "papulopustular rosacea in a planned area",
        .text = "A doctor consents first.",
        .grade = SourceGrade::label,
        .source = dermapen_contraindications,
        .find = &in_area<ConditionKind::rosacea>,
    },
    Rule{
        .id = "connective_tissue_disease",
        .level = Level::sign_off,
        .checks = "scleroderma or a collagen vascular disease",
        .text = "A doctor decides.",
        .grade = SourceGrade::label,
        .source = dermapen_contraindications,
        .find = &present<ConditionKind::connective_tissue_disease>,
    },
    Rule{
        .id = "radiotherapy",
        .level = Level::sign_off,
        .checks = "radiotherapy of a planned area, however long ago",
        .text = "Irradiated skin heals badly. A doctor decides.",
        .grade = SourceGrade::expert_practice,
        .source = "poor healing of irradiated skin is general knowledge; that needling asks for it "
                  "is practice",
        .find = &irradiated,
    },
    Rule{
        .id = "reduced_sensation",
        .level = Level::sign_off,
        .checks = "reduced sensation in a planned area",
        .text = "The patient cannot tell too deep or too hot. A clinician decides.",
        .grade = SourceGrade::expert_practice,
        .source = "radiofrequency needling goes by what the patient feels; practice",
        .find = &in_area<ConditionKind::reduced_sensation>,
    },
    Rule{
        .id = "sunburn",
        .level = Level::sign_off,
        .checks = "sunburn or a fresh tan in a planned area, now or over for less than {high} days",
        .text = "Wait {high} days after sunburn or tanning.",
        .grade = SourceGrade::label,
        .source =
            "InMode Fractora and Morpheus8 operator's manual; Dermapen 4 manual: 1 to 2 weeks",
        .find = &sunburn,
        .high = 14,
    },
    Rule{
        .id = "tattoo",
        .level = Level::caution,
        .checks = "a tattoo or permanent make-up in a planned area",
        .text = "Ask the patient whether it may be needled; leave it out otherwise.",
        .grade = SourceGrade::expert_practice,
        .source = "practice: needling blurs pigment",
        .find = &in_area<ConditionKind::tattoo>,
    },
    Rule{
        .id = "body_dysmorphic_concern",
        .level = Level::caution,
        .checks = "a concern of body dysmorphic disorder",
        .text = "Ask what the patient hopes for before you go on: of 723 people with acne scars "
                "16.9 % had it, and treatment alone seldom satisfies.",
        .grade = SourceGrade::study,
        .source = "Tan 2021, PMC8776674",
        .find = &present<ConditionKind::body_dysmorphic_concern>,
    },
};

}  // namespace

std::span<const Rule> condition_rules() {
    return condition_rule_table;
}

}  // namespace clinical
