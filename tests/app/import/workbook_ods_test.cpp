// Sheets in the forms of OpenDocument.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import/workbook/ods.h"
#include "tests/app/import/workbook_example.h"

namespace exchange::workbook_ods_test {
namespace {

using testing::HasSubstr;
using namespace workbook_example;

workbook::Sheet sheet_of(const std::string& rows) {
    return workbook::read_ods_sheet(
        "<o><table:table table:name=\"One\">" + rows + "</table:table></o>", "book", "One");
}

std::string cells(const std::string& inside) {
    return sheet_of("<table:table-row>" + inside + "</table:table-row>").text;
}

std::string cell(const std::string& attributes, const std::string& inside = "") {
    return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}

TEST(OdsSheet, ReadsEveryKindOfCell) {
    EXPECT_EQ(cells(cell(R"(office:value-type="float" office:value="0.30000000000000004")")),
              "0.3\n");
    EXPECT_EQ(
        cells(cell(R"(office:value-type="float" office:value="41")", "<text:p>0041</text:p>")),
        "0041\n");
    EXPECT_EQ(
        cells(cell(R"(office:value-type="float" office:value="41")", "<text:p>41,0</text:p>")),
        "41\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="percentage" office:value="0.25")")), "25%\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="currency" office:value="12.5")")), "12.5\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="date" office:date-value="2026-01-05")")),
              "2026-01-05\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="date" office:date-value="2026-01-05T10:30:00.5")")),
              "2026-01-05T10:30:00\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="time" office:time-value="PT10H30M05S")")),
              "10:30:05\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="time" office:time-value="PT27H")")), "27:00\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="time" office:time-value="P1D")")), "P1D\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="boolean" office:boolean-value="true")")), "true\n");
    EXPECT_EQ(cells(cell(R"(office:value-type="string" calcext:value-type="error")",
                         "<text:p>#N/A</text:p>")),
              "#N/A\n");
}

TEST(OdsSheet, JoinsParagraphsAndLeavesNotesOut) {
    EXPECT_EQ(cells(cell("office:value-type=\"string\"",
                         "<office:annotation><text:p>not this</text:p></office:annotation>"
                         "<text:p>a<text:s text:c=\"2\"/>b<text:tab/><text:span>c</text:span>"
                         "</text:p><text:p>d</text:p>")),
              "\"a  b\tc\nd\"\n");
}

TEST(OdsSheet, RepeatsRowsAndCellsButNotTheEmptyOnes) {
    const auto one = cell("table:number-columns-repeated=\"2\" office:value-type=\"string\"",
                          "<text:p>x</text:p>");
    const auto sheet = sheet_of(
        "<table:table-row table:number-rows-repeated=\"2\">" + one +
        "<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
        "<table:table-row>" +
        one +
        "</table:table-row>"
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row>");
    EXPECT_EQ(sheet.text, "x,x\nx,x\nx,x\n");
    EXPECT_EQ(sheet.numbers, (std::vector<std::size_t>{1, 2, 6}));
}

TEST(OdsSheet, KnowsAFormulaWhoseResultWasNotKept) {
    const auto count = [](const std::string& attributes) {
        return sheet_of("<table:table-row>" + cell(attributes) + "</table:table-row>")
            .without_value.size();
    };
    EXPECT_EQ(count("table:formula=\"of:=[.A1]\""), 1U);
    EXPECT_EQ(count(R"(table:formula="of:=[.A1]" office:value-type="float" office:value="3")"), 0U);
}

TEST(OdsSheet, HasMonstrousRepetitionsRefused) {
    const auto text = std::string(10'000, 'x');
    const auto row =
        "<table:table table:name=\"One\"><table:table-row "
        "table:number-rows-repeated=\"1000000\">" +
        cell("office:value-type=\"string\"", "<text:p>" + text + "</text:p>") +
        "</table:table-row></table:table>";
    EXPECT_THAT(refusal_of(options_for(zipped(ods_parts(row)))),
                HasSubstr("repeats a row with content 1000000 times"));
    const auto wide = "<table:table table:name=\"One\"><table:table-row>" +
                      cell("office:value-type=\"string\" table:number-columns-repeated=\"16384\"",
                           "<text:p>x</text:p>") +
                      "</table:table-row></table:table>";
    EXPECT_THAT(refusal_of(options_for(zipped(ods_parts(wide)))),
                HasSubstr("has more than 4096 columns"));
}

}  // namespace
}  // namespace exchange::workbook_ods_test
