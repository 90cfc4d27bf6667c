// What is asked back is asked where somebody sits, and ends the command where nobody does.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/temporary_folder.h"

namespace whole::asked_at_terminal_test {
namespace {

using support::CommandLine;
using testing::HasSubstr;
using testing::Not;

class AskedAtTerminal : public testing::Test {
  protected:
    AskedAtTerminal() {
        desk_.must("init --name Clinic");
        desk_.must("patient add --chart C1 --name 'Mona Adel' --born 1990-04-02");
    }
    support::Ran at_terminal(std::string_view line, const std::vector<std::string>& answers) const {
        return support::at_terminal(
            CommandLine::line(line), desk_.settings(), "Is it so? [y/N] ", answers);
    }
    std::string patients() const { return desk_.must("patient list"); }

    support::TemporaryFolder folder_;
    CommandLine desk_{folder_ / "clinic.needlebook"};
};

constexpr auto again = "patient add --chart C2 --name 'Adel, MONA' --born 1990";

TEST_F(AskedAtTerminal, AYesStoresItAndTheLedgerSaysSo) {
    int patients = 1;
    for (const auto* yes : {"y", "Y", "yes"}) {
        SCOPED_TRACE(yes);
        const auto chart = "C" + std::to_string(++patients);
        const auto ran = at_terminal(
            "patient add --chart " + chart + " --name 'Mona Adel' --born 1990-04-02", {yes});
        EXPECT_EQ(ran.status, 0) << ran.out;
        EXPECT_THAT(ran.out, HasSubstr("name: patient \"C1\" (id 1) has the same name"));
        EXPECT_THAT(ran.out, Not(HasSubstr("error")));
        EXPECT_THAT(desk_.must("ledger " + chart), HasSubstr("confirmed duplicate"));
    }
}

TEST_F(AskedAtTerminal, AnythingElseStoresNothing) {
    for (const auto& answers :
         std::vector<std::vector<std::string>>{{"n"}, {"N"}, {""}, {"perhaps"}, {"yn"}, {}}) {
        const auto ran = at_terminal(again, answers);
        EXPECT_EQ(ran.status, 1) << ran.out;
        EXPECT_THAT(ran.out, HasSubstr("was not confirmed, and nothing was recorded"));
    }
    EXPECT_THAT(patients(), Not(HasSubstr("C2")));
}

TEST_F(AskedAtTerminal, WhatIsUnusualAndWhatIsThereAreOneQuestion) {
    const auto ran =
        at_terminal("patient add --chart C3 --name 'Mona Adel' --born 1990 --weight-kg 1.5", {"y"});
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_THAT(ran.out, HasSubstr("weight_kg"));
    EXPECT_THAT(ran.out, HasSubstr("may have the same date of birth"));
    EXPECT_THAT(patients(), HasSubstr("C3"));
}

TEST_F(AskedAtTerminal, WhatCannotBeIsNoQuestion) {
    const auto ran = at_terminal("patient add --chart C1", {"y"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.out, Not(HasSubstr("Is it so?")));
    EXPECT_THAT(ran.out, HasSubstr("chart \"C1\" is taken"));
}

TEST_F(AskedAtTerminal, WhatIsConfirmedAlreadyIsNotAsked) {
    const auto ran = at_terminal(std::string(again) + " --confirm duplicate", {});
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_THAT(ran.out, Not(HasSubstr("Is it so?")));
}

TEST_F(AskedAtTerminal, AScriptEndsAsBefore) {
    const auto ran = desk_(again);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("--confirm duplicate"));
    EXPECT_THAT(ran.err, Not(HasSubstr("Is it so?")));
    EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
}

}  // namespace
}  // namespace whole::asked_at_terminal_test
