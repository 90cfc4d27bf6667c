#include "schema/types/folding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace schema::folding_test {
namespace {

TEST(Folded, BringsSpellingsOfOneNameTogether) {
    const std::vector<std::vector<const char*>> groups{
        {"أحمد", "احمد", "آحمد", "إحمد", "أَحْمَد", "احمـــد"},
        {"حمدى", "حمدي"},
        {"فاطمة", "فاطمه"},
        {"الأزهرى", "الأزهري", "الازهرى"},
        {"مؤمن", "مومن"},
        {"مصطفى\u00A0حمدى", "مصطفي حمدي"},
        {"José", "jose", "JOSÉ", "Jose\u0301"},
        {"ﷲ", "الله"},
        {"", "\t", "  "},
    };
    for (const auto& group : groups) {
        for (const auto* each : group) {
            EXPECT_EQ(folded(each), folded(group.front())) << each;
        }
    }
}

TEST(Folded, KeepsDifferentNamesApart) {
    EXPECT_NE(folded("أحمد"), folded("حمد"));
    EXPECT_NE(folded("سمير"), folded("سمر"));
    EXPECT_NE(folded("Anna"), folded("Ann"));
    EXPECT_NE(folded("--------"), folded(""));
}

// One table for all that is compared: what people read as the same is one, what they read as
// another is not.
struct Spellings {
    std::string (*fold)(std::string_view);
    std::vector<const char*> same;   // as the first
    std::vector<const char*> other;  // than the first
};

TEST(Identity, IsTheSameForWhatPeopleReadAsTheSame) {
    const std::vector<Spellings> table{
        {identity,
         {"c-001",
          " C-001 ",
          "C–001",
          "C−001",
          "C‑001",
          "Ｃ－００１",
          "\u200EC-001\u200F",
          "C\u00AD-001",
          "c-\u200B001",
          "c-٠٠١",
          "C-۰۰۱",
          "c-००१"},
         {"C001", "C-0O1", "C-001a", "C 001", "D-001", "c-٠٠٢"}},
        {identity, {"j 28", "J\u00A0 28", "J\t28", "j\u3000٢٨"}, {"j28", "j 2 8"}},
        {code_identity,
         {"LT-0042",
          "lt-0042",
          "LT 0042",
          " LT0042 ",
          "LT–0042",
          "LT—0042",
          "\u200FLT-0042",
          "LT-\u200D0042",
          "LT-٠٠٤٢"},
         {"LT-00421", "LT-0043", "LT-O042", "XLT-0042", ""}},
        {code_identity,
         {"+20 (100) 123-4567", "+20 100 123 4567", "+٢٠١٠٠١٢٣٤٥٦٧"},
         {"+201001234568"}},
        {folded, {"o'brien", "O’Brien", "O‘BRIEN"}, {"obrien"}},
        {folded, {"Mona-Adel 2", "mona–adel ٢"}, {"mona adel 2"}},
    };
    for (const auto& [fold, same, other] : table) {
        for (const auto* each : same) {
            EXPECT_EQ(fold(each), fold(same.front())) << each;
        }
        for (const auto* each : other) {
            EXPECT_NE(fold(each), fold(same.front())) << each;
        }
    }
}

RC_GTEST_PROP(Identity, OfPlainLettersIsThatOfAllLetters, ()) {
    const auto plain = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    // A character beside them takes the way through ICU.
    const auto whole = identity(plain + "é");
    RC_ASSERT(whole == identity(whole));
    RC_ASSERT(identity("é" + plain).ends_with(identity("x" + plain).substr(1)));
}

RC_GTEST_PROP(FoldedLaw, FoldingTwiceIsFoldingOnce, (const std::string& text)) {
    RC_ASSERT(folded(folded(text)) == folded(text));
}

RC_GTEST_PROP(FoldedLaw, PlainLettersFoldAsAllLettersDo, ()) {
    const auto plain = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    // A character beside them takes the way through ICU.
    RC_ASSERT(folded("x" + plain) == "x" + folded("é" + plain).substr(1));
}

// Some of what folding drops, makes one, or looks around at.
RC_GTEST_PROP(FoldedLaw, WordByWordIsTheSame, ()) {
    const auto text = rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(" ",
                                                                                   " ",
                                                                                   "a",
                                                                                   "Σ",
                                                                                   "É",
                                                                                   "e",
                                                                                   "\u0301",
                                                                                   "\u0338",
                                                                                   "أ",
                                                                                   "ة",
                                                                                   "ـ",
                                                                                   "\u064E",
                                                                                   "\u00A0",
                                                                                   "\u200F",
                                                                                   "'",
                                                                                   "’",
                                                                                   "–",
                                                                                   "٣",
                                                                                   "\u00B4",
                                                                                   "ﷲ",
                                                                                   "\t")),
        [](const std::vector<std::string>& pieces) {
            std::string whole;
            for (const auto& piece : pieces) {
                whole += piece;
            }
            return whole;
        });
    WordFolding folding;
    for (int i = 0; i < 3; ++i) {
        const auto one = *text;
        RC_ASSERT(folding.of(one) == folded(one));
    }
}

}  // namespace
}  // namespace schema::folding_test
