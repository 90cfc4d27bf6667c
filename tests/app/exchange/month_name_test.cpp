#include "app/exchange/month_name.h"

#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace exchange::month_name_test {
namespace {

TEST(MonthName, KnowsThreeLanguagesInAnyCase) {
    const std::pair<std::string_view, int> cases[] = {
        {"January", 1},
        {"jan", 1},
        {"MAR", 3},
        {"mars", 3},
        {"may", 5},
        {"Sept", 9},
        {"septiembre", 9},
        {"Février", 2},
        {"FÉVRIER", 2},
        {"AOÛT", 8},
        {"dic", 12},
    };
    for (const auto& [word, month] : cases) {
        SCOPED_TRACE(word);
        EXPECT_EQ(month_named(word), month);
    }
}

TEST(MonthName, RefusesWhatOnlyStartsLikeOne) {
    for (const auto word : {"", "j", "ju", "janu", "mayor", "may june", " may", "5", "يناير"}) {
        SCOPED_TRACE(word);
        EXPECT_EQ(month_named(word), std::nullopt);
    }
}

}  // namespace
}  // namespace exchange::month_name_test
