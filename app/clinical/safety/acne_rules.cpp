// Needling is not done on active inflammatory lesions. Active acne is lesions that are there now;
// scars and marks, which needling is for, are other findings.

#include <array>
#include <optional>

#include <fmt/format.h>

#include "app/clinical/safety/acne_seen.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::AcneRegion;
using schema::Region;

// "3 papules, 1 nodule"
std::string lesion_text(const AcneRegion& lesions) {
    std::string text;
    const auto add = [&](int count, std::string_view one) {
        if (count > 0) {
            text += fmt::format(
                "{}{} {}{}", text.empty() ? "" : ", ", count, one, count == 1 ? "" : "s");
        }
    };
    add(lesions.papules, "papule");
    add(lesions.pustules, "pustule");
    add(lesions.nodules, "nodule");
    add(lesions.cysts, "cyst");
    return text;
}

// One small lesion can be left out; several, or one deep one, is active acne.
bool is_single(const AcneRegion& lesions) {
    return inflammatory(lesions) == 1 && lesions.nodules + lesions.cysts == 0;
}

std::vector<Basis> fresh_lesions(const Situation& situation, bool single) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto seen = last_look(situation, area.region);
        if (!is_stale(situation, seen) && inflammatory(seen.lesions) > 0 &&
            is_single(seen.lesions) == single) {
            found.push_back({.because = fmt::format("{}: {} on {}",
                                                    schema::spaced(area.region),
                                                    lesion_text(seen.lesions),
                                                    seen.status->on.day().text()),
                             .record = reference_to(*seen.status),
                             .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> active_lesions(const Situation& situation, const Rule&) {
    return is_radiofrequency(situation.plan.session.device) ? std::vector<Basis>{}
                                                            : fresh_lesions(situation, false);
}

std::vector<Basis> active_lesions_radiofrequency(const Situation& situation, const Rule&) {
    return is_radiofrequency(situation.plan.session.device) ? fresh_lesions(situation, false)
                                                            : std::vector<Basis>{};
}

std::vector<Basis> single_lesion(const Situation& situation, const Rule&) {
    return fresh_lesions(situation, true);
}

std::vector<Basis> stale_lesions(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto seen = last_look(situation, area.region);
        if (seen.status != nullptr && is_stale(situation, seen) && inflammatory(seen.lesions) > 0) {
            found.push_back(
                {.because = fmt::format("{}: {} on {}, {} days ago; the clinic's limit is {}",
                                        schema::spaced(area.region),
                                        lesion_text(seen.lesions),
                                        seen.status->on.day().text(),
                                        seen.days_ago,
                                        situation.clinic.acne_status_days),
                 .record = reference_to(*seen.status),
                 .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> stale_status(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto seen = last_look(situation, area.region);
        if (seen.status == nullptr) {
            found.push_back({.because = fmt::format("{}: no acne status is recorded",
                                                    schema::spaced(area.region)),
                             .region = area.region});
        } else if (is_stale(situation, seen) && inflammatory(seen.lesions) == 0) {
            found.push_back(
                {.because = fmt::format("{}: last looked at on {}, {} days ago; the clinic's "
                                        "limit is {}",
                                        schema::spaced(area.region),
                                        seen.status->on.day().text(),
                                        seen.days_ago,
                                        situation.clinic.acne_status_days),
                 .record = reference_to(*seen.status),
                 .region = area.region});
        }
    }
    return found;
}

constexpr std::array acne_rule_table{
    Rule{.id = "active_lesions",
         .level = schema::Level::stop,
         .checks = "several papules or pustules, or a nodule or cyst, in a planned area, seen "
                   "within the clinic's limit for an acne status; roller, stamp, pen and home "
                   "devices",
         .text = "Do not needle active inflammatory lesions. Active lesions are there now; scars "
                 "are contour left by healed ones, and marks are colour: those may be needled. "
                 "Leave this area out, or treat the acne first.",
         .grade = SourceGrade::label,
         .source = "SkinPen treatment sheet: not on active breakouts or open lesions; Dermapen 4 "
                   "manual, contraindications (acne grade III-IV needs a doctor's consent); that "
                   "several begins at two is ours",
         .find = &active_lesions},
    Rule{.id = "active_lesions_radiofrequency",
         .level = schema::Level::sign_off,
         .checks = "the same with a radiofrequency device",
         .text = "A clinician decides. Radiofrequency needling of active acne has been studied: "
                 "one trial saw no patient worsen, another mild effects only. Active lesions are "
                 "there now; scars and marks are other findings.",
         .grade = SourceGrade::study,
         .source = "Lee SJ 2012, PMID 22211476; Al-Bakaa and Khalaf 2024, Cosmetics 11(5):179; "
                   "Dermapen 4 manual, contraindications",
         .find = &active_lesions_radiofrequency},
    Rule{.id = "single_lesion",
         .level = schema::Level::caution,
         .checks = "one papule or pustule in a planned area, seen within the clinic's limit",
         .text = "Leave this lesion out; the skin around it may be needled. Active lesions are "
                 "there now; scars and marks are other findings.",
         .grade = SourceGrade::expert_practice,
         .source = "SkinPen treatment sheet: not on active breakouts; that one lesion is left out "
                   "and does not stop the session is practice",
         .find = &single_lesion},
    Rule{.id = "stale_lesions",
         .level = schema::Level::sign_off,
         .checks = "an acne status with inflammatory lesions in a planned area that is older than "
                   "the clinic's limit",
         .text = "There were active lesions here when somebody last looked. Record a new acne "
                 "status of this area before needling it.",
         .grade = SourceGrade::clinic_own,
         .source = "the clinic's own limit, acne_status_days",
         .find = &stale_lesions},
    Rule{.id = "stale_acne_status",
         .level = schema::Level::caution,
         .checks = "no acne status of a planned area within the clinic's limit",
         .text = "Nobody has recorded lately whether there are active lesions here. Record a new "
                 "acne status of this area before needling it.",
         .grade = SourceGrade::clinic_own,
         .source = "the clinic's own limit, acne_status_days",
         .find = &stale_status},
};

}  // namespace

std::span<const Rule> acne_rules() {
    return acne_rule_table;
}

}  // namespace clinical
