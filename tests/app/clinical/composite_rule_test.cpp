#include "app/clinical/composite_rule.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/instruments/hiscr.h"

namespace clinical::composite_rule_test {
namespace {

struct Row {
    std::array<int, 3> before;  // abscesses, draining fistulas, inflammatory nodules
    std::array<int, 3> after;
    std::optional<bool> responder;
};

std::optional<bool> hiscr(const Row& row) {
    return meets(
        hiscr_rule,
        std::vector<CountChange>{
            {.kind = "abscesses", .baseline = row.before[0], .now = row.after[0]},
            {.kind = "draining fistulas", .baseline = row.before[1], .now = row.after[1]},
            {.kind = "inflammatory nodules", .baseline = row.before[2], .now = row.after[2]}});
}

void expect(const std::vector<Row>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SCOPED_TRACE("row " + std::to_string(i));
        EXPECT_EQ(hiscr(rows[i]), rows[i].responder);
    }
}

// The authors' own classification of rows 1 to 8, 21, 28, 34, 42, 47, 51, 59, 91, 112, 118, 149,
// 179 and 191 of VIS-SIG Wonderful Wednesday, 2022-04-13 (CC0).
TEST(Hiscr, AgreesWithTheAuthorsOfATrialsData) {
    expect({
        {{1, 3, 3}, {1, 2, 2}, false},     {{8, 6, 14}, {4, 4, 7}, true},
        {{4, 4, 15}, {2, 2, 6}, true},     {{1, 4, 13}, {1, 1, 8}, false},
        {{3, 2, 6}, {1, 2, 3}, true},      {{4, 2, 4}, {1, 3, 3}, false},
        {{2, 3, 4}, {1, 2, 5}, false},     {{10, 2, 19}, {4, 4, 5}, false},
        {{6, 14, 22}, {6, 4, 8}, true},    {{2, 5, 12}, {3, 1, 2}, false},
        {{2, 2, 2}, {1, 3, 1}, false},     {{2, 2, 2}, {1, 2, 1}, true},
        {{6, 6, 76}, {17, 2, 5}, false},   {{2, 13, 14}, {4, 2, 4}, false},
        {{4, 1, 2}, {0, 3, 1}, false},     {{1, 0, 2}, {0, 1, 0}, false},
        {{22, 11, 20}, {1, 3, 21}, false}, {{5, 6, 5}, {1, 2, 4}, true},
        {{1, 1, 18}, {3, 1, 4}, false},    {{21, 6, 17}, {1, 4, 18}, true},
        {{0, 2, 8}, {1, 1, 1}, false},
    });
}

TEST(Hiscr, BeginsAtExactlyHalf) {
    expect({
        {{100, 0, 100}, {50, 0, 50}, true},
        {{100, 0, 100}, {50, 0, 51}, false},
        {{1000, 0, 0}, {501, 0, 0}, false},
    });
}

TEST(Hiscr, HasNoAnswerForABaselineWithoutLesions) {
    expect({
        {{0, 3, 0}, {0, 1, 0}, {}},
        {{0, 3, 0}, {2, 4, 1}, {}},
        {{0, 0, 1}, {0, 0, 0}, true},
    });
}

TEST(Hiscr, NeedsEveryCount) {
    const std::vector<CountChange> all{
        {"abscesses", 8, 4}, {"draining fistulas", 6, 4}, {"inflammatory nodules", 14, 7}};
    EXPECT_EQ(meets(hiscr_rule, all), true);
    for (const auto& left_out : all) {
        SCOPED_TRACE(left_out.kind);
        auto counts = all;
        std::erase_if(counts, [&](const auto& each) { return each.kind == left_out.kind; });
        EXPECT_EQ(meets(hiscr_rule, counts), std::nullopt);
    }
}

TEST(Hiscr, SaysItsRuleItsSourceAndAnExample) {
    EXPECT_NE(hiscr_rule.text.find(std::to_string(hiscr_rule.fall_percent) + " %"),
              std::string::npos);
    EXPECT_FALSE(hiscr_rule.unverified.empty());
    EXPECT_EQ(hiscr({{8, 6, 14}, {4, 4, 7}, {}}), true);
    EXPECT_EQ(hiscr_rule.example,
              "abscesses 8 to 4, inflammatory nodules 14 to 7, draining fistulas 6 to 4: 22 to 11, "
              "50 % fewer, a responder");
}

}  // namespace
}  // namespace clinical::composite_rule_test
