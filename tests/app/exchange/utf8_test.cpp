#include "app/exchange/utf8.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

using namespace std::string_view_literals;

namespace exchange::utf8_test {
namespace {

TEST(Utf8, AcceptsEveryCharacterOfUnicode) {
    for (const auto text : {""sv,
                            "plain text of more than eight bytes"sv,
                            "أحمد، حمدى"sv,
                            "ʤ"sv,
                            "\x7F"sv,
                            "\xC2\x80"sv,
                            "\xE0\xA0\x80"sv,
                            "\xED\x9F\xBF"sv,
                            "\xEE\x80\x80"sv,
                            "\xF0\x90\x80\x80"sv,
                            "\xF4\x8F\xBF\xBF"sv}) {
        SCOPED_TRACE(text);
        EXPECT_EQ(first_fault(text), std::nullopt);
        EXPECT_EQ(first_fault(std::string(text) + "12345678"), std::nullopt);
    }
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
    for (const auto text : {"\0"sv,
                            "\x80"sv,
                            "\xC0\x80"sv,          // overlong NUL
                            "\xC1\xBF"sv,          // overlong
                            "\xC3"sv,              // cut off
                            "\xC3\x28"sv,          // no continuation
                            "\xE0\x9F\xBF"sv,      // overlong
                            "\xED\xA0\x80"sv,      // surrogate
                            "\xE2\x82"sv,          // cut off
                            "\xF0\x8F\xBF\xBF"sv,  // overlong
                            "\xF4\x90\x80\x80"sv,  // above U+10FFFF
                            "\xF5\x80\x80\x80"sv,
                            "\xFF"sv}) {
        SCOPED_TRACE(testing::PrintToString(text));
        EXPECT_EQ(first_fault(text), 0U);
        EXPECT_EQ(first_fault("12345678é" + std::string(text)), 10U);
        EXPECT_EQ(first_fault("123" + std::string(text) + "456789"), 3U);
    }
}

TEST(Utf8, CountsEachKindOfLineEndOnce) {
    EXPECT_EQ(line_ends(""), 0U);
    EXPECT_EQ(line_ends("a\nb\rc\r\nd"), 3U);
    EXPECT_EQ(line_ends("\n\r\n\r"), 3U);
}

TEST(Utf8, PlacesAByteByLineAndCharacter) {
    EXPECT_EQ(place_of("abc", 0), (Place{1, 1}));
    EXPECT_EQ(place_of("é,x\r\nab", 3), (Place{1, 3}));
    EXPECT_EQ(place_of("a\rb\r\nحم", 7), (Place{3, 2}));
}

TEST(Utf8, ShowsAShortPieceOnOneLine) {
    EXPECT_EQ(excerpt("a\nb\x1B["), "\"a b [\"");
    EXPECT_EQ(excerpt(std::string(40, 'x')), '"' + std::string(40, 'x') + '"');
    // 39 letters and an é: the cut would go through it.
    EXPECT_EQ(excerpt(std::string(39, 'x') + "éy"), '"' + std::string(39, 'x') + "…\"");
}

TEST(Utf8, TrimsBlanksTabsAndNoBreakSpaces) {
    EXPECT_EQ(trimmed(" \t\u00A0 a b \u00A0"), "a b");
    EXPECT_EQ(trimmed("\u00A0\t"), "");
    EXPECT_EQ(trimmed("a\u00E0"), "a\u00E0");  // à ends with the byte of a no-break space
}

}  // namespace
}  // namespace exchange::utf8_test
