#include "app/text/number.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace exchange::number_test {
namespace {

struct Case {
    std::string_view cell;
    Decimal decimal;
    double value;
};

TEST(ReadNumber, AcceptsNumbersAsTablesWriteThem) {
    using enum Decimal;
    const Case cases[] = {
        {"0", plain, 0},
        {"01", plain, 1},
        {"-1.5", plain, -1.5},
        {"\t7 \u00A0", plain, 7},
        {".5", plain, 0.5},
        {"-.5", plain, -0.5},
        {"2e3", plain, 2000},
        {"1.5E-2", plain, 0.015},
        {"00.11", plain, 0.11},
        {"1.234", plain, 1.234},
        {"1.234", point, 1.234},
        {"1,234", point, 1234},
        {"1,234.5", point, 1234.5},
        {"-12,345,678", point, -12345678},
        {"1234.5", point, 1234.5},
        {"1,7", comma, 1.7},
        {"1,234", comma, 1.234},
        {"0,5", comma, 0.5},
        {"-,5", comma, -0.5},
        {"1.234", comma, 1234},
        {"1.234,5", comma, 1234.5},
        {"200.000.000", comma, 200000000},
        {"3,5e1", comma, 35},
        {"5.", plain, 5},
        {"١٢", plain, 12},
        {"12\u200F", plain, 12},
        {"\u202F12\u00A0", plain, 12},
        {"７．５", plain, 7.5},
        {"−1.5", plain, -1.5},
        {"٧٫٥", plain, 7.5},
        {"٧٫٥", comma, 7.5},
        {"١٬٢٣٤٫٥", plain, 1234.5},
        {"1٬234", comma, 1234},
        {"٧,٥", comma, 7.5},
    };
    for (const auto& [cell, decimal, value] : cases) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(read_number(cell, decimal), value);
    }
}

TEST(ReadNumber, RefusesEverythingElse) {
    using enum Decimal;
    const std::pair<std::string_view, Decimal> cases[] = {
        {"", plain},          {" ", plain},      {"abc", plain},       {"1a", plain},
        {"1 2", plain},       {"0x10", plain},   {"inf", plain},       {"nan", plain},
        {"-Infinity", plain}, {"1e999", plain},  {"+2", plain},        {"+3,5e1", comma},
        {".", plain},         {"-", plain},      {"+", plain},         {"+-1", plain},
        {"++1", plain},       {"--1", plain},    {"1e", plain},        {"1-2", plain},
        {"7٫5,1", plain},     {"1٬23", plain},   {"٧،٥", plain},       {"3–4", plain},
        {"1.2.3", plain},     {"1,7", plain},    {"1,234", plain},     {"$5", plain},
        {"5%", plain},        {"1,7", point},    {"0,123", point},     {"1,2345", point},
        {"1234,567", point},  {",123", point},   {"1,,234", point},    {"1,234,", point},
        {"1.5,000", point},   {"1.7", comma},    {"0.123", comma},     {"1,5,5", comma},
        {"1,234.5", comma},   {"1.23,5", comma}, {"1,000.000", comma}, {"inf", comma},
        {"1..234", comma},    {"+-1", comma},
    };
    for (const auto& [cell, decimal] : cases) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(read_number(cell, decimal), std::nullopt);
    }
}

TEST(ReadDecimal, KnowsPointAndComma) {
    EXPECT_EQ(read_decimal("."), Decimal::point);
    EXPECT_EQ(read_decimal(","), Decimal::comma);
    EXPECT_EQ(read_decimal(""), std::nullopt);
    EXPECT_EQ(read_decimal(";"), std::nullopt);
}

TEST(DecimalEvidence, DecidesWhenAColumnIsPlainAboutIt) {
    const std::pair<std::vector<std::string_view>, Decimal> cases[] = {
        {{}, Decimal::plain},
        {{"1", "2", "NA", ""}, Decimal::plain},
        {{"1.7", "2"}, Decimal::plain},
        {{"1.234"}, Decimal::plain},
        {{"1,7", "2"}, Decimal::comma},
        {{"1,7", "1,234"}, Decimal::comma},
        {{"0,123"}, Decimal::comma},
        {{"a, b", "1.5"}, Decimal::plain},
    };
    for (const auto& [cells, verdict] : cases) {
        SCOPED_TRACE(testing::PrintToString(cells));
        DecimalEvidence evidence;
        for (const auto cell : cells) {
            evidence.see(cell);
        }
        EXPECT_EQ(evidence.verdict(), verdict);
    }
}

TEST(DecimalEvidence, AsksWhenItIsNot) {
    const std::vector<std::string_view> cases[] = {
        {"1,234"},
        {"1,234", "22,927", "498"},
        {"1,7", "1.7"},
        {"1,234.5", "1.234,5"},
        {"1.234,5", "1.234"},
        {"200.000.000"},
        {"1,234.5", "1,234"},
        {"1,234,567", "1.5"},
        {"1,234", "1.5"},  // a thousand, or the slip of somebody who typed a comma
        {"1,7", "1.234"},
    };
    for (const auto& cells : cases) {
        SCOPED_TRACE(testing::PrintToString(cells));
        DecimalEvidence evidence;
        for (const auto cell : cells) {
            evidence.see(cell);
        }
        EXPECT_EQ(evidence.verdict(), std::nullopt);
        const auto problem = evidence.problem("f.csv, column \"score\"");
        EXPECT_EQ(problem.where, "f.csv, column \"score\"");
        EXPECT_NE(problem.remedy.find("--decimal"), std::string::npos);
    }
}

TEST(DecimalEvidence, SaysWhereCellsContradictEachOther) {
    DecimalEvidence evidence;
    evidence.see("12.5");
    evidence.see("12,5");  // which groups no thousands
    EXPECT_EQ(evidence.problem("f").what,
              "some cells have a decimal comma, others a decimal point");
}

// The digits of one script after its zero, each of three bytes or less.
std::string in_script(int number, std::string_view zero) {
    std::string text;
    for (const char c : std::to_string(number)) {
        std::string digit(zero);
        digit.back() = static_cast<char>(digit.back() + (c - '0'));
        text += digit;
    }
    return text;
}

RC_GTEST_PROP(NumberLaw, DigitsOfAnyScriptAreTheSameNumber, ()) {
    const int number = *rc::gen::inRange(0, 1000000);
    for (const auto* zero : {"0", "٠", "۰", "०", "০", "๐", "０"}) {
        RC_ASSERT(read_number(in_script(number, zero)) == number);
        RC_ASSERT(read_number("\u200E" + in_script(number, zero) + "\u061C") == number);
    }
}

}  // namespace
}  // namespace exchange::number_test
