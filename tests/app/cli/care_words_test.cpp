#include "app/cli/care_words.h"

#include <gtest/gtest.h>

#include "app/cli/display_text.h"

namespace cli {
namespace {

using schema::CareSubject;

schema::CivilTime moment(std::string_view text) {
    return *schema::CivilTime::read(text);
}

TEST(CareWords, AreNoCodeWordsAndFitTheColumnOfTheTable) {
    for (std::size_t i = 0; i < schema::Words<CareSubject>::all.size(); ++i) {
        const auto subject = static_cast<CareSubject>(i);
        SCOPED_TRACE(plain(subject));
        EXPECT_EQ(plain(subject).find('_'), std::string::npos);
        EXPECT_LE(display_width(avoided_words(subject)), 20);
    }
    EXPECT_EQ(plain(CareSubject::vitamin_c), "vitamin C");
    EXPECT_EQ(avoided_words(CareSubject::sun), "sun (stay in shade)");
    EXPECT_EQ(advised_words(CareSubject::sunscreen), "mineral sunscreen, SPF 30 or more");
    EXPECT_EQ(advised_words(CareSubject::panthenol), "panthenol");
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
}  // namespace cli
