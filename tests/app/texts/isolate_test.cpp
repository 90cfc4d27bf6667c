#include "app/texts/isolate.h"

#include <gtest/gtest.h>

namespace texts::isolate_test {
namespace {

TEST(Isolated, StandsInOneIsolateWhoseMarksEndWithinIt) {
    EXPECT_EQ(isolated("-3"), "\u2068-3\u2069");
    EXPECT_EQ(isolated("a \u2067b"), "\u2068a \u2067b\u2069\u2069");
    EXPECT_EQ(isolated("a\u2069 b"), "\u2068\u2068a\u2069 b\u2069");
    EXPECT_EQ(isolated("\u2068a\u2069 \u2068b\u2069"), "\u2068\u2068a\u2069 \u2068b\u2069\u2069");
    EXPECT_EQ(isolated_left_to_right("3 kg"), "\u20663 kg\u2069");
}

TEST(Isolated, LeavesWhatIsOneIsolateAlreadyAndWhatIsEmpty) {
    EXPECT_EQ(isolated("\u2068-3\u2069"), "\u2068-3\u2069");
    EXPECT_EQ(isolated("\u2066a \u2068b\u2069\u2069"), "\u2066a \u2068b\u2069\u2069");
    EXPECT_EQ(isolated(""), "");
    EXPECT_EQ(isolated_left_to_right(""), "");
}

}  // namespace
}  // namespace texts::isolate_test
