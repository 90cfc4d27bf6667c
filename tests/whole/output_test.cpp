// Output that cannot be written to its end is never exit 0, at any command.

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/cli/commands/commands.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::output_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Output : public testing::Test {
  protected:
    Output() { desk_.must("demo --keep " + desk_.book().string()); }

    // What a shell does with `$P` for the program.
    support::Ran shell(const std::string& script) const {
        auto settings = desk_.settings();
        settings["P"] = NEEDLEBOOK;
        settings["D"] = folder_.path().string();
        return support::Process({"/bin/bash", "-c", "cd \"$D\"\n" + script}, settings).wait();
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

// Every command's help and example; those that print nothing there may succeed.
TEST_F(Output, ThatIsCutOffByAFullDiskIsAnErrorOfEveryCommand) {
    std::vector<std::string> lines{"", "help", "--version", "help --markdown", "help --openapi"};
    for (const auto& command : cli::all_commands()) {
        lines.push_back(fmt::format("{} {} --help", command.noun, command.verb));
        if (command.noun != "serve" && command.noun != "demo" && command.noun != "restore") {
            // The stick of an example is a folder of the test.
            const auto example = command.example.substr(std::string("needlebook ").size());
            lines.push_back(std::regex_replace(example, std::regex("/mnt/usb"), "."));
        }
    }
    int answers = 0;
    for (const auto& line : lines) {
        SCOPED_TRACE(line);
        const auto full = shell(fmt::format("\"$P\" {} > /dev/full", line));
        if (full.status == 3) {
            EXPECT_THAT(full.err, HasSubstr("error: standard output: was not written to its end"));
            EXPECT_THAT(full.err, HasSubstr("try: "));
            ++answers;
        } else if (full.status == 0) {
            EXPECT_EQ(shell(fmt::format("\"$P\" {}", line)).out, "") << "yet it answers";
        }
    }
    EXPECT_GT(answers, 130) << "of " << lines.size();
}

TEST_F(Output, OfAServerThatNobodyCanReadEndsIt) {
    EXPECT_EQ(shell("timeout 60 \"$P\" serve --port 0 > /dev/full").status, 3);
}

TEST_F(Output, OfListsAndReportsIsWrittenOrAnError) {
    for (const auto* line : {"patient list",
                             "patient list --json",
                             "progress D-001",
                             "progress D-001 --format html",
                             "progress D-001 --format csv",
                             "outcomes --json",
                             "outcomes --format csv",
                             "ledger",
                             "ledger --json",
                             "check",
                             "check --json"}) {
        SCOPED_TRACE(line);
        EXPECT_EQ(shell(fmt::format("\"$P\" {} > /dev/full", line)).status, 3);
        EXPECT_EQ(shell(fmt::format("\"$P\" {} > out", line)).status, 0);
        EXPECT_EQ(shell(fmt::format("ulimit -f 0; \"$P\" {} > out", line)).status, 3)
            << "a file that may not grow";
        EXPECT_EQ(shell(fmt::format("\"$P\" {} >&-", line)).status, 3) << "closed";
    }
}

TEST_F(Output, OfARecordThatCouldNotBeAcknowledgedSaysThatItMayBeThere) {
    const auto full = shell("\"$P\" acne record D-001 --on 2026-06-20 --iga 2 > /dev/full");
    EXPECT_EQ(full.status, 3);
    EXPECT_THAT(full.err, HasSubstr("`needlebook ledger`"));
}

// Without the signal (as under some shells and daemons) as with it.
TEST_F(Output, ToAPipeThatWasClosedEndsWithoutAWordAndNotWithSuccess) {
    for (const auto* trap : {"", "trap '' PIPE; "}) {
        const auto cut = shell(
            fmt::format("{}(\"$P\" progress D-001 --format html; echo $? >&2) | head -c 1", trap));
        EXPECT_EQ(cut.err, "141\n");
    }
}

TEST_F(Output, OfAProgramWhoseStreamsAreClosedGoesIntoNoFileOfTheBook) {
    for (const auto* line : {"patient list", "acne record D-001 --on 2026-06-20 --iga 2"}) {
        shell(fmt::format("\"$P\" {} <&- >&- 2>&-", line));
        const auto check = desk_("check");
        EXPECT_EQ(check.status, 0) << check.err;
    }
}

// A name of the greatest length, a long note: whole in every table and page that goes into a pipe.
TEST_F(Output, ToAPipeOrFileIsNeverCut) {
    const std::string name = "Maria " + std::string(150, 'n') + " end";
    const std::string note = std::string(300, 'o') + " end";
    desk_.run({"patient", "correct", "D-001", "--name", name, "--reason", "married"});
    desk_.must("event record D-001 --kind erythema --onset 2026-01-05 --severity 1 --note '" +
               note + "'");
    for (const auto* line : {"patient list", "patient find Maria"}) {
        EXPECT_THAT(desk_.must(line), HasSubstr(name)) << line;
    }
    EXPECT_THAT(desk_.must("event list D-001"), HasSubstr(note));
    EXPECT_THAT(desk_.must("ledger D-001"), HasSubstr(note));
    for (const auto* line : {"patient list",
                             "session list D-001",
                             "acne list D-001",
                             "event list D-001",
                             "score list D-001",
                             "due --as-of 2026-06-15",
                             "depth-limit list",
                             "ledger",
                             "progress D-001",
                             "progress D-001 --for patient",
                             "aftercare D-001 --at 2026-06-15T10:00",
                             "outcomes"}) {
        SCOPED_TRACE(line);
        std::istringstream lines(desk_.must(line));
        for (std::string each; std::getline(lines, each);) {
            EXPECT_FALSE(each.ends_with("…")) << each;
            EXPECT_THAT(each, Not(HasSubstr("…  "))) << each;
        }
    }
}

}  // namespace
}  // namespace whole::output_test
