#include "app/exchange/markup.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/exchange/utf8.h"

namespace exchange::markup_test {
namespace {

TEST(HtmlText, IsNeverMarkup) {
    EXPECT_EQ(html_text("<b a=\"1\" c='2'>&amp;"),
              "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
    EXPECT_EQ(html_text("هدى صالح · 5 µg"), "هدى صالح · 5 µg");
}

TEST(MarkdownText, IsNeverMarkup) {
    EXPECT_EQ(markdown_text("a|b *c* _d_ [e](f) `g` <h> #i\nj"),
              "a\\|b \\*c\\* \\_d\\_ \\[e\\](f) \\`g\\` &lt;h\\> \\#i\uFFFDj");
}

TEST(HarmlessText, KeepsNothingThatTurnsOrEndsALine) {
    EXPECT_EQ(harmless("a\x1b[1m\nb\u202Ec\u2066d\u200Fe"),
              "a\uFFFD[1m\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    EXPECT_EQ(harmless("Hud\xff\xd9"), "Hud\uFFFD\uFFFD");
    EXPECT_EQ(harmless(std::string("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(harmless(""), "");
}

RC_GTEST_PROP(MarkupLaw, OfAnyBytesIsSound, (const std::string& bytes)) {
    const auto text = html_text(bytes);
    RC_ASSERT(!first_fault(text));
    RC_ASSERT(text.find_first_of("<>\"'\n") == std::string::npos);
}

}  // namespace
}  // namespace exchange::markup_test
