// A file that is understood by itself, as people meet it at the command line.

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::import_proposal_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ImportProposal : public testing::Test {
  protected:
    ImportProposal() { desk_.must("init --name Clinic --time-zone Africa/Cairo"); }

    std::string file(const char* name, const std::string& text) const {
        const auto path = folder_ / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }
    static std::string text_of(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

const std::string patients =
    "Chart No,Full name,DOB,Gender,Hue\n1001,Huda Saleh,1994-03-14,female,x\n";

TEST_F(ImportProposal, IsShownAndEndsWithOneAndWritesNothing) {
    const auto ran = desk_("import " + file("p.csv", patients));
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.out,
                AllOf(HasSubstr("read as patients"),
                      HasSubstr("left out"),
                      HasSubstr("1 patients can be imported"),
                      HasSubstr("--as patients --map 'chart=Chart No' --map 'name=Full name'")));
    EXPECT_THAT(ran.err, AllOf(HasSubstr("nothing was written"), HasSubstr("--accept")));
    EXPECT_THAT(desk_.must("patient list"), Not(HasSubstr("1001")));
    const auto json = desk_("import " + file("p.csv", patients) + " --json");
    EXPECT_EQ(json.status, 1);
    EXPECT_THAT(json.out, HasSubstr("\"kind\": \"patients\""));
}

TEST_F(ImportProposal, IsTakenWithAcceptWhereNothingIsOpen) {
    EXPECT_EQ(desk_.must("import " + file("p.csv", patients) + " --accept"),
              "imported 1 patient\n");
    const auto open = desk_(
        "import " + file("v.csv", "Chart,Name,DOB,Visit date,IGA\n1001,A,1990,2024-01-05,3\n") +
        " --accept");
    EXPECT_EQ(open.status, 1);
    EXPECT_THAT(open.err, HasSubstr("what the rows are is open"));
    EXPECT_EQ(desk_.must("import " + file("s.csv", "Chart,Visit date,IGA\n1001,2024-01-05,3\n") +
                         " --accept"),
              "imported 1 score\n");
}

TEST_F(ImportProposal, KeepsItsRulesWhichReadTheNextFile) {
    const auto rules = (folder_ / "p.rules").string();
    desk_.must("import " + file("p.csv", patients) + " --accept --save-rules " + rules);
    EXPECT_THAT(text_of(rules), HasSubstr("as patients\nmap chart=Chart No\nmap name=Full name\n"));
    const auto next =
        file("n.csv", "Chart No,Full name,DOB,Gender\n1002,Omar Ali,1990-01-01,male\n");
    EXPECT_EQ(desk_.must("import " + next + " --rules " + rules), "imported 1 patient\n");
    EXPECT_EQ(desk_("import " + next + " --accept --save-rules " + rules).status, 1);  // is there
}

TEST_F(ImportProposal, RulesOfManyFilesAreNotWarnedOfWhatThisOneLacks) {
    const auto rules = file("p.rules", "as patients\nmissing UNK\nvalues sex:X=other\n");
    const auto one = file("one.csv", "chart,sex\n1001,female\n");
    EXPECT_EQ(desk_("import " + one + " --rules " + rules).err, "");
    const auto two = file("two.csv", "chart,sex\n1002,female\n");
    EXPECT_THAT(desk_("import " + two + " --as patients --missing UNK").err,
                HasSubstr("no cell is \"UNK\""));
}

TEST_F(ImportProposal, RulesGiveWayToTheCommandLineAndAreRefusedWithTheirLine) {
    const auto s = file("s.csv", "Chart,When,Late,IGA\n1,2024-01-05,2024-02-05,3\n");
    const auto rules = file("s.rules",
                            "# of the old program\nas scores\nmap patient=Chart\nmap at=When\n"
                            "create-patients\n");
    desk_.must("import " + s + " --rules " + rules + " --map iga=IGA --map at=Late");
    EXPECT_THAT(desk_.must("score list 1"), HasSubstr("2024-02-05"));
    const auto refused = [&](const char* line) {
        const auto ran = desk_("import " + s + " --rules " + file("bad.rules", line));
        EXPECT_EQ(ran.status, 1) << line;
        return ran.err;
    };
    EXPECT_THAT(refused("as scores\nmapp at=When\n"),
                AllOf(HasSubstr("bad.rules:2"), HasSubstr("\"mapp\" is no rule")));
    EXPECT_THAT(refused("accept\n"), HasSubstr("no rule"));
    EXPECT_THAT(refused("map\n"), HasSubstr("needs a value"));
    EXPECT_THAT(refused("keep-good yes\n"), HasSubstr("takes none"));
}

// Variables by the CDISC SDTM Implementation Guide; the values are made up.
TEST_F(ImportProposal, RulesOfCdiscAndRedcapComeWithTheProgram) {
    desk_.must("import " +
               file("dm.csv", "STUDYID,USUBJID,SEX,RACE\nS1,S1-001,F,WHITE\nS1,S1-002,M,ASIAN\n") +
               " --rules cdisc-dm");
    EXPECT_THAT(desk_.must("patient show S1-001"), HasSubstr("female"));
    desk_.must("import " +
               file("ae.csv",
                    "STUDYID,USUBJID,AEDECOD,AESEV,AESTDTC,AEENDTC\n"
                    "S1,S1-001,erythema,MILD,2024-01-05,2024-01-07\n") +
               " --rules cdisc-ae");
    EXPECT_THAT(desk_.must("event list S1-001"), AllOf(HasSubstr("erythema"), HasSubstr("1")));
    for (const std::string domain : {"qs", "vs"}) {
        std::string names(domain == "qs" ? "QSTESTCD,QSSTRESN,QSDTC" : "VSTESTCD,VSSTRESN,VSDTC");
        desk_.must("import " +
                   file("values.csv",
                        "STUDYID,USUBJID," + names + "\nS1,S1-002,iga,3,2024-01-0" +
                            (domain == "qs" ? "5" : "6") + "\n") +
                   " --rules cdisc-" + domain);
    }
    EXPECT_THAT(desk_.must("score list S1-002"),
                AllOf(HasSubstr("2024-01-05"), HasSubstr("2024-01-06")));
    const auto redcap =
        desk_("import " + file("r.csv", "record_id,visit_date,iga\nS1-001,2024-03-05,2\n") +
              " --rules redcap --accept");
    EXPECT_EQ(redcap.out, "imported 1 score\n") << redcap.err;
    EXPECT_THAT(desk_.must("help import"), HasSubstr("cdisc-ae"));
}

}  // namespace
}  // namespace whole::import_proposal_test
