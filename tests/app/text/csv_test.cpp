#include "app/text/csv.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/text/dialect.h"
#include "app/text/encoding.h"

namespace exchange::csv_test {
namespace {

using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

// The cells of good rows; a misquoted row as the one cell "!" and its text.
Rows read_all(std::string_view text, CsvDialect dialect = {}) {
    Rows rows;
    CsvReader reader(text, "f.csv", dialect);
    while (const auto* row = reader.next()) {
        rows.emplace_back(row->cells.begin(), row->cells.end());
        if (row->problem) {
            rows.back() = {"!" + std::string(row->raw)};
        }
    }
    return rows;
}

struct Case {
    std::string_view text;
    Rows rows;
};

TEST(CsvReader, ReadsCells) {
    const Case cases[] = {
        {"", {}},
        {"a", {{"a"}}},
        {"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        {"a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        {"a\r\nb\rc\nd", {{"a"}, {"b"}, {"c"}, {"d"}}},
        {",", {{"", ""}}},
        {"a,\n,b", {{"a", ""}, {"", "b"}}},
        {" a , b ", {{" a ", " b "}}},
        {"\"a,b\",c", {{"a,b", "c"}}},
        {"\"\",x", {{"", "x"}}},
        {"\"\"\n", {{""}}},
        {"\"a\nb\r\nc\rd\",e", {{"a\nb\r\nc\rd", "e"}}},
        {"\"ha \"\"ha\"\" ha\",\"\"\"\"", {{"ha \"ha\" ha", "\""}}},
        {"\"a\"\r\n\"b\"\r\"c\"", {{"a"}, {"b"}, {"c"}}},
        {"5\" needle,B \"B\"", {{"5\" needle", "B \"B\""}}},
        {" \"a\",b", {{" \"a\"", "b"}}},
        {"أحمد,\"حمدى\"", {{"أحمد", "حمدى"}}},
    };
    for (const auto& [text, rows] : cases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(read_all(text), rows);
    }
}

TEST(CsvReader, SetsMisquotedRowsApartAndReadsOn) {
    const Case cases[] = {
        {"\"a\"b,c\nd,e", {{"!\"a\"b,c"}, {"d", "e"}}},
        {"a,\"b\" ,c\r\nd,e,f", {{"!a,\"b\" ,c"}, {"d", "e", "f"}}},
        // A quote too many at the start of a line: its own line only.
        {"\"1,x,\"y z\",\"u\"\n2,\"v\"", {{"!\"1,x,\"y z\",\"u\""}, {"2", "v"}}},
        // It runs into the lines after it; they go with it, for nobody knows where it should end.
        {"\"1,x\n2,y\n\"3\",z\n4,w", {{"!\"1,x\n2,y\n\"3\",z"}, {"4", "w"}}},
        // Bare quotes in a cell of several lines: its later lines must not look like rows.
        {"1,\"so \"well\" now\nnext, line\nlast\",5\n6,\"x\",7",
         {{"!1,\"so \"well\" now\nnext, line\nlast\",5"}, {"6", "x", "7"}}},
        {"1,\"a \"b\" c\nd\n\",5\n6,7,8", {{"!1,\"a \"b\" c\nd\n\",5"}, {"6", "7", "8"}}},
        // Never closed: all the rest.
        {"a,b\n1,\"x\n2,y\n", {{"a", "b"}, {"!1,\"x\n2,y\n"}}},
        {"\"", {{"!\""}}},
    };
    for (const auto& [text, rows] : cases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(read_all(text), rows);
    }
}

TEST(CsvReader, SaysWhereARowIsMisquoted) {
    CsvReader reader("a,b\n1,\"x\ny\"z,3\n", "f.csv");
    reader.next();
    const auto* row = reader.next();
    ASSERT_TRUE(row->problem);
    EXPECT_EQ(row->problem->where, "f.csv:2");
    EXPECT_EQ(
        row->problem->what,
        "column 2: the quoted cell that starts \"x\" is closed on line 3, yet goes on: \"z,3\"");
    EXPECT_FALSE(row->problem->remedy.empty());

    CsvReader open("\"x\ny\",\"z", "f.csv");
    row = open.next();
    ASSERT_TRUE(row->problem);
    EXPECT_EQ(row->problem->where, "f.csv:2");
    EXPECT_EQ(
        row->problem->what,
        "column 2: the quote before \"z\" is never closed; the rest of the file was not read");
}

TEST(CsvReader, NumbersPhysicalLines) {
    CsvReader reader("a\n\n\r\n\"x\r\ny\rz\"\n\"bad\"bad\r\nb", "f.csv");
    const std::size_t lines[][2] = {{1, 1}, {4, 6}, {7, 7}, {8, 8}};
    for (const auto& [line, last_line] : lines) {
        const auto* row = reader.next();
        ASSERT_NE(row, nullptr);
        EXPECT_EQ(row->line, line);
        EXPECT_EQ(row->last_line, last_line);
    }
    EXPECT_EQ(reader.next(), nullptr);
    EXPECT_EQ(reader.next(), nullptr);
}

TEST(CsvReader, GivesTheRowAsItStandsInTheFile) {
    CsvReader reader("a, \"b\"\r\n\"c\nd\",\n", "f.csv");
    EXPECT_EQ(reader.next()->raw, "a, \"b\"");
    EXPECT_EQ(reader.next()->raw, "\"c\nd\",");
}

TEST(CsvReader, NoticesQuotesInsideUnquotedCells) {
    CsvReader reader("a,\"b\"\"\"\n5\",c\nd,e\n", "f.csv");
    EXPECT_FALSE(reader.next()->stray_quote);
    EXPECT_TRUE(reader.next()->stray_quote);
    EXPECT_FALSE(reader.next()->stray_quote);
}

TEST(CsvReader, SkipsBlanksAfterADelimiterWhenToldTo) {
    const CsvDialect dialect{.blanks_after = true};
    EXPECT_EQ(read_all("a, \"b, c\",  d, \n", dialect), (Rows{{"a", "b, c", "d", ""}}));
}

TEST(CsvReader, UnderstandsBackslashesWhenToldTo) {
    const CsvDialect dialect{.backslash = true};
    EXPECT_EQ(read_all(R"("48\"","8\'9\"","C:\\",a\"b,"x\n")", dialect),
              (Rows{{"48\"", "8\\'9\"", "C:\\", "a\\\"b", "x\\n"}}));
    EXPECT_EQ(read_all(R"("C:\",b)"), (Rows{{"C:\\", "b"}}));
}

TEST(CsvRagged, ComparesARowWithTheHeader) {
    CsvReader reader("1,2\n1\n1,2,3\n\"x\"y\n", "f.csv");
    EXPECT_EQ(ragged(*reader.next(), 2, "f.csv"), std::nullopt);
    const auto less = ragged(*reader.next(), 2, "f.csv");
    ASSERT_TRUE(less);
    EXPECT_EQ(less->where, "f.csv:2");
    EXPECT_EQ(less->what, "1 cell where the header has 2; the last is \"1\"");
    const auto more = ragged(*reader.next(), 2, "f.csv");
    ASSERT_TRUE(more);
    EXPECT_EQ(more->what, "3 cells where the header has 2; column 3 is \"3\"");
    EXPECT_EQ(ragged(*reader.next(), 2, "f.csv"), std::nullopt);  // it has a problem already
}

TEST(CsvLine, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(csv_line(Cells{"a", "", "1.5", "5 mm"}), "a,,1.5,5 mm\n");
    EXPECT_EQ(csv_line(Cells{"a,b", "c\"d", "e\nf", "g\rh"}),
              "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n");
    EXPECT_EQ(csv_line(Cells{" a", "b ", "c;d", "e\tf"}), "\" a\",\"b \",\"c;d\",\"e\tf\"\n");
    EXPECT_EQ(csv_line(Cells{"a|b", "c"}, '|'), "\"a|b\"|c\n");
    EXPECT_EQ(csv_line(Cells{""}), "\"\"\n");
    EXPECT_EQ(csv_line(Cells{"", ""}), ",\n");
}

// Cells made of what tables stumble over.
rc::Gen<std::string> cell() {
    const auto piece = rc::gen::element<std::string>("a",
                                                     "1",
                                                     " ",
                                                     "\"",
                                                     "\"\"",
                                                     ",",
                                                     ";",
                                                     "\t",
                                                     "|",
                                                     "\r",
                                                     "\n",
                                                     "\r\n",
                                                     "\\",
                                                     "'",
                                                     "é",
                                                     "أح",
                                                     "\uFEFF",
                                                     "\u00A0",
                                                     "😀");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const auto& each : pieces) {
                                text += each;
                            }
                            return text;
                        });
}

std::string write_all(const Rows& rows, char delimiter) {
    std::string text;
    for (const auto& row : rows) {
        text += csv_line(row, delimiter);
    }
    return text;
}

RC_GTEST_PROP(CsvLaw, WhatIsWrittenReadsBackTheSame, ()) {
    const auto row = rc::gen::nonEmpty(rc::gen::container<Cells>(cell()));
    const auto rows = *rc::gen::container<Rows>(row);
    const char delimiter = *rc::gen::element(',', ';', '\t', '|', ' ');
    RC_ASSERT(read_all(write_all(rows, delimiter), {.delimiter = delimiter}) == rows);
}

RC_GTEST_PROP(CsvLaw, AWrittenTableIsFoundOutWithoutBeingTold, ()) {
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    const auto rows = *rc::gen::container<Rows>(rc::gen::container<Cells>(width, cell()));
    const char delimiter = width == 1 ? ',' : *rc::gen::element(',', ';', '\t');
    const auto text = write_all(rows, delimiter);
    const auto decoded = decode(text, "f.csv");
    RC_ASSERT(decoded.text() == text);
    RC_ASSERT(rows.empty() || find_delimiter(text) == delimiter);
    RC_ASSERT(read_all(decoded.text(), {.delimiter = find_delimiter(text)}) == rows);
}

RC_GTEST_PROP(CsvLaw, AnyTextIsReadToItsEnd, ()) {
    const auto text = *cell();
    CsvReader reader(text, "f.csv");
    while (const auto* row = reader.next()) {
        RC_ASSERT(row->problem.has_value() == row->cells.empty());
    }
    RC_ASSERT(reader.position() == text.size());
}

TEST(GuardedCsvLine, KeepsASpreadsheetFromRunningACellAndLeavesTheRest) {
    EXPECT_EQ(guarded_csv_line(Cells{"=1+1", "+20 100", "-2+3", "@SUM(A1)"}),
              "'=1+1,'+20 100,'-2+3,'@SUM(A1)\n");
    EXPECT_EQ(guarded_csv_line(Cells{"\t=1", "\r=1", "\n=1"}), "\"'\t=1\",\"'\r=1\",\"'\n=1\"\n");
    EXPECT_EQ(guarded_csv_line(Cells{"\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"}),
              "'\uFF1D1,'\uFF0B1,'\uFF0D1,'\uFF201\n");
    EXPECT_EQ(guarded_csv_line(Cells{"-1.5", "1", "a=1", "", "2026-01-05"}),
              "-1.5,1,a=1,,2026-01-05\n");
    EXPECT_EQ(guarded_csv_line(Cells{"-", "-.5", "-1e3"}), "'-,'-.5,'-1e3\n");
}

}  // namespace
}  // namespace exchange::csv_test
