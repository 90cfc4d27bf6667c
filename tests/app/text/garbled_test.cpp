#include "app/text/garbled.h"

#include <string>

#include <gtest/gtest.h>

namespace exchange::garbled_test {
namespace {

using namespace std::string_literals;

TEST(Garbled, IsFoundInAnyScriptThatWasReadAsLatin) {
    for (const auto& [text, garbled] : {std::pair{"Müller"s, ""s},
                                        {"MÃ¼ller"s, "Ã¼"s},
                                        {"patient isnâ€™t"s, "â€™"s},
                                        {"Ø£Ø­Ù…Ø¯"s, "Ø£Ø­Ù…Ø¯"s},
                                        {"a Ø£"s, "Ø£"s},
                                        {"AyÅŸe"s, "ÅŸ"s},
                                        {"20Â °C, 20Â°C"s, "Â°"s},
                                        {"×©×œ"s, "×©×œ"s},
                                        {"ðŸ˜€"s, "ðŸ˜€"s},
                                        {"Ã\u0081"s, "Ã\u0081"s}}) {
        EXPECT_EQ(std::string(find_garbled(text).value_or("")), garbled) << text;
    }
}

TEST(Garbled, IsNoTextThatOnlyLooksABitLikeIt) {
    for (const auto* text : {"",
                             "plain",
                             "Ångström, Ærø, ÉCOLE, garçon, naïve",
                             "„Spaß“, „MÄ“, CAFÉ–BAR, HÖ…",
                             "2×½ 3×¼",
                             "أحمد سالم، هدى",
                             "Привет, Ελλάδα, שלום",
                             "± 5 µm, 20 °C, 1½",
                             "« À »",
                             "’ “ ” – — … €"}) {
        EXPECT_FALSE(find_garbled(text)) << text << ": " << *find_garbled(text);
    }
}

}  // namespace
}  // namespace exchange::garbled_test
