#include "app/progress/agreement/load_study.h"

#include <gtest/gtest.h>

namespace progress::load_study_test {
namespace {

bool between(const char* session, const char* first, const char* last) {
    const auto time = [](const char* text) { return *schema::CivilTime::read(text); };
    return is_between(time(session), time(first), time(last));
}

TEST(SessionBetweenRatings, ChangesWhatIsRated) {
    EXPECT_TRUE(between("2026-01-06", "2026-01-05", "2026-01-07"));
    EXPECT_TRUE(between("2026-01-05T11:00", "2026-01-05T10:00", "2026-01-05T12:00"));
    EXPECT_TRUE(between("2026-01-05T11:00", "2026-01-05T10:00", "2026-01-06"));
    EXPECT_TRUE(between("2026-01-06T09:00", "2026-01-05", "2026-01-06T10:00"));
    EXPECT_TRUE(between("2026-01-05", "2026-01-05", "2026-01-06"));  // treated after the rating
}

TEST(SessionBetweenRatings, IsNotOneBeforeOrAfterThem) {
    EXPECT_FALSE(between("2026-01-04", "2026-01-05", "2026-01-07"));
    EXPECT_FALSE(between("2026-01-08", "2026-01-05", "2026-01-07"));
    EXPECT_FALSE(between("2026-01-05T09:00", "2026-01-05T10:00", "2026-01-07"));
    EXPECT_FALSE(between("2026-01-07T11:00", "2026-01-05", "2026-01-07T10:00"));
    EXPECT_FALSE(between("2026-01-07", "2026-01-05", "2026-01-07"));  // treated after the rating
    EXPECT_FALSE(between("2026-01-05", "2026-01-05", "2026-01-05"));
    EXPECT_FALSE(between("2026-01-05T13:00", "2026-01-05T10:00", "2026-01-05T12:00"));
}

}  // namespace
}  // namespace progress::load_study_test
