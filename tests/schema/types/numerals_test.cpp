#include "schema/types/numerals.h"

#include <gtest/gtest.h>

#include "schema/types/text.h"

namespace schema::numerals_test {
namespace {

TEST(Numerals, OfAnyScriptBecomePlain) {
    EXPECT_EQ(plain_numerals("٢٠٢٦-٠٣-١٧"), "2026-03-17");
    EXPECT_EQ(plain_numerals("\u200F۱۲\u200F"), "12");
    EXPECT_EQ(plain_numerals("\uFEFF７．５\u00A0"), "7.5");
    EXPECT_EQ(plain_numerals("٧٫٥"), "7.5");
    EXPECT_EQ(plain_numerals("−1\u202F"), "-1");
}

TEST(Numerals, LeaveAllElse) {
    EXPECT_EQ(plain_numerals("1٬234"), "1٬234");
    EXPECT_EQ(plain_numerals("3–4"), "3–4");
    EXPECT_EQ(plain_numerals("1 février"), "1 février");
    EXPECT_TRUE(is_plain(" 1.5 mm"));
    EXPECT_FALSE(is_plain("12\u200F"));
}

TEST(Numerals, AreReadWhereverNumbersAndDatesAre) {
    EXPECT_EQ(Text<int>::read("٣"), 3);
    EXPECT_EQ(Text<double>::read("١٫٥"), 1.5);
    EXPECT_EQ(Text<Date>::read("٢٠٢٦-٠٥-٠٥"), Date::of(2026, 5, 5));
    EXPECT_EQ(Text<CivilTime>::read("2026-05-05T١٠:٣٠")->text(), "2026-05-05T10:30");
    EXPECT_EQ(Text<int>::read("٣أ"), std::nullopt);
    EXPECT_EQ(Text<Date>::read("٢٠٢٦-١٣-٠٥"), std::nullopt);
}

}  // namespace
}  // namespace schema::numerals_test
