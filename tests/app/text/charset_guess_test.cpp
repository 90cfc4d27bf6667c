#include "app/text/charset_guess.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/text/encoding.h"
#include "schema/types/error.h"

namespace exchange::charset_guess_test {
namespace {

using testing::HasSubstr;

struct Case {
    const char* what;
    std::string bytes;
    const char* charset;
};

TEST(CharsetGuess, FindsWhatFitsClearly) {
    const Case cases[] = {
        // These letters are the same in all of them.
        {"one French word", "a,b\n1,caf\xE9\n", "windows-1252"},
        {"German names",
         "J\xFCrgen Gr\xF6\xDF"
         "er\nK\xE4the\nBj\xF6rn Wei\xDF",
         "windows-1252"},
        {"an apostrophe", "O\x92Neill", "windows-1252"},
        {"Arabic names", "1,\xE3\xE4\xEC \xDA\xC7\xCF\xE1\n", "windows-1256"},
        {"Arabic beside French", "H\xE9l\xE8ne,\xE5\xED\xE1\xED\xE4\n", "windows-1256"},
        {"French words",
         "dossier;zone;s\xE9v\xE9rit\xE9\n1;joue gauche;mod\xE9r\xE9"
         "e\n2;front;l\xE9g\xE8re\n"
         "3;menton;s\xE9v\xE8re\n",
         "windows-1252"},
    };
    for (const auto& [what, bytes, charset] : cases) {
        SCOPED_TRACE(what);
        const auto guesses = guess_charset(bytes);
        ASSERT_TRUE(guesses.is_clear);
        EXPECT_EQ(guesses.fitting.front().charset, charset);
        const auto decoded = decode(bytes, "f.csv");
        EXPECT_EQ(decoded.encoding(), charset);
        EXPECT_EQ(decoded.confidence(), guesses.fitting.front().confidence);
    }
}

std::string remedy_for(const std::string& bytes) {
    try {
        decode(bytes, "f.csv");
    } catch (const schema::Error& error) {
        return error.problems().front().remedy;
    }
    return "";
}

TEST(CharsetGuess, AsksWhereLettersCouldBeOthers) {
    // Muñoz or Muńoz; Ayşe or Ayþe.
    EXPECT_THAT(remedy_for("Mu\xF1oz"),
                testing::AllOf(HasSubstr("windows-1252 (ñ)"), HasSubstr("windows-1250 (ń)")));
    EXPECT_THAT(remedy_for("Ay\xFE"
                           "e"),
                HasSubstr("windows-1254 (ş)"));
    // Nobody's name is shown.
    EXPECT_EQ(remedy_for("Mu\xF1oz").find("Mu"), std::string::npos);
}

TEST(CharsetGuess, TakesNoneWhereNoneFits) {
    for (const auto& [what, bytes] :
         {std::pair("Greek", "\xC3\xE9\xFE\xF1\xE3\xEF\xF2 \xD0\xE1\xF0\xE1"),
          std::pair("Cyrillic", "\xC8\xE2\xE0\xED \xCF\xE5\xF2\xF0\xEE\xE2"),
          std::pair("Macintosh", "Jos\x8E"),
          std::pair("DOS", "Jos\x82 L\xA2pez")}) {
        SCOPED_TRACE(what);
        EXPECT_FALSE(guess_charset(bytes).is_clear);
        EXPECT_THAT(remedy_for(bytes), HasSubstr("say "));
    }
}

}  // namespace
}  // namespace exchange::charset_guess_test
