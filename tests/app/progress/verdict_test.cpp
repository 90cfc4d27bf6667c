#include "app/progress/verdict.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace progress::verdict_test {
namespace {

using schema::Better;

struct Case {
    std::string name;
    Better better{};
    std::optional<double> noise;
    Movement movement;
    Verdict expected{};
};

schema::Instrument scale(Better better) {
    schema::Instrument instrument;
    instrument.better = better;
    return instrument;
}

std::optional<Noise> of(std::optional<double> noise) {
    return noise ? std::optional(Noise{.value = *noise}) : std::nullopt;
}

Verdict verdict(Better better, std::optional<double> noise, const Movement& movement) {
    return verdict_of(scale(better), movement, of(noise));
}

TEST(Verdict, SaysWhatAMovementMeans) {
    const std::vector<Case> cases = {
        {"fewer lesions", Better::lower, 10, {48, 21}, Verdict::improved},
        {"more lesions", Better::lower, 10, {21, 48}, Verdict::worsened},
        {"moister skin", Better::higher, 10, {30, 44}, Verdict::improved},
        {"drier skin", Better::higher, 10, {44, 30}, Verdict::worsened},
        {"sebum up", Better::neither, {}, {90, 120}, Verdict::changed},
        {"sebum down", Better::neither, {}, {120, 90}, Verdict::changed},
        {"no movement", Better::lower, {}, {12, 12}, Verdict::unchanged},
        {"no movement, with noise", Better::lower, 4, {12, 12}, Verdict::unchanged},
        {"no movement, no direction", Better::neither, {}, {12, 12}, Verdict::unchanged},
        {"as much as the noise", Better::lower, 4, {21, 17}, Verdict::unchanged},
        {"noise upwards", Better::lower, 4, {17, 21}, Verdict::unchanged},
        {"more than the noise", Better::lower, 4, {21, 16}, Verdict::improved},
        {"more than the noise, higher is better", Better::higher, 4, {16, 21}, Verdict::improved},
        {"worse by a fraction", Better::lower, 0.5, {1, 1.7}, Verdict::worsened},
        {"less than nothing", Better::lower, 0, {21, 20}, Verdict::improved},
        {"no noise is known", Better::lower, {}, {21, 2}, Verdict::not_sure},
        {"nor the other way", Better::higher, {}, {21, 2}, Verdict::not_sure},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        EXPECT_EQ(verdict(each.better, each.noise, each.movement), each.expected);
    }
}

// A pale mark is as far from the skin beside it as a dark one.
TEST(Verdict, OfATargetIsByTheWayToItFromBothSides) {
    schema::Instrument index;
    index.target = 0;
    const std::vector<Case> cases = {
        {"a dark mark fades", {}, 30, {46, 5}, Verdict::improved},
        {"a pale mark fades", {}, 30, {-46, -5}, Verdict::improved},
        {"a new pale mark", {}, 30, {2, -40}, Verdict::worsened},
        {"a new dark mark", {}, 30, {-2, 40}, Verdict::worsened},
        {"from dark to as pale", {}, 30, {40, -40}, Verdict::unchanged},
        {"by 30 in all, by 20 in distance", {}, 20, {25, -5}, Verdict::unchanged},
        {"to as much as the noise", {}, 30, {0, -30}, Verdict::unchanged},
        {"beyond it", {}, 30, {0, -31}, Verdict::worsened},
        {"no noise is known", {}, {}, {0, -31}, Verdict::not_sure},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        EXPECT_EQ(verdict_of(index, each.movement, of(each.noise)), each.expected);
    }
    index.target = 37;
    EXPECT_EQ(verdict_of(index, {39, 37.5}, of(1)), Verdict::improved);
    EXPECT_EQ(verdict_of(index, {35, 36.5}, of(1)), Verdict::improved);
    EXPECT_EQ(verdict_of(index, {37, 35}, of(1)), Verdict::worsened);
}

TEST(Verdict, IsNotMovedByWhatDoublesCannotHold) {
    EXPECT_EQ(verdict(Better::lower, 0.1, {0.4, 0.3}), Verdict::unchanged);
    EXPECT_EQ(verdict(Better::lower, 0.1, {0.3, 0.4}), Verdict::unchanged);
    EXPECT_EQ(verdict(Better::lower, 0, {0.3, 0.1 + 0.2}), Verdict::unchanged);
    EXPECT_EQ(verdict(Better::neither, {}, {0.3, 0.1 + 0.2}), Verdict::unchanged);
}

TEST(Verdict, SeesTheSmallestStepOfALargeNumber) {
    EXPECT_EQ(verdict(Better::lower, 0, {1'000'000, 999'999}), Verdict::improved);
}

TEST(Verdict, HasADirectionWhenItIsForBetterOrWorse) {
    for (std::size_t i = 0; i < schema::Words<Verdict>::all.size(); ++i) {
        const auto each = static_cast<Verdict>(i);
        EXPECT_EQ(has_direction(each), each == Verdict::improved || each == Verdict::worsened);
    }
}

// Quarters are exact in a double.
Movement any_movement() {
    return {.baseline = *rc::gen::inRange(-200, 200) / 4.0,
            .latest = *rc::gen::inRange(-200, 200) / 4.0};
}

RC_GTEST_PROP(VerdictLaw, AddingAConstantToAllValuesLeavesItAsItIs, ()) {
    const auto movement = any_movement();
    const int shift = *rc::gen::inRange(-1000, 1000);
    const auto better = *rc::gen::element(Better::lower, Better::higher, Better::neither);
    const double noise = *rc::gen::inRange(0, 40) / 4.0;
    RC_ASSERT(verdict(better, noise, movement) ==
              verdict(better, noise, {movement.baseline + shift, movement.latest + shift}));
}

RC_GTEST_PROP(VerdictLaw, TurningTheScaleRoundTurnsBetterRound, ()) {
    const auto movement = any_movement();
    RC_ASSERT(verdict(Better::lower, 2, movement) ==
              verdict(Better::higher, 2, {-movement.baseline, -movement.latest}));
}

RC_GTEST_PROP(VerdictLaw, GoingBackMakesImprovedWorsened, ()) {
    const auto movement = any_movement();
    const auto there = verdict(Better::lower, 2, movement);
    RC_ASSERT(
        (there == Verdict::improved) ==
        (verdict(Better::lower, 2, {movement.latest, movement.baseline}) == Verdict::worsened));
}

RC_GTEST_PROP(VerdictLaw, AChangeOfAtMostTheNoiseIsNone, ()) {
    const auto movement = any_movement();
    const double noise = *rc::gen::inRange(0, 400) / 4.0;
    const auto better = *rc::gen::element(Better::lower, Better::higher);
    RC_ASSERT(has_direction(verdict(better, noise, movement)) ==
              (std::abs(movement.change()) > noise));
    schema::Instrument target;
    target.target = *rc::gen::inRange(-100, 100) / 4.0;
    RC_ASSERT(std::abs(movement.change()) > noise ||
              !has_direction(verdict_of(target, movement, of(noise))));
}

}  // namespace
}  // namespace progress::verdict_test
