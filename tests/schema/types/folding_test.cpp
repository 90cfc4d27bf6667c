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

RC_GTEST_PROP(FoldedLaw, FoldingTwiceIsFoldingOnce, (const std::string& text)) {
    RC_ASSERT(folded(folded(text)) == folded(text));
}

}  // namespace
}  // namespace schema::folding_test
