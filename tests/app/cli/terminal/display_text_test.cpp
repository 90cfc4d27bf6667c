#include "app/cli/terminal/display_text.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cli::display_text_test {
namespace {

TEST(DisplayWidth, IsWhatATerminalGivesTheText) {
    const std::vector<std::pair<std::string, int>> cases = {
        {"", 0},
        {"Huda", 4},
        {"café", 4},
        {"cafe\u0301", 4},  // the accent as a mark of its own
        {"هدى", 3},
        {"هُدَى", 3},  // with its vowels
        {"名前", 4},
        {"▲──█", 4},
        {"−56 %", 5},
        {"a\u200db", 2},
        {"\xff", 1},
        {"\x1b\u202E\u009b", 2},  // U+FFFD twice; a direction mark takes no place
    };
    for (const auto& [text, width] : cases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(display_width(text), width);
    }
}

TEST(OneLine, HasABlankWhereALineEnded) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"plain هُدَى 名", "plain هُدَى 名"},
        {"a\nb\tc", "a b c"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(one_line(text), expected);
    }
}

TEST(Cut, KeepsWhatFitsAndMarksWhatDoesNot) {
    EXPECT_EQ(cut("abcdef", 6), "abcdef");
    EXPECT_EQ(cut("abcdef", 5), "abcd…");
    EXPECT_EQ(cut("名前名前", 4), "名…") << "half a wide character does not fit";
    EXPECT_EQ(cut("هُدَى", 2), "هُ…") << "marks stay with their letter";
}

TEST(Pad, CountsColumnsNotBytes) {
    EXPECT_EQ(pad_right("هُدَى", 5) + "|", "هُدَى  |");
    EXPECT_EQ(pad_left("−5", 4), "  −5");
    EXPECT_EQ(pad_left("12345", 4), "12345");
}

TEST(Wrap, BreaksAtBlanksAndInsideWordsOnlyWhereItMust) {
    using Pieces = std::vector<std::string>;
    EXPECT_EQ(wrap("", 10), Pieces{""});
    EXPECT_EQ(wrap("one two three", 7), (Pieces{"one two", "three"}));
    EXPECT_EQ(wrap("a verylongword b", 6), (Pieces{"a", "verylo", "ngword", "b"}));
    EXPECT_EQ(wrap("56\u00A0% of it", 4), (Pieces{"56\u00A0%", "of", "it"}));
}

RC_GTEST_PROP(WrapLaw, LosesNoWordAndFitsTheWidth, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
    const int width = *rc::gen::inRange(1, 12);
    std::string letters;
    for (const auto& line : wrap(text, width)) {
        RC_ASSERT(display_width(line) <= width);
        letters += line;
    }
    std::erase(letters, ' ');
    auto expected = text;
    std::erase(expected, ' ');
    RC_ASSERT(letters == expected);
}

}  // namespace
}  // namespace cli::display_text_test
