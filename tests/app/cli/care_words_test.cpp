#include "app/cli/care_words.h"

#include <gtest/gtest.h>

namespace cli::care_words_test {
namespace {

using schema::CareSubject;

schema::CivilTime moment(std::string_view text) {
    return *schema::CivilTime::read(text);
}

TEST(CareWords, AreNoCodeWords) {
    for (std::size_t i = 0; i < schema::Words<CareSubject>::all.size(); ++i) {
        const auto subject = static_cast<CareSubject>(i);
        SCOPED_TRACE(plain(subject));
        EXPECT_EQ(plain(subject).find('_'), std::string::npos);
    }
    EXPECT_EQ(plain(CareSubject::vitamin_c), "vitamin C");
}

TEST(CareWords, SayForWhichSessionsARowIsAndHowFirmItsSource) {
    EXPECT_EQ(case_words(clinical::CareRow{}), "every session");
    EXPECT_EQ(case_words(clinical::CareRow{.device = clinical::CareDevice::radiofrequency,
                                           .skin = clinical::CareSkin::types_IV_to_VI}),
              "radiofrequency, types IV to VI");
    EXPECT_EQ(case_words(clinical::CareRow{.depth = clinical::CareDepth::shallow}),
              "roller or home device up to 0.3 mm");
    EXPECT_EQ(grade_words(clinical::SourceGrade::expert_practice), "expert practice");
    EXPECT_EQ(grade_words(clinical::SourceGrade::clinic_own), "clinic's own");
}

TEST(CareWords, GiveTheWholeRangeOfARow) {
    EXPECT_EQ(range_words({.stance = schema::Stance::avoid, .until_hours = 24}),
              "avoid for 24 hours");
    EXPECT_EQ(
        range_words(
            {.stance = schema::Stance::avoid, .until_hours = 72, .cautious_until_hours = 672}),
        "avoid for 72 hours to 28 days");
    EXPECT_EQ(
        range_words({.stance = schema::Stance::advised, .from_hours = 24, .until_hours = 168}),
        "advised from 24 hours to 7 days");
    EXPECT_EQ(range_words({.stance = schema::Stance::advised, .until_hours = 72}),
              "advised for 72 hours");
}

TEST(CareWords, OfAProductSayWhetherItHasPerfume) {
    EXPECT_EQ(plain(schema::Application{.active = schema::Active::vitamin_c}), "vitamin C");
    EXPECT_EQ(plain(schema::Application{.active = schema::Active::other, .perfumed = true}),
              "another product with perfume");
}

TEST(MomentText, HasTheDayOfTheWeek) {
    EXPECT_EQ(moment_text(moment("2026-01-05T10:30")), "Mon 2026-01-05 10:30");
    EXPECT_EQ(moment_text(moment("2026-01-11T00:00:59")), "Sun 2026-01-11 00:00");
    EXPECT_EQ(moment_text(moment("2024-02-29")), "Thu 2024-02-29");
    EXPECT_EQ(moment_text(moment("1969-07-20")), "Sun 1969-07-20");
}

TEST(LeftText, IsRoundedUp) {
    const struct {
        double hours;
        const char* text;
    } cases[] = {{0.5, "30 min"},
                 {1.0 / 60, "1 min"},
                 {1, "1 h"},
                 {18.5, "19 h"},
                 {71, "71 h"},
                 {71.5, "3 days"},
                 {97, "4 days 1 h"},
                 {672, "28 days"}};
    for (const auto& each : cases) {
        EXPECT_EQ(left_text(each.hours), each.text);
    }
}

TEST(AfterSessionText, SaysPerhapsWhenTheTimeOfDayIsNotRecorded) {
    clinical::UsedProduct used{.session = {.at = moment("2026-01-05T10:30")}, .hours_after = 6};
    EXPECT_EQ(after_session_text(used), "6 hours after the session on 2026-01-05");
    used.hour_is_known = false;
    EXPECT_EQ(after_session_text(used), "perhaps 6 hours after the session on 2026-01-05");
}

}  // namespace
}  // namespace cli::care_words_test
