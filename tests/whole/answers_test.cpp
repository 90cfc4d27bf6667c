// Answers in other forms than a page: JSON of writes and errors, tables of what is no record alone,
// workbooks on standard output, and a pager.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/temporary_folder.h"

namespace whole::answers_test {
namespace {

using Json = nlohmann::json;
using support::CommandLine;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Answers : public testing::Test {
  protected:
    Answers() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must("patient add --chart C-001");
    }
    support::TemporaryFolder folder_;
    CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Answers, OfWritesAreJsonWithTheirLedgerEntry) {
    const auto answer = Json::parse(desk_.must("acne record C-001 --on 2026-01-05 --iga 2 --json"));
    EXPECT_EQ(answer["command"], "acne record");
    EXPECT_EQ(answer["answer"], Json::array({"1"}));
    EXPECT_EQ(answer["entry"], Json::parse(desk_.must("ledger --json")).back()["seq"]);
}

TEST_F(Answers, OfErrorsAreProblemDetails) {
    const auto refused = desk_("acne record C-001 --on 2026-01-05 --iga 7 --json");
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.out, "");
    const auto problem = Json::parse(refused.err);
    EXPECT_EQ(problem["title"], "refused");
    EXPECT_EQ(problem["exit_status"], 1);
    EXPECT_EQ(problem["errors"][0]["field"], "--iga");
    EXPECT_EQ(Json::parse(desk_("patient lst --json").err)["exit_status"], 2);
    EXPECT_THAT(desk_("patient lst").err, StartsWith("error: ")) << "for people as before";
}

TEST_F(Answers, OfStockProtocolsScoresAndWhoIsDueAreTables) {
    desk_.must(
        "stock add --kind cartridge --product Pen --lot L1 --received 9 --received-on 2026-01-05");
    desk_.must("protocol add --name Nose --device pen --area nose:0.5:2");
    desk_.must("acne record C-001 --on 2026-01-05 --iga 2");
    desk_.must("course start C-001 --on 2026-01-05 --concern acne_scars --sessions 6 --every 4w");
    EXPECT_THAT(desk_.must("stock list --csv"), HasSubstr("1,cartridge,Pen,L1,,9,0,9,"));
    EXPECT_THAT(desk_.must("protocol list --tsv"), HasSubstr("1\tNose\tpen\tnose:0.5:2"));
    EXPECT_THAT(desk_.must("score list C-001 --csv --columns instrument,value"),
                StartsWith("instrument,value\n"));
    EXPECT_THAT(desk_.must("due --as-of 2026-04-02 --csv"), HasSubstr(",C-001,acne scars,0 of 6,"));
    EXPECT_EQ(Json::parse(desk_.must("due --as-of 2026-04-02 --json")).size(), 1U);
    EXPECT_THAT(desk_.must("consent-form list --csv"), StartsWith("id,name,"));
}

TEST_F(Answers, AreWorkbooksOnStandardOutput) {
    EXPECT_THAT(desk_.must("patient list --format xlsx --out -"), StartsWith("PK"));
}

TEST_F(Answers, ListPatientsEnteredInErrorWhereThatIsAsked) {
    desk_.must("patient add --chart C-002");
    desk_.must("patient void C-002 --reason 'entered twice' --yes");
    EXPECT_THAT(desk_.must("patient list --csv"), Not(HasSubstr("C-002")));
    EXPECT_THAT(desk_.must("patient list --voided --csv"), HasSubstr("C-002"));
}

TEST_F(Answers, TakeDaysAndMomentsAsPeopleTypeThem) {
    desk_.must("progress C-001 --as-of today");
    desk_.must("aftercare C-001 --at now");
    desk_.must("aftercare C-001 --at '2026-01-05 10:30'");
    desk_.must("access --since yesterday");
    EXPECT_EQ(desk_("progress C-001 --as-of someday").status, 1);
}

TEST_F(Answers, GoThroughAPagerOnATerminalOnly) {
    auto settings = desk_.settings();
    settings["TERM"] = "xterm";
    settings["PAGER"] = "sed s/^/paged:/";
    const auto shown =
        support::at_terminal(CommandLine::line("clinic show"), settings, "never asked", {});
    EXPECT_EQ(shown.status, 0);
    EXPECT_THAT(shown.out, HasSubstr("paged:"));
    settings["PAGER"] = "";
    EXPECT_THAT(
        support::at_terminal(CommandLine::line("clinic show"), settings, "never asked", {}).out,
        Not(HasSubstr("paged:")));
    settings["PAGER"] = "head -c 1";
    EXPECT_EQ(
        support::at_terminal(CommandLine::line("help --markdown"), settings, "never asked", {})
            .status,
        0)
        << "a pager that is left early is no error";
    settings["PAGER"] = "sed s/^/paged:/";
    EXPECT_THAT(support::Process(CommandLine::line("clinic show"), settings).wait().out,
                Not(HasSubstr("paged:")));
}

}  // namespace
}  // namespace whole::answers_test
