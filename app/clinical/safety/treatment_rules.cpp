// What else was done to the skin lately. One without any date may have been lately.

#include <algorithm>
#include <array>

#include "app/clinical/safety/finding_phrases.h"
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
            found.push_back(
                {.because = because("treatment_undated", {{"treatment", phrase_of(kind)}}),
                 .record = reference_to(treatment)});
            continue;
        }
        const bool lies_ahead = done->first_day() > situation.day();
        const auto since = situation.day().days_since(done->last_day());
        if (!lies_ahead && since < days) {
            found.push_back({.because = because("treatment_lately",
                                                {{"treatment", phrase_of(kind)},
                                                 {"date", texts::When{*done}},
                                                 {"days", number_of(days)}}),
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
        .grade = SourceGrade::label,
        .source = "recent_peel",
        .find = &of_depth<TreatmentKind::peel, false>,
        .high = 30,
    },
    Rule{
        .id = "recent_peel_superficial",
        .level = Level::caution,
        .grade = SourceGrade::label,
        .source = "recent_peel_superficial",
        .find = &of_depth<TreatmentKind::peel, true>,
        .high = 21,
    },
    Rule{
        .id = "recent_laser",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "recent_laser",
        .find = &of_depth<TreatmentKind::laser, false>,
        .high = 90,
    },
    Rule{
        .id = "recent_laser_nonablative",
        .level = Level::caution,
        .grade = SourceGrade::label,
        .source = "recent_laser_nonablative",
        .find = &of_depth<TreatmentKind::laser, true>,
        .high = 21,
    },
    Rule{
        .id = "recent_dermabrasion",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "recent_dermabrasion",
        .find = &within_days<TreatmentKind::dermabrasion>,
        .high = 90,
    },
    Rule{
        .id = "recent_filler",
        .level = Level::caution,
        .grade = SourceGrade::clinic_own,
        .source = "recent_filler",
        .find = &filler,
    },
    Rule{
        .id = "recent_filler_radiofrequency",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "recent_filler_radiofrequency",
        .find = &filler_radiofrequency,
        .high = 28,
    },
    Rule{
        .id = "recent_botulinum",
        .level = Level::caution,
        .grade = SourceGrade::clinic_own,
        .source = "recent_botulinum",
        .find = &botulinum,
    },
};

}  // namespace

std::span<const Rule> treatment_rules() {
    return treatment_rule_table;
}

}  // namespace clinical
