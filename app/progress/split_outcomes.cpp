#include "app/progress/split_outcomes.h"

#include <map>

#include "app/progress/series_context.h"

namespace progress {

namespace {

struct CollectedPairs {
    schema::Instrument instrument;
    std::vector<Movement> pairs;  // the change of the other side, then that of the treated one
    std::vector<Outcome> outcomes;
    int both_needled = 0;
};

}  // namespace

std::vector<SplitResult> split_results(const std::vector<SplitFace>& patients) {
    std::map<ScaleOrder, CollectedPairs> scales;
    for (const auto& patient : patients) {
        for (const auto& pair : patient.pairs) {
            if (pair.verdict == Verdict::not_enough_data) {
                continue;
            }
            auto& scale = scales[order_of(pair.instrument)];
            scale.instrument = pair.instrument;
            scale.pairs.push_back({.baseline = pair.other_change, .latest = pair.treated_change});
            scale.outcomes.push_back(
                {.value = pair.difference(), .verdict = pair.verdict, .confirmed = pair.confirmed});
            scale.both_needled += patient.other_sessions > 0;
        }
    }
    std::vector<SplitResult> results;
    for (const auto& [order, scale] : scales) {
        results.push_back({.instrument = scale.instrument,
                           .result = paired_result(scale.instrument, scale.pairs, scale.outcomes),
                           .both_needled = scale.both_needled});
    }
    return results;
}

}  // namespace progress
