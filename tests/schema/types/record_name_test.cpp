#include "schema/types/record_name.h"

#include <vector>

#include <gtest/gtest.h>

#include "schema/records/any_record.h"

namespace schema::record_name_test {
namespace {

TEST(RecordName, IsAKindAndAnId) {
    EXPECT_EQ(RecordName::read("acne 3"), (RecordName{"acne", 3}));
    EXPECT_EQ((RecordName{"condition", 12}).text(), "condition 12");
    for (const auto* none :
         {"", "acne", " 3", "acne three", "acne 3 ", "acne  3", "acne 0", "acne -1", "weather 3"}) {
        EXPECT_EQ(RecordName::read(none), std::nullopt) << none;
    }
}

TEST(RecordName, KnowsEveryKindOfRecord) {
    std::vector<std::string_view> nouns;
    for_each_kind([&](const auto& kind) {
        nouns.push_back(Description<std::decay_t<decltype(kind)>>::noun);
    });
    EXPECT_EQ(nouns, std::vector(RecordName::kinds.begin(), RecordName::kinds.end()));
}

}  // namespace
}  // namespace schema::record_name_test
