#include "app/progress/series/split_face.h"

#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/cohort/split_outcomes.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/words/example_sentences.h"

namespace progress::split_face_test {
namespace {

using schema::Region;
using schema::Side;

// The left side is treated from 2026-02-01 on.
ExampleHistory left_side_treated() {
    ExampleHistory example;
    example.course("2026-01-15", 4, "4w").side = Side::left;
    example.session("2026-02-01T10:00").areas = {
        {.region = Region::left_cheek, .depth_mm = 1.5, .passes = 4}};
    return example;
}

void rate(ExampleHistory& example, std::string_view code, std::string_view on, double l, double r) {
    example.score(code, on, l, Region::left_cheek, {.rater = "Dr. Amal"});
    example.score(code, on, r, Region::right_cheek, {.rater = "Dr. Amal"});
}

const SplitPair& only_pair(const std::optional<SplitFace>& split) {
    EXPECT_TRUE(split && split->pairs.size() == 1);
    return split->pairs.front();
}

TEST(SplitFace, IsThereForACourseOfOneSideAlone) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 40, 41);
    const auto split = split_face(example.history());
    ASSERT_TRUE(split);
    EXPECT_EQ(split->side, Side::left);
    EXPECT_EQ(only_pair(split).verdict, Verdict::not_enough_data);
    EXPECT_EQ(only_pair(split).why, Unjudged::one_visit);

    ExampleHistory whole;
    whole.course("2026-01-15", 4, "4w");
    rate(whole, "scar_count", "2026-01-15", 40, 41);
    EXPECT_FALSE(split_face(whole.history()));

    example.course("2026-05-01", 4, "4w");  // the whole face is treated next
    EXPECT_FALSE(split_face(example.history()));
}

TEST(SplitFace, HoldsTheTreatedSideAgainstTheOther) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 15, 58);
    const auto first = split_face(example.history());
    const auto& once = only_pair(first);
    EXPECT_EQ(once.treated_change, -45);
    EXPECT_EQ(once.other_change, -2);
    EXPECT_EQ(once.difference(), -43);
    EXPECT_EQ(once.verdict, Verdict::improved);
    EXPECT_EQ(once.confirmed, false);

    rate(example, "scar_count", "2026-06-15", 14, 60);
    const auto second = split_face(example.history());
    EXPECT_EQ(only_pair(second).verdict, Verdict::improved);
    EXPECT_EQ(only_pair(second).confirmed, true);
}

TEST(SplitFace, NeedsMoreThanTheNoiseOfBothSides) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 30, 52);
    const auto split = split_face(example.history());
    const auto& pair = only_pair(split);
    ASSERT_TRUE(pair.noise && pair.treated.noise && pair.other.noise);
    EXPECT_DOUBLE_EQ(pair.noise->value,
                     std::hypot(pair.treated.noise->value, pair.other.noise->value));
    EXPECT_LT(std::abs(pair.difference()), pair.noise->value);
    EXPECT_EQ(pair.verdict, Verdict::unchanged);
    EXPECT_EQ(pair.confirmed, std::nullopt);
}

TEST(SplitFace, SaysThatBothSidesWentAlikeThoughBothImproved) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 80, 80);
    rate(example, "scar_count", "2026-04-15", 20, 22);
    const auto split = split_face(example.history());
    EXPECT_EQ(only_pair(split).treated.verdict, Verdict::improved);
    EXPECT_EQ(only_pair(split).other.verdict, Verdict::improved);
    EXPECT_EQ(only_pair(split).verdict, Verdict::unchanged);
}

TEST(SplitFace, IsWorseWhenTheOtherSideDidBetter) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 62, 10);
    EXPECT_EQ(only_pair(split_face(example.history())).verdict, Verdict::worsened);
}

TEST(SplitFace, KnowsWhichWayIsBetter) {
    auto example = left_side_treated();
    rate(example, "hydration", "2026-01-15", 30, 30);
    rate(example, "hydration", "2026-04-15", 80, 31);
    const auto split = split_face(example.history());
    EXPECT_EQ(only_pair(split).difference(), 49);
    EXPECT_NE(only_pair(split).verdict, Verdict::worsened);
}

TEST(SplitFace, OfASignedDifferenceCountsTheDistanceFromTheSkinBesideIt) {
    auto example = left_side_treated();
    auto& index = example.instrument("ours");
    index.target = 0;
    index.noise = 2;
    rate(example, "ours", "2026-01-15", -20, 20);
    rate(example, "ours", "2026-04-15", 4, 19);  // nearer by 16, and by 1
    const auto split = split_face(example.history());
    EXPECT_EQ(only_pair(split).treated_change, -16);
    EXPECT_EQ(only_pair(split).other_change, -1);
    EXPECT_EQ(only_pair(split).verdict, Verdict::improved);
}

TEST(SplitFace, OfEqualChangesIsNoDifferenceAndOfSmallOnesIsOne) {
    auto example = left_side_treated();
    example.instrument("ours").noise = 0.25;
    rate(example, "ours", "2026-01-15", 3, 4);
    rate(example, "ours", "2026-04-15", 2, 3);
    EXPECT_EQ(only_pair(split_face(example.history())).verdict, Verdict::unchanged);
    auto smaller = left_side_treated();
    smaller.instrument("ours").noise = 0.25;
    rate(smaller, "ours", "2026-01-15", 3, 4);
    rate(smaller, "ours", "2026-04-15", 2, 3.5);
    EXPECT_EQ(only_pair(split_face(smaller.history())).verdict, Verdict::improved);
    auto worse = left_side_treated();
    worse.instrument("ours").noise = 0.25;
    rate(worse, "ours", "2026-01-15", 3, 4);
    rate(worse, "ours", "2026-04-15", 3, 3.5);
    EXPECT_EQ(only_pair(split_face(worse.history())).verdict, Verdict::worsened);
}

TEST(SplitFace, TakesThePlacesOfACount) {
    auto example = left_side_treated();
    example.count("lesions_total",
                  "2026-01-15",
                  "forehead=9,left_cheek=60,right_cheek=61",
                  {.rater = "Dr. Amal"});
    example.count(
        "lesions_total", "2026-04-15", "left_cheek=5,right_cheek=59", {.rater = "Dr. Amal"});
    const auto split = split_face(example.history());
    EXPECT_EQ(only_pair(split).treated.baseline.value, 60);
    EXPECT_EQ(only_pair(split).treated.latest.value, 5);
    EXPECT_EQ(only_pair(split).other.latest.value, 59);
    EXPECT_EQ(only_pair(split).verdict, Verdict::improved);
}

TEST(SplitFace, ComparesDaysOnWhichBothSidesWereRated) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 58, 57);
    example.score("scar_count", "2026-06-15", 3, Region::left_cheek);
    const auto split = split_face(example.history());
    EXPECT_EQ(only_pair(split).treated.latest.value, 58);

    ExampleHistory never;
    never.course("2026-01-15", 4, "4w").side = Side::left;
    never.score("scar_count", "2026-01-15", 60, Region::left_cheek);
    never.score("scar_count", "2026-01-16", 60, Region::right_cheek);
    EXPECT_TRUE(split_face(never.history())->pairs.empty());
}

TEST(SplitFace, IsNotJudgedSoonAfterASession) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-02-10", 10, 60);
    EXPECT_EQ(only_pair(split_face(example.history())).verdict, Verdict::not_enough_data);
}

TEST(SplitFace, HasNoPairOfStatements) {
    auto example = left_side_treated();
    rate(example, "gais", "2026-04-15", 3, 2);
    rate(example, "gais", "2026-06-15", 3, 1);
    EXPECT_TRUE(split_face(example.history())->pairs.empty());
}

TEST(SplitFace, IsNotSureWithoutAKnownNoise) {
    auto example = left_side_treated();
    rate(example, "ours", "2026-01-15", 60, 60);
    rate(example, "ours", "2026-04-15", 10, 60);
    EXPECT_EQ(only_pair(split_face(example.history())).verdict, Verdict::not_sure);
}

TEST(SplitFace, CountsSessionsOfTheOtherSideSinceTheCourseBegan) {
    auto example = left_side_treated();
    example.session("2026-01-10T10:00").areas = {
        {.region = Region::right_cheek, .depth_mm = 1, .passes = 2}};
    EXPECT_EQ(split_face(example.history())->other_sessions, 0);
    example.session("2026-03-01T10:00").areas = {
        {.region = Region::left_cheek, .depth_mm = 1, .passes = 2},
        {.region = Region::right_cheek, .depth_mm = 1, .passes = 2}};
    EXPECT_EQ(split_face(example.history())->other_sessions, 1);
}

TEST(SplitFaceSentences, AreSaidBeforeTheWholeFace) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 15, 58);
    const auto said = said_of(example);
    EXPECT_EQ(said.clinic.front().about, "split_face");
    EXPECT_EQ(said.patient.front().about, "split_face");
    EXPECT_EQ(said.clinic.front().text.find(
                  "Split face, Atrophic acne scars on one half of the "
                  "face: left cheek (treated) 60 to 15, right cheek 60 "
                  "to 58, on 2026-04-15. The treated side looks better by 43 scars at "
                  "one visit; the next will tell."),
              0U)
        << said.clinic.front().text;
    EXPECT_NE(said.patient.front().text.find("looks better; the next visit will tell."),
              std::string::npos);
}

TEST(SplitFaceSentences, SayWhenTheOtherSideWasNeedledToo) {
    auto example = left_side_treated();
    rate(example, "scar_count", "2026-01-15", 60, 60);
    rate(example, "scar_count", "2026-04-15", 15, 58);
    EXPECT_EQ(said_of(example).clinic[1].about, "scar_count@left_cheek");
    example.session("2026-03-01T10:00").areas = {
        {.region = Region::right_cheek, .depth_mm = 1, .passes = 2}};
    EXPECT_EQ(said_of(example).clinic[1].about, "split_face");
}

// Of scales of different witnesses three for the clinic, those of the course first, and one for the
// patient.
TEST(SplitFaceSentences, AreFew) {
    auto example = left_side_treated();
    for (const auto* code : {"hydration", "gags", "pahpi", "goodman_baron_score", "iga"}) {
        rate(example, code, "2026-01-15", 4, 4);
        rate(example, code, "2026-04-15", 4, 4);
    }
    const auto said = said_of(example);
    const auto count = [](const std::vector<Said>& list) {
        return std::count_if(
            list.begin(), list.end(), [](const Said& each) { return each.about == "split_face"; });
    };
    EXPECT_EQ(count(said.clinic), 3);
    EXPECT_EQ(count(said.patient), 1);
    EXPECT_NE(said.clinic.front().text.find("Goodman-Baron"), std::string::npos);
}

TEST(SplitFaceSentences, SayThatNothingComparesYet) {
    EXPECT_TRUE(says(said_of(left_side_treated()).clinic,
                     "Split face: no scale was rated on both cheeks on the same days before and "
                     "after, so the sides cannot be compared yet."));
}

SplitFace patient_with(double treated, double other, Verdict verdict, int other_sessions = 0) {
    ExampleHistory example;
    SplitFace split{.side = Side::left, .other_sessions = other_sessions};
    split.pairs.push_back(
        {.instrument = example.instrument("scar_count"),
         .treated_change = treated,
         .other_change = other,
         .verdict = verdict,
         .confirmed = has_direction(verdict) ? std::optional(true) : std::nullopt});
    return split;
}

// Differences −9, −5, −2, −7, 0, +1: worked by hand.
TEST(SplitResults, AreTheDifferencesOfTheSides) {
    const auto results = split_results({patient_with(-10, -1, Verdict::improved),
                                        patient_with(-6, -1, Verdict::unchanged),
                                        patient_with(-4, -2, Verdict::unchanged),
                                        patient_with(-9, -2, Verdict::improved, 2),
                                        patient_with(-3, -3, Verdict::unchanged),
                                        patient_with(-1, -2, Verdict::unchanged),
                                        patient_with(0, 0, Verdict::not_enough_data)});
    ASSERT_EQ(results.size(), 1U);
    const auto& [instrument, result, both_needled] = results.front();
    EXPECT_EQ(instrument.code, "scar_count");
    EXPECT_EQ(result.values->n, 6);
    EXPECT_DOUBLE_EQ(result.values->mean, -5.5);
    EXPECT_NEAR(result.before->mean, -11.0 / 6, 1e-12);
    EXPECT_NEAR(result.change->mean, -22.0 / 6, 1e-12);
    ASSERT_TRUE(result.wilcoxon);
    EXPECT_EQ(result.wilcoxon->n, 5);
    EXPECT_EQ(result.wilcoxon->v, 1);  // of −9, −5, −2, −7, +1 the rise has rank 1
    EXPECT_DOUBLE_EQ(result.wilcoxon->p, 0.125);  // 2 · 2 of the 32 patterns of signs
    EXPECT_EQ(result.improved->confirmed.k, 2);
    EXPECT_EQ(result.improved->confirmed.n, 6);
    EXPECT_EQ(result.worsened->k(), 0);
    EXPECT_EQ(both_needled, 1);
    EXPECT_FALSE(result.mean_percent_change) << "per cent of a change mean nothing";
    EXPECT_FALSE(result.responders);
    EXPECT_EQ(split_results({patient_with(-10, -1, Verdict::improved)}).front().both_needled, 0);
}

TEST(SplitResults, AreNoneWithoutPairsThatCompare) {
    EXPECT_TRUE(split_results({}).empty());
    EXPECT_TRUE(split_results({patient_with(0, 0, Verdict::not_enough_data)}).empty());
}

}  // namespace
}  // namespace progress::split_face_test
