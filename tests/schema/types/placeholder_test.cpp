#include "schema/types/placeholder.h"

#include <gtest/gtest.h>

namespace schema::placeholder_test {
namespace {

TEST(SpreadsheetError, IsWhatAnyProgramInAnyLanguageLeavesOfAValue) {
    for (const auto* text : {"#N/A",
                             "#n/a ",
                             "#REF!",
                             "#VALUE!",
                             "#DIV/0!",
                             "#NAME?",
                             "#NUM!",
                             "#NULL!",
                             "#SPILL!",
                             "#ERROR!",
                             "#BEZUG!",
                             "#NV",
                             "#ÜBERLAUF!",
                             "####",
                             "Err:502",
                             "＃ＲＥＦ！",
                             "#GETTING_DATA"}) {
        EXPECT_TRUE(is_spreadsheet_error(text)) << text;
    }
    for (const auto* text :
         {"", "#", "#12", "#A", "C#1?x=y", "REF!", "Err", "Err: why", "#1!", "# 5", "N/A"}) {
        EXPECT_FALSE(is_spreadsheet_error(text)) << text;
    }
}

TEST(ShortenedNumber, HasAnExponentAsASpreadsheetWritesIt) {
    for (const auto* text :
         {"1.00123E+11", "2.00E+05", "1,00E+05", "1E+05", "1e+5", "1.5E11", "١٫٥E+11"}) {
        EXPECT_EQ(is_shortened_number(text), std::string_view(text) != "١٫٥E+11") << text;
    }
    for (const auto* text : {"",
                             "E+05",
                             "1E5",
                             "2E-5",
                             "E12",
                             "1.E+05",
                             "A1E+05",
                             "C-1E+",
                             "12",
                             "1.5",
                             "10E",
                             "1.5.2E+05"}) {
        EXPECT_FALSE(is_shortened_number(text)) << text;
    }
}

TEST(Placeholder, IsAWordForNotKnownOrNoWordAtAll) {
    for (const auto* text : {"-",    "–",     "—",   "--",        "?",       "???",     "…",
                             ".",    "0",     "000", "٠",         "unknown", "UNKNOWN", "(unknown)",
                             "N/A",  "n.a.",  "NaN", "none",      "null",    "<NULL>",  "nil",
                             "test", "Test ", "tbd", "غير معروف", "مجهول",   "لا يوجد"}) {
        EXPECT_TRUE(is_placeholder(text)) << text;
    }
    for (const auto* text : {"A",
                             "1",
                             "10",
                             "C-0",
                             "0A",
                             "Nana",
                             "N-1",
                             "test-1",
                             "Unknown 7",
                             "Tester",
                             "+",
                             "%",
                             "😀",
                             "#",
                             "علي"}) {
        EXPECT_FALSE(is_placeholder(text)) << text;
    }
}

TEST(SummaryLabel, IsOfARowThatSumsUpASheet) {
    for (const auto* text : {"Total",
                             "TOTAL:",
                             " total ",
                             "T o t a l",
                             "Sub-total",
                             "Subtotal",
                             "Grand Total",
                             "Sum",
                             "Average",
                             "Mean",
                             "Count",
                             "المجموع",
                             "المجموع:",
                             "المتوسط",
                             "الإجمالي",
                             "الاجمالى",
                             "إجمالي"}) {
        EXPECT_TRUE(is_summary_label(text, false)) << text;
    }
    for (const auto* text : {"Total (12)", "total: 4", "Average IGA", "Sum of scores", "Total=3"}) {
        EXPECT_TRUE(is_summary_label(text, true)) << text;
        EXPECT_FALSE(is_summary_label(text, false)) << text;
    }
    for (const auto* text : {"", "T1", "Totally", "SUM-12", "Summer", "Counter", "Meaney", "7"}) {
        EXPECT_FALSE(is_summary_label(text, true)) << text;
    }
}

TEST(OddName, HasWhatNobodysNameHas) {
    for (const auto* text : {"-",
                             "،",
                             "12",
                             ".حسنى",
                             ",x",
                             "عبد\\اللطيف",
                             "M?na",
                             "M\uFFFDna",
                             "mona@example",
                             "--",
                             "- Mona"}) {
        EXPECT_TRUE(is_odd_name(text)) << text;
    }
    for (const auto* text : {"Mona Adel",
                             "O'Neill",
                             "’t Hooft",
                             "Jr.",
                             "Mona (2)",
                             "J. R. Smith",
                             "Anne-Marie",
                             "عبد اللطيف",
                             "د. حسنى",
                             "Li",
                             "李",
                             "Adel, Mona"}) {
        EXPECT_FALSE(is_odd_name(text)) << text;
    }
}

}  // namespace
}  // namespace schema::placeholder_test
