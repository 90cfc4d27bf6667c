// Conditions of the patient. One with a region counts for that region; one without may be anywhere,
// so it counts for every area.

#include <array>

#include <fmt/format.h>

#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Condition;
using schema::ConditionKind;
using schema::Level;

Basis basis_of(const Condition& condition) {
    const auto place = condition.region ? schema::spaced(*condition.region) + ": " : std::string();
    return {.because = fmt::format("{}{}, {}",
                                   place,
                                   schema::spaced(condition.kind),
                                   period_text({condition.from, condition.until})),
            .record = reference_to(condition)};
}

template <class Wanted>
std::vector<Basis> conditions_that(const Situation& situation, const Wanted& wanted) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        if (Period{condition.from, condition.until}.holds_on(situation.day()) &&
            wanted(condition)) {
            found.push_back(basis_of(condition));
        }
    }
    return found;
}

// Present, wherever it is.
template <ConditionKind kind>
std::vector<Basis> present(const Situation& situation, const Rule&) {
    return conditions_that(situation,
                           [](const Condition& condition) { return condition.kind == kind; });
}

// Present in a planned area, or somewhere that is not recorded.
template <ConditionKind kind>
std::vector<Basis> in_area(const Situation& situation, const Rule&) {
    return conditions_that(situation, [&](const Condition& condition) {
        return condition.kind == kind &&
               (!condition.region || situation.has_area(*condition.region));
    });
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

constexpr std::string_view manual = "Dermapen 4 manual, contraindications";

constexpr std::array all{
    Rule{.id = "active_infection",
         .level = Level::stop,
         .checks = "a bacterial, fungal or viral infection in a planned area",
         .text = "Do not needle infected skin.",
         .source = "Dermapen 4 manual, contraindications; renewedspiritdayspa.com (commercial)",
         .find = &in_area<ConditionKind::active_infection>},
    Rule{.id = "herpes_active",
         .level = Level::stop,
         .checks = "active herpes simplex, anywhere",
         .text = "Do not needle while herpes simplex is active.",
         .source = "Dermapen 4 manual, contraindications; mailash.com (commercial)",
         .find = &present<ConditionKind::herpes_active>},
    Rule{.id = "open_wound",
         .level = Level::stop,
         .checks = "an open wound or irritated skin in a planned area",
         .text = "Do not needle open or irritated skin.",
         .source = "skinbysalima.com, SkinPen questions (commercial)",
         .find = &in_area<ConditionKind::open_wound>},
    Rule{.id = "suspicious_lesion",
         .level = Level::stop,
         .checks = "skin cancer or a suspicious lesion in a planned area",
         .text = "Do not needle it. Have it examined first.",
         .source = "Dermapen 4 manual, contraindications; skinbysalima.com (commercial)",
         .find = &in_area<ConditionKind::suspicious_lesion>},
    Rule{.id = "keloid_in_area",
         .level = Level::stop,
         .checks = "a keloid or hypertrophic scar recorded in a planned area",
         .text = "Do not needle where a keloid or hypertrophic scar has grown.",
         .source =
             "purelyboutique.com and balancedayspa.com, contraindications (commercial, unverified)",
         .find = &keloid_in_area},
    Rule{.id = "bleeding_disorder",
         .level = Level::stop,
         .checks = "a bleeding disorder",
         .text = "Do not needle with a bleeding disorder.",
         .source = "Dermapen 4 manual, contraindications; balancedayspa.com (commercial)",
         .find = &present<ConditionKind::bleeding_disorder>},
    Rule{.id = "pregnancy",
         .level = Level::stop,
         .checks = "pregnancy",
         .text = "Sources differ between not needling in pregnancy and leaving it to a doctor. No "
                 "topical anaesthetic.",
         .source = "balancedayspa.com (commercial); Dermapen 4 manual for the anaesthetic; SkinPen "
                   "instructions for use (unverified)",
         .find = &present<ConditionKind::pregnancy>},
    Rule{.id = "metal_allergy",
         .level = Level::stop,
         .checks = "an allergy to stainless steel or another metal",
         .text = "Do not needle: the needles are metal, and metal allergy is a risk factor for "
                 "reactions.",
         .source = "Chu 2021, doi 10.1097/01.dss.0000790428.70373.f6, for the risk; "
                   "balancedayspa.com (commercial)",
         .find = &present<ConditionKind::metal_allergy>},
    Rule{.id = "herpes_history",
         .level = Level::sign_off,
         .checks = "herpes simplex in the past",
         .text = "Needling can bring herpes back. Ask a doctor about prevention.",
         .source = "Dermapen 4 manual, contraindications; prevention (unverified)",
         .find = &present<ConditionKind::herpes_history>},
    Rule{.id = "wart_or_keratosis",
         .level = Level::sign_off,
         .checks = "warts or solar keratosis in a planned area",
         .text = "A clinician decides whether this area can be needled.",
         .source = manual,
         .find = &in_area<ConditionKind::wart_or_keratosis>},
    Rule{.id = "rosacea",
         .level = Level::sign_off,
         .checks = "papulopustular rosacea in a planned area",
         .text = "A doctor consents first.",
         .source = manual,
         .find = &in_area<ConditionKind::rosacea>},
    Rule{.id = "keloid_tendency",
         .level = Level::sign_off,
         .checks = "a tendency to keloids or hypertrophic scars, not in a planned area",
         .text = "A clinician decides: every wound may raise a new scar in this patient.",
         .source =
             "purelyboutique.com and balancedayspa.com, contraindications (commercial, unverified)",
         .find = &keloid_elsewhere},
    Rule{.id = "connective_tissue_disease",
         .level = Level::sign_off,
         .checks = "scleroderma or a collagen vascular disease",
         .text = "A doctor decides.",
         .source = "Dermapen 4 manual, contraindications; balancedayspa.com (commercial)",
         .find = &present<ConditionKind::connective_tissue_disease>},
    Rule{.id = "breastfeeding",
         .level = Level::sign_off,
         .checks = "breastfeeding",
         .text = "A doctor decides. No topical anaesthetic.",
         .source = "balancedayspa.com (commercial); Dermapen 4 manual for the anaesthetic",
         .find = &present<ConditionKind::breastfeeding>},
    Rule{.id = "immunosuppression",
         .level = Level::sign_off,
         .checks = "chemotherapy, radiotherapy, high-dose steroids or other immunosuppression",
         .text = "A doctor decides.",
         .source = "balancedayspa.com and sisubeautyclinic.com, contraindications (commercial, "
                   "unverified)",
         .find = &present<ConditionKind::immunosuppression>},
    Rule{.id = "uncontrolled_diabetes",
         .level = Level::sign_off,
         .checks = "diabetes that is not controlled",
         .text = "A doctor decides.",
         .source = "balancedayspa.com, contraindications (commercial, unverified)",
         .find = &present<ConditionKind::uncontrolled_diabetes>},
    Rule{
        .id = "sunburn",
        .level = Level::sign_off,
        .checks = "sunburn or a fresh tan in a planned area, now or over for less than {high} days",
        .text = "Wait {high} days after sunburn or tanning.",
        .source = "esthetikmtl.com and beautyandthebroworlando.com, before a session (commercial, "
                  "unverified)",
        .find = &sunburn,
        .high = 14},
    Rule{.id = "tattoo",
         .level = Level::caution,
         .checks = "a tattoo or permanent make-up in a planned area",
         .text = "Ask the patient whether it may be needled; leave it out otherwise.",
         .source = "AI-written summary of a protocol, droracle.ai (unverified)",
         .find = &in_area<ConditionKind::tattoo>},
};

}  // namespace

std::span<const Rule> condition_rules() {
    return all;
}

}  // namespace clinical
