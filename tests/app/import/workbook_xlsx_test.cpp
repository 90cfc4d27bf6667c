// Sheets in the forms that Excel and its imitators write.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import/workbook/xlsx.h"
#include "tests/app/import/workbook_example.h"

namespace exchange::workbook_xlsx_test {
namespace {

using testing::HasSubstr;
using namespace workbook_example;

std::string text_of(const std::string& inside, const workbook::XlsxBook& book = {}) {
    return workbook::read_xlsx_sheet(
               "<worksheet>" + inside + "</worksheet>", book, "book", workbook::Extent::all)
        .text;
}

std::string cells(const std::string& inside) {
    return text_of("<sheetData><row r=\"1\">" + inside + "</row></sheetData>");
}

TEST(XlsxSheet, ReadsEveryKindOfCell) {
    EXPECT_EQ(cells("<c><v>3</v></c><c t=\"n\"><v>0.1</v></c>"), "3,0.1\n");
    EXPECT_EQ(cells("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"), "true,false\n");
    EXPECT_EQ(cells("<c t=\"e\"><v>#DIV/0!</v></c>"), "#DIV/0!\n");
    EXPECT_EQ(cells("<c t=\"d\"><v>2026-01-05</v></c>"), "2026-01-05\n");
    EXPECT_EQ(cells("<c t=\"str\"><f>A2&amp;B2</f><v>a, b</v></c>"), "\"a, b\"\n");
    EXPECT_EQ(cells("<c t=\"inlineStr\"><is><r><t>much </t></r><r><t>better</t></r>"
                    "<rPh><t>not this</t></rPh></is></c>"),
              "much better\n");
    EXPECT_EQ(cells("<x:c xmlns:x=\"m\"><x:v>3</x:v></x:c>"), "3\n");
}

TEST(XlsxSheet, PutsCellsWhereTheyStand) {
    EXPECT_EQ(cells("<c r=\"C1\"><v>3</v></c><c><v>4</v></c>"), ",,3,4\n");
    const auto sheet = workbook::read_xlsx_sheet(
        "<worksheet><sheetData><row><c><v>1</v></c></row><row r=\"4\"><c "
        "r=\"B4\"><v>2</v></c></row>"
        "<row><c s=\"1\"/></row><row><c><v>3</v></c></row></sheetData></worksheet>",
        {},
        "book",
        workbook::Extent::all);
    EXPECT_EQ(sheet.text, "1\n,2\n3\n");
    EXPECT_EQ(sheet.numbers, (std::vector<std::size_t>{1, 4, 6}));
    EXPECT_EQ(sheet.width, 2U);
}

TEST(XlsxSheet, KnowsAFormulaWhoseResultWasNotKept) {
    const auto valueless = [](const std::string& cell, bool is_to_be_computed = false) {
        workbook::XlsxBook book;
        book.is_to_be_computed = is_to_be_computed;
        return workbook::read_xlsx_sheet(
                   "<worksheet><sheetData><row>" + cell + "</row></sheetData></worksheet>",
                   book,
                   "book",
                   workbook::Extent::all)
            .without_value.size();
    };
    EXPECT_EQ(valueless("<c><f>1+2</f></c>"), 1U);
    EXPECT_EQ(valueless("<c><f>1+2</f><v></v></c>"), 1U);
    EXPECT_EQ(valueless("<c><f>1+2</f><v>3</v></c>"), 0U);
    EXPECT_EQ(valueless("<c t=\"str\"><f>\"\"</f><v></v></c>"), 0U);
    EXPECT_EQ(valueless("<c t=\"str\"><f>\"\"</f></c>"), 1U);
    // A nought that stands for a result which nobody has computed yet, as XlsxWriter writes it.
    EXPECT_EQ(valueless("<c><f>1+2</f><v>0</v></c>", true), 1U);
    EXPECT_EQ(valueless("<c><f>1-1</f><v>0</v></c>"), 0U);
    EXPECT_EQ(valueless("<c><f>1+2</f><v>3</v></c>", true), 0U);
    EXPECT_EQ(valueless("<c><v>0</v></c>", true), 0U);
}

TEST(XlsxSheet, TakesTheFirstCellOfAMergedAreaForEachOfItsRows) {
    const std::string rows =
        "<sheetData><row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>"
        "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row><row r=\"4\"><c r=\"C4\"><v>4</v></c></row>"
        "<row r=\"5\"><c r=\"B5\"><v>5</v></c></row></sheetData>";
    EXPECT_EQ(text_of(rows + "<mergeCells><mergeCell ref=\"A1:A4\"/></mergeCells>"),
              "1,2\n1,3\n1,,4\n,5\n");
    EXPECT_EQ(text_of(rows + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"),
              "1,2\n,3\n,,4\n,5\n");
    EXPECT_EQ(text_of(rows + "<mergeCells><mergeCell ref=\"B1:B5\"/></mergeCells>"),
              "1,2\n,3\n,2,4\n,5\n");
    EXPECT_EQ(text_of(rows + "<mergeCells><mergeCell ref=\"nonsense\"/></mergeCells>"),
              "1,2\n,3\n,,4\n,5\n");
}

TEST(XlsxSheet, TellsWhatIsHiddenInEitherSpelling) {
    const auto sheet = workbook::read_xlsx_sheet(
        "<worksheet><cols><col min=\"1\" max=\"2\" hidden=\"true\"/><col min=\"3\" max=\"9\" "
        "hidden=\"false\"/></cols><sheetData><row hidden=\"1\"><c><v>1</v></c></row>"
        "<row hidden=\"false\"><c><v>2</v></c></row><row hidden=\"true\"><c><v>3</v></c></row>"
        "<row hidden=\"true\"/></sheetData></worksheet>",
        {},
        "book",
        workbook::Extent::all);
    EXPECT_EQ(sheet.hidden_rows, (std::vector<std::size_t>{1, 3}));
    const auto warnings = workbook::sheet_warnings(sheet, "book");
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0].what, "rows 1, 3 are hidden, and read like the others");
    EXPECT_EQ(warnings[1].what, "column A is hidden, and read like the others");
}

TEST(XlsxSheet, RefusesWhatIsDamaged) {
    const std::pair<const char*, const char*> cases[] = {
        {"<row r=\"3\"/><row r=\"2\"/>", "row 2 comes after row 3"},
        {"<row r=\"1048577\"/>", "row 1048577"},
        {"<row r=\"1\"><c r=\"A2\"/></row>", "a cell A2 in row 1"},
        {"<row r=\"1\"><c r=\"!\"/></row>", "a cell ! in row 1"},
        {"<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", "has more than 4096 columns"},
        {"<c><v>1</v></c>", "a cell outside of its rows"},
        {"<row><c t=\"s\"><v>7</v></c></row>", "refers to text 7, which is not there: cell A1"},
        {"<row><c><v>1</c></row>", "mismatched tag"},
    };
    for (const auto& [inside, what] : cases) {
        EXPECT_THAT(refusal_of(options_for(xlsx(inside))), HasSubstr(what));
    }
    EXPECT_THAT(refusal_of(options_for(xlsx(""))), HasSubstr("no sheet that is shown"));
}

TEST(XlsxSheet, IsNoTextAndSaysSoWhereAnEncodingIsGiven) {
    auto options = options_for(xlsx("<row><c><v>chart</v></c></row>"));
    EXPECT_EQ(warnings_of(options), "");
    options.encoding = "latin1";
    EXPECT_THAT(warnings_of(options), HasSubstr("is a workbook, which has none"));
}

}  // namespace
}  // namespace exchange::workbook_xlsx_test
