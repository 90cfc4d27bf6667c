#include "app/clinical/scale.h"

#include <gtest/gtest.h>

namespace clinical {
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
    .noise = Noise{.points = 3, .source = "noise paper"},
    .responder =
        ResponderRule{
            .change = 4, .percent = 50, .reach = 8, .text = "rule", .source = "rule paper"},
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
    expected.noise_source = "noise paper";
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

TEST(Scale, LeavesAbsentWhatIsNotPublished) {
    auto bare = full;
    bare.high.reset();
    bare.step.reset();
    bare.noise.reset();
    bare.responder.reset();
    const auto row = instrument_of(bare);
    EXPECT_FALSE(row.high || row.step || row.noise || row.noise_source);
    EXPECT_FALSE(row.responder_change || row.responder_percent || row.responder_reach);
    EXPECT_FALSE(row.responder_text || row.responder_source);
}

}  // namespace
}  // namespace clinical
