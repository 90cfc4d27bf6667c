#include "app/text/number_shape.h"

#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace exchange::number_shape_test {
namespace {

TEST(WhyNoNumber, SaysWhatACellIsInstead) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"<5", "is a bound, not a value"},
        {">= 10", "is a bound, not a value"},
        {"≤5", "is a bound, not a value"},
        {"5+", "is a bound, not a value"},
        {"3-4", "is a range"},
        {"3–4", "is a range"},
        {"3 to 4", "is a range"},
        {"٣-٤", "is a range"},
        {"3/4", "is one of two values"},
        {"3 or 4", "is one of two values"},
        {"5?", "is in doubt"},
        {"~5", "is an estimate, and its value would be kept as certain"},
        {"≈5", "is an estimate, and its value would be kept as certain"},
        {"ca. 5", "is an estimate, and its value would be kept as certain"},
        {"5 mm", "has a unit or a word behind its number, which the field has not"},
    };
    for (const auto& [cell, why] : cases) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(why_no_number(cell, Decimal::plain), why);
    }
    EXPECT_EQ(why_no_number("1,5-2,5", Decimal::comma), "is a range");
}

TEST(WhyNoNumber, SaysNothingOfWhatLooksLikeNone) {
    for (const auto* cell : {"", "-", "?", "abc", "a/b", "-5", "canada"}) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(why_no_number(cell, Decimal::plain), "");
    }
}

TEST(WithoutUnit, IsTheNumberWhereTheUnitIsTheFieldsOwn) {
    EXPECT_EQ(without_unit("1.5 mm", "mm"), "1.5");
    EXPECT_EQ(without_unit("1,5MM ", "mm"), "1,5");
    EXPECT_EQ(without_unit("25%", "%"), "25");
    EXPECT_EQ(without_unit("٢٥٪", "%"), "٢٥");
    EXPECT_EQ(without_unit("25 percent", "%"), "25");
}

TEST(WithoutUnit, IsTheCellWhereItIsNot) {
    EXPECT_EQ(without_unit("1.5 cm", "mm"), "1.5 cm");
    EXPECT_EQ(without_unit("1.5", "mm"), "1.5");
    EXPECT_EQ(without_unit("mm", "mm"), "mm");
    EXPECT_EQ(without_unit("25%", ""), "25%");
    EXPECT_EQ(without_unit("25 percent", "mm"), "25 percent");
}

}  // namespace
}  // namespace exchange::number_shape_test
