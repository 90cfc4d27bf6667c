#include "app/cli/nearest.h"

#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cli::nearest_test {
namespace {

const std::vector<std::string> nouns{"patient", "acne", "scars", "session", "questionnaire", "due"};

TEST(Nearest, IsWhatWasMeantByAFewSlips) {
    for (const auto& [typed, meant] :
         std::vector<std::pair<const char*, const char*>>{{"pateint", "patient"},
                                                          {"patients", "patient"},
                                                          {"sesion", "session"},
                                                          {"scar", "scars"},
                                                          {"quest", "questionnaire"},
                                                          {"questionaire", "questionnaire"},
                                                          {"deu", "due"}}) {
        EXPECT_EQ(nearest(typed, nouns), meant) << typed;
    }
}

TEST(Nearest, IsNothingWhereMoreThanAThirdIsWrong) {
    for (const auto* typed : {"", "x", "du", "laser", "treatment", "invoice"}) {
        EXPECT_EQ(nearest(typed, nouns),
                  typed == std::string("du") ? std::optional<std::string>("due") : std::nullopt)
            << typed;
    }
}

TEST(SlipsBetween, TwoWordsAreLettersPutInLeftOutChangedOrSwapped) {
    EXPECT_EQ(slips_between("list", "list"), 0U);
    EXPECT_EQ(slips_between("lst", "list"), 1U);
    EXPECT_EQ(slips_between("lisst", "list"), 1U);
    EXPECT_EQ(slips_between("lost", "list"), 1U);
    EXPECT_EQ(slips_between("lsit", "list"), 1U);
    EXPECT_EQ(slips_between("", "list"), 4U);
}

RC_GTEST_PROP(SlipsBetween, AnyTwoWordsAreTheSameBothWaysAndNeverMoreThanTheLonger, ()) {
    const auto one = *rc::gen::arbitrary<std::string>();
    const auto other = *rc::gen::arbitrary<std::string>();
    const auto slips = slips_between(one, other);
    RC_ASSERT(slips == slips_between(other, one));
    RC_ASSERT(slips <= std::max(one.size(), other.size()));
    RC_ASSERT((slips == 0) == (one == other));
}

}  // namespace
}  // namespace cli::nearest_test
