// What people expect of a command line from others: git, gh, sqlite-utils, ripgrep.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::conventions_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Conventions : public testing::Test {
  protected:
    Conventions() {
        desk_.must("init --time-zone Africa/Cairo");
        desk_.must("patient add --chart P1");
    }
    support::Ran run(const std::string& line) { return desk_.run(support::words(line)); }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Conventions, OptionsOfAnyCommandMayStandBeforeIt) {
    EXPECT_EQ(run("--json patient list").out, run("patient list --json").out);
    EXPECT_EQ(run("--reason moved patient correct P1 --city Giza").status,
              run("patient correct P1 --city Giza --reason moved").status);
    const auto elsewhere = run("--book /nowhere/x.needlebook patient list");
    EXPECT_EQ(elsewhere.status, 3);
    EXPECT_THAT(elsewhere.err, HasSubstr("/nowhere/x.needlebook"));
    EXPECT_EQ(run("--as-of=2026-01-01 due").status, 0);
    EXPECT_EQ(run("--chart P1 patient show").status, 2);
}

TEST_F(Conventions, ANounAloneShowsItsCommands) {
    const auto help = run("patient");
    EXPECT_EQ(help.status, 0);
    EXPECT_EQ(help.out, run("patient --help").out);
    EXPECT_THAT(help.out, AllOf(HasSubstr("patient add"), Not(HasSubstr("acne record"))));
}

TEST_F(Conventions, TheVersionIsToldByAnyOfItsUsualNames) {
    for (const auto* name : {"--version", "-V", "version"}) {
        EXPECT_THAT(run(name).out, StartsWith("needlebook ")) << name;
    }
}

TEST_F(Conventions, AWordWithASlipIsAnsweredByWhatWasMeant) {
    const std::vector<std::pair<std::string, std::string>> all{
        {"pateint list", "did you mean needlebook patient list?"},
        {"patients", "did you mean needlebook patient?"},
        {"patient lst", "did you mean needlebook patient list?"},
        {"patient delete P1", "did you mean needlebook patient void?"},
        {"patient new", "did you mean needlebook patient add?"},
        {"progres P1", "did you mean needlebook progress?"},
        {"patient list --jsno", "did you mean --json?"},
        {"help pateint", "did you mean needlebook patient?"}};
    for (const auto& [typed, meant] : all) {
        const auto refused = run(typed);
        EXPECT_EQ(refused.status, 2) << typed;
        EXPECT_THAT(refused.err, HasSubstr(meant)) << typed;
    }
    const auto unlike = run("invoice list");
    EXPECT_EQ(unlike.status, 2);
    EXPECT_THAT(unlike.err, Not(HasSubstr("did you mean")));
}

TEST_F(Conventions, WhoActsIsTakenFromTheEnvironmentUnlessItIsSaid) {
    const auto actor_of_last = [&](const std::string& line,
                                   const std::map<std::string, std::string>& environment) {
        auto settings = desk_.settings();
        settings.insert(environment.begin(), environment.end());
        EXPECT_EQ(support::Process(support::CommandLine::line(line), settings).wait().status, 0);
        return nlohmann::json::parse(run("ledger --json").out).back()["actor"].get<std::string>();
    };
    const std::string add = "condition add P1 --kind rosacea --confirm duplicate";
    EXPECT_EQ(actor_of_last(add, {{"NEEDLEBOOK_ACTOR", "mona"}}), "mona");
    EXPECT_EQ(actor_of_last(add + " --actor huda", {{"NEEDLEBOOK_ACTOR", "mona"}}), "huda");
}

TEST_F(Conventions, ColoursAreForTerminalsUnlessTheyAreAskedFor) {
    const auto coloured = HasSubstr("\x1b[");
    desk_.must("acne record P1 --on 2026-01-05 --iga 3");
    const std::string page = "progress P1 --as-of 2026-01-06";
    EXPECT_THAT(run(page).out, Not(coloured));
    EXPECT_THAT(run(page + " --color always").out, coloured);
    EXPECT_THAT(run("--color never " + page).out, Not(coloured));
    EXPECT_EQ(run(page + " --color blue").status, 2);
}

TEST_F(Conventions, WhatIsTypedAsPeopleTypeIsReadAndTold) {
    const auto recorded =
        run("session record P1 --at '2026-06-01 10:30' --device Pen --area 'L cheek:1,5:4' "
            "--lot-expiry "
            "2027-12");
    EXPECT_EQ(recorded.status, 0) << recorded.err;
    EXPECT_THAT(recorded.err,
                AllOf(HasSubstr("note: --at \"2026-06-01 10:30\" is read as 2026-06-01T10:30"),
                      HasSubstr("is read as left_cheek:1.5:4"),
                      HasSubstr("is read as 2027-12-31")));
    EXPECT_THAT(run("session show 1 --json").out, HasSubstr("\"lot_expiry\": \"2027-12-31\""));
    const auto refused = run("condition add P1 --kind herpes");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("did you mean herpes_history?"));
}

}  // namespace
}  // namespace whole::conventions_test
