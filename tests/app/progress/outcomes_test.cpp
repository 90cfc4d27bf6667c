#include "app/progress/outcomes.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress {
namespace {

using Patients = std::vector<Trajectory>;

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
            patients.push_back(
                {.baseline = static_cast<double>(before), .latest = static_cast<double>(after)});
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
    EXPECT_EQ(found.latest.improved, wilson(49, 49));
    EXPECT_EQ(found.latest.worsened, wilson(0, 49));
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
        patients.insert(patients.end(),
                        static_cast<std::size_t>(count),
                        Trajectory{.baseline = static_cast<double>(grade)});
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
    const auto found = result("dlqi", {{.baseline = 10, .latest = 4}, {.baseline = 20}});
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.baseline.values->mean, 15);
    EXPECT_EQ(found.latest.values->n, 1);
    EXPECT_EQ(found.latest.change, (PairedT{.n = 1, .mean = -6}));
    EXPECT_EQ(found.latest.improved, wilson(1, 1));
    EXPECT_TRUE(found.baseline.each_value.empty()) << "31 values are no grades";
}

TEST(Outcomes, OfNobodySeenAgainAreOnlyABaseline) {
    const auto found = result("dlqi", {{.baseline = 20}});
    EXPECT_EQ(found.latest.values, std::nullopt);
    EXPECT_EQ(found.latest.change, std::nullopt);
    EXPECT_EQ(found.latest.worsened, std::nullopt);
    EXPECT_FALSE(found.response.has_value());
    EXPECT_TRUE(found.is_small());
}

TEST(Outcomes, CallBetterAndWorseOnlyWhatIsMoreThanNoise) {
    const Patients patients{{.baseline = 20, .latest = 16},
                            {.baseline = 20, .latest = 15},
                            {.baseline = 20, .latest = 24},
                            {.baseline = 20, .latest = 25}};
    const auto found = result("goodman_baron_score", patients);
    EXPECT_EQ(found.latest.improved, wilson(1, 4)) << "raters differ by up to 4 points";
    EXPECT_EQ(found.latest.worsened, wilson(1, 4));
    const auto without_noise = result("dlqi", patients);
    EXPECT_EQ(without_noise.latest.improved, wilson(2, 4));
    EXPECT_EQ(without_noise.latest.worsened, wilson(2, 4));
    EXPECT_EQ(without_noise.latest.responders, wilson(2, 4));
    EXPECT_EQ(found.latest.responders, std::nullopt) << "without a rule";
}

TEST(Outcomes, HaveRespondersAmongThoseOfWhomTheRuleDecides) {
    const auto found = result("lesions_total",
                              {{.baseline = 10, .latest = 5},
                               {.baseline = 10, .latest = 6},
                               {.baseline = 0, .latest = 3}});
    EXPECT_EQ(found.latest.responders, wilson(1, 2));
    EXPECT_EQ(found.latest.worsened, wilson(1, 3));
}

TEST(Outcomes, MarkFewerThanFivePatients) {
    Patients patients(4, {.baseline = 10, .latest = 4});
    EXPECT_TRUE(result("dlqi", patients).is_small());
    patients.push_back({.baseline = 10, .latest = 4});
    EXPECT_FALSE(result("dlqi", patients).is_small());
    EXPECT_TRUE((GroupResult{.n = 4}).is_small());
    EXPECT_FALSE((GroupResult{.n = 5}).is_small());
}

TEST(Outcomes, HaveABlockPerVisit) {
    const auto plan = *read_visit_plan("0,4w");
    const auto found = instrument_result(
        scale("dlqi"),
        {{.baseline = 10, .latest = 4, .visits = {10, 8}}, {.baseline = 6, .visits = {6, {}}}},
        plan);
    ASSERT_EQ(found.visits.size(), 2U);
    EXPECT_EQ(found.visits[0].result.values->n, 2);
    EXPECT_EQ(found.visits[0].result.change, std::nullopt) << "the baseline itself";
    EXPECT_EQ(found.visits[1].result.values->n, 1);
    EXPECT_EQ(found.visits[1].result.change->mean, -2);
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
}  // namespace progress
