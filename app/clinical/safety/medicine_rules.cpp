// Isotretinoin, topical retinoids and topical anaesthetics.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include <fmt/format.h>

#include "app/clinical/safety/medicine_names.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::ConditionKind;
using schema::Level;
using schema::TreatmentKind;

// A course of a medicine, from whichever kind of record tells of it.
struct Course {
    Period period;
    RecordRef record;
};

// How a medicine may be recorded: as a condition, or as a treatment of one of these kinds by name.
struct Medicine {
    ConditionKind condition;
    std::initializer_list<TreatmentKind> kinds;
    std::span<const std::string_view> names;
};

std::vector<Course> courses_of(const Situation& situation, const Medicine& medicine) {
    std::vector<Course> courses;
    for (const auto& condition : situation.conditions) {
        if (condition.kind == medicine.condition) {
            courses.push_back({{condition.from, condition.until}, reference_to(condition)});
        }
    }
    for (const auto& treatment : situation.treatments) {
        for (const auto kind : medicine.kinds) {
            if (is_medicine(treatment, kind, medicine.names)) {
                courses.push_back({{treatment.from, treatment.until}, reference_to(treatment)});
            }
        }
    }
    return courses;
}

std::vector<Course> isotretinoin_courses(const Situation& situation) {
    return courses_of(
        situation,
        {ConditionKind::isotretinoin, {TreatmentKind::oral_medicine}, isotretinoin_names});
}

std::vector<Basis> taken_now(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& course : isotretinoin_courses(situation)) {
        // The last day of a course is a day since the last dose, not one of taking it.
        if (course.period.holds_on(situation.day()) && !course.period.days_over(situation.day())) {
            found.push_back({.because = fmt::format("isotretinoin, {}: still taken",
                                                    period_text(course.period)),
                             .record = course.record});
        }
    }
    return found;
}

std::vector<Basis> taken_lately(const Situation& situation, const Rule& rule) {
    std::vector<Basis> found;
    for (const auto& course : isotretinoin_courses(situation)) {
        const auto days = course.period.days_over(situation.day());
        if (days && *days < *rule.high) {
            found.push_back({.because = fmt::format("isotretinoin, {}: {} days since the last dose",
                                                    period_text(course.period),
                                                    *days),
                             .record = course.record});
        }
    }
    return found;
}

template <schema::IsotretinoinRule policy>
std::vector<Basis> taken_lately_under(const Situation& situation, const Rule& rule) {
    return situation.clinic.isotretinoin_rule == policy ? taken_lately(situation, rule)
                                                        : std::vector<Basis>{};
}

std::vector<Basis> topical_retinoid(const Situation& situation, const Rule&) {
    const auto limit = situation.clinic.topical_retinoid_days;
    std::vector<Basis> found;
    const auto courses = courses_of(situation,
                                    {ConditionKind::topical_retinoid,
                                     {TreatmentKind::topical_medicine},
                                     topical_retinoid_names});
    for (const auto& course : courses) {
        if (course.period.held_within(situation.day(), limit)) {
            found.push_back(
                {.because = fmt::format("topical retinoid, {}; the clinic waits {} days",
                                        period_text(course.period),
                                        limit),
                 .record = course.record});
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

std::vector<Basis> anticoagulant(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    const auto courses = courses_of(situation,
                                    {ConditionKind::anticoagulant,
                                     {TreatmentKind::oral_medicine, TreatmentKind::injection},
                                     anticoagulant_names});
    for (const auto& course : courses) {
        if (course.period.holds_on(situation.day())) {
            found.push_back({.because = "anticoagulant, " + period_text(course.period),
                             .record = course.record});
        }
    }
    return found;
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

constexpr std::array all{
    Rule{.id = "anaesthetic",
         .level = Level::stop,
         .checks = "a topical anaesthetic is planned, and the patient has an allergy to it, a risk "
                   "(liver disease, pseudocholinesterase deficiency, methaemoglobinaemia, "
                   "medicines for arrhythmia, allergy to PABA or sulphonamides), is pregnant or "
                   "breastfeeds",
         .text = "Do not use a topical anaesthetic. Needling may go on without.",
         .source = "Dermapen 4 manual, contraindications of the anaesthetic; balancedayspa.com "
                   "(commercial)",
         .find = &anaesthetic_used},
    Rule{.id = "anticoagulant",
         .level = Level::sign_off,
         .checks = "an anticoagulant or antiplatelet medicine, among the conditions or, by common "
                   "names, among the treatments",
         .text = "The prescribing doctor approves first.",
         .source = "balancedayspa.com and sisubeautyclinic.com, contraindications (commercial, "
                   "unverified)",
         .find = &anticoagulant},
    Rule{.id = "isotretinoin_now",
         .level = Level::sign_off,
         .checks = "isotretinoin is being taken",
         .text = "A clinician decides. The label says to avoid procedures during isotretinoin and "
                 "for 6 months after; the 2017 consensus finds no evidence to delay superficial "
                 "and fractional procedures, and does not speak of needling by name.",
         .source = "package label, 6 months (US), 5 to 6 months (Canada); Spring 2017, JAMA "
                   "Dermatol, doi 10.1001/jamadermatol.2017.2077; Waldman 2017, Dermatol Surg "
                   "43:1249-1262",
         .find = &taken_now},
    Rule{.id = "isotretinoin_label",
         .level = Level::sign_off,
         .checks = "isotretinoin in the last {high} days, where the clinic follows the label",
         .text = "The clinic follows the label: no procedure for 6 months ({high} days) after "
                 "isotretinoin. The 2017 consensus finds no evidence for the delay; a clinician "
                 "may decide otherwise, with a reason.",
         .source = "package label, 6 months (US), 5 to 6 months (Canada), as in Waldman 2017, "
                   "Dermatol Surg 43:1249-1262, doi 10.1097/DSS.0000000000001166",
         .find = &taken_lately_under<schema::IsotretinoinRule::label>,
         .high = 180},
    Rule{.id = "isotretinoin_consensus",
         .level = Level::caution,
         .checks = "isotretinoin in the last {high} days, where the clinic follows the 2017 "
                   "consensus",
         .text = "The clinic follows the 2017 consensus: there is not enough evidence to delay "
                 "superficial and fractional procedures. The label still says 6 months ({high} "
                 "days); tell the patient.",
         .source = "Spring 2017, JAMA Dermatol, doi 10.1001/jamadermatol.2017.2077 (32 articles, "
                   "1,485 procedures); Waldman 2017, Dermatol Surg 43:1249-1262",
         .find = &taken_lately_under<schema::IsotretinoinRule::consensus>,
         .high = 180},
    Rule{.id = "topical_retinoid",
         .level = Level::caution,
         .checks = "a topical retinoid in use, or within the clinic's days before the session",
         .text = "Sources say to stop a topical retinoid 1 to 7 days before.",
         .source = "yourbestselves.com, kichi.studio, esthetikmtl.com (commercial; they differ); "
                   "the clinic's own days, topical_retinoid_days",
         .find = &topical_retinoid},
    Rule{.id = "no_anaesthetic",
         .level = Level::caution,
         .checks = "the same as for `anaesthetic` while none is planned",
         .text = "Use no topical anaesthetic in this patient.",
         .source = "Dermapen 4 manual, contraindications of the anaesthetic; balancedayspa.com "
                   "(commercial)",
         .find = &anaesthetic_not_used},
};

}  // namespace

std::span<const Rule> medicine_rules() {
    return all;
}

}  // namespace clinical
