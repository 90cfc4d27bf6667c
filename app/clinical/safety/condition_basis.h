#pragma once
// What conditions of a patient give rules a reason to speak. One with a region counts for that
// region; one without may be anywhere, so it counts for every area. For the .cpp files of this
// folder only.

#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rule.h"

namespace clinical {

inline Basis basis_of(const schema::Condition& condition) {
    const auto what = held(phrase_of(condition.kind), {condition.from, condition.until});
    return {.because = condition.region ? in_place(*condition.region, what) : what,
            .record = reference_to(condition),
            .region = condition.region};
}

template <class Wanted>
std::vector<Basis> conditions_that(const Situation& situation, const Wanted& wanted) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        if (Period{condition.from, condition.until}.holds_on(situation.day()) &&
            wanted(condition)) {
            found.push_back(basis_of(condition));
        }
    }
    return found;
}

// Present, wherever it is.
template <schema::ConditionKind kind>
std::vector<Basis> present(const Situation& situation, const Rule&) {
    return conditions_that(
        situation, [](const schema::Condition& condition) { return condition.kind == kind; });
}

// Present in a planned area, or somewhere that is not recorded.
template <schema::ConditionKind kind>
std::vector<Basis> in_area(const Situation& situation, const Rule&) {
    return conditions_that(situation, [&](const schema::Condition& condition) {
        return condition.kind == kind &&
               (!condition.region || situation.has_area(*condition.region));
    });
}

}  // namespace clinical
