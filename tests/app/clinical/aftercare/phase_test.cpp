#include "app/clinical/aftercare/phase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace clinical::phase_test {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

TEST(CarePhases, OfTheDefaultSettingsAreFour) {
    const auto phases = care_phases({});
    EXPECT_THAT(
        phases,
        ElementsAre(
            CarePhase{"the first 24 hours: skin takes up more of what is put on it", 0, 24},
            CarePhase{
                "24 to 72 hours after the session: the skin is closing, stay careful", 24, 72},
            CarePhase{
                "72 hours to 7 days after the session: dryness and scaling are expected", 72, 168},
            CarePhase{
                "7 to 28 days after the session: the normal routine comes back step by step, with "
                "sunscreen",
                168,
                672}));
}

TEST(CarePhases, ExpectCrustsForThreeWeeksAfterRadiofrequency) {
    const auto phases = care_phases({}, CareDevice::radiofrequency);
    ASSERT_EQ(phases.size(), 4U);
    EXPECT_THAT(phases[2].name, StartsWith("72 hours to 21 days after the session: swelling"));
    EXPECT_EQ(phases[2].until_hours, 504);
    EXPECT_EQ(phases[3].from_hours, 504);
}

TEST(CarePhases, HoldTheirFirstMinuteAndNotTheMinuteOfTheirEnd) {
    constexpr double minute = 1.0 / 60;
    const auto phases = care_phases({});
    for (std::size_t i = 0; i < phases.size(); ++i) {
        SCOPED_TRACE(phases[i].name);
        EXPECT_TRUE(phases[i].holds(phases[i].from_hours));
        EXPECT_FALSE(phases[i].holds(phases[i].from_hours - minute));
        EXPECT_TRUE(phases[i].holds(phases[i].until_hours - minute));
        EXPECT_FALSE(phases[i].holds(phases[i].until_hours));
    }
}

TEST(CarePhases, TakeTheirFirstEndsFromTheClinicsSettings) {
    const auto phases = care_phases({.absorption_hours = 18, .precaution_hours = 48});
    EXPECT_THAT(phases[0].name, StartsWith("the first 18 hours:"));
    EXPECT_EQ(phases[0].until_hours, 18);
    EXPECT_THAT(phases[1].name, StartsWith("18 to 48 hours after"));
    EXPECT_EQ(phases[1].until_hours, 48);
    EXPECT_EQ(phases[2].from_hours, 48);
}

TEST(CarePhases, AreLeftOutWhenTheSettingsLeaveNoTimeForThem) {
    const auto none_to_close = care_phases({.absorption_hours = 72, .precaution_hours = 24});
    ASSERT_EQ(none_to_close.size(), 3U);
    EXPECT_EQ(none_to_close[1].from_hours, 72);
    const auto none_to_scale = care_phases({.absorption_hours = 24, .precaution_hours = 168});
    ASSERT_EQ(none_to_scale.size(), 3U);
    EXPECT_EQ(none_to_scale[2].from_hours, 168);
}

RC_GTEST_PROP(CarePhasesLaw, CoverTheTimeUntilAftercareIsOverWithoutAGap, ()) {
    const schema::Clinic clinic{.absorption_hours = *rc::gen::inRange(1, 169),
                                .precaution_hours = *rc::gen::inRange(1, 169)};
    int end = 0;
    for (const auto& phase : care_phases(clinic)) {
        RC_ASSERT(phase.from_hours == end);
        RC_ASSERT(phase.until_hours > phase.from_hours);
        end = phase.until_hours;
    }
    RC_ASSERT(end == 672);
}

}  // namespace
}  // namespace clinical::phase_test
