#include "app/progress/cohort/outcomes.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::outcomes_test {
namespace {

using Patients = std::vector<Trajectory>;

// A patient with a verdict; of worsened and improved, whether the visit before agrees.
Trajectory moved(double baseline,
                 double latest,
                 Verdict verdict = Verdict::improved,
                 bool confirmed = false) {
    Outcome outcome{.value = latest, .verdict = verdict};
    if (has_direction(verdict)) {
        outcome.confirmed = confirmed;
    }
    return {.baseline = baseline, .latest = outcome};
}

Trajectory only_baseline(double baseline) {
    return {.baseline = baseline};
}

ByConfirmation by(int confirmed, int unconfirmed, int n) {
    return {.confirmed = *wilson(confirmed, n), .unconfirmed = *wilson(unconfirmed, n)};
}

schema::Instrument scale(std::string_view code) {
    ExampleHistory example;
    return example.instrument(code);
}

InstrumentResult result(std::string_view code, const Patients& patients) {
    return instrument_result(scale(code), patients, {});
}

// Before and after grades of 49 patients (Garg and Baveja, J Cutan Aesthet Surg 2014;7:18-23); 0 is
// no scar.
Patients garg_and_baveja() {
    constexpr std::array<std::array<int, 3>, 6> moves{
        {{4, 2, 10}, {4, 3, 6}, {3, 0, 5}, {3, 1, 2}, {3, 2, 15}, {2, 0, 11}}};
    Patients patients;
    for (const auto& [before, after, count] : moves) {
        for (int i = 0; i < count; ++i) {
            // One grade is within noise.
            patients.push_back(
                moved(before, after, before - after > 1 ? Verdict::improved : Verdict::unchanged));
        }
    }
    return patients;
}

TEST(Outcomes, OfGargAndBavejaAreAsPublished) {
    const auto found = result("goodman_baron_grade", garg_and_baveja());
    EXPECT_EQ(found.n, 49);
    EXPECT_NEAR(found.baseline.values->mean, 3.102, 5e-4);
    EXPECT_NEAR(found.baseline.values->sd.value(), 0.743, 5e-4);
    EXPECT_NEAR(found.latest.values->mean, 1.429, 5e-4);
    EXPECT_NEAR(found.latest.values->sd.value(), 1.080, 5e-4);
    EXPECT_NEAR(found.latest.change->mean, -1.673, 5e-4);
    EXPECT_EQ(found.latest.improved, by(0, 28, 49)) << "21 are better by one grade, which is noise";
    EXPECT_EQ(found.latest.worsened, by(0, 0, 49));
    const auto& steps = found.latest.steps_better;
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].share, wilson(49, 49));
    EXPECT_EQ(steps[1].by, 2);
    EXPECT_EQ(steps[1].share, wilson(28, 49));
    EXPECT_EQ(steps[2].share, wilson(5, 49));
}

// Grades before and after of 40 patients (Navyadevi 2024, doi 10.25259/jcas_175_23).
TEST(Outcomes, OfAGradedScaleHaveTheShareOfEachGrade) {
    Patients patients;
    for (const auto& [grade, count] :
         std::array<std::pair<int, int>, 3>{{{2, 6}, {3, 17}, {4, 17}}}) {
        patients.insert(patients.end(), static_cast<std::size_t>(count), only_baseline(grade));
    }
    const auto found = result("goodman_baron_grade", patients).baseline;
    EXPECT_EQ(found.values->mean, 3.275);
    EXPECT_EQ(found.values->median, 3);
    ASSERT_EQ(found.each_value.size(), 5U);
    EXPECT_EQ(found.each_value[0].share, wilson(0, 40));
    EXPECT_EQ(found.each_value[2].share, wilson(6, 40));
    EXPECT_EQ(found.each_value[4].value, 4);
    EXPECT_EQ(found.each_value[4].share, wilson(17, 40));
}

TEST(Outcomes, CountPatientsWithoutALaterValueInTheBaselineOnly) {
    const auto found = result("dlqi", {moved(10, 4), only_baseline(20)});
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.baseline.values->mean, 15);
    EXPECT_EQ(found.latest.values->n, 1);
    EXPECT_EQ(found.latest.change, (PairedT{.n = 1, .mean = -6}));
    EXPECT_EQ(found.latest.improved, by(0, 1, 1));
    EXPECT_EQ(found.followed, wilson(1, 2));
    EXPECT_EQ(found.worst_case.improved, wilson(1, 2)) << "who was not followed got no better";
    EXPECT_EQ(found.worst_case.responders, wilson(1, 2));
    EXPECT_TRUE(found.baseline.each_value.empty()) << "31 values are no grades";
}

TEST(Outcomes, OfNobodySeenAgainAreOnlyABaseline) {
    const auto found = result("dlqi", {only_baseline(20)});
    EXPECT_EQ(found.latest.values, std::nullopt);
    EXPECT_EQ(found.latest.change, std::nullopt);
    EXPECT_EQ(found.latest.worsened, std::nullopt);
    EXPECT_FALSE(found.response.has_value());
    EXPECT_EQ(found.followed, wilson(0, 1));
    EXPECT_EQ(found.worst_case.improved, std::nullopt);
    EXPECT_EQ(found.size(), GroupSize::small);
}

TEST(Outcomes, CallBetterAndWorseWhatTheVerdictsCallIt) {
    const auto found = result("goodman_baron_score",
                              {moved(20, 16, Verdict::unchanged),
                               moved(20, 15, Verdict::improved, true),
                               moved(20, 14, Verdict::improved),
                               moved(20, 25, Verdict::worsened),
                               moved(20, 26, Verdict::worsened, true),
                               moved(20, 27, Verdict::worsened, true)});
    EXPECT_EQ(found.latest.improved, by(1, 1, 6));
    EXPECT_EQ(found.latest.improved->k(), 2);
    EXPECT_EQ(found.latest.worsened, by(2, 1, 6));
    EXPECT_EQ(found.latest.responders, std::nullopt) << "without a rule";
    EXPECT_EQ(result("sebum", {moved(20, 4, Verdict::changed)}).latest.improved, std::nullopt)
        << "neither way is better";
}

TEST(Outcomes, HaveRespondersAmongThoseOfWhomTheRuleDecides) {
    const auto found = result("lesions_total",
                              {moved(50, 25),
                               moved(50, 26),
                               moved(44, 3),
                               moved(0, 3, Verdict::worsened),
                               only_baseline(60)});
    EXPECT_EQ(found.latest.responders, wilson(1, 2)) << "from 45 lesions";
    EXPECT_EQ(found.worst_case.responders, wilson(1, 3));
    EXPECT_EQ(found.latest.worsened, by(0, 1, 4));
}

TEST(Outcomes, CountTheRespondersWhoseChangeIsWithinNoise) {
    const auto found = result("dlqi",
                              {moved(10, 6, Verdict::unchanged),
                               moved(10, 7, Verdict::unchanged),
                               moved(10, 2, Verdict::improved)});
    EXPECT_EQ(found.latest.responders, wilson(2, 3));
    EXPECT_EQ(found.latest.responders_within_noise, 1);
    EXPECT_EQ(result("dlqi", {moved(10, 2, Verdict::improved)}).latest.responders_within_noise, 0);
}

TEST(Outcomes, MarkFewPatients) {
    Patients patients(4, moved(10, 4));
    EXPECT_EQ(result("dlqi", patients).size(), GroupSize::small);
    patients.push_back(moved(10, 4));
    EXPECT_EQ(result("dlqi", patients).size(), GroupSize::few);
    patients.resize(9, moved(10, 4));
    EXPECT_EQ(result("dlqi", patients).size(), GroupSize::few);
    patients.resize(10, moved(10, 4));
    EXPECT_EQ(result("dlqi", patients).size(), GroupSize::enough);
    patients = Patients(10, only_baseline(10));
    EXPECT_EQ(result("dlqi", patients).size(), GroupSize::small) << "of those with a later value";
    EXPECT_EQ((GroupResult{.n = 4}).size(), GroupSize::small);
    EXPECT_EQ((GroupResult{.n = 5}).size(), GroupSize::few);
    EXPECT_EQ((GroupResult{.n = 10}).size(), GroupSize::enough);
}

// Three who are each one grade better, and five: no spread, no interval; exact p.
TEST(Outcomes, OfEqualChangesHaveNoIntervalAndAnExactP) {
    const auto three = result("goodman_baron_grade", Patients(3, moved(3, 2, Verdict::unchanged)));
    EXPECT_EQ(three.latest.change->mean, -1);
    EXPECT_EQ(three.latest.change->low95, std::nullopt);
    EXPECT_EQ(three.latest.change->high95, std::nullopt);
    EXPECT_NEAR(three.latest.wilcoxon->p, 0.25, 1e-12);
    EXPECT_EQ(three.size(), GroupSize::small);
    const auto five = result("goodman_baron_grade", Patients(5, moved(3, 2, Verdict::unchanged)));
    EXPECT_NEAR(five.latest.wilcoxon->p, 0.0625, 1e-12);
    EXPECT_EQ(five.latest.change->low95, std::nullopt);
    EXPECT_EQ(five.latest.improved, by(0, 0, 5));
}

TEST(Outcomes, HavePercentagesOfRatioScalesOnly) {
    EXPECT_TRUE(result("lesions_total", {moved(50, 25)}).latest.mean_percent_change.has_value());
    EXPECT_TRUE(
        result("lesions_total", {moved(50, 25)}).latest.percent_change_of_means.has_value());
    EXPECT_FALSE(result("gags", {moved(30, 15)}).latest.mean_percent_change.has_value());
    EXPECT_FALSE(result("gags", {moved(30, 15)}).latest.percent_change_of_means.has_value());
    EXPECT_TRUE(is_ordinal(scale("gags")));
    EXPECT_FALSE(is_ordinal(scale("lesions_total")));
}

TEST(Outcomes, CountAValueBetweenGradesForTheNearest) {
    const auto found =
        result("goodman_baron_grade", {only_baseline(2.4), only_baseline(2.6)}).baseline;
    EXPECT_EQ(found.each_value[2].share, wilson(1, 2));
    EXPECT_EQ(found.each_value[3].share, wilson(1, 2));
}

TEST(Outcomes, HaveStepsAsFarAsAnybodyGot) {
    EXPECT_EQ(result("goodman_baron_grade", {moved(3, 2)}).latest.steps_better.size(), 1U);
    const auto none = result("goodman_baron_grade", {moved(3, 3)}).latest.steps_better;
    ASSERT_EQ(none.size(), 1U);
    EXPECT_EQ(none[0].share, wilson(0, 1));
}

TEST(Outcomes, TakeTheMeanOfEveryTwoChangesUpToTwoHundred) {
    EXPECT_TRUE(result("dlqi", Patients(200, moved(10, 4))).latest.hodges_lehmann.has_value());
    EXPECT_FALSE(result("dlqi", Patients(201, moved(10, 4))).latest.hodges_lehmann.has_value());
}

TEST(Outcomes, OfAScaleOfChangeAreItsLastStatements) {
    const auto stated = [](double value) {
        return Trajectory{.latest = Outcome{.value = value, .verdict = Verdict::stated}};
    };
    const auto found = result("gais", {stated(1), stated(2), stated(2)});
    EXPECT_EQ(found.n, 3);
    EXPECT_EQ(found.latest.values->n, 3);
    EXPECT_EQ(found.latest.change, std::nullopt);
    EXPECT_EQ(found.followed, std::nullopt);
    EXPECT_EQ(found.latest.each_value[1].share, wilson(2, 3));
}

TEST(Outcomes, OfAPatientWithoutAWholeAreNone) {
    EXPECT_EQ(result("lesions_total", {Trajectory{}}).n, 0);
}

TEST(Outcomes, HaveABlockPerVisit) {
    const auto plan = *read_visit_plan("0,4w");
    const Outcome start{.value = 10, .verdict = Verdict::unchanged};
    const Outcome later{.value = 8, .verdict = Verdict::improved, .confirmed = true};
    auto first = moved(10, 4);
    first.visits = {start, later};
    auto second = only_baseline(6);
    second.visits = {Outcome{.value = 6, .verdict = Verdict::unchanged}, std::nullopt};
    const auto found = instrument_result(scale("dlqi"), {first, second}, plan);
    ASSERT_EQ(found.visits.size(), 2U);
    EXPECT_EQ(found.visits[0].result.values->n, 2);
    EXPECT_EQ(found.visits[0].result.change, std::nullopt) << "the baseline itself";
    EXPECT_EQ(found.visits[1].result.values->n, 1);
    EXPECT_EQ(found.visits[1].result.change->mean, -2);
    EXPECT_EQ(found.visits[1].result.improved, by(1, 0, 1));
}

TEST(Outcomes, CountSideEffectsPerHundredSessions) {
    using schema::EventKind;
    const CohortMember one{.treatment = {.all_sessions = 6},
                           .events = {EventKind::pih, EventKind::erythema}};
    const CohortMember other{.treatment = {.all_sessions = 10}, .events = {EventKind::pih}};
    GroupTotals totals;
    totals.add(one);
    totals.add(other);
    const auto found = group_result({.name = "all"}, totals);
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.event_rate, event_rate(3, 16));
    ASSERT_EQ(found.by_kind.size(), 2U);
    EXPECT_EQ(found.by_kind[0].kind, EventKind::pih) << "most frequent first";
    EXPECT_EQ(found.by_kind[0].rate, event_rate(2, 16));
    EXPECT_EQ(found.by_kind[1].rate, event_rate(1, 16));
    EXPECT_EQ(found.by_kind[0].patients, wilson(2, 2));
    EXPECT_EQ(found.patients_with_events, wilson(2, 2));
}

TEST(Outcomes, CountPatientsWithSideEffectsAmongThoseWithASession) {
    using schema::EventKind;
    const CohortMember treated{.treatment = {.all_sessions = 2}, .events = {EventKind::pih}};
    const CohortMember only_seen{.events = {EventKind::erythema}};
    GroupTotals totals;
    for (const auto& member : {treated,
                               treated,
                               CohortMember{.treatment = {.all_sessions = 1}},
                               CohortMember{},
                               only_seen}) {
        totals.add(member);
    }
    const auto found = group_result({.name = "all"}, totals);
    EXPECT_EQ(found.n, 5);
    EXPECT_EQ(found.patients_with_events, wilson(2, 3));
    ASSERT_EQ(found.by_kind.size(), 2U);
    EXPECT_EQ(found.by_kind[1].patients, wilson(0, 3)) << "who had no session is not among them";
}

TEST(Outcomes, OfAGradedScaleAreThoseOfAtMostSixSteps) {
    EXPECT_TRUE(is_graded(scale("goodman_baron_grade")));
    EXPECT_TRUE(is_graded(scale("iga")));
    EXPECT_FALSE(is_graded(scale("dlqi")));
    EXPECT_FALSE(is_graded(scale("sebum")));
    EXPECT_TRUE(is_graded({.low = 0, .high = 6, .step = 1}));
    EXPECT_FALSE(is_graded({.low = 0, .high = 7, .step = 1}));
}

}  // namespace
}  // namespace progress::outcomes_test
