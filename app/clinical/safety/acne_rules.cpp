// Needling is not done on active inflammatory lesions. Active acne is lesions that are there now;
// scars and marks, which needling is for, are other findings.

#include <array>
#include <utility>
#include <vector>

#include "app/clinical/safety/acne_seen.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/rules.h"
#include "app/texts/words.h"

namespace clinical {

namespace {

using schema::AcneRegion;
using schema::Region;

// "3 papules, 1 nodule"
std::vector<texts::Phrase> lesions_seen(const AcneRegion& lesions) {
    std::vector<texts::Phrase> seen;
    const auto add = [&](int count, const char* id) {
        if (count > 0) {
            seen.push_back({id, {{"count", count}}});
        }
    };
    add(lesions.papules, "finding.lesions.papules");
    add(lesions.pustules, "finding.lesions.pustules");
    add(lesions.nodules, "finding.lesions.nodules");
    add(lesions.cysts, "finding.lesions.cysts");
    return seen;
}

texts::Arguments where_and_when(Region region, const AcneSeen& seen) {
    return {{"region", texts::phrase_of(region)}, {"date", seen.status->on.day()}};
}

texts::Arguments too_long_ago(const Situation& situation, Region region, const AcneSeen& seen) {
    auto values = where_and_when(region, seen);
    values.push_back({"days", seen.days_ago});
    values.push_back({"limit", situation.clinic.acne_status_days});
    return values;
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
            auto values = where_and_when(area.region, seen);
            values.push_back({"lesions", lesions_seen(seen.lesions)});
            found.push_back({.because = because("lesions", std::move(values)),
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
            auto values = too_long_ago(situation, area.region, seen);
            values.push_back({"lesions", lesions_seen(seen.lesions)});
            found.push_back({.because = because("lesions_long_ago", std::move(values)),
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
            found.push_back(
                {.because = because("no_status", {{"region", texts::phrase_of(area.region)}}),
                 .region = area.region});
        } else if (is_stale(situation, seen) && inflammatory(seen.lesions) == 0) {
            found.push_back(
                {.because = because("status_long_ago", too_long_ago(situation, area.region, seen)),
                 .record = reference_to(*seen.status),
                 .region = area.region});
        }
    }
    return found;
}

constexpr std::array acne_rule_table{
    Rule{.id = "active_lesions",
         .level = schema::Level::stop,
         .grade = SourceGrade::label,
         .source = "active_lesions",
         .find = &active_lesions},
    Rule{.id = "active_lesions_radiofrequency",
         .level = schema::Level::sign_off,
         .grade = SourceGrade::study,
         .source = "active_lesions_radiofrequency",
         .find = &active_lesions_radiofrequency},
    Rule{.id = "single_lesion",
         .level = schema::Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "single_lesion",
         .find = &single_lesion},
    Rule{.id = "stale_lesions",
         .level = schema::Level::sign_off,
         .grade = SourceGrade::clinic_own,
         .source = "acne_status_days",
         .find = &stale_lesions},
    Rule{.id = "stale_acne_status",
         .level = schema::Level::caution,
         .grade = SourceGrade::clinic_own,
         .source = "acne_status_days",
         .find = &stale_status},
};

}  // namespace

std::span<const Rule> acne_rules() {
    return acne_rule_table;
}

}  // namespace clinical
