// Who is needled where, how deep, and how long after the last time.

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/rules.h"
#include "schema/types/text.h"

namespace clinical {

namespace {

using schema::Fitzpatrick;
using schema::Level;
using schema::number_text;
using schema::Region;
using schema::Session;
using schema::SessionArea;

// Whoever may be that young counts as young.
std::vector<Basis> young(const Situation& situation, const Rule& rule) {
    const auto& born = situation.patient.born;
    const auto age = born ? schema::age_on(situation.day(), *born) : std::nullopt;
    if (!age || age->least >= *rule.low) {
        return {};
    }
    const bool is_open = age->least != age->most;
    return {{.because = is_open ? fmt::format("{} or {} years old, the day of birth is not known",
                                              age->least,
                                              age->most)
                                : fmt::format("{} years old", age->least),
             .record = reference_to(situation.patient)}};
}

// Who died is refused before any rule is asked.
std::vector<Basis> left(const Situation& situation, const Rule&) {
    const auto& patient = situation.patient;
    if (patient.status != schema::PatientStatus::left || !patient.status_on ||
        *patient.status_on >= situation.day()) {
        return {};
    }
    return {{.because = fmt::format("left on {}", patient.status_on->text()),
             .record = reference_to(patient)}};
}

bool has_depth(const Situation& situation, Region region) {
    return std::any_of(
        situation.plan.areas.begin(), situation.plan.areas.end(), [&](const PlannedArea& area) {
            return area.region == region && area.depth_mm;
        });
}

// A child's consent is not enough.
std::vector<Basis> minor(const Situation& situation, const Rule& rule) {
    return situation.patient.guardian ? std::vector<Basis>{} : young(situation, rule);
}

// Deeper than the rule's number, or as deep as nobody has decided yet.
std::vector<Basis> deep_at(const Situation& situation, Region region, double limit) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        if (area.region == region && area.depth_mm.value_or(limit + 1) > limit) {
            found.push_back(
                {.because = fmt::format("{}: {}",
                                        schema::spaced(region),
                                        area.depth_mm ? number_text(*area.depth_mm) + " mm"
                                                      : std::string("no depth is given")),
                 .region = region});
        }
    }
    return found;
}

std::vector<Basis> orbital_rim(const Situation& situation, const Rule& rule) {
    return deep_at(situation, Region::periorbital, *rule.high);
}

std::vector<Basis> lip(const Situation& situation, const Rule& rule) {
    auto found = deep_at(situation, Region::perioral, *rule.high);
    std::erase_if(found, [&](const Basis&) { return !has_depth(situation, Region::perioral); });
    return found;
}

// The pens were tried up to this depth; where the guide says less it speaks for itself.
std::vector<Basis> deeper_than_evaluated(const Situation& situation, const Rule& rule) {
    std::vector<Basis> found;
    if (situation.plan.session.device != schema::Device::pen) {
        return found;
    }
    for (const auto& area : situation.plan.areas) {
        if (!area.depth_mm || *area.depth_mm <= *rule.high) {
            continue;
        }
        const auto limit =
            depth_limit(situation.own_depth_limits,
                        {.region = area.region, .fitzpatrick = situation.patient.fitzpatrick});
        if (!limit || *area.depth_mm <= *limit->max_mm) {
            found.push_back(
                {.because = fmt::format(
                     "{}: {} mm", schema::spaced(area.region), number_text(*area.depth_mm)),
                 .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> area_off_label(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto region : {Region::chest, Region::upper_back, Region::shoulders}) {
        if (situation.has_area(region)) {
            found.push_back({.because = schema::spaced(region), .region = region});
        }
    }
    return found;
}

// A time that a region was needled, before the planned session or after it: one may be recorded
// late.
struct OtherTime {
    const Session* session = nullptr;
    double depth_mm{};
    int days{};  // between the two, whichever came first

    bool is_before(const Situation& situation) const {
        return not_after(session->at, situation.plan.session.at);
    }
};

// The nearest time that counts.
template <class Counts>
std::optional<OtherTime> nearest_time(const Situation& situation,
                                      Region region,
                                      const Counts& counts) {
    std::optional<OtherTime> nearest;
    for (const auto& session : situation.sessions) {
        for (const auto& area : session.areas) {
            const OtherTime time{.session = &session,
                                 .depth_mm = area.depth_mm,
                                 .days = std::abs(situation.day().days_since(session.at.day()))};
            const bool is_nearer = !nearest || time.days <= nearest->days;
            if (area.region == region && is_nearer && counts(time)) {
                nearest = time;
            }
        }
    }
    return nearest;
}

Basis interval_basis(const Situation& situation, Region region, const OtherTime& time, int limit) {
    return {
        .because = fmt::format("{}: needled at {} mm on {}, {} days {}; the clinic's limit is {}",
                               schema::spaced(region),
                               number_text(time.depth_mm),
                               time.session->at.day().text(),
                               time.days,
                               time.is_before(situation) ? "before" : "after",
                               limit),
        .record = reference_to(*time.session),
        .region = region};
}

// Of two sessions of which one is by radiofrequency the longer interval counts.
bool any_radiofrequency(const Situation& situation, const OtherTime& time) {
    return is_radiofrequency(situation.plan.session.device) ||
           is_radiofrequency(time.session->device);
}

template <class Counts>
std::vector<Basis> too_near(const Situation& situation, int limit, const Counts& counts) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto time = nearest_time(situation, area.region, counts);
        if (time && time->days < limit) {
            found.push_back(interval_basis(situation, area.region, *time, limit));
        }
    }
    return found;
}

std::vector<Basis> too_early(const Situation& situation, const Rule& rule) {
    return too_near(situation, situation.clinic.minimal_interval_days, [&](const OtherTime& time) {
        return !any_radiofrequency(situation, time) && time.depth_mm >= *rule.low;
    });
}

std::vector<Basis> too_early_radiofrequency(const Situation& situation, const Rule&) {
    return too_near(situation,
                    situation.clinic.minimal_interval_rf_days,
                    [&](const OtherTime& time) { return any_radiofrequency(situation, time); });
}

std::vector<Basis> too_late(const Situation& situation, const Rule&) {
    const auto limit = situation.clinic.longest_interval_days;
    const auto course = situation.plan.session.course;
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto time = nearest_time(situation, area.region, [&](const OtherTime& other) {
            return course && other.session->course == course && other.is_before(situation);
        });
        if (time && time->days > limit) {
            found.push_back(interval_basis(situation, area.region, *time, limit));
        }
    }
    return found;
}

// Deeper than the profile's limit; by a row of the clinic's own, or of the guide.
std::vector<Basis> deeper_than(const Situation& situation, bool by_own_row) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        const auto limit =
            depth_limit(situation.own_depth_limits,
                        {.region = area.region,
                         .fitzpatrick = situation.patient.fitzpatrick,
                         .radiofrequency = is_radiofrequency(situation.plan.session.device)});
        if (area.depth_mm && limit && *area.depth_mm > *limit->max_mm &&
            (limit->id.value != 0) == by_own_row) {
            found.push_back({.because = fmt::format("{}: {} mm; at most {} mm by {}",
                                                    schema::spaced(area.region),
                                                    number_text(*area.depth_mm),
                                                    number_text(*limit->max_mm),
                                                    limit->source),
                             .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> deeper_than_own(const Situation& situation, const Rule&) {
    return deeper_than(situation, true);
}

std::vector<Basis> deeper_than_guide(const Situation& situation, const Rule&) {
    return deeper_than(situation, false);
}

constexpr std::array session_rule_table{
    Rule{.id = "interval",
         .level = Level::sign_off,
         .checks =
             "an area needled at {low} mm or deeper with fewer days between than the clinic's "
             "minimal interval",
         .text = "The skin of this area may not have healed. Trials of plain needling waited from "
                 "1 to 6 weeks, clinics 3 to 6.",
         .grade = SourceGrade::study,
         .source = "trials: a weekly cohort (Minh 2019), Alam 2014 (2 weeks), Al Chalabi 2020 (6 "
                   "weeks); the clinic's own minimal_interval_days",
         .find = &too_early,
         .low = 1},
    Rule{.id = "interval_radiofrequency",
         .level = Level::sign_off,
         .checks = "an area needled fewer days ago than the clinic's minimal interval, one of both "
                   "times by radiofrequency",
         .text = "The skin of this area may not have healed. Trials of radiofrequency needling "
                 "waited 3 to 6 weeks.",
         .grade = SourceGrade::study,
         .source = "trials: Navyadevi 2024 (3 weeks), Chandrashekar 2014 (6 weeks); the clinic's "
                   "own minimal_interval_rf_days",
         .find = &too_early_radiofrequency},
    Rule{.id = "depth_of_the_clinic",
         .level = Level::sign_off,
         .checks = "deeper than the clinic's own limit for the region and skin type",
         .text = "The clinic set itself this limit.",
         .grade = SourceGrade::clinic_own,
         .source = "the clinic's own depth limits, `needlebook depth-limit list`",
         .find = &deeper_than_own},
    Rule{.id = "depth_of_the_guide",
         .level = Level::caution,
         .checks = "deeper than the guide for the region",
         .text = "Deeper than clinics' guides say for this region. No guideline was found: set "
                 "your own limits with `needlebook depth-limit set`.",
         .grade = SourceGrade::expert_practice,
         .source = "the guide depths of docs/clinical.md; no guideline was found",
         .find = &deeper_than_guide},
    Rule{.id = "minor",
         .level = Level::sign_off,
         .checks = "younger than {low} years, and no guardian is recorded",
         .text = "A guardian consents too; record who. Needling below 22 years is off label.",
         .grade = SourceGrade::label,
         .source =
             "FDA, Microneedling Devices; DEN160029 (from 22 years); consent of minors is the "
             "law of the place",
         .find = &minor,
         .low = 18},
    Rule{.id = "orbital_rim",
         .level = Level::sign_off,
         .checks = "around the eye deeper than {high} mm, or without a depth",
         .text = "Not inside the orbital rim, never on the lid: the label forbids it. A clinician "
                 "decides how deep on the bone.",
         .grade = SourceGrade::label,
         .source = "SkinPen Precision instructions for use (FDA DEN160029), precautions: not "
                   "within the orbital rim; the depth is ours",
         .find = &orbital_rim,
         .high = 0.3},
    Rule{.id = "lip",
         .level = Level::sign_off,
         .checks = "around the mouth deeper than {high} mm",
         .text = "Thin skin and the red of the lip: a clinician decides how deep, beside the lip "
                 "and not on it.",
         .grade = SourceGrade::expert_practice,
         .source = "practice; the depth is ours",
         .find = &lip,
         .high = 1.5},
    Rule{.id = "depth_not_evaluated",
         .level = Level::caution,
         .checks = "a pen deeper than {high} mm",
         .text = "Deeper than pens were evaluated for safety and effect.",
         .grade = SourceGrade::label,
         .source = "SkinPen Precision instructions for use (FDA DEN160029), precautions: not "
                   "evaluated above 1.5 mm",
         .find = &deeper_than_evaluated,
         .high = 1.5},
    Rule{.id = "interval_long",
         .level = Level::caution,
         .checks = "more days since the last session of the same course than the clinic's longest "
                   "interval",
         .text = "A long break within a course: what it had achieved may have changed. Record new "
                 "observations before you go on.",
         .grade = SourceGrade::clinic_own,
         .source = "our own advice; the clinic's own longest_interval_days",
         .find = &too_late},
    Rule{.id = "age",
         .level = Level::caution,
         .checks = "younger than {low} years",
         .text = "Needling devices are authorised in the US from {low} years on; below that it is "
                 "off label.",
         .grade = SourceGrade::label,
         .source = "FDA, Microneedling Devices; DEN160029",
         .find = &young,
         .low = 22},
    Rule{.id = "patient_left",
         .level = Level::caution,
         .checks = "a session after the day on which the patient left the clinic",
         .text = "Ask whether the patient came back. Then record it: status active, and the day. "
                 "Before that no later session can be recorded.",
         .grade = SourceGrade::clinic_own,
         .source = "the clinic's own record of the patient, status and status_on",
         .find = &left},
    Rule{.id = "area_off_label",
         .level = Level::caution,
         .checks = "chest, upper back or shoulders",
         .text = "Authorised in the US are the face, the neck and scars of the belly; here it is "
                 "off label.",
         .grade = SourceGrade::label,
         .source = "FDA, Microneedling Devices; K202243",
         .find = &area_off_label},
};

}  // namespace

std::span<const Rule> session_rules() {
    return session_rule_table;
}

}  // namespace clinical
