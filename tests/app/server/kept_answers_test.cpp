#include "app/server/kept_answers.h"

#include <gtest/gtest.h>

namespace server::kept_answers_test {
namespace {

const auto monday = *schema::Date::of(2026, 6, 15);

TEST(KeptAnswers, AreTrueForOneEntryAndDayOnly) {
    KeptAnswers kept(1000);
    kept.keep(7, monday, "/a", json_response("1"));
    EXPECT_EQ(kept.find(7, monday, "/a")->bytes(), "1\n");
    EXPECT_FALSE(kept.find(7, monday, "/b"));
    EXPECT_FALSE(kept.find(8, monday, "/a"));
    EXPECT_FALSE(kept.find(7, monday.plus_days(1), "/a"));
}

TEST(KeptAnswers, AreForgottenWhenTheBookHasGoneOn) {
    KeptAnswers kept(1000);
    kept.keep(7, monday, "/a", json_response("1"));
    kept.keep(8, monday, "/b", json_response("2"));
    EXPECT_FALSE(kept.find(8, monday, "/a"));
    kept.keep(7, monday, "/a", json_response("late"));
    EXPECT_FALSE(kept.find(7, monday, "/a")) << "computed before the last entry";
    EXPECT_EQ(kept.find(8, monday, "/b")->bytes(), "2\n");
}

TEST(KeptAnswers, StayWithinTheirBytesAndForgetWhatWasNotAskedForLongest) {
    KeptAnswers kept(30);
    const auto ten = json_response("1234567");
    kept.keep(1, monday, "/a", ten);
    kept.keep(1, monday, "/b", ten);
    kept.keep(1, monday, "/c", ten);
    EXPECT_TRUE(kept.find(1, monday, "/a"));
    kept.keep(1, monday, "/d", ten);
    EXPECT_TRUE(kept.find(1, monday, "/a"));
    EXPECT_FALSE(kept.find(1, monday, "/b"));
    kept.keep(1, monday, "/e", json_response(std::string(100, 'x')));
    EXPECT_FALSE(kept.find(1, monday, "/e")) << "longer than all that is kept";
}

}  // namespace
}  // namespace server::kept_answers_test
