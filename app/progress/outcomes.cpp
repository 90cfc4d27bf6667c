#include "app/progress/outcomes.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "app/progress/responder.h"
#include "app/progress/verdict.h"

namespace progress {

namespace {

using schema::Instrument;
using Pairs = std::vector<Movement>;

int steps_of(const Instrument& instrument) {
    return static_cast<int>(std::lround((*instrument.high - instrument.low) / *instrument.step));
}

int count(const Pairs& pairs, const std::function<bool(const Movement&)>& holds) {
    return static_cast<int>(std::count_if(pairs.begin(), pairs.end(), holds));
}

std::optional<Share> share_with(const Instrument& instrument, const Pairs& pairs, Verdict verdict) {
    if (instrument.better == schema::Better::neither) {
        return std::nullopt;
    }
    return wilson(
        count(pairs, [&](const Movement& pair) { return verdict_of(instrument, pair) == verdict; }),
        static_cast<int>(pairs.size()));
}

std::optional<Share> responders_among(const Instrument& instrument, const Pairs& pairs) {
    int decided = 0;
    int responders = 0;
    for (const auto& pair : pairs) {
        const auto responded = is_responder(instrument, pair);
        decided += responded.has_value();
        responders += responded.value_or(false);
    }
    return wilson(responders, decided);
}

std::vector<ValueShare> shares_of(const Instrument& instrument, const std::vector<double>& values) {
    std::vector<ValueShare> shares;
    for (int i = 0; is_graded(instrument) && i <= steps_of(instrument); ++i) {
        const double grade = instrument.low + i * *instrument.step;
        const auto k = std::count_if(values.begin(), values.end(), [&](double value) {
            return std::abs(value - grade) < *instrument.step / 2;
        });
        if (const auto share = wilson(static_cast<int>(k), static_cast<int>(values.size()))) {
            shares.push_back({.value = grade, .share = *share});
        }
    }
    return shares;
}

std::vector<StepsBetter> steps_better(const Instrument& instrument, const Pairs& pairs) {
    std::vector<StepsBetter> steps;
    if (!is_graded(instrument) || instrument.better == schema::Better::neither) {
        return steps;
    }
    const double towards = instrument.better == schema::Better::higher ? 1 : -1;
    for (int i = 1; i <= steps_of(instrument); ++i) {
        const double by = i * *instrument.step;
        const int k = count(pairs, [&](const Movement& pair) {
            return at_least(towards * pair.change(), by, size_of(pair));
        });
        const auto share = wilson(k, static_cast<int>(pairs.size()));
        if (!share || (k == 0 && i > 1)) {
            break;
        }
        steps.push_back({.by = by, .share = *share});
    }
    return steps;
}

Result values_only(const Instrument& instrument, const std::vector<double>& values) {
    return {.values = describe(values), .each_value = shares_of(instrument, values)};
}

Result result_of(const Instrument& instrument, const Pairs& pairs) {
    std::vector<double> before;
    std::vector<double> latest;
    std::vector<double> changes;
    for (const auto& pair : pairs) {
        before.push_back(pair.baseline);
        latest.push_back(pair.latest);
        changes.push_back(pair.change());
    }
    auto result = values_only(instrument, latest);
    result.before = describe(before);
    result.change = paired_t(changes);
    result.wilcoxon = signed_rank(pairs);
    result.mean_percent_change = mean_of_percent_changes(pairs);
    result.percent_change_of_means = percent_change_of_means(pairs);
    result.improved = share_with(instrument, pairs, Verdict::improved);
    result.worsened = share_with(instrument, pairs, Verdict::worsened);
    result.responders = responders_among(instrument, pairs);
    result.steps_better = steps_better(instrument, pairs);
    return result;
}

Result visit_result(const Instrument& instrument,
                    const std::vector<Trajectory>& patients,
                    const VisitPlan& plan,
                    std::size_t visit) {
    Pairs pairs;
    std::vector<double> values;
    for (const auto& patient : patients) {
        if (const auto pair = patient.movement_to(patient.visits.at(visit))) {
            pairs.push_back(*pair);
            values.push_back(pair->latest);
        }
    }
    return plan.offsets[visit] ? result_of(instrument, pairs) : values_only(instrument, values);
}

std::optional<Survival> response_of(const std::vector<Trajectory>& patients) {
    std::vector<Followed> followed;
    for (const auto& patient : patients) {
        if (patient.response) {
            followed.push_back(
                {.days = patient.response->days, .happened = patient.response->responded});
        }
    }
    return kaplan_meier(followed);
}

}  // namespace

std::string InstrumentResult::code() const {
    return region ? fmt::format("{}@{}", instrument.code, schema::word(*region)) : instrument.code;
}

bool is_graded(const Instrument& instrument) {
    constexpr int most_steps = 6;
    return instrument.step && instrument.high && steps_of(instrument) <= most_steps;
}

InstrumentResult instrument_result(const Instrument& instrument,
                                   const std::vector<Trajectory>& patients,
                                   const VisitPlan& plan) {
    std::vector<double> baselines;
    Pairs pairs;
    for (const auto& patient : patients) {
        baselines.push_back(patient.baseline);
        if (const auto pair = patient.movement()) {
            pairs.push_back(*pair);
        }
    }
    InstrumentResult result{.instrument = instrument,
                            .n = static_cast<int>(patients.size()),
                            .baseline = values_only(instrument, baselines),
                            .latest = result_of(instrument, pairs),
                            .response = response_of(patients)};
    for (std::size_t visit = 0; visit < plan.offsets.size(); ++visit) {
        result.visits.push_back({.offset = plan.offsets[visit],
                                 .result = visit_result(instrument, patients, plan, visit)});
    }
    return result;
}

void GroupTotals::add(const CohortMember& member) {
    ++patients;
    sessions += member.treatment.all_sessions;
    for (const auto kind : member.events) {
        ++events[kind];
    }
}

GroupResult group_result(const Group& group, const GroupTotals& totals) {
    GroupResult result{.group = group, .n = totals.patients, .sessions = totals.sessions};
    for (const auto& [kind, events] : totals.events) {
        result.events += events;
        if (const auto rate = event_rate(events, totals.sessions)) {
            result.by_kind.push_back({.kind = kind, .rate = *rate});
        }
    }
    result.event_rate = event_rate(result.events, totals.sessions);
    std::stable_sort(result.by_kind.begin(),
                     result.by_kind.end(),
                     [](const auto& a, const auto& b) { return a.rate.events > b.rate.events; });
    return result;
}

}  // namespace progress
