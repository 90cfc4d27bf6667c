// Infections, whether recorded as a condition or as a side effect, and who cannot hold them back.

#include <algorithm>
#include <array>

#include "app/clinical/safety/condition_basis.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Condition;
using schema::ConditionKind;
using schema::Level;
using schema::Region;

constexpr std::array face{Region::forehead,
                          Region::nose,
                          Region::left_cheek,
                          Region::right_cheek,
                          Region::perioral,
                          Region::chin,
                          Region::jawline,
                          Region::periorbital};

bool is_on_the_face(const Condition& condition) {
    return condition.region && std::find(face.begin(), face.end(), *condition.region) != face.end();
}

// A side effect that is the same fact as a condition; its place is not recorded.
std::vector<Basis> events_going_on(const Situation& situation, schema::EventKind kind) {
    std::vector<Basis> found;
    for (const auto& event : situation.events) {
        const Period period{event.onset, event.resolved};
        if (event.kind == kind && period.holds_on(situation.day())) {
            found.push_back(
                {.because = because("side_effect",
                                    {{"event", phrase_of(kind)}, {"period", phrase_of(period)}}),
                 .record = reference_to(event)});
        }
    }
    return found;
}

std::vector<Basis> joined(std::vector<Basis> a, std::vector<Basis> b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<Basis> infection_in_area(const Situation& situation, const Rule& rule) {
    return joined(in_area<ConditionKind::active_infection>(situation, rule),
                  events_going_on(situation, schema::EventKind::infection));
}

// Whose skin does not hold an infection back.
bool has_weak_defence(const Situation& situation) {
    constexpr std::array kinds{ConditionKind::immunosuppression,
                               ConditionKind::uncontrolled_diabetes};
    const auto weakens = [&](const Condition& condition) {
        return Period{condition.from, condition.until}.holds_on(situation.day()) &&
               std::find(kinds.begin(), kinds.end(), condition.kind) != kinds.end();
    };
    const auto suppresses = [&](const TakenMedicine& medicine) {
        return medicine.kind == MedicineClass::immunosuppressant && !medicine.is_topical &&
               medicine.period.holds_on(situation.day());
    };
    return std::any_of(situation.conditions.begin(), situation.conditions.end(), weakens) ||
           std::any_of(
               situation.medicines.taken.begin(), situation.medicines.taken.end(), suppresses);
}

std::vector<Basis> infections_elsewhere(const Situation& situation, bool with_weak_defence) {
    if (has_weak_defence(situation) != with_weak_defence) {
        return {};
    }
    return conditions_that(situation, [&](const Condition& condition) {
        return condition.kind == ConditionKind::active_infection && condition.region &&
               !situation.has_area(*condition.region) &&
               (with_weak_defence || is_on_the_face(condition));
    });
}

std::vector<Basis> infection_elsewhere(const Situation& situation, const Rule&) {
    return infections_elsewhere(situation, false);
}

std::vector<Basis> infection_and_weak_defence(const Situation& situation, const Rule&) {
    return infections_elsewhere(situation, true);
}

std::vector<Basis> herpes(const Situation& situation, const Rule& rule) {
    return joined(present<ConditionKind::herpes_active>(situation, rule),
                  events_going_on(situation, schema::EventKind::herpes_reactivation));
}

std::vector<Basis> immunosuppressed(const Situation& situation, const Rule& rule) {
    auto found = present<ConditionKind::immunosuppression>(situation, rule);
    for (const auto& medicine : situation.medicines.taken) {
        if (medicine.kind == MedicineClass::immunosuppressant && !medicine.is_topical &&
            medicine.period.holds_on(situation.day())) {
            found.push_back(
                {.because = held(medicine.name, medicine.period), .record = medicine.record});
        }
    }
    return found;
}

std::vector<Basis> blood_borne_with_plasma(const Situation& situation, const Rule& rule) {
    return situation.plan.session.glide == schema::Active::platelet_rich_plasma
               ? present<ConditionKind::blood_borne_infection>(situation, rule)
               : std::vector<Basis>{};
}

constexpr std::array infection_rule_table{
    Rule{
        .id = "active_infection",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &infection_in_area,
    },
    Rule{
        .id = "infection_and_weak_defence",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "skinpen_precautions",
        .find = &infection_and_weak_defence,
    },
    Rule{
        .id = "herpes_active",
        .level = Level::stop,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &herpes,
    },
    Rule{
        .id = "infection_elsewhere",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "dermapen",
        .find = &infection_elsewhere,
    },
    Rule{
        .id = "herpes_history",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "herpes_history",
        .find = &present<ConditionKind::herpes_history>,
    },
    Rule{
        .id = "immunosuppression",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "skinpen_precautions",
        .find = &immunosuppressed,
    },
    Rule{
        .id = "uncontrolled_diabetes",
        .level = Level::sign_off,
        .grade = SourceGrade::label,
        .source = "skinpen_precautions",
        .find = &present<ConditionKind::uncontrolled_diabetes>,
    },
    Rule{
        .id = "blood_borne_infection",
        .level = Level::sign_off,
        .grade = SourceGrade::study,
        .source = "blood_borne_infection",
        .find = &blood_borne_with_plasma,
    },
};

}  // namespace

std::span<const Rule> infection_rules() {
    return infection_rule_table;
}

}  // namespace clinical
