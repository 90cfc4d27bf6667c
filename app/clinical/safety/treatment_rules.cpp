// What else was done to the skin lately. One without any date may have been lately.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/clinical/safety/period.h"
#include "app/clinical/safety/procedure_words.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Level;
using schema::TreatmentKind;

template <class Counts>
std::vector<Basis> done_within(const Situation& situation,
                               TreatmentKind kind,
                               double days,
                               const Counts& counts) {
    std::vector<Basis> found;
    for (const auto& treatment : situation.treatments) {
        if (treatment.kind != kind || !counts(treatment)) {
            continue;
        }
        const auto done = day_done({treatment.from, treatment.until});
        if (!done) {
            found.push_back({.because = fmt::format("{}, day unknown", schema::spaced(kind)),
                             .record = reference_to(treatment)});
            continue;
        }
        const bool lies_ahead = done->first_day() > situation.day();
        const auto since = situation.day().days_since(done->last_day());
        if (!lies_ahead && since < days) {
            found.push_back({.because = fmt::format("{} on {}, less than {} days before",
                                                    schema::spaced(kind),
                                                    done->text(),
                                                    days),
                             .record = reference_to(treatment)});
        }
    }
    return found;
}

std::vector<Basis> done_within(const Situation& situation, TreatmentKind kind, double days) {
    return done_within(situation, kind, days, [](const auto&) { return true; });
}

template <TreatmentKind kind>
std::vector<Basis> within_days(const Situation& situation, const Rule& rule) {
    return done_within(situation, kind, *rule.high);
}

// Superficial ones heal in days; a name that does not say may have been deep.
template <TreatmentKind kind, bool superficial>
std::vector<Basis> of_depth(const Situation& situation, const Rule& rule) {
    return done_within(situation, kind, *rule.high, [](const auto& treatment) {
        return (depth_of(treatment) == ProcedureDepth::superficial) == superficial;
    });
}

std::vector<Basis> filler_within(const Situation& situation, double days, bool by_radiofrequency) {
    return is_radiofrequency(situation.plan.session.device) == by_radiofrequency
               ? done_within(situation, TreatmentKind::filler, days)
               : std::vector<Basis>{};
}

std::vector<Basis> filler(const Situation& situation, const Rule&) {
    return filler_within(situation, situation.clinic.filler_days, false);
}

std::vector<Basis> filler_radiofrequency(const Situation& situation, const Rule& rule) {
    return filler_within(
        situation, std::max<double>(*rule.high, situation.clinic.filler_days), true);
}

std::vector<Basis> botulinum(const Situation& situation, const Rule&) {
    return done_within(situation, TreatmentKind::botulinum, situation.clinic.botulinum_days);
}

constexpr std::array treatment_rule_table{
    Rule{
        .id = "recent_peel",
        .level = Level::sign_off,
        .checks =
            "a deep peel, or one whose name does not say how deep, less than {high} days before",
        .text = "After a deep peel wait {high} days. If it was superficial, write its name.",
        .grade = SourceGrade::label,
        .source = "InMode Fractora and Morpheus8 operator's manual, p. 58: 6 to 12 weeks after "
                  "ablative procedures; 30 days for a peel of unknown depth is ours",
        .find = &of_depth<TreatmentKind::peel, false>,
        .high = 30,
    },
    Rule{
        .id = "recent_peel_superficial",
        .level = Level::caution,
        .checks = "a superficial peel less than {high} days before",
        .text = "Look whether the skin is calm again. Trials peel and needle together.",
        .grade = SourceGrade::label,
        .source = "InMode Fractora and Morpheus8 operator's manual, p. 58: 2 to 3 weeks after "
                  "superficial procedures",
        .find = &of_depth<TreatmentKind::peel, true>,
        .high = 21,
    },
    Rule{
        .id = "recent_laser",
        .level = Level::sign_off,
        .checks = "an ablative laser, or one whose name does not say, less than {high} days before",
        .text = "After an ablative laser wait up to 3 months ({high} days). If it was not "
                "ablative, write its name.",
        .grade = SourceGrade::label,
        .source = "InMode Fractora and Morpheus8 operator's manual, p. 58: 6 to 12 weeks after "
                  "ablative laser",
        .find = &of_depth<TreatmentKind::laser, false>,
        .high = 90,
    },
    Rule{
        .id = "recent_laser_nonablative",
        .level = Level::caution,
        .checks = "a laser that is not ablative less than {high} days before",
        .text = "Look whether the skin is calm again.",
        .grade = SourceGrade::label,
        .source = "InMode Fractora and Morpheus8 operator's manual, p. 58: 2 to 3 weeks after "
                  "non-ablative laser",
        .find = &of_depth<TreatmentKind::laser, true>,
        .high = 21,
    },
    Rule{
        .id = "recent_dermabrasion",
        .level = Level::sign_off,
        .checks = "a dermabrasion less than {high} days before",
        .text = "After a dermabrasion wait 3 months ({high} days).",
        .grade = SourceGrade::label,
        .source = "InMode Fractora and Morpheus8 operator's manual, p. 58: 6 to 12 weeks after "
                  "ablative procedures",
        .find = &within_days<TreatmentKind::dermabrasion>,
        .high = 90,
    },
    Rule{
        .id = "recent_filler",
        .level = Level::caution,
        .checks = "a filler within the clinic's days before the session",
        .text = "Wait 2 weeks or longer after a filler; practice differs up to 12 months.",
        .grade = SourceGrade::clinic_own,
        .source = "the clinic's own days, filler_days; J Cosmet Dermatol 2023;22:798 for the order "
                  "device first",
        .find = &filler,
    },
    Rule{
        .id = "recent_filler_radiofrequency",
        .level = Level::sign_off,
        .checks = "a filler less than {high} days before, or within the clinic's days, and a "
                  "radiofrequency device",
        .text = "Radiofrequency needles burn hyaluronic acid along their tracks. Wait 2 to 4 "
                "weeks; next time the device first, then the filler.",
        .grade = SourceGrade::study,
        .source = "Hsu, Chung and Weiss, Dermatol Surg (as told by a clinic); consensus "
                  "PMC6742610; J Cosmet Dermatol 2023;22:798",
        .find = &filler_radiofrequency,
        .high = 28,
    },
    Rule{
        .id = "recent_botulinum",
        .level = Level::caution,
        .checks = "botulinum within the clinic's days before the session",
        .text = "Wait 2 weeks after botulinum; practice differs up to 6 months.",
        .grade = SourceGrade::clinic_own,
        .source = "the clinic's own days, botulinum_days",
        .find = &botulinum,
    },
};

}  // namespace

std::span<const Rule> treatment_rules() {
    return treatment_rule_table;
}

}  // namespace clinical
