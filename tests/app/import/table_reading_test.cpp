// From the bytes of a CSV file to its header and rows.

#include <string>

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "tests/app/import/import_example.h"
#include "tests/app/import/workbook_example.h"

namespace exchange::table_reading_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using workbook_example::options_for;
using workbook_example::refusal_of;
using workbook_example::rows_of;
using workbook_example::warnings_of;

std::string rows_told(const std::string& text,
                      const std::vector<std::string>& map,
                      const std::optional<std::string>& header_row = {}) {
    auto options = options_for(text);
    options.map = map;
    options.header_row = header_row;
    return rows_of(options);
}

// https://github.com/plaintextaccounting/hledger/issues/79
TEST(HeaderOfATable, IsFoundBelowTitles) {
    const std::string titled = "Visits of 2026,,\nprinted,2026-02-05,\n\nchart,visit,IGA\nC1,x,3\n";
    EXPECT_EQ(rows_of(options_for(titled)), "4: chart|visit|IGA\n5: C1|x|3\n");
    EXPECT_EQ(warnings_of(options_for(titled)),
              "book: lines 1 to 2 stand above the header, line 4\n");
    const std::string bare = "Visits of 2026\nchart;visit;IGA\nC1;x;3\n";
    EXPECT_EQ(rows_of(options_for(bare)), "2: chart|visit|IGA\n3: C1|x|3\n");
}

TEST(HeaderOfATable, IsTheFirstRowWhereThatMayBeOne) {
    for (const auto* text : {
             "chart,visit,iga,,\nC1,x,3,y,z\n",           // some columns without a name
             "chart,note\nC1,\nC2,\n",                    // and hardly any cell filled
             "note\nx, y\n",                              // one column
             "title,,\n1,2,3\n4,5,6\n",                   // numbers are no header
             "title,,\n2026-01-05,a,b\n2026-01-06,a,b\n"  // nor are dates
         }) {
        SCOPED_TRACE(text);
        EXPECT_THAT(rows_of(options_for(text)), testing::StartsWith("1: "));
        EXPECT_EQ(warnings_of(options_for(text)), "");
    }
}

TEST(HeaderOfATable, IsWhereAllHeadersStandThatAreTold) {
    const std::string text = "chart,x,y\nchart,visit,iga\nC1,2026-01-05,3\n";
    EXPECT_THAT(rows_told(text, {"patient=chart", "at=visit"}),
                HasSubstr("2: chart|visit|iga\n3: "));
    EXPECT_THAT(rows_told(text, {"patient=chart", "at=#2"}), HasSubstr("1: chart|x|y\n2: "));
    EXPECT_THAT(rows_told(text, {"patient=chart", "at=Day"}), HasSubstr("1: chart|x|y\n2: "));
}

TEST(HeaderOfATable, IsWhereItIsSaidToBe) {
    const std::string text = "1,2\n3,4\n\na,b\n5,6\n";
    EXPECT_EQ(rows_told(text, {}, "4"), "4: a|b\n5: 5|6\n");
    EXPECT_EQ(rows_told(text, {}, "2"), "2: 3|4\n4: a|b\n5: 5|6\n");
    EXPECT_EQ(rows_told(text, {}, "2-4"), "4: 3 a|4 b\n5: 5|6\n");
    auto options = options_for(text);
    for (const auto& [told, what] : {std::pair("3", "book:3: is blank or not there"),
                                     std::pair("9", "book:9: is blank or not there"),
                                     std::pair("0", "--header-row: \"0\" is no line"),
                                     std::pair("x", "is no line"),
                                     std::pair("4-2", "is no line"),
                                     std::pair("1-9", "is no line"),
                                     std::pair("-1", "is no line")}) {
        options.header_row = told;
        EXPECT_THAT(refusal_of(options), HasSubstr(what)) << told;
    }
    options.header_row = "1";
    options.no_header = true;
    EXPECT_THAT(refusal_of(options), HasSubstr("--no-header was said"));
    std::string far(3000, '\n');
    far += "x,y\n" + std::string("1,2\n") + "a,b\n3,4\n";
    EXPECT_EQ(rows_told(far, {}, "3003"), "3003: a|b\n3004: 3|4\n");
}

TEST(HeaderOfATable, OfTwoRowsNamesGroupsBeforeColumns) {
    EXPECT_EQ(joined_header({"Chart", "First", "", "Second"}, {"", "Date", "IGA", "Date"}),
              (std::vector<std::string>{"Chart", "First Date", "First IGA", "Second Date"}));
    EXPECT_EQ(joined_header({"Chart", "", "Visit"}, {"Chart", "Name", "IGA", "GAGS"}),
              (std::vector<std::string>{"Chart", "Name", "Visit IGA", "Visit GAGS"}));
}

TEST(HeaderOfATable, IsAskedForWhereTwoRowsMayBeIt) {
    auto told = options_for("chart,,b\nx,y,z\n1,2,3\n");
    told.map = {"patient=chart"};
    EXPECT_EQ(refusal_of(told), "");
    told.map = {"patient=chart y"};
    EXPECT_THAT(refusal_of(told), HasSubstr("names groups"));
    EXPECT_THAT(refusal_of(options_for("a,,b\nx,y,z\n1,2,3\n")), HasSubstr("names groups"));
    for (const auto* text :
         {"a,,b\n1,2,3\n4,5,6\n", "a,c,b\nx,y,z\n1,2,3\n", "a,,b\nx,y,z\np,q,r\n"}) {
        EXPECT_EQ(refusal_of(options_for(text)), "") << text;
    }
}

// https://github.com/PowerShell/PowerShell/issues/7776
TEST(DelimiterLine, NamesTheDelimiterAndIsNoRow) {
    EXPECT_EQ(rows_of(options_for("sep=;\r\nchart;a,b\r\nC1;2\r\n")), "2: chart|a,b\n3: C1|2\n");
    EXPECT_EQ(rows_of(options_for("\xEF\xBB\xBF\"sep=|\"\nchart|b\nC1|2\n")),
              "2: chart|b\n3: C1|2\n");
    auto told = options_for("sep=;\nchart;b,c\nC1;2,3\n");
    told.delimiter = ",";
    EXPECT_EQ(rows_of(told), "2: chart;b|c\n3: C1;2|3\n");
}

// https://github.com/SORMAS-Foundation/SORMAS-Project (Lagos.csv)
TEST(RowsQuotedAsAWhole, AreReadAsWhatIsInside) {
    EXPECT_EQ(rows_of(options_for("\"a;\"\"b;c\"\";d\"\n\"1;2;3\"\n")), "1: a|b;c|d\n2: 1|2|3\n");
    EXPECT_EQ(rows_of(options_for("\"a,\"\"b\"\"\"\n\"1,\"\"x\ny\"\"\"\n\"2,z\"\n")),
              "1: a|b\n2: 1|x\ny\n4: 2|z\n");
    for (const auto* text : {"\"Doe, John\"\n\"Roe, Jane\"\n",  // one column of names
                             "\"a,b,c\"\n\"1,2\"\n",
                             "\"a,b,c\"\n1,2,3\n"}) {
        EXPECT_EQ(warnings_of(options_for(text)).find("quoted as a whole"), std::string::npos)
            << text;
    }
}

class ImportOfASheet : public ImportTest {};

// https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/2186
TEST_F(ImportOfASheet, PassesBlankRowsOverAndCountsThem) {
    auto options = rows("scores",
                        "patient,at,iga,,\nC2,2026-01-05,4,,\n,,,,\nC2,2026-02-05,3,,\n,\n"
                        "\" \",,\u00A0,,\n");
    options.create_patients = true;
    const auto report = import(options);
    EXPECT_EQ(report.records, 2U);
    EXPECT_EQ(report.rows_blank, 3U);
    EXPECT_THAT(import_sentence(report), HasSubstr("; 3 blank rows were passed over"));
    EXPECT_EQ(import_report_json(report)["rows_blank"], 3);
    EXPECT_EQ(import_report_json(report)["header_row"], 1);
}

// https://github.com/t8y2/dbx/issues/3224
TEST_F(ImportOfASheet, HasNoPatientInARowOfTotals) {
    for (const auto* label : {"Total", "SUM:", "Grand total", "Moyenne", "المجموع", "المتوسط"}) {
        SCOPED_TRACE(label);
        auto options = rows("scores",
                            std::string("place,patient,at,iga\nroom 1,C1,2026-01-05,4\n") + label +
                                ",C1,2026-01-05,4\n,,,\n");
        options.create_patients = true;
        const auto problems = refusal(options);
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_THAT(problems[0].where, testing::EndsWith("rows.csv:3"));
        EXPECT_THAT(problems[0].what, HasSubstr("as a row of totals does"));
        options.confirm = {"implausible"};
        options.dry_run = true;
        EXPECT_THAT(import(options).problems, IsEmpty());
    }
}

TEST_F(ImportOfASheet, SaysWhichOneItWas) {
    auto options = rows("patients", "");
    options.content = workbook_example::xlsx(
        "<row r=\"2\"><c t=\"str\"><v>chart</v></c></row>"
        "<row r=\"5\"><c><v>1</v></c></row>");
    options.dry_run = true;
    const auto report = import(options);
    const auto json = dry_run_json(report);
    EXPECT_EQ(json["encoding"], "xlsx");
    EXPECT_EQ(json["sheet"], "One");
    EXPECT_EQ(json["sheets"], OrderedJson::array({"One"}));
    EXPECT_EQ(json["header_row"], 2);
    EXPECT_EQ(json["rows_blank"], 2);
    EXPECT_EQ(json["rows"][0]["line"], 5);
    EXPECT_THAT(dry_run_text(report), HasSubstr("rows.csv: sheet One, 1 row; 2 blank rows"));
}

TEST_F(ImportOfASheet, PutsItsBadRowsIntoAFileAsTheyWere) {
    auto options = rows("patients",
                        workbook_example::xlsx(
                            "<row r=\"2\"><c t=\"str\"><v>chart</v></c><c t=\"str\"><v>born</v></c>"
                            "</row><row r=\"5\"><c><v>1</v></c><c t=\"str\"><v>soon</v></c></row>"
                            "<row r=\"6\"><c><v>2</v></c></row>"));
    options.keep_good = true;
    const auto report = import(options);
    EXPECT_EQ(report.records, 1U);
    std::ifstream file(report.rejected_file);
    std::string header;
    std::string row;
    std::getline(file, header);
    std::getline(file, row);
    EXPECT_EQ(header, "chart,born,reason");
    EXPECT_THAT(row, testing::StartsWith("1,soon,"));
}

}  // namespace
}  // namespace exchange::table_reading_test
