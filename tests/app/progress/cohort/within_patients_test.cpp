#include "app/progress/cohort/within_patients.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/progress/words/condition_words.h"
#include "tests/app/progress/example_history.h"

namespace progress::within_patients_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Values = std::vector<ConditionValue>;

// Less is better; a difference of at most `noise` is within it, where one is given.
schema::Instrument severity(std::optional<double> noise = std::nullopt) {
    schema::Instrument scale{.code = "severity", .name = "Severity", .unit = "{score}"};
    scale.better = schema::Better::lower;
    scale.noise = noise;
    if (noise) {
        scale.noise_rule = schema::NoiseRule::points;
    }
    return scale;
}

void add(Values& all, int patient, const char* condition, const std::vector<double>& values) {
    for (const double value : values) {
        all.push_back({schema::Id<schema::Patient>(patient), condition, value, std::nullopt});
    }
}

WithinPatients found(const Values& values, std::optional<double> noise = std::nullopt) {
    return within_patients(severity(noise), nullptr, values);
}

std::string conclusion(const WithinPatients& within) {
    return conclusion_text(within, within.pairs.at(0), 2);
}

// Hours of sleep that ten patients gained under two drugs each (Cushny and Peebles 1905, in
// Student, Biometrika 1908;6:1-25; R datasets::sleep): difference 1.58, 95 % interval 0.7001 to
// 2.4599, p 0.002833.
TEST(WithinPatients, OfStudentsSleepAreAsPublished) {
    const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const std::vector<double> second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    Values values;
    for (int i = 0; i < 10; ++i) {
        add(values, i + 1, "1", {first[static_cast<std::size_t>(i)]});
        add(values, i + 1, "2", {second[static_cast<std::size_t>(i)]});
    }
    auto sleep = severity();
    sleep.better = schema::Better::higher;
    const auto within = within_patients(sleep, nullptr, values);
    ASSERT_EQ(within.pairs.size(), 1U);
    const auto& change = *within.pairs[0].result.change;
    EXPECT_EQ(within.pairs[0].patients(), 10);
    EXPECT_NEAR(change.mean, 1.58, 1e-12);
    EXPECT_NEAR(*change.low95, 0.7001142, 1e-6);
    EXPECT_NEAR(*change.high95, 2.4598858, 1e-6);
    EXPECT_NEAR(*change.p, 0.002833, 1e-6);
    EXPECT_EQ(conclusion(within),
              "On average 2 higher than 1 by 1.58 points, 2 is the better one; no noise is known "
              "for this scale.");
}

// Computed by hand with t(0.975, 5) = 2.57058 (Fisher and Yates, Statistical Tables, table III).
TEST(WithinPatients, WeighEveryPatientTheSameHoweverManyValuesThereAre) {
    Values values;
    add(values, 1, "no", {5, 7, 6});
    add(values, 1, "yes", {4, 3});
    add(values, 2, "no", {8});
    add(values, 2, "yes", {6, 5, 7, 6});
    add(values, 3, "no", {4, 4, 5});
    add(values, 3, "yes", {5});
    add(values, 4, "no", {9, 7});
    add(values, 4, "yes", {6, 6, 3});
    add(values, 5, "no", {6, 8});
    add(values, 5, "yes", {4});
    add(values, 6, "no", {7, 7, 6, 6});
    add(values, 6, "yes", {5, 4});
    add(values, 7, "no", {3});
    add(values, 8, "yes", {2, 2});
    const auto within = found(values, 1.0);
    ASSERT_EQ(within.conditions.size(), 2U);
    EXPECT_EQ(within.conditions[0].name, "no");
    EXPECT_EQ(within.conditions[0].values, 16);
    EXPECT_EQ(within.conditions[0].patients.n, 7);
    EXPECT_NEAR(within.conditions[0].patients.mean, 6.119047619047619, 1e-12);
    EXPECT_EQ(within.conditions[1].patients.n, 7);
    EXPECT_NEAR(within.conditions[1].patients.mean, 4.285714285714286, 1e-12);
    const auto& pair = within.pairs.at(0);
    const auto& change = *pair.result.change;
    EXPECT_EQ(pair.patients(), 6);
    EXPECT_NEAR(change.mean, -1.9722222222, 1e-9);
    EXPECT_NEAR(*change.sd, 1.3679533239, 1e-9);
    EXPECT_NEAR(*change.low95, -3.4078011946, 1e-9);
    EXPECT_NEAR(*change.high95, -0.5366432499, 1e-9);
    EXPECT_NEAR(pair.result.hodges_lehmann->estimate, -2.25, 1e-9);
    // Patient 3 differs by less than 1.
    EXPECT_EQ(pair.second_better, 5);
    EXPECT_EQ(pair.first_better, 0);
    EXPECT_EQ(conclusion(within),
              "On average yes lower than no by 1.97 points, yes is the better one. Few patients: "
              "interval and p are rough.");
}

TEST(WithinPatients, TellNoDifferenceOfOnePatientWithinNoise) {
    Values values;
    add(values, 1, "no", {0.32, 0.30});
    add(values, 1, "yes", {0.26});
    EXPECT_EQ(conclusion(found(values)),
              "No difference is told: no noise is known for this scale. One patient tells nothing "
              "of others.");
    EXPECT_EQ(
        conclusion(found(values, 0.1)),
        "No difference is told: it is within the noise of one value (0.1 points). One patient "
        "tells nothing of others.");
    const auto beyond = found(values, 0.04);
    EXPECT_THAT(conclusion(beyond), HasSubstr("In this patient yes lower than no by 0.05"));
    EXPECT_THAT(conclusion(beyond), HasSubstr("One patient tells nothing of others."));
    // Values of one patient are not tested against each other.
    EXPECT_FALSE(beyond.pairs[0].result.change->p);
    EXPECT_FALSE(beyond.pairs[0].result.change->low95);
    EXPECT_FALSE(beyond.pairs[0].result.wilcoxon);
    EXPECT_THAT(pair_text(beyond, beyond.pairs[0], 2), Not(HasSubstr("p ")));
}

TEST(WithinPatients, TellNoDifferenceWhereTheIntervalIncludesNone) {
    Values values;
    for (int i = 1; i <= 6; ++i) {
        add(values, i, "no", {3});
        add(values, i, "yes", {i % 2 == 0 ? 2.0 : 3.9});
    }
    EXPECT_EQ(conclusion(found(values, 0.01)),
              "No difference is told: the interval includes 0. Few patients: interval and p are "
              "rough.");
}

// However much they differ.
TEST(WithinPatients, TellNoDifferenceOfVeryFew) {
    Values values;
    for (int i = 1; i <= 4; ++i) {
        add(values, i, "no", {30});
        add(values, i, "yes", {2 + 0.1 * i});
    }
    EXPECT_EQ(conclusion(found(values, 0.01)),
              "No difference is told: 4 patients are too few to judge by.");
}

TEST(WithinPatients, TellNoDifferenceOfAMeanWithinNoise) {
    Values values;
    for (int i = 1; i <= 12; ++i) {
        add(values, i, "no", {3});
        add(values, i, "yes", {i % 2 == 0 ? 2.4 : 2.5});
    }
    EXPECT_THAT(conclusion(found(values, 0.6)), HasSubstr("No difference is told"));
    EXPECT_THAT(conclusion(found(values, 0.4)), HasSubstr("On average yes lower than no by 0.55"));
}

TEST(WithinPatients, TellNoDifferenceThatIsTheSameInAll) {
    Values values;
    for (int i = 1; i <= 6; ++i) {
        add(values, i, "a", {1});
        add(values, i, "b", {2});
    }
    EXPECT_THAT(conclusion(found(values)), HasSubstr("the same in every patient"));
}

TEST(WithinPatients, CompareNobodyWhoHasOneConditionAlone) {
    Values values;
    add(values, 1, "no", {3});
    EXPECT_THAT(found(values).pairs, IsEmpty());
    EXPECT_EQ(no_pairs_text(found(values)),
              "There are values under one condition alone: nothing is compared.");
    add(values, 2, "yes", {3});
    const auto apart = found(values);
    EXPECT_EQ(apart.pairs.at(0).patients(), 0);
    EXPECT_EQ(pair_text(apart, apart.pairs[0], 1), "no patient has both");
    EXPECT_EQ(conclusion(apart), "Nothing is compared.");
}

TEST(WithinPatients, CompareEveryTwoConditionsInTheirOrderButNotOfMany) {
    Values values;
    for (const auto* dose : {"10", "2", "none"}) {
        add(values, 1, dose, {1});
    }
    const auto within = found(values);
    std::vector<std::string> names;
    for (const auto& pair : within.pairs) {
        names.push_back(pair_name(pair));
    }
    EXPECT_THAT(names, ElementsAre("10 − 2", "none − 2", "none − 10"));
    for (const auto* dose : {"3", "4", "5", "6"}) {
        add(values, 1, dose, {1});
    }
    EXPECT_THAT(found(values).pairs, IsEmpty());
    EXPECT_THAT(no_pairs_text(found(values)), HasSubstr("7 conditions are more than 6"));
}

// Whatever the values: swapping the two conditions within every patient swaps the sign, and what
// order the values come in is of no matter.
TEST(WithinPatients, ChangeTheirSignWhenTheConditionsAreSwapped) {
    for (int seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
        Values values;
        for (int patient = 1; patient <= 1 + below(12); ++patient) {
            for (const auto* condition : {"a", "b"}) {
                for (int i = below(5); i > 0; --i) {
                    add(values, patient, condition, {below(1000) / 100.0});
                }
            }
        }
        auto swapped = values;
        for (auto& each : swapped) {
            each.condition = each.condition == "a" ? "b" : "a";
        }
        std::shuffle(swapped.begin(), swapped.end(), random);
        const auto one = found(values, 0.5);
        const auto other = found(swapped, 0.5);
        ASSERT_EQ(one.pairs.size(), other.pairs.size());
        if (one.pairs.empty()) {
            continue;
        }
        const auto& pair = one.pairs[0];
        const auto& turned = other.pairs[0];
        ASSERT_EQ(pair.patients(), turned.patients());
        EXPECT_EQ(pair.second_better, turned.first_better);
        if (pair.patients() == 0) {
            continue;
        }
        EXPECT_NEAR(pair.result.change->mean, -turned.result.change->mean, 1e-9);
        ASSERT_EQ(pair.result.change->low95.has_value(), turned.result.change->low95.has_value());
        if (pair.result.change->low95) {
            EXPECT_NEAR(*pair.result.change->low95, -*turned.result.change->high95, 1e-9);
            EXPECT_NEAR(*pair.result.change->p, *turned.result.change->p, 1e-9);
        }
    }
}

TEST(ValuesOfSides, AreThoseOfDaysWithBoth) {
    using enum schema::Region;
    ExampleHistory example;
    std::vector<schema::Score> scores{example.score("iga", "2026-01-05T10:00", 1, right_cheek),
                                      example.score("iga", "2026-01-05T11:00", 2, left_cheek),
                                      example.score("iga", "2026-01-06", 3, left_cheek),
                                      example.score("iga", "2026-01-07", 3, right_cheek),
                                      example.score("iga", "2026-01-05", 4, forehead),
                                      example.score("iga", "2026-01-05", 4)};
    const auto within = within_patients(severity(), nullptr, values_of_sides(scores));
    ASSERT_EQ(within.conditions.size(), 2U);
    EXPECT_EQ(condition_text(within.conditions[0], 0), "left: mean 2, in 1 patient, 1 value");
    EXPECT_EQ(condition_text(within.conditions[1], 0), "right: mean 1, in 1 patient, 1 value");
    EXPECT_EQ(places_text(within), "values of left cheek, right cheek together");
    scores.back().patient = schema::Id<schema::Patient>(2);
    scores.back().region = right_cheek;
    EXPECT_EQ(values_of_sides(scores).size(), 2U);  // of another patient
    EXPECT_THAT(sided_regions(), ElementsAre(left_cheek, right_cheek));
}

}  // namespace
}  // namespace progress::within_patients_test
