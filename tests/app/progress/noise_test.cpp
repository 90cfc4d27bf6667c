#include "app/progress/noise.h"

#include <cmath>

#include <gtest/gtest.h>

#include "app/clinical/count_noise.h"
#include "tests/app/progress/judged.h"

namespace progress::noise_test {
namespace {

using schema::NoiseKind;

schema::Instrument scale(std::string_view code) {
    return ExampleHistory().instrument(code);
}

TEST(Noise, OfAScaleIsItsNumberWithItsKindAndSource) {
    const auto found = noise_between(scale("goodman_baron_score"), nullptr, 20, 12, true);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->value, 4);
    EXPECT_EQ(found->kind, NoiseOrigin::published);
    EXPECT_TRUE(found->same_rater);
    EXPECT_EQ(found->medium, schema::Medium::live);
    EXPECT_FALSE(found->source.empty());
    EXPECT_EQ(noise_between(scale("iga"), nullptr, 3, 2, false)->kind, NoiseOrigin::derived);
    EXPECT_FALSE(noise_between(scale("iga"), nullptr, 3, 2, false)->same_rater);
    EXPECT_EQ(noise_between(scale("ecca"), nullptr, 90, 20, false)->kind, NoiseOrigin::ours);
    EXPECT_EQ(noise_between(scale("tewl"), nullptr, 12, 9, true), std::nullopt);
    EXPECT_EQ(noise_between(scale("sebum"), nullptr, 12, 9, true), std::nullopt);
}

TEST(Noise, OfAScaleWithoutAKindIsCalledOurs) {
    schema::Instrument own;
    own.noise = 2;
    const auto found = noise_between(own, nullptr, 1, 9, true);
    EXPECT_EQ(found->kind, NoiseOrigin::ours);
    EXPECT_EQ(found->formula, "");
    EXPECT_EQ(found->source, "");
}

TEST(Noise, OfAnotherRaterIsTheOtherNumberWhereThereIsOne) {
    EXPECT_EQ(noise_between(scale("scar_vas"), nullptr, 60, 30, true)->value, 10);
    EXPECT_EQ(noise_between(scale("scar_vas"), nullptr, 60, 30, false)->value, 20);
    EXPECT_EQ(noise_between(scale("pahpi"), nullptr, 12, 8, false)->value, 3)
        << "one number for both";
}

TEST(Noise, OfCountsIsComputedFromBoth) {
    const auto lesions = scale("lesions_total");
    const auto same = noise_between(lesions, nullptr, 20, 9, true);
    const auto other = noise_between(lesions, nullptr, 20, 9, false);
    EXPECT_DOUBLE_EQ(same->value, 1.96 * std::sqrt(30.0));
    EXPECT_DOUBLE_EQ(other->value, 1.96 * std::sqrt(30 + 0.06 * 481));
    EXPECT_EQ(same->kind, NoiseOrigin::derived);
}

TEST(Noise, OfTheClinicsOwnStudyComesFirst) {
    schema::Agreement study;
    study.sdc_same_rater = 2.5;
    study.sdc_other_rater = 6;
    study.summary = "two raters, 30 patients";
    const auto same = noise_between(scale("pahpi"), &study, 12, 8, true);
    EXPECT_EQ(same->value, 2.5);
    EXPECT_EQ(same->kind, NoiseOrigin::own);
    EXPECT_EQ(same->source, "two raters, 30 patients");
    EXPECT_EQ(noise_between(scale("pahpi"), &study, 12, 8, false)->value, 6);
    EXPECT_EQ(noise_between(scale("tewl"), &study, 12, 8, false)->value, 6)
        << "of a scale that has none of its own";
    EXPECT_EQ(noise_between(scale("lesions_total"), &study, 90, 8, false)->value, 6);
    study.summary.reset();
    EXPECT_FALSE(noise_between(scale("pahpi"), &study, 12, 8, true)->source.empty());
}

TEST(Noise, OfTwoRatersIsEnoughForOneAndNotTheOtherWayRound) {
    schema::Agreement study;
    study.sdc_other_rater = 6;
    EXPECT_EQ(noise_between(scale("pahpi"), &study, 12, 8, true)->value, 6);
    study.sdc_other_rater.reset();
    study.sdc_same_rater = 2.5;
    EXPECT_EQ(noise_between(scale("pahpi"), &study, 12, 8, true)->value, 2.5);
    EXPECT_EQ(noise_between(scale("pahpi"), &study, 12, 8, false)->value, 3) << "the scale's own";
    study.sdc_same_rater.reset();
    EXPECT_EQ(noise_between(scale("pahpi"), &study, 12, 8, false)->value, 3)
        << "a study of nothing";
}

TEST(OwnStudy, IsTheOneOfThisScaleOnThePatient) {
    ExampleHistory example;
    const auto gags = example.instrument("gags").id;
    example.study("iga", 1, 1);
    example.study("gags", 2, 2).medium = schema::Medium::photo;
    const auto without = example.history().agreements;
    EXPECT_EQ(own_study(without, gags), nullptr);
    example.study("gags", 3, 3);
    const auto all = example.history().agreements;
    ASSERT_NE(own_study(all, gags), nullptr);
    EXPECT_EQ(own_study(all, gags)->sdc_same_rater, 3);
}

}  // namespace
}  // namespace progress::noise_test
