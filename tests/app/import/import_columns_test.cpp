// Which columns are taken for what: none is dropped, and none taken, without a word.

#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"

namespace exchange::import_columns_test {
namespace {

using testing::HasSubstr;

class ImportColumns : public ImportTest {
  protected:
    exchange::ImportOptions score_rows(std::string_view text,
                                       std::vector<std::string> map = {}) const {
        auto options = rows("scores", text);
        options.create_patients = true;
        options.map = std::move(map);
        return options;
    }
};

TEST_F(ImportColumns, ARegionBesideTheColumnOfAnInstrumentIsWhereItWasTaken) {
    const std::string head = "patient,at,site,iga,tewl\n";
    const auto sites =
        score_rows(head + "A,2024-01-05,chin,1,8\nA,2024-01-05,forehead,3,\nA,2024-02-05,,2,\n",
                   {"region=site", "iga=iga", "tewl=tewl"});
    EXPECT_EQ(import(sites).records, 4U);
    EXPECT_EQ(scores("A"),
              "iga 2024-02-05 2\niga@chin 2024-01-05 1\niga@forehead 2024-01-05 3\n"
              "tewl@chin 2024-01-05 8\n");
    EXPECT_EQ(import(sites).rows_in_book, 3U);

    const auto scalp = refusal(
        score_rows(head + "A,2024-03-05,scalp,2,7\n", {"region=site", "iga=iga", "tewl=tewl"}));
    ASSERT_EQ(scalp.size(), 1U);
    EXPECT_THAT(scalp[0].what, HasSubstr("region: \"scalp\" is not one of forehead"));
    auto set = score_rows("patient,at,iga\nB,2024-01-05,1\n");
    set.set = {"region=scalp"};
    EXPECT_EQ(refusal(set).size(), 1U);
    set.set = {"region=nose"};
    import(set);
    EXPECT_EQ(scores("B"), "iga@nose 2024-01-05 1\n");
}

TEST_F(ImportColumns, ARegionMayNotContradictTheOneOfTheColumn) {
    const auto row = [&](const std::string& region) {
        return score_rows("patient,at,region,tewl@nose\nA,2024-01-05," + region + ",8\n");
    };
    EXPECT_THAT(refusal(row("chin"))[0].what, HasSubstr("is of nose, but the region of the row"));
    import(row("nose"));
    EXPECT_EQ(scores("A"), "tewl@nose 2024-01-05 8\n");
}

TEST_F(ImportColumns, ThatOnlyHaveAnInstrumentsNameAreProposed) {
    const std::string text = "patient,at,Grade,fitzpatrick,hydration\nA,2024-01-01,2,III,55\n";
    const auto report = import(score_rows(text, {"iga=Grade"}));
    EXPECT_EQ(report.records, 1U);
    ASSERT_EQ(report.warnings.size(), 2U);
    EXPECT_THAT(report.warnings[0].where, HasSubstr("column 4 \"fitzpatrick\""));
    EXPECT_EQ(report.warnings[1].remedy, "if it holds its values, say --map hydration=#5");
    const auto both = import(score_rows(text, {"iga=Grade", "hydration=#5"}));
    EXPECT_EQ(both.records, 1U);
    EXPECT_EQ(both.warnings.size(), 1U);
    // Where no instrument is told, the names tell them; and of long rows another column does.
    EXPECT_EQ(import(score_rows("patient,at,iga,hydration\nB,2024-01-01,2,55\n")).records, 2U);
    const auto by_row =
        import(score_rows("patient,at,instrument,value,hydration\nC,2024-01-01,iga,2,55\n"));
    EXPECT_EQ(by_row.records, 1U);
    EXPECT_EQ(by_row.warnings.size(), 1U);
}

TEST_F(ImportColumns, AFirstLineThatLooksLikeDataIsAskedAbout) {
    const std::string numbers = "0,12,1\n1,13,2\n";
    auto options = score_rows(numbers, {"patient=#row", "gags=#2"});
    options.set = {"at=2024-01-05"};
    const auto problems = refusal(options);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].where, HasSubstr("rows.csv:1"));
    EXPECT_EQ(problems[0].what, "the first line looks like data: column 2 \"12\"");
    EXPECT_THAT(problems[0].remedy, HasSubstr("--no-header"));
    EXPECT_THAT(problems[0].remedy, HasSubstr("--header"));
    options.header = true;
    EXPECT_EQ(import(options).records, 1U);
    options = score_rows(numbers, {"patient=#row", "gags=#2"});
    options.set = {"at=2024-02-05"};
    options.no_header = true;
    EXPECT_EQ(import(options).records, 2U);

    const std::vector<std::string> by_place{"patient=#1", "at=#2", "iga=#3"};
    EXPECT_EQ(refusal(score_rows("C1,2024-01-05,3\nC2,2024-01-05,2\n", by_place)).size(), 1U);
    EXPECT_EQ(import(score_rows("Chart,Visit,Grade\nC1,2024-01-05,3\n", by_place)).records, 1U);
    const std::vector<std::string> by_text{"patient=C1", "at=2024-01-05", "iga=3"};
    EXPECT_EQ(refusal(score_rows("C1,2024-01-05,3\nC2,2024-01-05,2\n", by_text)).size(), 1U);
    auto charts = rows("patients", "A1,female\nA2,male\n");
    charts.map = {"chart=#1", "sex=#2"};
    EXPECT_THAT(refusal(charts)[0].what, HasSubstr("looks like data: column 1 \"A1\""));
    charts = rows("patients", "No1,Sex\nA2,male\n");
    charts.map = {"chart=#1", "sex=#2"};
    charts.header = true;
    EXPECT_EQ(import(charts).records, 1U);
}

TEST_F(ImportColumns, OfAFirstLineOfDataNoPersonsDataIsShown) {
    auto options = rows("patients", "A1,1990-01-05\nA2,1991-02-06\n");
    const auto problems = refusal(options);
    EXPECT_THAT(problems.back().what, HasSubstr("the first line looks like data: column 1"));
    options.map = {"born=#2", "chart=#1"};
    EXPECT_THAT(refusal(options).back().what, HasSubstr("looks like data: column"));
    // Headers of a wide table may be numbers: one that is used by its name is one.
    auto wide = score_rows("patient,0,8\nA,12,11\n", {"gags@0w=#2", "gags@8w=#3"});
    wide.origin = "2024-01-01";
    EXPECT_EQ(import(wide).records, 2U);
}

}  // namespace
}  // namespace exchange::import_columns_test
