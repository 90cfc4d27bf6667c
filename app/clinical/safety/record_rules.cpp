// Unusual or missing values of the session's own record. What is impossible is refused elsewhere
// (contradictions.h, and the ranges of schema/records/session.h); this is asked about.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/rules.h"
#include "app/texts/words.h"

namespace clinical {

namespace {

using schema::Active;
using schema::Device;
using schema::Level;
using schema::Region;
using schema::Session;

// That somebody else was needled with it, the last one.
std::vector<Basis> of_another_patient(const Situation& situation, texts::Phrase because) {
    const auto& last = situation.lot_sessions.back();
    because.values.push_back({"lot", situation.plan.session.lot.value_or("")});
    because.values.push_back({"date", last.at.day()});
    return {{.because = std::move(because), .record = reference_to(last)}};
}

texts::Arguments counts_of(const LotInStock& lot) {
    return {{"pieces", lot.pieces}, {"sessions", lot.used}};
}

// A lot is a box of many: this piece is not taken for another patient's where the stock knows of
// one that is left.
std::vector<Basis> cartridge_of_another_patient(const Situation& situation, const Rule&) {
    const auto& lot = situation.lot_in_stock;
    if (situation.lot_sessions.empty()) {
        return {};
    }
    if (!lot) {
        return of_another_patient(situation, because("lot_not_in_stock"));
    }
    if (lot->pieces == 1) {
        return of_another_patient(situation, because("lot_only_piece"));
    }
    return lot->used >= lot->uses
               ? of_another_patient(situation, because("lot_used_up", counts_of(*lot)))
               : std::vector<Basis>{};
}

// Pieces of several uses: some are left, and no new piece is.
std::vector<Basis> more_sessions_than_pieces(const Situation& situation, const Rule&) {
    const auto& lot = situation.lot_in_stock;
    const bool is_short = lot && !situation.lot_sessions.empty() && lot->pieces > 1 &&
                          lot->used < lot->uses && lot->used >= lot->pieces;
    return is_short ? of_another_patient(situation, because("lot_short", counts_of(*lot)))
                    : std::vector<Basis>{};
}

// It may be used on the last day of its life.
std::vector<Basis> expired_cartridge(const Situation& situation, const Rule&) {
    const auto& session = situation.plan.session;
    if (!session.lot_expiry || *session.lot_expiry >= session.at.day()) {
        return {};
    }
    return {{.because = because("cartridge_expired", {{"date", *session.lot_expiry}})}};
}

texts::Phrase glide_of(Active active) {
    return because("glide", {{"what", phrase_of(active)}});
}

std::vector<Basis> vitamin_c(const Situation& situation, const Rule&) {
    if (situation.plan.session.glide != Active::vitamin_c) {
        return {};
    }
    return {{.because = glide_of(Active::vitamin_c)}};
}

std::vector<Basis> glide_not_made_for_it(const Situation& situation, const Rule&) {
    constexpr std::array irritants{Active::retinoid,
                                   Active::azelaic_acid,
                                   Active::glycolic_acid,
                                   Active::salicylic_acid,
                                   Active::benzoyl_peroxide,
                                   Active::hydroquinone,
                                   Active::sunscreen,
                                   Active::cleanser,
                                   Active::other};
    const auto glide = situation.plan.session.glide;
    if (!glide || std::find(irritants.begin(), irritants.end(), *glide) == irritants.end()) {
        return {};
    }
    return {{.because = glide_of(*glide)}};
}

// A number of the record outside low..high of the rule.
template <class Value>
std::vector<Basis> outside(const std::optional<Value>& value,
                           const Rule& rule,
                           std::string_view name) {
    const bool is_low = value && rule.low && *value < *rule.low;
    const bool is_high = value && rule.high && *value > *rule.high;
    if (!is_low && !is_high) {
        return {};
    }
    return {{.because = because(name, {{"number", number_of(*value)}})}};
}

std::vector<Basis> needles(const Situation& situation, const Rule& rule) {
    return outside(situation.plan.session.needles, rule, "needles");
}

std::vector<Basis> needle_diameter(const Situation& situation, const Rule& rule) {
    return outside(situation.plan.session.needle_mm, rule, "needle_diameter");
}

std::vector<Basis> speed(const Situation& situation, const Rule& rule) {
    return outside(situation.plan.session.speed_Hz, rule, "speed");
}

std::vector<Basis> anaesthetic_time(const Situation& situation, const Rule& rule) {
    return outside(situation.plan.session.anaesthetic_minutes, rule, "left_on");
}

std::vector<Basis> pain(const Situation& situation, const Rule& rule) {
    const auto pain = situation.plan.session.pain;
    if (!pain || *pain < *rule.low) {
        return {};
    }
    return {{.because = because("pain", {{"number", number_of(*pain)}})}};
}

std::vector<Basis> downtime(const Situation& situation, const Rule& rule) {
    return outside(situation.plan.session.downtime_days, rule, "downtime");
}

std::vector<Basis> passes(const Situation& situation, const Rule& rule) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.session.areas) {
        if (area.passes > *rule.high) {
            found.push_back(
                {.because = because(
                     "passes", {{"region", texts::phrase_of(area.region)}, {"count", area.passes}}),
                 .region = area.region});
        }
    }
    return found;
}

bool is_of_the_face(Region region) {
    constexpr std::array others{
        Region::neck, Region::chest, Region::upper_back, Region::shoulders, Region::other};
    return std::find(others.begin(), others.end(), region) == others.end();
}

template <class Unusual>
std::vector<Basis> depths_that(const Situation& situation, const Unusual& is_unusual) {
    std::vector<Basis> found;
    for (const auto& area : situation.plan.areas) {
        if (area.depth_mm && is_unusual(area)) {
            found.push_back({.because = in_place(area.region, number_of(*area.depth_mm, "mm")),
                             .region = area.region});
        }
    }
    return found;
}

std::vector<Basis> depth(const Situation& situation, const Rule& rule) {
    const bool plain = !is_radiofrequency(situation.plan.session.device);
    return depths_that(situation, [&](const PlannedArea& area) {
        return plain && (*area.depth_mm < *rule.low || *area.depth_mm > *rule.high);
    });
}

std::vector<Basis> depth_radiofrequency(const Situation& situation, const Rule& rule) {
    const bool plain = !is_radiofrequency(situation.plan.session.device);
    return depths_that(situation, [&](const PlannedArea& area) {
        return !plain && is_of_the_face(area.region) && *area.depth_mm > *rule.high;
    });
}

std::vector<Basis> home_device(const Situation& situation, const Rule&) {
    if (situation.plan.session.device != Device::home) {
        return {};
    }
    return {{.because = because("home_device")}};
}

// What a record should have, and whether it has it.
struct Wanted {
    bool is_there = false;
    const char* id = nullptr;  // of its name
};

std::vector<Basis> missing(const Situation& situation, std::initializer_list<Wanted> wanted) {
    std::vector<texts::Phrase> names;
    for (const auto& each : wanted) {
        if (!each.is_there) {
            names.emplace_back(each.id);
        }
    }
    if (!situation.plan.is_recorded || names.empty()) {
        return {};
    }
    return {{.because = because("not_recorded", {{"list", names}})}};
}

std::vector<Basis> missing_settings(const Situation& situation, const Rule&) {
    const Session& session = situation.plan.session;
    if (!is_radiofrequency(session.device)) {
        return {};
    }
    return missing(situation,
                   {{session.energy_mJ.has_value(), "finding.part.energy"},
                    {session.power_W.has_value(), "finding.part.power"},
                    {session.pulse_ms.has_value(), "finding.part.pulse"},
                    {session.frequency_MHz.has_value(), "finding.part.frequency"}});
}

std::vector<Basis> not_traceable(const Situation& situation, const Rule&) {
    const Session& session = situation.plan.session;
    return missing(situation,
                   {{session.operator_name.has_value(), "finding.part.operator"},
                    {session.qualification.has_value(), "finding.part.qualification"},
                    {session.lot.has_value(), "finding.part.lot"},
                    {session.lot_expiry.has_value(), "finding.part.expiry"},
                    {session.clearance.has_value(), "finding.part.clearance"},
                    {session.consent.has_value(), "finding.part.consent"}});
}

bool is_agreed(const schema::Consent& consent, schema::Date day) {
    return consent.at.day() <= day && !(consent.until && *consent.until < day) &&
           !(consent.withdrawn_at && consent.withdrawn_at->day() <= day);
}

// Where the clinic has forms here. What was signed on paper and stands with the session counts.
std::vector<Basis> no_consent(const Situation& situation, const Rule&) {
    const auto& consents = situation.consents;
    const bool is_there =
        situation.plan.session.consent ||
        std::any_of(consents.begin(), consents.end(), [&](const schema::Consent& each) {
            return is_agreed(each, situation.day());
        });
    if (!situation.has_treatment_form || is_there) {
        return {};
    }
    if (consents.empty()) {
        return {{.because = because("consent_none")}};
    }
    const auto& last = consents.back();
    return {
        {.because = last.withdrawn_at
                        ? because("consent_withdrawn", {{"date", last.withdrawn_at->day()}})
                        : because("consent_over", {{"date", last.until.value_or(last.at.day())}}),
         .record = reference_to(last)}};
}

constexpr std::array record_rule_table{
    Rule{.id = "consent_missing",
         .level = Level::sign_off,
         .grade = SourceGrade::expert_practice,
         .source = "consent_missing",
         .find = &no_consent},
    Rule{.id = "cartridge_reused",
         .level = Level::stop,
         .grade = SourceGrade::label,
         .source = "cartridge_reused",
         .find = &cartridge_of_another_patient},
    Rule{.id = "cartridge_expired",
         .level = Level::stop,
         .grade = SourceGrade::label,
         .source = "cartridge_expired",
         .find = &expired_cartridge},
    Rule{.id = "cartridge_lot_short",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "cartridge_reused",
         .find = &more_sessions_than_pieces},
    Rule{.id = "glide_vitamin_c",
         .level = Level::caution,
         .grade = SourceGrade::study,
         .source = "granulomas",
         .find = &vitamin_c},
    Rule{.id = "glide_product",
         .level = Level::caution,
         .grade = SourceGrade::study,
         .source = "granulomas",
         .find = &glide_not_made_for_it},
    Rule{.id = "depth_unusual",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "depth_unusual",
         .find = &depth,
         .low = 0.2,
         .high = 3},
    Rule{.id = "depth_unusual_radiofrequency",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "depth_unusual_radiofrequency",
         .find = &depth_radiofrequency,
         .high = 3.5},
    Rule{.id = "passes_unusual",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "passes_unusual",
         .find = &passes,
         .high = 8},
    Rule{.id = "needles_unusual",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "needles_unusual",
         .find = &needles,
         .high = 200},
    Rule{.id = "needle_diameter_unusual",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "needle_diameter_unusual",
         .find = &needle_diameter,
         .low = 0.1,
         .high = 0.25},
    Rule{.id = "speed_unusual",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "speed_unusual",
         .find = &speed,
         .low = 50,
         .high = 160},
    Rule{.id = "anaesthetic_long",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "anaesthetic_long",
         .find = &anaesthetic_time,
         .high = 60},
    Rule{.id = "pain_strong",
         .level = Level::caution,
         .grade = SourceGrade::study,
         .source = "pain_strong",
         .find = &pain,
         .low = 7},
    Rule{.id = "downtime_long",
         .level = Level::caution,
         .grade = SourceGrade::study,
         .source = "downtime_long",
         .find = &downtime,
         .high = 7},
    Rule{.id = "home_device",
         .level = Level::caution,
         .grade = SourceGrade::label,
         .source = "home_device",
         .find = &home_device},
    Rule{.id = "radiofrequency_settings",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "radiofrequency_settings",
         .find = &missing_settings},
    Rule{.id = "traceability",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "traceability",
         .find = &not_traceable},
};

}  // namespace

std::span<const Rule> record_rules() {
    return record_rule_table;
}

}  // namespace clinical
