#include "app/progress/verdict.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress {
namespace {

using schema::Better;

struct Case {
    std::string name;
    Better better{};
    std::optional<double> noise;
    std::optional<Movement> movement;
    Verdict expected{};
};

schema::Instrument scale(Better better, std::optional<double> noise = std::nullopt) {
    schema::Instrument instrument;
    instrument.better = better;
    instrument.noise = noise;
    return instrument;
}

TEST(Verdict, SaysWhatAMovementMeans) {
    const std::vector<Case> cases = {
        {"fewer lesions", Better::lower, {}, Movement{48, 21}, Verdict::improved},
        {"more lesions", Better::lower, {}, Movement{21, 48}, Verdict::worsened},
        {"moister skin", Better::higher, {}, Movement{30, 44}, Verdict::improved},
        {"drier skin", Better::higher, {}, Movement{44, 30}, Verdict::worsened},
        {"sebum up", Better::neither, {}, Movement{90, 120}, Verdict::changed},
        {"sebum down", Better::neither, {}, Movement{120, 90}, Verdict::changed},
        {"no movement", Better::lower, {}, Movement{12, 12}, Verdict::unchanged},
        {"no movement, with noise", Better::lower, 4, Movement{12, 12}, Verdict::unchanged},
        {"no movement, no direction", Better::neither, {}, Movement{12, 12}, Verdict::unchanged},
        {"as much as the noise", Better::lower, 4, Movement{21, 17}, Verdict::within_noise},
        {"noise upwards", Better::lower, 4, Movement{17, 21}, Verdict::within_noise},
        {"noise, no direction", Better::neither, 4, Movement{17, 21}, Verdict::within_noise},
        {"more than the noise", Better::lower, 4, Movement{21, 16}, Verdict::improved},
        {"less than nothing", Better::lower, 0, Movement{21, 20}, Verdict::improved},
        {"one value", Better::lower, 4, {}, Verdict::not_enough_data},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        EXPECT_EQ(verdict_of(scale(each.better, each.noise), each.movement), each.expected);
    }
}

TEST(Verdict, IsNotMovedByWhatDoublesCannotHold) {
    EXPECT_EQ(verdict_of(scale(Better::lower, 0.1), Movement{0.4, 0.3}), Verdict::within_noise);
    EXPECT_EQ(verdict_of(scale(Better::lower, 0.1), Movement{0.3, 0.4}), Verdict::within_noise);
    EXPECT_EQ(verdict_of(scale(Better::lower), Movement{0.3, 0.1 + 0.2}), Verdict::unchanged);
}

TEST(Verdict, SeesTheSmallestStepOfALargeNumber) {
    EXPECT_EQ(verdict_of(scale(Better::lower), Movement{1'000'000, 999'999}), Verdict::improved);
}

// Quarters are exact in a double.
Movement any_movement() {
    return {.baseline = *rc::gen::inRange(-200, 200) / 4.0,
            .latest = *rc::gen::inRange(-200, 200) / 4.0};
}

RC_GTEST_PROP(VerdictLaw, AddingAConstantToAllValuesLeavesItAsItIs, ()) {
    const auto movement = any_movement();
    const int shift = *rc::gen::inRange(-1000, 1000);
    const auto instrument = scale(*rc::gen::element(Better::lower, Better::higher, Better::neither),
                                  *rc::gen::inRange(0, 40) / 4.0);
    RC_ASSERT(verdict_of(instrument, movement) ==
              verdict_of(instrument, Movement{movement.baseline + shift, movement.latest + shift}));
}

RC_GTEST_PROP(VerdictLaw, TurningTheScaleRoundTurnsBetterRound, ()) {
    const auto movement = any_movement();
    const Movement turned{-movement.baseline, -movement.latest};
    RC_ASSERT(verdict_of(scale(Better::lower, 2), movement) ==
              verdict_of(scale(Better::higher, 2), turned));
}

RC_GTEST_PROP(VerdictLaw, GoingBackMakesImprovedWorsened, ()) {
    const auto movement = any_movement();
    const Movement back{movement.latest, movement.baseline};
    const auto there = verdict_of(scale(Better::lower, 2), movement);
    RC_ASSERT((there == Verdict::improved) ==
              (verdict_of(scale(Better::lower, 2), back) == Verdict::worsened));
}

}  // namespace
}  // namespace progress
