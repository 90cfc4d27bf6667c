#pragma once
// What one patient's series on one scale comes to in the results of the clinic.

#include <optional>
#include <span>
#include <vector>

#include "app/progress/movement.h"
#include "app/progress/visit_plan.h"
#include "db/standings.h"
#include "schema/records/instrument.h"
#include "schema/types/civil_time.h"

namespace progress {

using db::ResponseTime;

struct Trajectory {
    double baseline = 0;
    std::optional<double> latest;  // none without a value after the baseline
    // None without a later value, and when the responder rule cannot be decided.
    std::optional<ResponseTime> response;
    std::vector<std::optional<double>> visits;  // one per visit of the plan

    std::optional<Movement> movement() const { return movement_to(latest); }
    std::optional<Movement> movement_to(const std::optional<double>& value) const {
        return value ? std::optional(Movement{.baseline = baseline, .latest = *value})
                     : std::nullopt;
    }
};

// `by_time` is not empty. The baseline is that of progress: see baseline.h.
Trajectory trajectory_of(const schema::Instrument& instrument,
                         std::span<const DatedValue> by_time,
                         const std::optional<schema::CivilTime>& began,
                         const VisitPlan& plan);

}  // namespace progress
