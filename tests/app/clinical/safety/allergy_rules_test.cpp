#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/assessment.h"
#include "app/clinical/safety/rules.h"
#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::allergy_rules_test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

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
    for (const auto id : {1, 2}) {
        situation.plan.session.id = schema::Id<schema::Session>(id);
        situation.applications[0].session = schema::Id<schema::Session>(3 - id);
        EXPECT_EQ(times(situation), 0U) << "of another session";
        situation.applications[0].session = situation.plan.session.id;
        EXPECT_EQ(times(situation), 1U) << "of the session itself, whatever its day";
    }
}

TEST(AllergyRules, CompareNamesAsMedicinesAre) {
    EXPECT_TRUE(names_substance("EMLA, Lidocaïne 2.5 %", "lidocaine"));
    EXPECT_TRUE(names_substance("Lidocain 5 %", "lidocaine")) << "one slip";
    EXPECT_TRUE(names_substance("zorbil", "zorbol")) << "six letters tolerate one";
    EXPECT_TRUE(names_substance("balsam of Peru", "nickel, balsam of peru")) << "one of several";
    EXPECT_TRUE(names_substance("كريم لانولين", "لانولين"));
    EXPECT_FALSE(names_substance("balsam", "balsam of peru"));
    EXPECT_FALSE(names_substance("latex", "later")) << "short words are whole";
    EXPECT_FALSE(names_substance("", "lanolin"));
    EXPECT_FALSE(names_substance("lanolin", ""));
}

// What is said of the anaesthetic beside the missing parts of its dose.
std::vector<std::string> unjudged(const Situation& situation) {
    std::vector<std::string> texts;
    for (const auto& each : assess(situation).not_judged) {
        if (each.what == NotJudgedKind::allergy) {
            texts.push_back(in_english(each.text));
        }
    }
    return texts;
}

Situation anaesthetised(const char* substance, const char* anaesthetic) {
    auto situation = allergic_to(substance);
    situation.plan.session.anaesthetic = anaesthetic;
    return situation;
}

TEST(AllergyRules, StopAnAnaestheticThatHoldsTheSubstanceUnderAnyName) {
    for (const auto* name : {"lidocaine",
                             "lidocane",
                             "Lidocaïne 5 %",
                             "EMLA",
                             "emla 5%",
                             "Xylocaine spray",
                             "lignocaine 10 %",
                             "LMX4",
                             "LMX 4 cream",
                             "Pliaglis",
                             "BLT",
                             "lidocaine/prilocaine",
                             "ليدوكايين",
                             "ليدوكائين",
                             "زايلوكايين",
                             "كريم إيملا",
                             "الليدوكايين 5٪",
                             "lignocain",
                             "XYLOCAIN",
                             "lidocaine with adrenaline"}) {
        const auto situation = anaesthetised("lidocaine", name);
        EXPECT_EQ(times(situation), 1U) << name;
        EXPECT_THAT(unjudged(situation), IsEmpty()) << name;
    }
    for (const auto* substance : {"lignocaine", "Xylocaine", "EMLA cream", "ليدوكائين"}) {
        EXPECT_EQ(times(anaesthetised(substance, "lidocaine 4 %")), 1U) << substance;
    }
    EXPECT_EQ(times(anaesthetised("tetracaine", "Ametop gel")), 1U);
    EXPECT_EQ(times(anaesthetised("amethocaine", "Pliaglis")), 1U);
    EXPECT_EQ(times(anaesthetised("prilocaine", "EMLA")), 1U);
    EXPECT_EQ(times(anaesthetised("nothing known", "lidocaine")), 0U);
}

TEST(AllergyRules, StopAnAnaestheticOfTheSameTypeAndDoNotJudgeOneOfTheOther) {
    EXPECT_EQ(times(anaesthetised("mepivacaine", "lidocaine 4 %")), 1U) << "both amides";
    EXPECT_EQ(times(anaesthetised("articaine", "EMLA")), 1U);
    EXPECT_EQ(times(anaesthetised("benzocaine", "Ametop")), 1U) << "both esters";
    EXPECT_EQ(times(anaesthetised("PABA", "Pliaglis")), 1U);

    const auto other = anaesthetised("lidocaine", "Ametop");
    EXPECT_EQ(times(other), 0U);
    EXPECT_THAT(unjudged(other), ElementsAre(AllOf(HasSubstr("Ametop"), HasSubstr("lidocaine"))));
    EXPECT_FALSE(assess(other).is_all_clear());
    EXPECT_THAT(unjudged(anaesthetised("benzocaine", "lidocaine")), SizeIs(1));
}

TEST(AllergyRules, AreNeverSilentOfAnAnaestheticThatNobodyKnows) {
    for (const auto* name : {"TKTX", "numbing cream", "the blue one", "بنج موضعي"}) {
        const auto situation = anaesthetised("lidocaine", name);
        EXPECT_THAT(unjudged(situation),
                    ElementsAre(AllOf(HasSubstr(name), HasSubstr("lidocaine"))))
            << name;
        EXPECT_FALSE(assess(situation).is_all_clear());
    }
    EXPECT_THAT(unjudged(anaesthetised("benzocaine", "EMLA, TKTX")), SizeIs(1)) << "the rest of it";
    EXPECT_THAT(unjudged(anaesthetised("something at the dentist", "TKTX")), SizeIs(1))
        << "it may have been one";
    EXPECT_THAT(unjudged(anaesthetised("nickel", "TKTX")), IsEmpty()) << "which is none";
    EXPECT_THAT(unjudged(anaesthetised("nickel", "EMLA")), IsEmpty());
    EXPECT_THAT(unjudged(allergic_to("lidocaine")), IsEmpty()) << "none is planned";
    auto over = anaesthetised("lidocaine", "TKTX");
    over.conditions[0].until = schema::PartialDate::read("2001");
    EXPECT_THAT(unjudged(over), IsEmpty());
}

TEST(AllergyRules, CountASubstanceAsTheConditionThatItIs) {
    const auto rules_with = [](const char* substance, bool with_anaesthetic = false) {
        return speaking(with_anaesthetic ? anaesthetised(substance, "EMLA")
                                         : allergic_to(substance));
    };
    for (const auto* metal : {"nickel", "Nikel", "stainless steel", "metal", "نيكل", "معادن"}) {
        EXPECT_THAT(rules_with(metal), Contains("metal_allergy")) << metal;
    }
    EXPECT_THAT(rules_with("lanolin"), Not(Contains("metal_allergy")));
    for (const auto* any : {"local anaesthetics", "numbing cream", "بنج", "sulfa", "PABA"}) {
        EXPECT_THAT(rules_with(any, true), Contains("anaesthetic")) << any;
    }
    EXPECT_THAT(rules_with("penicillin", true), Not(Contains("anaesthetic")));
}

TEST(AllergyRules, KnowWhatProductsHold) {
    const auto holds = [](const char* product, const char* substance) {
        return names_substance(product, substance);
    };
    for (const auto* name : {"L-ascorbic acid 15 %",
                             "THD ascorbate",
                             "Ascorbyl glucoside",
                             "vit. C serum",
                             "vitamine C",
                             "فيتامين سي",
                             "ascorbic acd"}) {
        EXPECT_TRUE(holds(name, "vitamin C")) << name;
        EXPECT_TRUE(holds("vitamin c", name)) << name;
    }
    for (const auto* name : {"vitamin E",
                             "vitamin D3",
                             "vitamin K",
                             "vitamine E",
                             "فيتامين د",
                             "vitamins",
                             "vitamin B5"}) {
        EXPECT_FALSE(holds(name, "vitamin C")) << name;
    }
    EXPECT_TRUE(holds("Benzac AC 5 %", "benzoyl peroxide"));
    EXPECT_TRUE(holds("Epiduo", "benzoyl peroxide"));
    EXPECT_FALSE(holds("Differin", "benzoyl peroxide"));
    EXPECT_TRUE(holds("salicylic acid", "aspirin"));
    EXPECT_TRUE(holds("BHA 2 %", "acetylsalicylic acid"));
    EXPECT_FALSE(holds("glycolic acid", "aspirin"));
    EXPECT_TRUE(holds("Hibiscrub", "chlorhexidine"));
    EXPECT_TRUE(holds("gloves of natural rubber", "latex"));
    EXPECT_FALSE(holds("Betadine", "chlorhexidine"));
}

}  // namespace
}  // namespace clinical::allergy_rules_test
