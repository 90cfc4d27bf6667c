#include "app/progress/trajectory.h"

#include "app/progress/baseline.h"
#include "app/progress/responder.h"

namespace progress {

namespace {

std::optional<ResponseTime> response_of(const schema::Instrument& instrument,
                                        std::span<const DatedValue> from_baseline) {
    if (!has_responder_rule(instrument)) {
        return std::nullopt;
    }
    const auto& baseline = from_baseline.front();
    std::optional<ResponseTime> found;
    for (const auto& later : from_baseline.subspan(1)) {
        const auto responded =
            is_responder(instrument, Movement{.baseline = baseline.value, .latest = later.value});
        if (!responded) {
            continue;
        }
        found = ResponseTime{.days = later.at.days_since(baseline.at), .responded = *responded};
        if (*responded) {
            break;
        }
    }
    return found;
}

}  // namespace

Trajectory trajectory_of(const schema::Instrument& instrument,
                         std::span<const DatedValue> by_time,
                         const std::optional<schema::CivilTime>& began,
                         const VisitPlan& plan) {
    const auto counted = by_time.subspan(baseline_place(by_time, began));
    Trajectory result{.baseline = counted.front().value};
    if (counted.size() > 1) {
        result.latest = counted.back().value;
        result.response = response_of(instrument, counted);
    }
    result.visits = values_at(plan, counted);
    return result;
}

}  // namespace progress
