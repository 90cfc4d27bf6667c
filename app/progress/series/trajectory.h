#pragma once
// What one patient's series on one scale comes to in the results of the clinic.

#include <optional>
#include <vector>

#include "app/progress/series/judgement.h"
#include "app/progress/series/visit_plan.h"
#include "app/progress/statistics/movement.h"
#include "db/records/aggregates.h"

namespace progress {

using db::ResponseTime;

// A value against the baseline.
struct Outcome {
    double value = 0;
    Verdict verdict{};
    std::optional<bool> confirmed;  // of improved and worsened

    bool operator==(const Outcome&) const = default;
};

struct Trajectory {
    // None where the value cannot stand beside other patients': a count of part of a face; and of a
    // scale of change, where nothing is subtracted.
    std::optional<double> baseline;
    std::optional<Outcome> latest;  // none without a verdict
    // None without a later value, and when the responder rule cannot be decided.
    std::optional<ResponseTime> response;
    std::vector<std::optional<Outcome>> visits;  // one per visit of the plan

    std::optional<Movement> movement_to(const std::optional<Outcome>& outcome) const {
        return baseline && outcome
                   ? std::optional(Movement{.baseline = *baseline, .latest = outcome->value})
                   : std::nullopt;
    }
};

// `by_time`: as for judge().
Trajectory trajectory_of(std::span<const Score> by_time,
                         const SeriesContext& context,
                         const VisitPlan& plan);

}  // namespace progress
