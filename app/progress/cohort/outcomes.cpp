#include "app/progress/cohort/outcomes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/series/verdict.h"

namespace progress {

namespace {

using schema::Instrument;
using Pairs = std::vector<Movement>;
using OutcomeList = std::vector<Outcome>;

// It takes the mean of every two changes; with more of them the paired t test says the same.
constexpr std::size_t most_for_hodges_lehmann = 200;

int steps_of(const Instrument& instrument) {
    return static_cast<int>(std::lround((*instrument.high - instrument.low) / *instrument.step));
}

template <class List, class Holds>
int count(const List& list, Holds holds) {
    return static_cast<int>(std::count_if(list.begin(), list.end(), holds));
}

std::optional<ByConfirmation> with_verdict(const Instrument& instrument,
                                           const OutcomeList& outcomes,
                                           Verdict verdict) {
    const auto share = [&](bool confirmed) {
        return wilson(count(outcomes,
                            [&](const Outcome& each) {
                                return each.verdict == verdict && each.confirmed == confirmed;
                            }),
                      static_cast<int>(outcomes.size()));
    };
    const auto confirmed = share(true);
    const auto unconfirmed = share(false);
    // Without a known noise nobody is called better or worse, which is not the same as nobody.
    const bool is_known = has_noise(instrument) ||
                          std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& each) {
                              return has_direction(each.verdict);
                          });
    return has_better(instrument) && is_known && confirmed && unconfirmed
               ? std::optional(ByConfirmation{.confirmed = *confirmed, .unconfirmed = *unconfirmed})
               : std::nullopt;
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
    if (!is_graded(instrument) || !has_better(instrument)) {
        return steps;
    }
    for (int i = 1; i <= steps_of(instrument); ++i) {
        const double by = i * *instrument.step;
        const int k = count(pairs, [&](const Movement& pair) {
            return at_least(burden(instrument, pair.baseline) - burden(instrument, pair.latest),
                            by,
                            size_of(pair));
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

Result result_of(const Instrument& instrument, const Pairs& pairs, const OutcomeList& outcomes) {
    auto result = paired_result(instrument, pairs, outcomes);
    std::vector<double> latest;
    for (const auto& pair : pairs) {
        latest.push_back(pair.latest);
    }
    result.each_value = shares_of(instrument, latest);
    if (is_ratio_scale(instrument)) {
        result.mean_percent_change = mean_of_percent_changes(pairs);
        result.percent_change_of_means = percent_change_of_means(pairs);
    }
    result.responders = responders_among(instrument, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        result.responders_within_noise += outcomes[i].verdict == Verdict::unchanged &&
                                          is_responder(instrument, pairs[i]).value_or(false);
    }
    result.steps_better = steps_better(instrument, pairs);
    return result;
}

// Of those for whom `outcome` finds one; without pairs (a scale of change) the values alone.
template <class OutcomeOf>
Result result_among(const Instrument& instrument,
                    const std::vector<Trajectory>& patients,
                    OutcomeOf outcome_of) {
    Pairs pairs;
    OutcomeList outcomes;
    std::vector<double> statements;
    for (const auto& patient : patients) {
        const auto& outcome = outcome_of(patient);
        if (const auto pair = patient.movement_to(outcome)) {
            pairs.push_back(*pair);
            outcomes.push_back(*outcome);
        } else if (outcome) {
            statements.push_back(outcome->value);
        }
    }
    return pairs.empty() && !statements.empty() ? values_only(instrument, statements)
                                                : result_of(instrument, pairs, outcomes);
}

Result visit_result(const Instrument& instrument,
                    const std::vector<Trajectory>& patients,
                    const VisitPlan& plan,
                    std::size_t visit) {
    const auto outcome_of = [&](const Trajectory& patient) -> const std::optional<Outcome>& {
        return patient.visits.at(visit);
    };
    auto result = result_among(instrument, patients, outcome_of);
    if (plan.offsets[visit]) {
        return result;
    }
    // At the baseline nothing has changed yet.
    return {.values = result.values, .each_value = result.each_value};
}

WorstCase worst_case_of(const Instrument& instrument,
                        const std::vector<Trajectory>& patients,
                        const Result& latest) {
    int began = 0;
    int decidable = 0;
    for (const auto& patient : patients) {
        if (patient.baseline) {
            const Movement none{.baseline = *patient.baseline, .latest = *patient.baseline};
            ++began;
            decidable += is_responder(instrument, none).has_value();
        }
    }
    WorstCase worst;
    if (latest.improved) {
        worst.improved = wilson(latest.improved->k(), began);
    }
    if (latest.responders) {
        worst.responders = wilson(latest.responders->k, decidable);
    }
    return worst;
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

bool is_ordinal(const Instrument& instrument) {
    return instrument.unit == "{score}";
}

Result paired_result(const Instrument& instrument,
                     const std::vector<Movement>& pairs,
                     const std::vector<Outcome>& outcomes) {
    std::vector<double> before;
    std::vector<double> latest;
    std::vector<double> changes;
    for (const auto& pair : pairs) {
        before.push_back(pair.baseline);
        latest.push_back(pair.latest);
        changes.push_back(pair.change());
    }
    Result result{
        .values = describe(latest), .before = describe(before), .change = paired_t(changes)};
    if (changes.size() <= most_for_hodges_lehmann) {
        result.hodges_lehmann = hodges_lehmann(changes);
    }
    result.wilcoxon = signed_rank(pairs);
    result.improved = with_verdict(instrument, outcomes, Verdict::improved);
    result.worsened = with_verdict(instrument, outcomes, Verdict::worsened);
    return result;
}

InstrumentResult instrument_result(const Instrument& instrument,
                                   const std::vector<Trajectory>& patients,
                                   const VisitPlan& plan) {
    std::vector<double> baselines;
    int with_value = 0;
    for (const auto& patient : patients) {
        with_value += patient.baseline || patient.latest;
        if (patient.baseline) {
            baselines.push_back(*patient.baseline);
        }
    }
    InstrumentResult result{
        .instrument = instrument,
        .n = with_value,
        .baseline = values_only(instrument, baselines),
        .latest = result_among(instrument,
                               patients,
                               [](const Trajectory& patient) -> const std::optional<Outcome>& {
                                   return patient.latest;
                               }),
        .response = response_of(patients)};
    if (!baselines.empty()) {
        result.followed = wilson(result.latest.change ? result.latest.change->n : 0,
                                 static_cast<int>(baselines.size()));
    }
    result.worst_case = worst_case_of(instrument, patients, result.latest);
    for (std::size_t visit = 0; visit < plan.offsets.size(); ++visit) {
        result.visits.push_back({.offset = plan.offsets[visit],
                                 .result = visit_result(instrument, patients, plan, visit)});
    }
    return result;
}

void GroupTotals::add(const CohortMember& member) {
    ++patients;
    const bool is_treated = member.treatment.all_sessions > 0;
    treated += is_treated;
    sessions += member.treatment.all_sessions;
    add_events(member.events, is_treated);
}

void GroupTotals::add_events(const std::vector<schema::EventKind>& of_one, bool is_treated) {
    for (const auto kind : of_one) {
        ++events[kind];
    }
    if (!is_treated) {
        return;
    }
    with_events += !of_one.empty();
    for (const auto kind : std::set(of_one.begin(), of_one.end())) {
        ++with_kind[kind];
    }
}

GroupResult group_result(const Group& group, const GroupTotals& totals) {
    GroupResult result{.group = group, .n = totals.patients, .sessions = totals.sessions};
    for (const auto& [kind, events] : totals.events) {
        result.events += events;
        const auto with_kind = totals.with_kind.find(kind);
        if (const auto rate = event_rate(events, totals.sessions)) {
            result.by_kind.push_back(
                {.kind = kind,
                 .rate = *rate,
                 .patients = wilson(with_kind == totals.with_kind.end() ? 0 : with_kind->second,
                                    totals.treated)});
        }
    }
    result.event_rate = event_rate(result.events, totals.sessions);
    result.patients_with_events = wilson(totals.with_events, totals.treated);
    std::stable_sort(result.by_kind.begin(),
                     result.by_kind.end(),
                     [](const auto& a, const auto& b) { return a.rate.events > b.rate.events; });
    return result;
}

}  // namespace progress
