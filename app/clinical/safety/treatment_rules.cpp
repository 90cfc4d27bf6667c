// What else was done to the skin lately. One without any date may have been lately.

#include <array>

#include <fmt/format.h>

#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Level;
using schema::TreatmentKind;

std::vector<Basis> done_within(const Situation& situation, TreatmentKind kind, double days) {
    std::vector<Basis> found;
    for (const auto& treatment : situation.treatments) {
        if (treatment.kind != kind) {
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

template <TreatmentKind kind>
std::vector<Basis> within_days(const Situation& situation, const Rule& rule) {
    return done_within(situation, kind, *rule.high);
}

std::vector<Basis> filler(const Situation& situation, const Rule&) {
    return done_within(situation, TreatmentKind::filler, situation.clinic.filler_days);
}

std::vector<Basis> botulinum(const Situation& situation, const Rule&) {
    return done_within(situation, TreatmentKind::botulinum, situation.clinic.botulinum_days);
}

constexpr std::array all{
    Rule{.id = "recent_peel",
         .level = Level::sign_off,
         .checks = "a peel less than {high} days before",
         .text = "After a deep peel wait {high} days.",
         .source = "purelyboutique.com (commercial, unverified)",
         .find = &within_days<TreatmentKind::peel>,
         .high = 30},
    Rule{.id = "recent_laser",
         .level = Level::sign_off,
         .checks = "a laser treatment less than {high} days before",
         .text = "After an ablative laser wait 3 months ({high} days).",
         .source = "esthetikmtl.com (commercial, unverified)",
         .find = &within_days<TreatmentKind::laser>,
         .high = 90},
    Rule{.id = "recent_dermabrasion",
         .level = Level::sign_off,
         .checks = "a dermabrasion less than {high} days before",
         .text = "After a dermabrasion wait 3 months ({high} days).",
         .source = "esthetikmtl.com (commercial, unverified)",
         .find = &within_days<TreatmentKind::dermabrasion>,
         .high = 90},
    Rule{.id = "recent_filler",
         .level = Level::caution,
         .checks = "a filler within the clinic's days before the session",
         .text = "Sources say to wait between 2 weeks and 12 months after a filler.",
         .source = "sisubeautyclinic.com 2 weeks, esthetikmtl.com 6 months, balancedayspa.com 12 "
                   "months (commercial; they differ); the clinic's own days, filler_days",
         .find = &filler},
    Rule{.id = "recent_botulinum",
         .level = Level::caution,
         .checks = "botulinum within the clinic's days before the session",
         .text = "Sources say to wait between 2 weeks and 6 months after botulinum.",
         .source = "sisubeautyclinic.com 2 weeks, balancedayspa.com 3 months, esthetikmtl.com 6 "
                   "months (commercial; they differ); the clinic's own days, botulinum_days",
         .find = &botulinum},
};

}  // namespace

std::span<const Rule> treatment_rules() {
    return all;
}

}  // namespace clinical
