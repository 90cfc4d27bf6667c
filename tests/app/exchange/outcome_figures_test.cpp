#include "app/exchange/outcome_figures.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace exchange::outcome_figures_test {
namespace {

constexpr std::string_view no_break = "\u00A0";

std::string with_blanks(std::string text) {
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break)) {
        text.replace(at, no_break.size(), " ");
    }
    return text;
}

TEST(OutcomeFigures, RoundSharesAsPapersPrintThem) {
    EXPECT_EQ(with_blanks(share_text(*progress::wilson(1, 16))), "1 of 16, 6.3 % (1 to 28)");
    EXPECT_EQ(with_blanks(share_text(*progress::wilson(28, 49))), "28 of 49, 57.1 % (43 to 70)");
    EXPECT_EQ(with_blanks(share_text(*progress::wilson(0, 20))), "0 of 20, 0.0 % (0 to 16)");
}

TEST(OutcomeFigures, ShowARateWithItsInterval) {
    EXPECT_EQ(rate_text(*progress::event_rate(5, 100)), "5.0 (1.6 to 11.7)");
}

TEST(OutcomeFigures, ShowPToThreeDecimals) {
    EXPECT_EQ(p_figure(0.00099), "<0.001");
    EXPECT_EQ(p_figure(0.001), "0.001");
    EXPECT_EQ(p_figure(0.0499), "0.050");
    EXPECT_EQ(p_figure(0.0625), "0.063") << "exact p are halves of halves";
    EXPECT_EQ(p_figure(0.1), "0.10");
}

TEST(OutcomeFigures, ShowAChangeWithItsInterval) {
    EXPECT_EQ(change_text({.n = 75, .mean = -1.59, .low95 = -2.77, .high95 = 0.41}, 1),
              "−1.6 (−2.8 to +0.4)");
    EXPECT_EQ(change_text({.n = 1, .mean = -3}, 0), "−3");
}

TEST(OutcomeFigures, NameGroupsInPlainWords) {
    const auto name = [](const char* by, const char* group) {
        return group_name({.name = group}, *progress::read_grouping(by));
    };
    EXPECT_EQ(name("fitzpatrick", "IV"), "Fitzpatrick IV");
    EXPECT_EQ(name("sessions", "1"), "1 session");
    EXPECT_EQ(name("sessions", "10 or more"), "10 or more sessions");
    EXPECT_EQ(name("device", "rf_insulated"), "Radiofrequency, insulated needles");
    EXPECT_EQ(name("device", "several"), "Several devices");
    EXPECT_EQ(name("course", "acne_scars"), "Acne scars");
    EXPECT_EQ(name("depth", "over 2.5 mm"), "Over 2.5 mm");
    EXPECT_EQ(name("tag:arm", "TRT"), "TRT");
    EXPECT_EQ(group_name({}, *progress::read_grouping("depth")), "not known");
}

}  // namespace
}  // namespace exchange::outcome_figures_test
