#include <map>
#include <set>

#include <gmock/gmock.h>

#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::rules_test {
namespace {

using schema::Level;
using testing::HasSubstr;
using testing::Not;

TEST(Rules, SayNothingAgainstAPlainCase) {
    EXPECT_EQ(speaking(nothing_against()), Ids{});
}

TEST(Rules, HaveTheirLevels) {
    std::map<Level, std::set<std::string_view>> by_level;
    for (const auto& rule : rules()) {
        EXPECT_TRUE(by_level[rule.level].insert(rule.id).second) << rule.id << " twice";
    }
    EXPECT_EQ(by_level[Level::stop],
              (std::set<std::string_view>{"active_lesions",
                                          "open_wound",
                                          "suspicious_lesion",
                                          "bleeding_disorder",
                                          "pregnancy",
                                          "breastfeeding",
                                          "metal_allergy",
                                          "electronic_implant",
                                          "active_infection",
                                          "infection_and_weak_defence",
                                          "herpes_active",
                                          "anaesthetic",
                                          "cartridge_reused",
                                          "cartridge_expired",
                                          "allergy_substance"}));
    EXPECT_EQ(by_level[Level::sign_off],
              (std::set<std::string_view>{"active_lesions_radiofrequency",
                                          "consent_missing",
                                          "stale_lesions",
                                          "metal_implant",
                                          "keloid_in_area",
                                          "keloid_tendency",
                                          "koebner",
                                          "eczema",
                                          "wart_or_keratosis",
                                          "rosacea",
                                          "connective_tissue_disease",
                                          "radiotherapy",
                                          "reduced_sensation",
                                          "sunburn",
                                          "event_damage",
                                          "event_grave",
                                          "event_long",
                                          "event_persistent",
                                          "infection_elsewhere",
                                          "herpes_history",
                                          "immunosuppression",
                                          "uncontrolled_diabetes",
                                          "blood_borne_infection",
                                          "anticoagulant",
                                          "isotretinoin_now",
                                          "isotretinoin_label",
                                          "retinoid_by_mouth",
                                          "anaesthetic_dose",
                                          "interval",
                                          "interval_radiofrequency",
                                          "depth_of_the_clinic",
                                          "minor",
                                          "orbital_rim",
                                          "lip",
                                          "recent_peel",
                                          "recent_laser",
                                          "recent_dermabrasion",
                                          "recent_filler_radiofrequency"}));
    EXPECT_TRUE(by_level[Level::not_judged].empty());
}

TEST(Rules, EachSayWhatTheyLookAtWhatToDoAndWhereTheyComeFrom) {
    for (const auto& rule : rules()) {
        SCOPED_TRACE(rule.id);
        EXPECT_NE(rule.find, nullptr);
        for (const auto* weak : {"commercial", "AI-written", "unverified", "wellaholic", ".com"}) {
            EXPECT_THAT(in_english(source_of(rule)), Not(HasSubstr(weak)))
                << "nobody would cite it";
        }
        EXPECT_TRUE(in_english(text_of(rule)).ends_with("."));
        for (const auto& phrase : {checks_of(rule), text_of(rule)}) {
            EXPECT_THAT(in_english(phrase), Not(HasSubstr("{")));
            EXPECT_THAT(in_english(phrase), Not(HasSubstr("  ")));
        }
        EXPECT_EQ(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos);
    }
}

TEST(Rules, FindTheGravestFirst) {
    auto situation = nothing_against();
    situation.patient.fitzpatrick = schema::Fitzpatrick::V;
    schema::Condition condition;
    condition.kind = schema::ConditionKind::anticoagulant;
    situation.conditions = {condition};
    condition.kind = schema::ConditionKind::metal_allergy;
    situation.conditions.push_back(condition);
    EXPECT_EQ(speaking(situation), (Ids{"metal_allergy", "anticoagulant"}));
}

TEST(Rules, ThatNameAnAreaSpeakOnceForEach) {
    auto situation = nothing_against();
    situation.statuses.clear();
    situation.plan.areas.push_back({.region = schema::Region::chin});
    EXPECT_EQ(speaking(situation), (Ids{"stale_acne_status", "stale_acne_status"}));
}

TEST(Rules, HaveTheirNumbersInTheirTexts) {
    const Rule rule{.id = "needle_diameter_unusual", .low = 0.5, .high = 30};
    EXPECT_EQ(in_english(checks_of(rule)), "needles thinner than 0.5 mm or thicker than 30 mm");
}

}  // namespace
}  // namespace clinical::rules_test
