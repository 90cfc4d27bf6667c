#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import/dry_run.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_problems_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class ImportProblems : public ImportTest {
  protected:
    static std::string text_of(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    // What an import says whose options cannot be.
    std::string misuse(const exchange::ImportOptions& options) {
        try {
            import(options);
        } catch (const schema::Error& error) {
            EXPECT_EQ(error.fault(), schema::Fault::misused);
            return error.what();
        }
        return "nothing";
    }
    static std::string all_text(const std::vector<schema::Problem>& problems) {
        std::string text;
        for (const auto& problem : problems) {
            text += problem.where + ": " + problem.what + "; " + problem.remedy + "\n";
        }
        return text;
    }
};

TEST_F(ImportProblems, AMissingHeaderNamesThoseThatExist) {
    auto options = rows("patients", "Chart No,Sex\n1,female\n");
    options.map = {"chart=Chart", "sex=Gender"};
    const auto problems = refusal(options);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].what, "no column has the header \"Chart\"");
    EXPECT_THAT(problems[0].remedy, HasSubstr("\"Chart No\", \"Sex\""));
}

TEST_F(ImportProblems, ARequiredFieldWithoutAColumnIsRefused) {
    const auto problems = refusal(rows("patients", "Chart No,sex\n1,female\n"));
    EXPECT_THAT(problems[0].what, HasSubstr("no column is mapped to chart"));
    EXPECT_THAT(problems[0].remedy, HasSubstr("\"Chart No\""));
    EXPECT_THAT(problems[0].remedy, HasSubstr("patient=#row"));
}

TEST_F(ImportProblems, OptionsThatCannotBeAreMisused) {
    using exchange::ImportOptions;
    const std::vector<std::pair<const char*, std::function<void(ImportOptions&)>>> cases{
        {"have no field \"colour\"", [](ImportOptions& o) { o.map = {"colour=x"}; }},
        {"mapped twice",
         [](ImportOptions& o) {
             o.map = {"chart=x", "patient=sex"};
         }},
        {"mapped twice", [](ImportOptions& o) { o.map = {"sex=x"}, o.set = {"sex=male"}; }},
        {"no field before =", [](ImportOptions& o) { o.map = {"=x"}; }},
        {"no colon", [](ImportOptions& o) { o.values = {"female"}; }},
        {"no = after", [](ImportOptions& o) { o.values = {"sex:female"}; }},
        {"no column is mapped to born", [](ImportOptions& o) { o.values = {"born:x=y"}; }},
        {"not a way to write dates", [](ImportOptions& o) { o.dates = "yy"; }},
        {"not a decimal sign", [](ImportOptions& o) { o.decimal = ";"; }},
        {"not a day", [](ImportOptions& o) { o.origin = "2024"; }}};
    for (const auto& [says, change] : cases) {
        SCOPED_TRACE(says);
        auto options = rows("patients", "chart,sex,x\n1,female,y\n");
        change(options);
        EXPECT_THAT(misuse(options), HasSubstr(says));
    }
}

TEST_F(ImportProblems, TwoHeadersOfOneNameMustBeToldApart) {
    auto options = rows("patients", "chart,x,x\n1,female,male\n");
    options.map = {"sex=x"};
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("2 columns have the header \"x\""));
    options.map = {"sex=#3"};
    import(options);
    EXPECT_EQ(all<schema::Patient>()[0].sex, schema::Sex::male);
}

TEST_F(ImportProblems, NeverShowTheTextOfAConfidentialField) {
    const auto text =
        "chart,name,born,note,sex\n"
        "1,Huda Saleh,03/04/1990,secret,female\n"
        "2,Huda Saleh,1990-13-01,secret,lass\n"
        "3,Huda Saleh\n"
        "4,Huda Saleh,1990-01-01,secret,female,Huda Saleh\n"
        "5,\"Huda\" Saleh,1990-01-01,secret,female\n";
    const auto said = all_text(refusal(rows("patients", text)));
    for (const auto* secret : {"Huda", "Saleh", "1990", "secret"}) {
        EXPECT_THAT(said, Not(HasSubstr(secret)));
    }
    EXPECT_THAT(said, HasSubstr("\"lass\""));
    EXPECT_THAT(said, HasSubstr("2 cells where the header has 5"));
}

TEST_F(ImportProblems, ShowNoMoreThanAnExcerptOfALongCell) {
    const auto said =
        all_text(refusal(rows("patients", "chart,sex\n1," + std::string(100'000, 'x') + "\n")));
    EXPECT_LT(said.size(), 1000U);
}

TEST_F(ImportProblems, AreBoundedAndCounted) {
    std::string text = "chart,sex\n";
    for (int i = 0; i < 1500; ++i) {
        text += std::to_string(i) + ",x" + std::to_string(i) + "\n";
    }
    const auto problems = refusal(rows("patients", text));
    EXPECT_EQ(problems.size(), 1001U);
    EXPECT_EQ(problems.back().what, "500 more problems");
}

TEST_F(ImportProblems, AreToldOnceForAllRowsThatHaveThem) {
    const auto problems = refusal(rows("patients", "chart,sex\n1,x\n2,y\n3,x\n4,x\n"));
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_THAT(problems[0].where, HasSubstr("rows.csv:2: column 2 \"sex\""));
    EXPECT_THAT(problems[0].what, HasSubstr("; also on lines 4, 5"));
}

TEST_F(ImportProblems, LeaveTheGoodRowsInWhenAsked) {
    auto options = rows("patients", "chart;sex\n1;female\n2;\"x;\"\"y\"\n3\n4;male\n");
    options.keep_good = true;
    const auto report = import(options);
    EXPECT_EQ(report.records, 2U);
    EXPECT_EQ(report.rows_rejected, 2U);
    EXPECT_EQ(all<schema::Patient>().size(), 2U);
    const auto file = folder / "rows.csv.rejected.csv";
    EXPECT_EQ(report.rejected_file, file);
    const auto rejected = text_of(file);
    EXPECT_THAT(rejected, HasSubstr("chart;sex;reason\n2;\"x;\"\"y\";"));
    EXPECT_THAT(rejected, HasSubstr("\n3;;"));
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ImportProblems, DoNotOverwriteEarlierRejectedRows) {
    auto options = rows("patients", "chart,sex\n1,female\n2,x\n");
    options.keep_good = true;
    std::ofstream(folder / "rows.csv.rejected.csv") << "mine";
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("already there"));
    EXPECT_EQ(text_of(folder / "rows.csv.rejected.csv"), "mine");
}

TEST_F(ImportProblems, OfABadRowMakeNoPatient) {
    auto options = rows("acne", "patient,on,iga\nC-1,2024-01-05,3\nC-2,2024-01-05,9\n");
    options.create_patients = true;
    options.keep_good = true;
    EXPECT_EQ(import(options).patients_created, 1U);
    EXPECT_FALSE(db::find_patient(book, "C-2"));
}

TEST_F(ImportProblems, RepeatedRowsAreOnlyWarnedOf) {
    auto options =
        rows("acne", "patient,on,iga\n1,2024-01-05,3\n1,2024-01-06,3\n1,\"2024-01-05\",3\n");
    options.create_patients = true;
    const auto report = import(options);
    EXPECT_EQ(report.records, 3U);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(report.warnings[0].where, (folder / "rows.csv").string() + ":4");
    EXPECT_EQ(report.warnings[0].what, "is the same as line 2, cell for cell");
}

TEST_F(ImportProblems, TheFilesOwnFaultsAreRefused) {
    exchange::ImportOptions missing;
    missing.file = folder / "none.csv";
    missing.kind = "patients";
    EXPECT_THAT(refusal(missing)[0].what, HasSubstr("cannot be read"));
    missing.file = folder.path();
    EXPECT_THAT(refusal(missing)[0].what, HasSubstr("directory"));
    auto unknown = rows("people", "chart\n1\n");
    EXPECT_THAT(refusal(unknown)[0].remedy, HasSubstr("patients"));
    EXPECT_FALSE(refusal(rows("patients", "")).empty());
}

}  // namespace
}  // namespace exchange::import_problems_test
