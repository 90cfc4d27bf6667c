#include "app/cli/terminal/clean_output.h"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/cli/terminal/page_line.h"

namespace cli::clean_output_test {
namespace {

using As = CleanOutput::As;

std::string cleaned(const std::string& text, As as) {
    std::ostringstream out;
    {
        const CleanOutput way_out(out, as);
        out << text;
    }
    return out.str();
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

TEST(CleanOutput, ReplacesWhatDrivesATerminal) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"plain هُدَى 名\n\tsecond", "plain هُدَى 名\n\tsecond"},
        {"\x1b[2J", "\uFFFD[2J"},
        {"\x1b]0;title\x07", "\uFFFD]0;title\uFFFD"},
        {"a\rb\x7f"
         "c",
         "a\uFFFDb\uFFFDc"},
        {"\u009b31m", "\uFFFD31m"},
        {"a\u2028b\u0085", "a\uFFFDb\uFFFD"},
        {"a\xff"
         "b\xc3",
         "a\uFFFDb\uFFFD"},
        {"\xf8\xfb", "\uFFFD\uFFFD"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(cleaned(text, As::text), expected);
    }
}

TEST(CleanOutput, KeepsTheMarksThatWordsAreWrittenWith) {
    for (const auto* text : {"a\u200Eb\u200F", "می\u200Cخواهم", "👩\u200D⚕", "\u061Cx"}) {
        EXPECT_EQ(cleaned(text, As::text), text);
    }
}

TEST(CleanOutput, KeepsADirectionWithinItsTextAndTurnsNothingElse) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"a \u2068b\u2069 c\n", "a \u2068b\u2069 c\n"},
        {"\u2066a\u2067b\u2069c\u2069\n", "\u2066a\u2067b\u2069c\u2069\n"},
        {"\u202Aa\u202C b \u202Bc\u202C\n", "\u2066a\u2069 b \u2067c\u2069\n"},
        {"\u202Dabc\u202C \u202Egpj.exe\n", "\u2066abc\u2069 \u2067gpj.exe\u2069\n"},
        {"never ended \u2067x\nnext", "never ended \u2067x\u2069\nnext"},
        {"\u2067\u2068column  next\u2069\n", "\u2067\u2068column \u2069\u2069 next\n"},
        {"\u2067cell\tnext\n", "\u2067cell\u2069\tnext\n"},
        {"at the end \u2066x", "at the end \u2066x\u2069"},
        {"\u2069 an end \u202Cof nothing", " an end of nothing"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(cleaned(text, As::text), expected);
        EXPECT_EQ(cleaned(text, As::terminal), expected);
    }
    EXPECT_EQ(cleaned("\u2066هدى x\u2069 y\n", As::terminal), "\u2066\u2068هدى\u2069 x\u2069 y\n")
        << "what is isolated on a terminal stands within it";
}

TEST(CleanOutput, EscapesInJsonWhatItReplacesElsewhere) {
    EXPECT_EQ(cleaned("{\"a\": \"x\u009b\u202E\u2028\x7f é\"}\n", As::json),
              "{\"a\": \"x\\u009b\\u202e\\u2028\\u007f é\"}\n");
}

TEST(CleanOutput, IsolatesRightToLeftTextOnATerminal) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"plain", "plain"},
        {"C-1  هدى صالح  1996\n", "C-1  \u2068هدى صالح\u2069  1996\n"},
        {"هدى · Huda", "\u2068هدى\u2069 · Huda"},
        {"(هُدَى)\n", "(\u2068هُدَى\u2069)\n"},
        {"هدى", "\u2068هدى\u2069"},
        {"هدى\nصالح\n", "\u2068هدى\u2069\n\u2068صالح\u2069\n"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(cleaned(text, As::terminal), expected);
        EXPECT_EQ(cleaned(text, As::text), text) << "a file or another program gets it as it is";
    }
}

TEST(CleanOutput, ColoursInksOnATerminalOnly) {
    const Lines page{{{"title", Ink::strong}, {" rest"}}};
    EXPECT_EQ(cleaned(text_of(page, true), As::terminal), "\x1b[1mtitle\x1b[0m rest\n");
    EXPECT_EQ(cleaned(text_of(page, false), As::terminal), "title rest\n");
    EXPECT_EQ(cleaned(text_of(page, true), As::text), "\uFFFDtitle\uFFFD rest\n");
}

TEST(CleanOutput, LeavesTheStreamAsItWas) {
    std::ostringstream out;
    { const CleanOutput way_out(out, As::text); }
    out << "\x1b";
    EXPECT_EQ(out.str(), "\x1b");
}

RC_GTEST_PROP(CleanOutputLaw, LetsNoHarmfulByteThroughHoweverItIsCutUp, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
        rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
        rc::gen::element<std::string>(
            "\u202E", "\u2067", "\u2069", "\u009b", "هدى", "\u2028", "\xE2", "a  b", "\n")));
    std::ostringstream out;
    std::string whole;
    {
        const CleanOutput way_out(out, As::text);
        for (const auto& piece : pieces) {
            out << piece;
            whole += piece;
        }
    }
    const auto text = out.str();
    for (const auto* harmful :
         {"\x1b", "\x07", "\r", "\x7f", "\u009b", "\u202A", "\u202E", "\u2028"}) {
        RC_ASSERT(text.find(harmful) == std::string::npos);
    }
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        RC_ASSERT(count_of(line, "\u2066") + count_of(line, "\u2067") + count_of(line, "\u2068") ==
                  count_of(line, "\u2069"));
    }
    RC_ASSERT(text == cleaned(whole, As::text));
}

}  // namespace
}  // namespace cli::clean_output_test
