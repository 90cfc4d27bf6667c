#pragma once
// Results for tests: two arms of a clinic's book, one of them small, on a graded scale and on a
// measurement.

#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "tests/app/progress/example_history.h"

namespace exchange {

// Beyond one grade is a change; the visit before says the same.
inline std::optional<progress::Outcome> outcome(double baseline, double value) {
    using progress::Verdict;
    const double fall = baseline - value;
    const auto verdict = fall > 1    ? Verdict::improved
                         : fall < -1 ? Verdict::worsened
                                     : Verdict::unchanged;
    return progress::Outcome{
        .value = value,
        .verdict = verdict,
        .confirmed = progress::has_direction(verdict) ? std::optional(fall > 2) : std::nullopt};
}

inline progress::Trajectory followed(double baseline, double latest, double days, bool responded) {
    return {.baseline = baseline,
            .latest = outcome(baseline, latest),
            .response = progress::ResponseTime{days, responded},
            .visits = {outcome(baseline, baseline), outcome(baseline, latest)}};
}

// A scale without a better direction.
inline std::optional<progress::Outcome> changed(double value) {
    return progress::Outcome{.value = value, .verdict = progress::Verdict::changed};
}

inline progress::GroupResult arm(const char* name,
                                 const std::vector<progress::Trajectory>& iga,
                                 const std::vector<progress::Trajectory>& sebum,
                                 const progress::VisitPlan& plan) {
    progress::ExampleHistory example;
    progress::GroupResult group{
        .group = {.name = name},
        .n = static_cast<int>(iga.size()),
        .sessions = 12,
        .events = 1,
        .event_rate = progress::event_rate(1, 12),
        .patients_with_events = progress::wilson(1, static_cast<int>(iga.size()))};
    group.by_kind = {{schema::EventKind::erythema,
                      *progress::event_rate(1, 12),
                      progress::wilson(1, static_cast<int>(iga.size()))}};
    group.instruments = {progress::instrument_result(example.instrument("iga"), iga, plan),
                         progress::instrument_result(example.instrument("sebum"), sebum, plan)};
    return group;
}

inline progress::Outcomes example_outcomes() {
    const auto plan = *progress::read_visit_plan("0,8w");
    progress::Outcomes outcomes{.as_of = progress::day("2026-06-15"),
                                .grouping = {progress::GroupKind::tag, "arm"},
                                .plan = plan};
    outcomes.groups = {
        arm("needling <b>",
            {followed(3, 1, 84, true),
             followed(4, 2, 112, true),
             followed(3, 3, 112, false),
             followed(4, 1, 56, true),
             followed(2, 1, 84, false)},
            {{.baseline = 160, .latest = changed(131.5), .visits = {changed(160), changed(131.5)}}},
            plan),
        arm("=control",
            {followed(3, 3, 84, false), {.baseline = 2, .visits = {outcome(2, 2), {}}}},
            {{.baseline = 0, .visits = {changed(0), {}}}},
            plan)};
    return outcomes;
}

}  // namespace exchange
