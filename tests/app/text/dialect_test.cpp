#include "app/text/dialect.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "schema/types/error.h"

namespace exchange::dialect_test {
namespace {

TEST(FindDelimiter, TakesTheOneThatCutsRowsAlike) {
    const std::pair<std::string_view, char> cases[] = {
        {"", ','},
        {"name\nAnna\n", ','},
        {"a,b\n1,2\n", ','},
        {"a;b\n1;2\n", ';'},
        {"a\tb\n1\t2\n", '\t'},
        {"a;b\n1,5;2,5\n", ';'},
        {"1,5;2,5\n1,7;3,5\n", ';'},  // no header, and as many commas in every row
        {"note,at\na; b,2024\nc; d; e,2025\n", ','},
        {"\"a;b;c\",d\n\"e;f;g\",h\n", ','},
        {"\"a\",\"b\"\n\"1\",\"2\"\n", ','},
        {"\"a\";\"b, c\"\n\"1\";\"2, 3\"\n", ';'},
        {"a,b,c\n1,2,3,4\n1,2\n1,2,3\n", ','},
        {"A title\n\na;b;c\n1;2;3\n", ';'},
        {"x,\"l1 a;b\nl2 a;b\nl3 a;b\"\n", ','},  // semicolons in every line of one quoted cell
        {"a;b\r1;2\r", ';'},
        {"a|b\n1,5|2\n", '|'},
        {"a|x,b\n1|y,2\n", ','},
    };
    for (const auto& [text, delimiter] : cases) {
        SCOPED_TRACE(text);
        EXPECT_EQ(find_delimiter(text), delimiter);
    }
}

TEST(ReadDelimiter, AcceptsNamesAndSigns) {
    const std::pair<std::string_view, CsvDialect> cases[] = {
        {",", {.delimiter = ','}},
        {"comma", {.delimiter = ','}},
        {"semicolon", {.delimiter = ';'}},
        {"tab", {.delimiter = '\t'}},
        {"\\t", {.delimiter = '\t'}},
        {"\t", {.delimiter = '\t'}},
        {"pipe", {.delimiter = '|'}},
        {"|", {.delimiter = '|'}},
        {" ", {.delimiter = ' '}},
        {", ", {.delimiter = ',', .blanks_after = true}},
    };
    for (const auto& [told, dialect] : cases) {
        SCOPED_TRACE(told);
        EXPECT_EQ(read_delimiter(told), dialect);
    }
}

TEST(ReadDelimiter, RefusesWhatCannotStandBetweenCells) {
    for (const auto told : {"", "\"", "\" ", "\n", "a", "7", "ab", ",,", ",  ", "  ", "،"}) {
        SCOPED_TRACE(told);
        EXPECT_THROW(read_delimiter(told), schema::Error);
    }
}

TEST(DelimiterLine, IsWhatExcelIsToldTheDelimiterBy) {
    for (const auto* text : {"sep=;\na;b\n", "SEP=;\ra", "sep=;\r\n", "\"sep=;\"\na;b"}) {
        SCOPED_TRACE(text);
        ASSERT_TRUE(delimiter_line(text));
        EXPECT_EQ(delimiter_line(text)->delimiter, ';');
    }
    EXPECT_EQ(delimiter_line("sep=;\r\na")->size, 7U);
    EXPECT_EQ(delimiter_line("sep=\t\na")->delimiter, '\t');
    for (const auto* text : {"", "sep=", "sep=;", "sep=;x\n", "sep=x\n", "sep;a\n", "\"sep=;\n"}) {
        EXPECT_FALSE(delimiter_line(text)) << text;
    }
}

}  // namespace
}  // namespace exchange::dialect_test
