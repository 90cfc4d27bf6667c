#include "app/server/response_cache.h"

#include <gtest/gtest.h>

namespace server::response_cache_test {
namespace {

Response answer(const std::string& json) {
    return json_response(json);
}

const auto monday = *schema::Date::of(2026, 6, 15);

TEST(ResponseCache, AreTrueForOneEntryAndDayOnly) {
    ResponseCache kept(1000);
    kept.keep(7, monday, "/a", answer("1"));
    EXPECT_EQ(kept.find(7, monday, "/a")->bytes(), "1\n");
    EXPECT_FALSE(kept.find(7, monday, "/b"));
    EXPECT_FALSE(kept.find(8, monday, "/a"));
    EXPECT_FALSE(kept.find(7, monday.plus_days(1), "/a"));
}

TEST(ResponseCache, AreForgottenWhenTheBookHasGoneOn) {
    ResponseCache kept(1000);
    kept.keep(7, monday, "/a", answer("1"));
    kept.keep(8, monday, "/b", answer("2"));
    EXPECT_FALSE(kept.find(8, monday, "/a"));
    kept.keep(7, monday, "/a", answer("late"));
    EXPECT_FALSE(kept.find(7, monday, "/a")) << "computed before the last entry";
    EXPECT_EQ(kept.find(8, monday, "/b")->bytes(), "2\n");
}

TEST(ResponseCache, StayWithinTheirBytesAndForgetWhatWasNotAskedForLongest) {
    ResponseCache kept(30);
    const auto ten = answer("1234567");
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
}  // namespace server::response_cache_test
