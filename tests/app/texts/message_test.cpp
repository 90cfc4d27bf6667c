#include "app/texts/message.h"

#include <gtest/gtest.h>

namespace texts::message_test {
namespace {

using Kind = MessagePiece::Kind;

TEST(Message, IsTextAndArguments) {
    const auto message = message_of("{measure}: {after} on {date}.");
    ASSERT_EQ(message.pieces.size(), 6U);
    EXPECT_EQ(message.pieces[0].kind, Kind::argument);
    EXPECT_EQ(message.pieces[0].text, "measure");
    EXPECT_EQ(message.pieces[1].text, ": ");
    EXPECT_EQ(message.pieces[5].text, ".");
}

TEST(Message, HasFormsWithMessagesOfTheirOwn) {
    const auto message = message_of("A {n, plural, =0 {none} one {# of {all}} other {many}}");
    ASSERT_EQ(message.pieces.size(), 2U);
    const auto& plural = message.pieces[1];
    EXPECT_EQ(plural.kind, Kind::plural);
    EXPECT_EQ(plural.text, "n");
    ASSERT_EQ(plural.forms.size(), 3U);
    EXPECT_EQ(plural.forms[0].word, "=0");
    const auto& one = plural.forms[1].says.at(0).pieces;
    ASSERT_EQ(one.size(), 3U);
    EXPECT_EQ(one[0].kind, Kind::count);
    EXPECT_EQ(one[1].text, " of ");
    EXPECT_EQ(one[2].text, "all");
}

TEST(Message, KeepsApostrophesAndQuotesBracesWithThem) {
    const auto text = [](std::string_view pattern) {
        std::string all;
        for (const auto& piece : message_of(pattern).pieces) {
            EXPECT_EQ(piece.kind, Kind::text);
            all += piece.text;
        }
        return all;
    };
    EXPECT_EQ(text("this clinic's own study"), "this clinic's own study");
    EXPECT_EQ(text("two '' are one"), "two ' are one");
    EXPECT_EQ(text("'{'no argument'}'"), "{no argument}");
    EXPECT_EQ(text("# stands for itself"), "# stands for itself");
}

TEST(Message, ThatIsNoPatternIsTextAsItStands) {
    const auto message = message_of("a { b");
    ASSERT_EQ(message.pieces.size(), 1U);
    EXPECT_EQ(message.pieces[0].text, "a { b");
}

}  // namespace
}  // namespace texts::message_test
