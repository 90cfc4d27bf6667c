#include <algorithm>

#include <gtest/gtest.h>

#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/assessment.h"
#include "app/clinical/safety/rules.h"
#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::allergy_rules_test {
namespace {

// How often the rule speaks.
std::size_t times(const Situation& situation) {
    const auto all = findings(situation);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Finding& one) {
        return one.rule == "allergy_substance" && one.level == schema::Level::stop;
    }));
}

Situation allergic_to(const char* substance) {
    auto situation = nothing_against();
    schema::Condition allergy;
    allergy.id = schema::Id<schema::Condition>(7);
    allergy.kind = schema::ConditionKind::allergy;
    allergy.substance = substance;
    situation.conditions = {allergy};
    return situation;
}

TEST(AllergyRules, SpeakOfWhatIsUsedAtTheSession) {
    auto situation = allergic_to("lidocaine");
    EXPECT_EQ(times(situation), 0U);
    situation.plan.session.anaesthetic = "Lidocaine 5 %";
    EXPECT_EQ(times(situation), 1U);
    situation.conditions[0].until = schema::PartialDate::read("2001");
    EXPECT_EQ(times(situation), 0U) << "it is over";

    situation = allergic_to("vitamin c");
    situation.plan.session.glide = schema::Active::vitamin_c;
    EXPECT_EQ(times(situation), 1U);
}

TEST(AllergyRules, SpeakOfProductsOfTheDayOnly) {
    auto situation = allergic_to("lanolin");
    schema::Application put_on;
    put_on.at = schema::CivilTime(situation.day());
    put_on.product = "Cream with LANOLIN";
    situation.applications = {put_on};
    EXPECT_EQ(times(situation), 1U);
    situation.applications[0].at = schema::CivilTime(situation.day().plus_days(-30));
    EXPECT_EQ(times(situation), 0U);
}

TEST(AllergyRules, CompareNamesAsMedicinesAre) {
    EXPECT_TRUE(names_substance("EMLA, Lidocaïne 2.5 %", "lidocaine"));
    EXPECT_TRUE(names_substance("Lidocain 5 %", "lidocaine")) << "one slip";
    EXPECT_TRUE(names_substance("balsam of Peru", "nickel, balsam of peru")) << "one of several";
    EXPECT_TRUE(names_substance("كريم لانولين", "لانولين"));
    EXPECT_FALSE(names_substance("balsam", "balsam of peru"));
    EXPECT_FALSE(names_substance("latex", "later")) << "short words are whole";
    EXPECT_FALSE(names_substance("", "lanolin"));
    EXPECT_FALSE(names_substance("lanolin", ""));
}

}  // namespace
}  // namespace clinical::allergy_rules_test
