#include "app/cli/benefit_list.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace cli::benefit_list_test {
namespace {

using progress::day;
using progress::ExampleHistory;

std::string text(const Lines& lines) {
    return text_of(lines, false);
}

TEST(DarkerList, ShowsTheLastEight) {
    ExampleHistory example;
    // A day of rating before each session, and one three weeks after it.
    for (int i = 0; i < 9; ++i) {
        example.session(day("2026-01-01").plus_days(i).text());
    }
    example.score("pahpi", "2026-01-01", 6);
    example.score("pahpi", "2026-01-24", 12);
    const auto lines =
        text(darker_list(progress::summarise(example.history(), day("2026-06-15")), 100));
    EXPECT_NE(lines.find("  1 before these\n"), std::string::npos) << lines;
    EXPECT_EQ(lines.find("  2026-01-01   "), std::string::npos);
    EXPECT_NE(lines.find("  2026-01-02   "), std::string::npos);
}

TEST(DarkerList, IsEmptyWhenNothingGotDarker) {
    ExampleHistory example;
    example.session("2026-01-05");
    example.score("pahpi", "2026-01-01", 9);
    example.score("pahpi", "2026-02-01", 9);
    EXPECT_TRUE(
        darker_list(progress::summarise(example.history(), day("2026-06-15")), 100).empty());
}

TEST(BenefitList, IsEmptyWithoutASeries) {
    const auto summary = progress::summarise(ExampleHistory().history(), day("2026-06-15"));
    EXPECT_TRUE(benefit_list(summary, 100).empty());
}

}  // namespace
}  // namespace cli::benefit_list_test
