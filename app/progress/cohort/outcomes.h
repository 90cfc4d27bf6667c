#pragma once
// The results of the whole clinic: per group of patients and per scale.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/cohort/patient_group.h"
#include "app/progress/series/noise.h"
#include "app/progress/series/trajectory.h"
#include "app/progress/series/visit_plan.h"
#include "app/progress/statistics/descriptives.h"
#include "app/progress/statistics/event_rate.h"
#include "app/progress/statistics/hodges_lehmann.h"
#include "app/progress/statistics/kaplan_meier.h"
#include "app/progress/statistics/paired_t.h"
#include "app/progress/statistics/percent_changes.h"
#include "app/progress/statistics/signed_rank.h"
#include "app/progress/statistics/wilson.h"
#include "schema/records/instrument.h"
#include "schema/types/date.h"
#include "schema/types/region.h"

namespace progress {

// Results of fewer patients are marked as small; of fewer than the second number as few, where p
// and intervals are worst to rely on. Both numbers are ours.
constexpr int few_patients = 5;
constexpr int enough_patients = 10;

enum class GroupSize { small, few, enough };
constexpr GroupSize size_of_group(int n) {
    return n < few_patients      ? GroupSize::small
           : n < enough_patients ? GroupSize::few
                                 : GroupSize::enough;
}

struct ValueShare {
    double value = 0;
    Share share;
};

struct StepsBetter {
    double by = 0;  // at least this much better
    Share share;
};

// Of the patients with a verdict: whose last visit alone says so, and whose visit before it agrees.
struct ByConfirmation {
    Share confirmed;
    Share unconfirmed;

    int k() const { return confirmed.k + unconfirmed.k; }
    bool operator==(const ByConfirmation&) const = default;
};

// As if every patient who was not followed had got no better: k of all who began.
struct WorstCase {
    std::optional<Share> improved;    // none when no direction is the better one
    std::optional<Share> responders;  // none without a rule
};

// Where patients are at one time, and what became of them since their baseline.
struct Result {
    std::optional<Descriptives> values;  // none without patients
    std::vector<ValueShare> each_value;  // of a graded scale; empty for others
    std::optional<Descriptives> before;  // the baselines of the same patients
    std::optional<PairedT> change;       // none at the baseline itself, as are the following
    std::optional<HodgesLehmann> hodges_lehmann;
    std::optional<SignedRank> wilcoxon;                    // none when nobody changed
    std::optional<MeanPercentChange> mean_percent_change;  // of a ratio scale, as is the next
    std::optional<double> percent_change_of_means;
    // By the verdict of progress; none when no direction is the better one.
    std::optional<ByConfirmation> improved;
    std::optional<ByConfirmation> worsened;
    std::optional<Share> responders;  // of whom the rule could be decided; none without a rule
    int responders_within_noise = 0;  // of the responders: whose change is within noise
    std::vector<StepsBetter> steps_better;  // of a graded scale, from one step
};

struct VisitResult {
    std::optional<schema::Interval> offset;
    Result result;
};

struct InstrumentResult {
    schema::Instrument instrument;
    std::optional<schema::Region> region;
    int n = 0;        // patients with a value that can stand beside others'
    Result baseline;  // of all of them
    Result latest;    // of those with a verdict; of a scale of change the last statements
    std::optional<Share> followed;  // those of all with a baseline; none for a scale of change
    WorstCase worst_case;
    std::vector<VisitResult> visits;
    std::optional<Survival> response;  // time to the first response; none without a rule

    std::string code() const;  // "tewl@left_cheek"
    GroupSize size() const { return size_of_group(latest.values ? latest.values->n : 0); }
};

struct KindRate {
    schema::EventKind kind{};
    EventRate rate;
    std::optional<Share> patients;  // with any of this kind, of those with a session
};

// The sides of split faces against each other, of one scale.
// Of those patients whose two sides compare. In `result`: `values` are the changes of the treated
// sides, `before` those of the other sides, `change` and the tests the differences of the two;
// `improved`: the treated side did better, `worsened`: the other one did, beyond noise.
struct SplitResult {
    schema::Instrument instrument;
    Result result;
    int both_needled = 0;  // patients whose other side was needled as well
};

struct GroupResult {
    Group group;
    int n = 0;  // patients, with values or without
    int sessions = 0;
    int events = 0;
    std::optional<EventRate> event_rate;  // of all sessions; none without one
    // With any side effect, of those with a session: one patient with five is not five patients.
    std::optional<Share> patients_with_events;
    std::vector<KindRate> by_kind;  // most frequent first
    std::vector<InstrumentResult> instruments;
    std::vector<SplitResult> split_faces;  // of the patients with a course for one side

    GroupSize size() const { return size_of_group(n); }
};

// The values of everybody under one condition: treated=yes, or on the left.
struct ConditionResult {
    std::string name;  // "yes"; "left"
    int values = 0;
    Descriptives patients;  // of one number each: the mean of the patient's values
};

// Two conditions of the same patients.
struct ConditionPair {
    std::string first;
    std::string second;
    // In `result`: `values` are the patients' means under the second condition, `before` those
    // under the first, `change` and the tests the differences, second less first. No verdicts.
    Result result;
    std::optional<Noise> noise;  // between one value and another, of the size of these means
    // Of the patients, by the noise of one value; none where it, or which way is better, is not
    // known.
    std::optional<int> second_better;
    std::optional<int> first_better;

    int patients() const { return result.values ? result.values->n : 0; }
    // The mean difference is no more than two values of an unchanged patient differ by.
    bool is_within_noise() const;
};

// One scale under several conditions.
struct WithinPatients {
    schema::Instrument instrument;
    std::vector<std::optional<schema::Region>> places;  // of the values; none: of the whole
    std::vector<ConditionResult> conditions;            // in order of their names, numbers as such
    std::vector<ConditionPair> pairs;  // of every two; none of more than `most_conditions`
};
constexpr std::size_t most_conditions = 6;

struct Outcomes {
    schema::Date as_of;
    Grouping grouping;
    VisitPlan plan;
    std::vector<GroupResult> groups;     // none when values are told apart within patients
    std::vector<WithinPatients> within;  // then these, by concern and scale
};

// A scale with so few values that shares of each are said: at most six steps from end to end.
bool is_graded(const schema::Instrument& instrument);

// Grades and points have an order, not distances: a t interval of them is a convention.
bool is_ordinal(const schema::Instrument& instrument);

// What pairs of values come to whatever they are pairs of: descriptives, tests of the differences
// and verdicts, without shares of values, per cent and responders.
Result paired_result(const schema::Instrument& instrument,
                     const std::vector<Movement>& pairs,
                     const std::vector<Outcome>& outcomes);

InstrumentResult instrument_result(const schema::Instrument& instrument,
                                   const std::vector<Trajectory>& patients,
                                   const VisitPlan& plan);

// What the patients of a group come to before their values are looked at.
struct GroupTotals {
    int patients = 0;
    int treated = 0;  // with a session
    int sessions = 0;
    int with_events = 0;                         // of the treated
    std::map<schema::EventKind, int> events;     // side effects, of everybody
    std::map<schema::EventKind, int> with_kind;  // of the treated with any of the kind

    void add(const CohortMember& member);
    // All side effects of one patient.
    void add_events(const std::vector<schema::EventKind>& of_one, bool is_treated);
};

// The scales are added by the caller.
GroupResult group_result(const Group& group, const GroupTotals& totals);

}  // namespace progress

template <>
struct schema::Words<progress::GroupSize> {
    static constexpr std::array<std::string_view, 3> all{"small", "few", "enough"};
};
