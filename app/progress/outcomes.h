#pragma once
// The results of the whole clinic: per group of patients and per scale.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/descriptives.h"
#include "app/progress/event_rate.h"
#include "app/progress/kaplan_meier.h"
#include "app/progress/paired_t.h"
#include "app/progress/patient_group.h"
#include "app/progress/percent_changes.h"
#include "app/progress/signed_rank.h"
#include "app/progress/trajectory.h"
#include "app/progress/visit_plan.h"
#include "app/progress/wilson.h"
#include "schema/records/instrument.h"
#include "schema/types/date.h"
#include "schema/types/region.h"

namespace progress {

// Results of fewer patients are marked; the number is ours.
constexpr int few_patients = 5;

struct ValueShare {
    double value = 0;
    Share share;
};

struct StepsBetter {
    double by = 0;  // at least this much better
    Share share;
};

// Where patients are at one time, and what became of them since their baseline.
struct Result {
    std::optional<Descriptives> values;  // none without patients
    std::vector<ValueShare> each_value;  // of a graded scale; empty for others
    std::optional<Descriptives> before;  // the baselines of the same patients
    std::optional<PairedT> change;       // none at the baseline itself, as are the following
    std::optional<SignedRank> wilcoxon;  // none when nobody changed
    std::optional<MeanPercentChange> mean_percent_change;
    std::optional<double> percent_change_of_means;
    // By the verdict of progress: beyond the scale's noise, by any amount where none is published.
    // None when no direction is the better one.
    std::optional<Share> improved;
    std::optional<Share> worsened;
    std::optional<Share> responders;  // of whom the rule could be decided; none without a rule
    std::vector<StepsBetter> steps_better;  // of a graded scale, from one step
};

struct VisitResult {
    std::optional<schema::Interval> offset;
    Result result;
};

struct InstrumentResult {
    schema::Instrument instrument;
    std::optional<schema::Region> region;
    int n = 0;        // patients with a value
    Result baseline;  // of all of them
    Result latest;    // of those with a later value
    std::vector<VisitResult> visits;
    std::optional<Survival> response;  // time to the first response; none without a rule

    std::string code() const;  // "tewl@left_cheek"
    bool is_small() const { return !latest.values || latest.values->n < few_patients; }
};

struct KindRate {
    schema::EventKind kind{};
    EventRate rate;
};

struct GroupResult {
    Group group;
    int n = 0;  // patients, with values or without
    int sessions = 0;
    int events = 0;
    std::optional<EventRate> event_rate;  // of all sessions; none without one
    std::vector<KindRate> by_kind;        // most frequent first
    std::vector<InstrumentResult> instruments;

    bool is_small() const { return n < few_patients; }
};

struct Outcomes {
    schema::Date as_of;
    Grouping grouping;
    VisitPlan plan;
    std::vector<GroupResult> groups;
};

// A scale with so few values that shares of each are said: at most six steps from end to end.
bool is_graded(const schema::Instrument& instrument);

InstrumentResult instrument_result(const schema::Instrument& instrument,
                                   const std::vector<Trajectory>& patients,
                                   const VisitPlan& plan);

// What the patients of a group come to before their values are looked at.
struct GroupTotals {
    int patients = 0;
    int sessions = 0;
    std::map<schema::EventKind, int> events;

    void add(const CohortMember& member);
};

// The scales are added by the caller.
GroupResult group_result(const Group& group, const GroupTotals& totals);

}  // namespace progress
