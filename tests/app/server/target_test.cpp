#include "app/server/target.h"

#include <gtest/gtest.h>

namespace server::target_test {
namespace {

using Segments = std::vector<std::string>;

TEST(Target, IsTakenApartBeforeItIsDecoded) {
    EXPECT_EQ(read_target("/")->segments, Segments());
    EXPECT_EQ(read_target("/a/b")->segments, (Segments{"a", "b"}));
    EXPECT_EQ(read_target("/a//b/")->segments, (Segments{"a", "", "b", ""}));
    EXPECT_EQ(read_target("/a%2Fb/c%20d+e")->segments, (Segments{"a/b", "c d+e"}));
    EXPECT_EQ(read_target("/%D8%A3")->segments, Segments{"أ"});
    EXPECT_EQ(read_target("/J%0A28%7F")->segments, Segments{"J\n28\x7F"});
    EXPECT_EQ(read_target("/..%2F..")->segments, Segments{"../.."});
}

TEST(Target, HasItsQueryInOrder) {
    const auto query = read_target("/a?x=1&y=a+b%2B&x=2&&flag&z=")->query;
    EXPECT_EQ(query, (Pairs{{"x", "1"}, {"y", "a b+"}, {"x", "2"}, {"flag", ""}, {"z", ""}}));
}

TEST(Target, IsNoneWithoutASlashOrWithWhatDoesNotDecode) {
    for (const auto* text : {"",
                             "*",
                             "a/b",
                             "http://127.0.0.1/",
                             "/%",
                             "/%4",
                             "/%zz",
                             "/%+1",
                             "/%00",
                             "/a?x=%0A",
                             "/a?x=%7F",
                             "/%FF",
                             "/%C0%AF",
                             "/%ED%A0%80",
                             "/a?x=%FF",
                             "/a?%00=1",
                             "/a?x=%C2%80"}) {
        EXPECT_FALSE(read_target(text)) << text;
    }
}

TEST(Target, DecodesWhatItEncodes) {
    const std::string text = "A/1 أ?&%+#\"<";
    EXPECT_EQ(percent_decoded(percent_encoded(text)), text);
    EXPECT_EQ(percent_encoded("a-b_c.d~e"), "a-b_c.d~e");
}

}  // namespace
}  // namespace server::target_test
