// Numbers of a spreadsheet as its cells show them.

#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "app/import/workbook/cell_reference.h"
#include "app/import/workbook/number_text.h"
#include "app/import/workbook/xlsx_text.h"

namespace exchange::workbook::workbook_format_test {
namespace {

struct Case {
    std::string_view number;
    std::string_view code;
    std::string_view text;
};

TEST(NumberOfASheet, IsShownAsItsFormatSays) {
    const Case cases[] = {
        // Plain numbers, at most 15 digits of them.
        {"3", "General", "3"},
        {"0", "0.00", "0"},
        {"0.1", "General", "0.1"},
        {"0.30000000000000004", "General", "0.3"},
        {"7.000000000000001", "0.0", "7"},
        {"1.00123E+11", "General", "100123000000"},
        {"100123000001", "0.00E+00", "100123000001"},
        {"-2.50", "#,##0.00", "-2.5"},
        {"1E-3", "General", "0.001"},
        {"46027", "#,##0 \"days\"", "46027"},
        {"46027", "[Red]0;[Blue]-0", "46027"},
        {"46027", "0 €;-0 يوم", "46027"},
        {"46027", "d/m/yyyy\u061B", "2026-01-05"},
        {"12", "00000", "00012"},
        {"123456", "00000", "123456"},
        // Per cent.
        {"0.25", "0%", "25%"},
        {"0.07", "0.0%", "7%"},
        // Days and moments: 2026-01-05 is 46027.
        {"46027", "dd/mm/yyyy", "2026-01-05"},
        {"46027", "yyyy\\-mm\\-dd", "2026-01-05"},
        {"46027", "[$-409]d\\-mmm\\-yy;@", "2026-01-05"},
        {"46027", "mmm", "2026-01-05"},
        {"46027", "\"hour\" d. mmmm yyyy", "2026-01-05"},
        {"46027.75", "dd/mm/yyyy", "2026-01-05"},
        {"46027.4375", "dd/mm/yyyy hh:mm", "2026-01-05T10:30:00"},
        {"46027.437505787", "m/d/yy h:mm:ss AM/PM", "2026-01-05T10:30:00"},
        {"46027.437506", "m/d/yy h:mm:ss", "2026-01-05T10:30:01"},
        {"46027", "dd/mm/yyyy hh:mm", "2026-01-05"},
        {"46027.9999999", "yyyy-mm-dd hh:mm", "2026-01-06"},
        {"0.4375", "dd/mm/yyyy hh:mm", "10:30"},
        {"0.4375", "h:mm", "10:30"},
        {"0.437505787", "hh:mm:ss", "10:30"},
        {"0.43751", "mm:ss", "10:30:01"},
        {"1.125", "[h]:mm", "27:00"},
        {"1.125", "[mm]:ss", "27:00"},
        // The 29 February that there never was, and the days around it.
        {"1", "d/m/yyyy", "1900-01-01"},
        {"59", "d/m/yyyy", "1900-02-28"},
        {"60", "d/m/yyyy", "1900-02-29"},
        {"61", "d/m/yyyy", "1900-03-01"},
        {"0", "d/m/yyyy", "1900-01-00"},
        // What no calendar has stays a number.
        {"-5", "d/m/yyyy", "-5"},
        {"2958465", "d/m/yyyy", "9999-12-31"},
        {"2958466", "d/m/yyyy", "2958466"},
        // Sections by sign and by test.
        {"-46027", "dd/mm/yyyy;0", "-46027"},
        {"0.25", "[<1]0%;dd/mm/yyyy", "25%"},
        {"46027", "[<1]0%;dd/mm/yyyy", "2026-01-05"},
        {"46027", "[>=100000]0;[>1000]d/m/yy;0%", "2026-01-05"},
        // No number at all.
        {"abc", "d/m/yyyy", "abc"},
        {"1e999", "0", "1e999"},
    };
    for (const auto& [number, code, text] : cases) {
        SCOPED_TRACE(std::string(number) + " as " + std::string(code));
        EXPECT_EQ(number_text(number, NumberFormat::of_code(code), DateSystem::from_1900), text);
    }
}

TEST(NumberOfASheet, HasTheDayOfItsCalendar) {
    const auto day = NumberFormat::built_in(14);
    EXPECT_EQ(number_text("44565", day, DateSystem::from_1904), "2026-01-05");
    EXPECT_EQ(number_text("0", day, DateSystem::from_1904), "1904-01-01");
    EXPECT_EQ(number_text("44565", day, DateSystem::from_1900), "2022-01-04");
}

TEST(NumberOfASheet, IsADateByTheNumbersOfFormatsToo) {
    for (const std::size_t id : {14U, 15U, 16U, 17U, 22U, 27U, 31U, 36U, 50U, 58U}) {
        EXPECT_EQ(number_text("46027", NumberFormat::built_in(id), DateSystem::from_1900),
                  "2026-01-05")
            << id;
    }
    for (const std::size_t id : {18U, 19U, 20U, 21U, 45U, 47U}) {
        EXPECT_EQ(number_text("0.4375", NumberFormat::built_in(id), DateSystem::from_1900), "10:30")
            << id;
    }
    for (const std::size_t id : {0U, 1U, 2U, 13U, 23U, 37U, 48U, 49U, 59U, 999U}) {
        EXPECT_EQ(number_text("46027", NumberFormat::built_in(id), DateSystem::from_1900), "46027")
            << id;
    }
    EXPECT_EQ(number_text("0.5", NumberFormat::built_in(10), DateSystem::from_1900), "50%");
    EXPECT_EQ(number_text("1.5", NumberFormat::built_in(46), DateSystem::from_1900), "36:00");
}

TEST(CellReference, ReadsWhatSpreadsheetsWrite) {
    EXPECT_EQ(CellReference::read("A1")->column, 0U);
    EXPECT_EQ(CellReference::read("AB27")->column, 27U);
    EXPECT_EQ(CellReference::read("$XFD$1048576")->row, 1'048'576U);
    for (const auto* text : {"", "A", "1", "A0", "a1", "A1B", "A-1", "AAAAAAAAAAAAAAAAAAAA1"}) {
        EXPECT_FALSE(CellReference::read(text)) << text;
    }
    for (const std::size_t column : {0U, 25U, 26U, 701U, 702U, 16'383U}) {
        EXPECT_EQ(CellReference::read(column_letters(column) + "7")->column, column);
    }
    EXPECT_EQ(CellArea::read("A2:B5")->text(), "A2:B5");
    EXPECT_FALSE(CellArea::read("B5:A2"));
}

TEST(TextOfASheet, HasItsEscapesUndone) {
    const std::pair<const char*, const char*> cases[] = {{"two_x000D_\nlines", "two\nlines"},
                                                         {"a_x0009_b", "a\tb"},
                                                         {"_x005F_x000D_", "_x000D_"},
                                                         {"a_x0000_b", "a_x0000_b"},
                                                         {"_x00zz_", "_x00zz_"},
                                                         {"x_x", "x_x"}};
    for (const auto& [written, meant] : cases) {
        std::string text = written;
        unescape_text(text);
        EXPECT_EQ(text, meant);
    }
}

}  // namespace
}  // namespace exchange::workbook::workbook_format_test
