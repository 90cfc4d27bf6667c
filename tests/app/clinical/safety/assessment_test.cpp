#include "app/clinical/safety/assessment.h"

#include <gmock/gmock.h>

#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::assessment_test {
namespace {

using schema::ConditionKind;
using schema::TreatmentKind;
using testing::HasSubstr;

schema::Condition other(const char* note) {
    schema::Condition condition;
    condition.id = schema::Id<schema::Condition>(5);
    condition.kind = ConditionKind::other;
    condition.note = note;
    return condition;
}

schema::OtherTreatment medicine(const char* name, const char* until = "") {
    schema::OtherTreatment treatment;
    treatment.id = schema::Id<schema::OtherTreatment>(4);
    treatment.kind = TreatmentKind::oral_medicine;
    if (*name != '\0') {
        treatment.name = name;
    }
    treatment.until = partly(until);
    return treatment;
}

TEST(Assessment, IsAllClearWhereNothingSpeaksAndAllWasJudged) {
    const auto assessment = assess(nothing_against());
    EXPECT_TRUE(assessment.is_all_clear());
    EXPECT_EQ(in_english(*all_clear_text(assessment)),
              "No rule speaks against it. The clinician decides.");
}

TEST(Assessment, IsNoAllClearBesideAMedicineThatNobodyKnows) {
    auto situation = nothing_against();
    situation.treatments = {medicine("Zorbital 20 mg")};
    const auto assessment = assess(situation);
    EXPECT_TRUE(assessment.findings.empty());
    ASSERT_EQ(assessment.not_judged.size(), 1U);
    EXPECT_EQ(assessment.not_judged[0].what, NotJudgedKind::medicine);
    EXPECT_THAT(in_english(assessment.not_judged[0].text), HasSubstr("Zorbital"));
    EXPECT_EQ(assessment.not_judged[0].record, (RecordRef{"treatment", 4}));
    EXPECT_FALSE(assessment.is_all_clear());
    EXPECT_THAT(in_english(*all_clear_text(assessment)),
                HasSubstr("Against the rest no rule speaks."));
}

TEST(Assessment, NamesEachThingThatWasNotJudgedOnce) {
    auto situation = nothing_against();
    situation.treatments = {medicine("Zorbital"), medicine("Quibbler")};
    const auto text = in_english(*all_clear_text(assess(situation)));
    for (const auto* name : {"Zorbital", "Quibbler"}) {
        const auto at = text.find(name);
        ASSERT_NE(at, std::string::npos) << text;
        EXPECT_EQ(text.find(name, at + 1), std::string::npos) << text;
    }
}

TEST(Assessment, AsksForMedicinesWithoutANameAndForgetsThoseOfLongAgo) {
    const auto unjudged = [](const schema::OtherTreatment& treatment) {
        auto situation = nothing_against();
        situation.treatments = {treatment};
        return assess(situation).not_judged.size();
    };
    EXPECT_EQ(unjudged(medicine("")), 1U);
    EXPECT_EQ(unjudged(medicine("   ")), 1U);
    EXPECT_EQ(unjudged(medicine("20 mg")), 1U);
    EXPECT_EQ(unjudged(medicine("Zorbital", "2026-01-15")), 1U) << "it may have been isotretinoin";
    EXPECT_EQ(unjudged(medicine("Zorbital", "2025-01-15")), 0U);
    EXPECT_EQ(unjudged(medicine("Zorbital", "2025-12-14")), 1U) << "183 days";
    EXPECT_EQ(unjudged(medicine("Zorbital", "2025-12-13")), 0U) << "184 days";
    EXPECT_EQ(unjudged(medicine("Plavix and Zorbital")), 1U) << "the other one";
    EXPECT_EQ(unjudged(medicine("Plavix")), 0U);
}

TEST(Assessment, ReadsTheNotesOfConditionsWithoutAKind) {
    const auto rules_of = [](const char* note, schema::Device device = schema::Device::pen) {
        auto situation = nothing_against();
        situation.conditions = {other(note)};
        situation.plan.session.device = device;
        set_radiofrequency(situation);
        return speaking(situation);
    };
    const auto rf = schema::Device::rf_insulated;
    EXPECT_EQ(rules_of("pacemaker", rf), Ids{"electronic_implant"});
    EXPECT_EQ(rules_of("Pacemakr since 2015", rf), Ids{"electronic_implant"}) << "one slip";
    EXPECT_EQ(rules_of("منظم ضربات القلب", rf), Ids{"electronic_implant"});
    EXPECT_EQ(rules_of("titanium plate", rf), Ids{"metal_implant"});
    EXPECT_EQ(rules_of("pacemaker"), Ids{});
    EXPECT_EQ(rules_of("vitiligo, psoriasis"), (Ids{"koebner", "koebner"}));
    EXPECT_EQ(rules_of("البهاق"), Ids{"koebner"});
    EXPECT_EQ(rules_of("takes Plavix"), Ids{"anticoagulant"});
    EXPECT_EQ(rules_of("pregnant"), (Ids{"pregnancy", "no_anaesthetic"}));
    for (const auto* note : {"allergic to stainless steel", "nickel allergy", "حساسية من النيكل"}) {
        EXPECT_EQ(rules_of(note), Ids{"metal_allergy"}) << note;
    }
    for (const auto* note : {"allergic to EMLA", "lignocaine allergy", "حساسية من البنج"}) {
        EXPECT_EQ(rules_of(note), Ids{"no_anaesthetic"}) << note;
    }
    EXPECT_EQ(rules_of("likes tea"), Ids{});
}

TEST(Assessment, SaysWhichConditionsNoRuleReads) {
    const auto unjudged = [](const char* note) {
        auto situation = nothing_against();
        situation.conditions = {other(note)};
        return assess(situation).not_judged.size();
    };
    EXPECT_EQ(unjudged("Addison's disease"), 1U);
    EXPECT_EQ(unjudged("vitiligo and Addison's disease"), 1U) << "the rest of it";
    EXPECT_EQ(unjudged("pacemaker since 2015"), 0U);
    EXPECT_EQ(unjudged("takes Plavix"), 0U);
    auto over = nothing_against();
    over.conditions = {other("Addison's disease")};
    over.conditions[0].until = partly("2020");
    EXPECT_TRUE(assess(over).not_judged.empty());
}

TEST(Assessment, SaysWhatIsNotKnownOfTheDose) {
    auto situation = nothing_against();
    situation.plan.session.anaesthetic = "lidocaine 4 %";
    const auto not_judged = assess(situation).not_judged;
    ASSERT_EQ(not_judged.size(), 1U);
    EXPECT_EQ(not_judged[0].what, NotJudgedKind::dose);
    EXPECT_THAT(in_english(not_judged[0].text), HasSubstr("grams"));
    EXPECT_THAT(in_english(not_judged[0].text), testing::Not(HasSubstr("strength")));
    auto& session = situation.plan.session;
    session.anaesthetic_grams = 5;
    session.anaesthetic_area_cm2 = 60;
    session.anaesthetic_minutes = 30;
    EXPECT_EQ(assess(situation).not_judged.size(), 1U) << "the weight";
    situation.patient.weight_kg = 60;
    EXPECT_TRUE(assess(situation).not_judged.empty());
}

TEST(Assessment, SaysWhichRegionsNobodyLookedAt) {
    auto situation = nothing_against();
    situation.statuses.clear();
    const auto assessment = assess(situation);
    ASSERT_EQ(assessment.not_judged.size(), 1U);
    EXPECT_EQ(assessment.not_judged[0].what, NotJudgedKind::region_status);
    EXPECT_EQ(as_kept(assessment).size(), 1U) << "its rule has said so already";
}

TEST(Assessment, TellsSkinTypeAsAFactAndNoFinding) {
    auto situation = nothing_against();
    situation.patient.fitzpatrick = schema::Fitzpatrick::V;
    const auto assessment = assess(situation);
    EXPECT_TRUE(assessment.is_all_clear());
    ASSERT_EQ(assessment.context.size(), 1U);
    EXPECT_THAT(in_english(assessment.context[0].text), HasSubstr("Fitzpatrick V"));
    situation.patient.fitzpatrick = schema::Fitzpatrick::III;
    EXPECT_TRUE(assess(situation).context.empty());
}

TEST(Assessment, IsKeptWithWhatWasNotJudged) {
    auto situation = nothing_against();
    situation.treatments = {medicine("Plavix, Zorbital")};
    const auto kept = as_kept(assess(situation));
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].rule, "anticoagulant");
    EXPECT_EQ(kept[1].level, schema::Level::not_judged);
    EXPECT_THAT(in_english(kept[1].because), HasSubstr("Zorbital"));
}

}  // namespace
}  // namespace clinical::assessment_test
