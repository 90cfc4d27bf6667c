#include "app/progress/series/trajectory.h"

#include "app/progress/series/responder.h"

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
        found =
            ResponseTime{.days = static_cast<double>(later.at.day().days_since(baseline.at.day())),
                         .responded = *responded};
        if (*responded) {
            break;
        }
    }
    return found;
}

// Of a later value by its place among those from the baseline.
Outcome outcome_at(const Judgement& judged, std::size_t place) {
    return {.value = judged.compared[judged.in_baseline + place - 1].value,
            .verdict = judged.later[place - 1],
            .confirmed = judged.confirmed_at(place - 1)};
}

std::vector<std::optional<Outcome>> outcomes_at(const VisitPlan& plan,
                                                const Judgement& judged,
                                                std::span<const DatedValue> from_baseline) {
    std::vector<std::optional<Outcome>> outcomes;
    for (const auto& place : visits_at(plan, from_baseline)) {
        outcomes.push_back(!place        ? std::nullopt
                           : *place == 0 ? std::optional(Outcome{.value = judged.baseline.value,
                                                                 .verdict = Verdict::unchanged})
                                         : std::optional(outcome_at(judged, *place)));
    }
    return outcomes;
}

}  // namespace

Trajectory trajectory_of(std::span<const Score> by_time,
                         const SeriesContext& context,
                         const VisitPlan& plan) {
    const auto judged = judge(by_time, context);
    Trajectory result;
    if (judged.verdict == Verdict::stated) {
        result.latest = Outcome{.value = judged.latest.value, .verdict = Verdict::stated};
        result.visits.resize(plan.offsets.size());
        return result;
    }
    result.baseline = judged.baseline_alone;
    if (!judged.is_whole) {
        result.visits.resize(plan.offsets.size());
        return result;
    }
    const auto from_baseline = judged.from_baseline();
    if (judged.verdict != Verdict::not_enough_data) {
        result.latest = Outcome{
            .value = judged.latest.value, .verdict = judged.verdict, .confirmed = judged.confirmed};
        result.response = response_of(context.instrument, from_baseline);
    }
    result.visits = outcomes_at(plan, judged, from_baseline);
    return result;
}

}  // namespace progress
