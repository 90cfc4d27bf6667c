#include "app/clinical/scale.h"

#include <gtest/gtest.h>

namespace clinical::scale_test {
namespace {

constexpr Scale full{
    .code = "code",
    .name = "Name",
    .concern = schema::Concern::pores,
    .low = 1,
    .high = 9,
    .step = 2,
    .unit = "mm",
    .better = schema::Better::higher,
    .target = 5,
    .noise = Noise{.kind = schema::NoiseKind::derived,
                   .points = 3,
                   .other_rater = 6,
                   .formula = "2 + 1",
                   .source = "noise paper"},
    .responder = ResponderRule{.from = 7,
                               .change = 4,
                               .percent = 50,
                               .reach = 8,
                               .text = "rule",
                               .source = "rule paper"},
    .source = "paper",
};

TEST(Scale, BecomesARowOfTheBookWithAllItsFacts) {
    schema::Instrument expected;
    expected.code = "code";
    expected.name = "Name";
    expected.concern = schema::Concern::pores;
    expected.low = 1;
    expected.high = 9;
    expected.step = 2;
    expected.unit = "mm";
    expected.better = schema::Better::higher;
    expected.noise = 3;
    expected.noise_rule = schema::NoiseRule::points;
    expected.noise_kind = schema::NoiseKind::derived;
    expected.noise_other_rater = 6;
    expected.noise_formula = "2 + 1";
    expected.noise_source = "noise paper";
    expected.target = 5;
    expected.responder_from = 7;
    expected.responder_change = 4;
    expected.responder_percent = 50;
    expected.responder_reach = 8;
    expected.responder_text = "rule";
    expected.responder_source = "rule paper";
    expected.source = "paper";
    expected.built_in = true;
    EXPECT_EQ(instrument_of(full), expected);
}

TEST(Scale, NamesWhatIsUnverifiedAtTheEndOfItsSource) {
    auto doubtful = full;
    doubtful.unverified = "weights";
    EXPECT_EQ(instrument_of(doubtful).source, "paper; weights (unverified)");
}

TEST(Scale, HasNoPointsOfANoiseThatIsComputedFromTheCounts) {
    auto count = full;
    count.noise = Noise{.kind = schema::NoiseKind::derived,
                        .rule = schema::NoiseRule::count,
                        .formula = "of both",
                        .source = "paper"};
    const auto row = instrument_of(count);
    EXPECT_FALSE(row.noise || row.noise_other_rater);
    EXPECT_EQ(row.noise_rule, schema::NoiseRule::count);
    EXPECT_EQ(row.noise_formula, "of both");
}

TEST(Scale, SaysWhyItHasNoNoise) {
    auto without = full;
    without.noise.reset();
    without.no_noise = "nobody measured it";
    const auto row = instrument_of(without);
    EXPECT_FALSE(row.noise || row.noise_rule || row.noise_kind || row.noise_formula);
    EXPECT_EQ(row.noise_source, "nobody measured it");
}

TEST(Scale, LeavesAbsentWhatIsNotPublished) {
    auto bare = full;
    bare.high.reset();
    bare.step.reset();
    bare.noise.reset();
    bare.target.reset();
    bare.responder.reset();
    const auto row = instrument_of(bare);
    EXPECT_FALSE(row.high || row.step || row.target || row.noise || row.noise_source);
    EXPECT_FALSE(row.noise_rule || row.noise_kind || row.noise_other_rater || row.responder_from);
    EXPECT_FALSE(row.responder_change || row.responder_percent || row.responder_reach);
    EXPECT_FALSE(row.responder_text || row.responder_source);
}

}  // namespace
}  // namespace clinical::scale_test
