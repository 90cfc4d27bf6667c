// The workbooks and text files in files/: what comes out of each, by the programs that made them.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/import/workbook_example.h"

namespace exchange::workbook_files_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using workbook_example::refusal_of;
using workbook_example::rows_of;
using workbook_example::warnings_of;

ImportOptions options_of(const std::string& name) {
    ImportOptions options;
    options.file = std::filesystem::path(SOURCE_DIR) / "tests/app/import/files" / name;
    return options;
}

std::string rows_of_file(const std::string& name) {
    return rows_of(options_of(name));
}

std::string warnings_of_file(const std::string& name) {
    return warnings_of(options_of(name));
}

TEST(FilesThatClinicsHave, ComeInAsTheyAre) {
    const std::string visits =
        "1: chart|day|time|visit|improved|length|seen|depth\n"
        "2: 00041|2026-01-05|10:30|2026-01-05T10:30:00|7%|27:00|true|0.3\n"
        "3: 00042|2026-01-06|10:30|2026-01-06T10:30:00|14%|27:00|false|0.3\n"
        "4: 00043|2026-01-07|10:30|2026-01-07T10:30:00|21%|27:00|true|0.3\n"
        "5: 00044|2026-01-08|10:30|2026-01-08T10:30:00|28%|27:00|false|0.3\n";
    const std::string people =
        "1: رقم الملف|الاسم|تاريخ الميلاد\n"
        "2: 1001|منى عادل|1990-01-02\n3: 1002|سارة نبيل|1991-02-03\n";
    const std::pair<const char*, std::string> cases[] = {
        {"openpyxl_scores.xlsx",
         "1: chart|visit|iga\n2: C1|2026-01-05|1\n3: C2|2026-01-06T10:00:00|2\n"
         "4: C3|2026-01-07|3\n"},
        {"openpyxl_sheets.xlsx", people},
        {"libreoffice_sheets.ods", people},
        {"xlsxwriter_visits.xlsx", visits},
        {"libreoffice_visits.ods", visits},
        {"xlsxwriter_1904.xlsx", "1: chart|visit|iga|twice\n2: C1|2026-01-05|3|6\n"},
        {"excel_rich.xlsx",
         "1: chart|visit|iga|note\n2: C1|2026-01-05|3|much better\n"
         "4: C2|2026-01-06T14:30:00|2|two\nlines \n"},
        {"excel_macros.xlsm", "1: chart|visit|iga|note\n2: C1|2026-01-05|3|#N/A\n"},
        {"excel_mac.xlsx", "1: chart|visit|iga|note\n2: C1|2026-01-05|3|\n"},
        {"excel_totals.xlsx",
         "4: chart|visit|iga\n5: C1|2026-01-05|3\n7: C2|2026-01-06|2\n9: المجموع||5\n"},
        {"libreoffice_formula.xlsx",
         "1: chart|visit|iga\n2: C1|2026-01-05|3\n3: C2|2026-01-05|2\n"},
        {"excel_french.csv",
         "2: dossier|nom|zone|sévérité\n3: 1|Amélie Dupré|joue gauche|modérée\n"
         "4: 2|Hélène Périer|front|légère\n5: 3|Cédric Évrard|menton|sévère\n"},
        {"excel_arabic.csv",
         "1: chart|name_ar|sex\n2: 1001|منى عادل|أنثى\n3: 1002|سارة نبيل|أنثى\n"
         "4: 1003|أحمد علي|ذكر\n"},
        {"excel_unicode.txt", "1: chart|visit|iga\n2: C1|2026-01-05|3\n3: C2|2026-01-06|2\n"},
        {"wrapped.csv", "1: chart|visit|iga\n2: C1|2026-04-05|2\n3: C2|2026-04-06|3\n"},
        {"title_and_blanks.csv",
         "3: chart|visit|iga|\n4: C1|2026-06-01|3|\n7: C2|2026-06-02|2|\n8: Total||5|\n"},
        {"numbers_export.csv", "2: chart|visit|iga\n3: C1|2026-01-05|3\n4: C2|2026-01-06|2\n"},
    };
    for (const auto& [name, rows] : cases) {
        SCOPED_TRACE(name);
        EXPECT_EQ(rows_of_file(name), rows);
    }
}

TEST(FilesThatClinicsHave, AskWhereTheirHeaderIsInDoubtAndComeInOnceItIsSaid) {
    const std::string header = "Chart|First Date|First IGA|Second Date|Second IGA\n";
    for (const auto* name : {"openpyxl_merged.xlsx", "libreoffice_merged.ods"}) {
        SCOPED_TRACE(name);
        auto options = options_of(name);
        EXPECT_THAT(refusal_of(options),
                    HasSubstr(":2: names groups, it seems, of the columns that line 3 names"));
        options.header_row = "2-3";
        EXPECT_EQ(rows_of(options),
                  "3: " + header +
                      "4: C1|2026-01-05|4|2026-02-02|3\n"
                      "5: C1|2026-01-06|4|2026-02-03|2\n");
    }
    auto options = options_of("two_headers.csv");
    EXPECT_THAT(refusal_of(options), HasSubstr(":1: names groups, it seems"));
    options.header_row = "1-2";
    EXPECT_EQ(
        rows_of(options),
        "2: " + header + "3: C1|2026-01-05|4|2026-02-05|3\n4: C2|2026-01-06|3|2026-02-06|1\n");
}

TEST(FilesThatClinicsHave, AreReadFromTheSheetThatIsSaid) {
    for (const auto* name : {"openpyxl_sheets.xlsx", "libreoffice_sheets.ods"}) {
        SCOPED_TRACE(name);
        auto options = options_of(name);
        options.sheet = "Visits";
        EXPECT_EQ(rows_of(options), "1: chart|visit|iga\n2: 1001|2026-01-05|3\n");
        options.sheet = "Cover";  // a hidden one, once it is said
        EXPECT_EQ(rows_of(options), "1: Clinic of the Nile\n");
        options.sheet = "Vistis";
        EXPECT_THAT(refusal_of(options), HasSubstr("has no sheet \"Vistis\""));
    }
    auto text = options_of("wrapped.csv");
    text.sheet = "Visits";
    EXPECT_THAT(refusal_of(text), HasSubstr("is no workbook"));
}

TEST(FilesThatClinicsHave, SayWhatWasUnderstoodOtherwiseThanItIsWritten) {
    EXPECT_THAT(warnings_of_file("openpyxl_sheets.xlsx"),
                HasSubstr("sheet \"المرضى\" is read; not read: \"Visits\"\n"));
    for (const auto* name : {"xlsxwriter_visits.xlsx", "libreoffice_visits.ods"}) {
        EXPECT_THAT(warnings_of_file(name),
                    AllOf(HasSubstr("row 3 is hidden, and read"),
                          HasSubstr("column G is hidden, and read")));
    }
    EXPECT_THAT(warnings_of_file("excel_macros.xlsm"), HasSubstr("holds macros"));
    EXPECT_THAT(warnings_of_file("excel_totals.xlsx"),
                HasSubstr("lines 1 to 2 stand above the header, line 4"));
    EXPECT_THAT(warnings_of_file("excel_arabic.csv"),
                HasSubstr("read as windows-1256, which fits"));
    EXPECT_THAT(warnings_of_file("excel_french.csv"),
                HasSubstr("read as windows-1252, which fits"));
    EXPECT_THAT(warnings_of_file("wrapped.csv"), HasSubstr("every row is quoted as a whole"));
    EXPECT_EQ(warnings_of_file("openpyxl_scores.xlsx"), "");
    EXPECT_EQ(warnings_of_file("excel_rich.xlsx"), "");
}

// openpyxl writes formulas without their results; LibreOffice computed and kept them.
TEST(FilesThatClinicsHave, HaveAProblemInEachRowWithAFormulaThatNobodyComputed) {
    EXPECT_EQ(rows_of_file("openpyxl_formula.xlsx"),
              "1: chart|visit|iga\n"
              "2: C1|2026-01-05| !cell C2 has a formula without a kept value\n"
              "3: C2|2026-01-05|2\n");
}

}  // namespace
}  // namespace exchange::workbook_files_test
