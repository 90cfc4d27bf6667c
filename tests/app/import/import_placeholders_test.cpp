// What a sheet holds where nobody is named becomes no patient.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"

namespace exchange::import_placeholders_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ImportPlaceholders : public ImportTest {
  protected:
    // Both hold their rows themselves.
    exchange::ImportOptions visit_of(const std::string& chart) const {
        auto options = rows("scores", "");
        options.content = "patient,at,iga\nT1,2026-01-05,3\n" + chart + ",2026-01-05,3\n";
        options.create_patients = true;
        return options;
    }
    exchange::ImportOptions patient(const std::string& chart) const {
        auto options = rows("patients", "");
        options.content = "chart,sex\n" + chart + ",female\n";
        return options;
    }
};

TEST_F(ImportPlaceholders, ErrorsOfASpreadsheetAreRefusedWithTheirLine) {
    for (const auto* chart : {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"}) {
        SCOPED_TRACE(chart);
        for (auto options : {visit_of(chart), patient(chart)}) {
            options.confirm = {"implausible"};
            const auto problems = refusal(options);
            ASSERT_EQ(problems.size(), 1U);
            EXPECT_THAT(problems[0].where, HasSubstr("rows.csv:"));
            EXPECT_THAT(problems[0].what, HasSubstr("is an error of a spreadsheet"));
            EXPECT_THAT(problems[0].remedy, HasSubstr("look up in the sheet"));
        }
        EXPECT_EQ(refusal(rows("patients",
                               std::string("chart,name,contact\n1,") + chart + "," + chart + "\n"))
                      .size(),
                  2U);
    }
    EXPECT_EQ(import(visit_of("#12")).patients_created, 2U);
}

TEST_F(ImportPlaceholders, ShortenedNumbersAreRefused) {
    for (const auto* chart : {"1.00123E+11", "2.00E+05", "\"1,00E+05\""}) {
        const auto problems = refusal(visit_of(chart));
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].remedy, "format the column as text and save again");
        EXPECT_EQ(refusal(patient(chart)).size(), 1U);
    }
    EXPECT_EQ(import(visit_of("2E05")).patients_created, 2U);
}

TEST_F(ImportPlaceholders, WordsForNobodyAndTotalsAreAskedBackBeforeAnybodyIsRegistered) {
    for (const auto* chart : {"-",
                              "—",
                              "?",
                              "unknown",
                              "nan",
                              "N/A",
                              "none",
                              "null",
                              "0",
                              "Test",
                              "Total",
                              "Grand total:",
                              "AVERAGE",
                              "المجموع",
                              "الإجمالي",
                              "Total (2)"}) {
        SCOPED_TRACE(chart);
        for (auto options : {visit_of(chart), patient(chart)}) {
            const auto problems = refusal(options);
            ASSERT_EQ(problems.size(), 1U);
            EXPECT_THAT(problems[0].what, HasSubstr("implausible: "));
            EXPECT_THAT(problems[0].what, HasSubstr(fmt::format("\"{}\"", chart)));
        }
        auto unknown = visit_of(chart);
        unknown.create_patients = false;
        EXPECT_THAT(refusal(unknown).back().what, HasSubstr("implausible: "));
    }
    EXPECT_THAT(all<schema::Patient>(), IsEmpty());
    auto meant = visit_of("0");
    meant.confirm = {"implausible"};
    EXPECT_EQ(import(meant).patients_created, 2U);
    // Who is in the book is not asked of.
    EXPECT_EQ(import(rows("scores", "patient,at,iga\n0,2026-02-05,3\n")).records, 1U);
}

TEST_F(ImportPlaceholders, NamesThatAreNoneAreAskedBackWithoutTheName) {
    for (const auto* name :
         {"-", "،", "nan", "Total", "عبد\\اللطيف", "\u200Fامين\u200F", ".حسنى"}) {
        SCOPED_TRACE(name);
        for (const auto* field : {"name", "name_ar"}) {
            const auto problems =
                refusal(rows("patients", std::string("chart,") + field + "\n1," + name + "\n"));
            ASSERT_EQ(problems.size(), 1U);
            EXPECT_THAT(problems[0].what, HasSubstr("implausible: name"));
            EXPECT_THAT(problems[0].what, Not(HasSubstr("لطيف")));
        }
    }
    EXPECT_EQ(import(rows("patients", "chart,name\n1,عبد اللطيف\n2,O'Neill\n")).records, 2U);
}

}  // namespace
}  // namespace exchange::import_placeholders_test
