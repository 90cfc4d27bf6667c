#include "app/clinical/aftercare/care_warnings.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::care_warnings_test {
namespace {

using schema::Active;
using schema::CareSubject;
using schema::ConditionKind;
using schema::Stance;
using testing::HasSubstr;

CareExample one_session() {
    CareExample example;
    example.session("2026-01-05T10:30");
    return example;
}

TEST(CareWarnings, FlagVitaminCInTheWindowWithTheSourceOfTheGranulomas) {
    auto example = one_session();
    example.product("2026-01-05T16:30", Active::vitamin_c);
    const auto care = example.at("2026-01-06T10:00");
    ASSERT_EQ(care.warnings.size(), 1U);
    const auto& warning = care.warnings[0];
    EXPECT_EQ(warning.kind, CareWarningKind::vitamin_c);
    EXPECT_THAT(english_sentence(warning.text),
                HasSubstr("Vitamin C 6 hours after the session on 2026-01-05: "));
    EXPECT_THAT(english_sentence(warning.text), HasSubstr("granulomas"));
    EXPECT_THAT(warning.source, HasSubstr("10.1097/dss.0000000000004450"));
    EXPECT_EQ(warning.record, "application");
    EXPECT_EQ(warning.record_id, 1);
    EXPECT_EQ(example.at("2026-03-01T10:00").warnings.size(), 1U) << "granulomas come late";
}

TEST(CareWarnings, DoNotFlagVitaminCAfterTheLongestSource) {
    auto example = one_session();
    example.product("2026-01-12T10:30", Active::vitamin_c);
    EXPECT_TRUE(example.at("2026-01-13T10:00").warnings.empty());
    example.product("2026-01-12T10:29", Active::vitamin_c);
    EXPECT_EQ(example.at("2026-01-13T10:00").warnings.size(), 1U);
}

TEST(CareWarnings, FlagVitaminCWithinTheClinicsPrecautionWhateverItsProfileSays) {
    auto example = one_session();
    example.clinic().precaution_hours = 30;
    example.rule({.subject = CareSubject::vitamin_c,
                  .stance = Stance::advised,
                  .until_hours = 100,
                  .source = "our handout"});
    example.product("2026-01-06T16:29", Active::vitamin_c);
    example.product("2026-01-06T16:30", Active::vitamin_c);
    const auto care = example.at("2026-01-07T10:00");
    ASSERT_EQ(care.warnings.size(), 1U);
    EXPECT_EQ(care.warnings[0].record_id, 1);
}

TEST(CareWarnings, FlagVitaminCThatWasNeedledIn) {
    CareExample example;
    example.session("2026-01-05T10:30").glide = Active::hyaluronic_acid;
    EXPECT_TRUE(example.at("2026-01-05T11:00").warnings.empty());
    example.session("2026-02-05T10:30").glide = Active::vitamin_c;
    const auto care = example.at("2026-02-05T11:00");
    ASSERT_EQ(care.warnings.size(), 1U);
    EXPECT_THAT(english_sentence(care.warnings[0].text),
                HasSubstr("needled in at the session on 2026-02-05"));
    EXPECT_EQ(care.warnings[0].record, "session");
    EXPECT_EQ(care.warnings[0].record_id, 2);
}

TEST(CareWarnings, FlagPerfumeWhileItIsToBeAvoided) {
    auto example = one_session();
    example.product("2026-01-08T10:29", Active::moisturiser).perfumed = true;
    example.product("2026-01-08T10:30", Active::moisturiser).perfumed = true;
    const auto care = example.at("2026-01-09T10:00");
    ASSERT_EQ(care.warnings.size(), 1U);
    EXPECT_EQ(care.warnings[0].kind, CareWarningKind::perfume);
    EXPECT_EQ(care.warnings[0].record_id, 1);
    EXPECT_EQ(english_sentence(care.warnings[0].text),
              "A product with perfume 71 hours after the session on 2026-01-05: sources differ: to "
              "be avoided in the first 24 hours after a session; some sources say 72 hours.");
    EXPECT_THAT(care.warnings[0].source, HasSubstr("PMC4119956"));
    EXPECT_TRUE(example.at("2026-03-01T10:00").warnings.empty()) << "aftercare is over";
}

TEST(CareWarnings, FlagWhatIsUsedBeforeTheHourFromWhichItIsAdvised) {
    auto example = one_session();
    example.product("2026-01-05T15:30", Active::sunscreen);
    example.product("2026-01-06T10:29", Active::moisturiser);
    example.product("2026-01-06T10:30", Active::sunscreen);
    example.product("2026-01-05T10:40", Active::hyaluronic_acid);
    const auto care = example.at("2026-01-06T12:00");
    ASSERT_EQ(care.warnings.size(), 2U)
        << "the clinic's gel and the second sunscreen are as advised";
    EXPECT_EQ(care.warnings[0].kind, CareWarningKind::too_early);
    EXPECT_EQ(english_sentence(care.warnings[0].text),
              "Sunscreen 5 hours after the session on 2026-01-05: too early: only advised from 24 "
              "hours to 28 days after a session.");
    EXPECT_EQ(care.warnings[0].record_id, 1);
    EXPECT_EQ(care.warnings[1].record_id, 2);
    EXPECT_TRUE(example.at("2026-03-01T10:00").warnings.empty()) << "aftercare is over";
}

TEST(CareWarnings, SayPerhapsWhenTheTimeOfDayIsNotRecorded) {
    auto example = one_session();
    example.product("2026-01-06", Active::vitamin_c);
    EXPECT_THAT(english_sentence(example.at("2026-01-07").warnings.at(0).text),
                HasSubstr("Vitamin C perhaps 13 hours after the session"));
}

TEST(CareWarnings, FlagAnAllergyToMetalThatHoldsWhileAftercareIsOpen) {
    const struct {
        const char* from;
        const char* until;
        bool flagged;
    } cases[] = {{"", "", true},
                 {"2026-01", "", true},
                 {"2026-01-06", "", false},
                 {"", "2025-12", false},
                 {"", "2026-01-05", true},
                 {"", "2026", true}};
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.from) + " to " + each.until);
        auto example = one_session();
        auto& allergy = example.condition(ConditionKind::metal_allergy);
        allergy.from = schema::PartialDate::read(each.from);
        allergy.until = schema::PartialDate::read(each.until);
        const auto care = example.at("2026-01-05T11:00");
        ASSERT_EQ(care.warnings.size(), each.flagged ? 1U : 0U);
        if (each.flagged) {
            EXPECT_EQ(care.warnings[0].kind, CareWarningKind::metal);
            EXPECT_THAT(care.warnings[0].source, HasSubstr("Chu 2021"));
            EXPECT_EQ(care.warnings[0].record, "condition");
        }
    }
}

TEST(CareWarnings, SayNothingOfOtherConditionsAndOfMetalWhenAftercareIsOver) {
    auto example = one_session();
    example.condition(ConditionKind::herpes_history);
    EXPECT_TRUE(example.at("2026-01-05T11:00").warnings.empty());
    example.condition(ConditionKind::metal_allergy);
    EXPECT_TRUE(example.at("2026-02-05T11:00").warnings.empty());
}

}  // namespace
}  // namespace clinical::care_warnings_test
