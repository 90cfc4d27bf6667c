// Who is needled where, how deep, and how long after the last time.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/rules.h"
#include "app/texts/words.h"

namespace clinical {

namespace {

using schema::Fitzpatrick;
using schema::Level;
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
    return {{.because = is_open ? because("age_open", {{"least", age->least}, {"most", age->most}})
                                : because("age", {{"years", age->least}}),
             .record = reference_to(situation.patient)}};
}

// Who died is refused before any rule is asked.
std::vector<Basis> left(const Situation& situation, const Rule&) {
    const auto& patient = situation.patient;
    if (patient.status != schema::PatientStatus::left || !patient.status_on ||
        *patient.status_on >= situation.day()) {
        return {};
    }
    return {{.because = because("left", {{"date", *patient.status_on}}),
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
                {.because = area.depth_mm
                                ? in_place(region, number_of(*area.depth_mm, "mm"))
                                : because("no_depth", {{"region", texts::phrase_of(region)}}),
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
            found.push_back({.because = in_place(area.region, number_of(*area.depth_mm, "mm")),
                             .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> area_off_label(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto region : {Region::chest, Region::upper_back, Region::shoulders}) {
        if (situation.has_area(region)) {
            found.push_back({.because = texts::phrase_of(region), .region = region});
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
    return {.because = because(time.is_before(situation) ? "needled_before" : "needled_after",
                               {{"region", texts::phrase_of(region)},
                                {"depth", number_of(time.depth_mm, "mm")},
                                {"date", time.session->at.day()},
                                {"days", time.days},
                                {"limit", limit}}),
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
            texts::Arguments values{{"region", texts::phrase_of(area.region)},
                                    {"depth", number_of(*area.depth_mm, "mm")},
                                    {"limit", number_of(*limit->max_mm, "mm")}};
            if (by_own_row) {
                values.push_back({"source", limit->source});
            }
            found.push_back(
                {.because = because(by_own_row ? "deeper_than_own" : "deeper_than_guide",
                                    std::move(values)),
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
         .grade = SourceGrade::study,
         .source = "interval",
         .find = &too_early,
         .low = 1},
    Rule{.id = "interval_radiofrequency",
         .level = Level::sign_off,
         .grade = SourceGrade::study,
         .source = "interval_radiofrequency",
         .find = &too_early_radiofrequency},
    Rule{.id = "depth_of_the_clinic",
         .level = Level::sign_off,
         .grade = SourceGrade::clinic_own,
         .source = "depth_of_the_clinic",
         .find = &deeper_than_own},
    Rule{.id = "depth_of_the_guide",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "depth_of_the_guide",
         .find = &deeper_than_guide},
    Rule{.id = "minor",
         .level = Level::sign_off,
         .grade = SourceGrade::label,
         .source = "minor",
         .find = &minor,
         .low = 18},
    Rule{.id = "orbital_rim",
         .level = Level::sign_off,
         .grade = SourceGrade::label,
         .source = "orbital_rim",
         .find = &orbital_rim,
         .high = 0.3},
    Rule{.id = "lip",
         .level = Level::sign_off,
         .grade = SourceGrade::expert_practice,
         .source = "lip",
         .find = &lip,
         .high = 1.5},
    Rule{.id = "depth_not_evaluated",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "depth_not_evaluated",
         .find = &deeper_than_evaluated,
         .high = 1.5},
    Rule{.id = "interval_long",
         .level = Level::caution,
         .grade = SourceGrade::clinic_own,
         .source = "interval_long",
         .find = &too_late},
    Rule{.id = "age",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "age",
         .find = &young,
         .low = 22},
    Rule{.id = "patient_left",
         .level = Level::caution,
         .grade = SourceGrade::clinic_own,
         .source = "patient_left",
         .find = &left},
    Rule{.id = "area_off_label",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "area_off_label",
         .find = &area_off_label},
};

}  // namespace

std::span<const Rule> session_rules() {
    return session_rule_table;
}

}  // namespace clinical
