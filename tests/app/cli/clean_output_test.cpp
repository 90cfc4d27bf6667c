#include "app/cli/clean_output.h"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/cli/page_line.h"

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

TEST(CleanOutput, ReplacesWhatDrivesATerminalOrTurnsALine) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"plain هُدَى 名\n\tsecond", "plain هُدَى 名\n\tsecond"},
        {"\x1b[2J", "\uFFFD[2J"},
        {"\x1b]0;title\x07", "\uFFFD]0;title\uFFFD"},
        {"a\rb\x7f"
         "c",
         "a\uFFFDb\uFFFDc"},
        {"\u009b31m", "\uFFFD31m"},
        {"\u202Eabc\u2066x\u2069", "\uFFFDabc\uFFFDx\uFFFD"},
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
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
                       rc::gen::element<std::string>(
                           "\u202E", "\u2067", "\u009b", "هدى", "\u2028", "\xE2", "a  b")));
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
         {"\x1b", "\x07", "\r", "\x7f", "\u009b", "\u202E", "\u2067", "\u2028"}) {
        RC_ASSERT(text.find(harmful) == std::string::npos);
    }
    RC_ASSERT(text == cleaned(whole, As::text));
}

}  // namespace
}  // namespace cli::clean_output_test
