#include <map>
#include <set>

#include <gmock/gmock.h>

#include "tests/app/clinical/safety/example_situation.h"

namespace clinical {
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
                                          "active_infection",
                                          "herpes_active",
                                          "open_wound",
                                          "suspicious_lesion",
                                          "keloid_in_area",
                                          "bleeding_disorder",
                                          "pregnancy",
                                          "metal_allergy",
                                          "anaesthetic",
                                          "cartridge_reused"}));
    EXPECT_EQ(by_level[Level::sign_off],
              (std::set<std::string_view>{"active_lesions_radiofrequency",
                                          "stale_lesions",
                                          "herpes_history",
                                          "wart_or_keratosis",
                                          "rosacea",
                                          "keloid_tendency",
                                          "anticoagulant",
                                          "connective_tissue_disease",
                                          "breastfeeding",
                                          "immunosuppression",
                                          "uncontrolled_diabetes",
                                          "sunburn",
                                          "isotretinoin_now",
                                          "isotretinoin_label",
                                          "recent_peel",
                                          "recent_laser",
                                          "recent_dermabrasion",
                                          "interval",
                                          "interval_radiofrequency",
                                          "depth_of_the_clinic",
                                          "event_grave",
                                          "event_long",
                                          "event_persistent"}));
}

TEST(Rules, EachSayWhatTheyLookAtWhatToDoAndWhereTheyComeFrom) {
    for (const auto& rule : rules()) {
        SCOPED_TRACE(rule.id);
        EXPECT_NE(rule.find, nullptr);
        EXPECT_FALSE(rule.checks.empty());
        EXPECT_FALSE(rule.source.empty());
        EXPECT_TRUE(rule.text.ends_with(".")) << rule.text;
        for (const auto text : {rule.checks, rule.text}) {
            EXPECT_THAT(filled(text, rule), Not(HasSubstr("{")));
            EXPECT_THAT(filled(text, rule), Not(HasSubstr("  ")));
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
    EXPECT_EQ(speaking(situation), (Ids{"metal_allergy", "anticoagulant", "skin_type"}));
}

TEST(Rules, ThatNameAnAreaSpeakOnceForEach) {
    auto situation = nothing_against();
    situation.statuses.clear();
    situation.plan.areas.push_back({.region = schema::Region::chin});
    EXPECT_EQ(speaking(situation), (Ids{"stale_acne_status", "stale_acne_status"}));
}

TEST(Rules, FillTheirNumbersIntoTheirTexts) {
    const Rule rule{.low = 0.5, .high = 30};
    EXPECT_EQ(filled("from {low} to {high} mm", rule), "from 0.5 to 30 mm");
}

}  // namespace
}  // namespace clinical
