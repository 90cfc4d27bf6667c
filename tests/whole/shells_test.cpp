// Completion in the shells themselves, and the manual as man reads it.

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/cli/commands/commands.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::shells_test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Shells : public testing::Test {
  protected:
    Shells() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must("patient add --chart C-001");
        desk_.must("patient add --chart 'C-0 2'");
        desk_.must("patient add --chart D-1");
    }
    std::string ran(std::vector<std::string> line) const {
        auto settings = desk_.settings();
        settings["PATH"] = fs::path(NEEDLEBOOK).parent_path().string() + ":/usr/bin:/bin";
        settings["HOME"] = folder_.path().string();
        settings["XDG_CONFIG_HOME"] = folder_.path().string();
        settings["TERM"] = "xterm";
        const auto done = support::Process(line, settings).wait();
        EXPECT_EQ(done.err, "");
        return done.out;
    }
    // What Tab offers at the end of this line, a word a line.
    std::string bash(const std::string& words) const {
        return ran({"/bin/bash",
                    "--norc",
                    "-c",
                    "source <(needlebook completion bash); COMP_WORDS=(needlebook " + words +
                        "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _needlebook 2>/dev/null; "
                        "printf '%s\\n' \"${COMPREPLY[@]}\""});
    }
    // Typed at a prompt of zsh, with Tab, in a terminal of its own.
    std::string zsh(const std::string& line) const {
        return ran(
            {"/bin/zsh",
             "-f",
             "-c",
             "zmodload zsh/zpty; zpty z zsh -f -i; "
             "zpty -w z 'PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u "
             "-D; "
             "source <(needlebook completion zsh); LISTMAX=0; stty columns 200; print ready''now'; "
             "zpty -r -m z out '*readynow*'; "
             "zpty -w -n z \"" +
                 line +
                 "\"$'\\t\\t'; sleep 2; zpty -rt z out '*'; while zpty -rt z more; do out+=$more; "
                 "done; "
                 "print -r -- $out; zpty -d z"});
    }
    std::string fish(const std::string& line) const {
        return ran({"/usr/bin/fish",
                    "--no-config",
                    "-c",
                    "needlebook completion fish | source; complete -C '" + line + "'"});
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Shells, BashCompletes) {
    EXPECT_EQ(bash("sess"), "session\n");
    EXPECT_EQ(bash("session re"), "record\nrestore\n");
    EXPECT_EQ(bash("progress C"), "C-0\\ 2\nC-001\n");
    EXPECT_EQ(bash("session record C-001 --device p"), "pen\n");
    EXPECT_EQ(bash("score record C-001 --instrument ig"), "iga\n");
    EXPECT_THAT(bash("session record C-001 --"), HasSubstr("--pain\n"));
    EXPECT_EQ(bash("nonsense x"), "\n");
}

TEST_F(Shells, FishCompletes) {
    EXPECT_EQ(fish("needlebook sess"), "session\n");
    EXPECT_THAT(
        fish("needlebook session re"),
        AllOf(HasSubstr("record\tRecord a microneedling session."), HasSubstr("restore\t")));
    EXPECT_THAT(fish("needlebook progress C-00"), HasSubstr("C-001"));
    EXPECT_THAT(fish("needlebook session record C-001 --device p"), HasSubstr("pen"));
    EXPECT_THAT(fish("needlebook score record C-001 --instrument ig"), HasSubstr("iga\t"));
}

TEST_F(Shells, ZshCompletes) {
    EXPECT_THAT(zsh("needlebook sess"), HasSubstr("session"));
    EXPECT_THAT(zsh("needlebook session re"), AllOf(HasSubstr("record"), HasSubstr("restore")));
    EXPECT_THAT(zsh("needlebook progress C-00"), HasSubstr("C-001"));
}

TEST_F(Shells, OffersNothingOfABookThatMayNotBeReadAndSaysNothing) {
    desk_.must("patient add --chart E-9");
    EXPECT_EQ(
        ran({"/bin/sh",
             "-c",
             "NEEDLEBOOK=/nowhere/x.needlebook needlebook completion candidates -- progress ''"}),
        "");
    std::ofstream(folder_ / "none.needlebook") << "no book";
    EXPECT_EQ(ran({"/bin/sh",
                   "-c",
                   "NEEDLEBOOK='" + (folder_ / "none.needlebook").string() +
                       "' needlebook completion candidates -- progress ''"}),
              "");
}

TEST_F(Shells, ManReadsTheManualWithoutAWarning) {
    const auto page = folder_ / "needlebook.1";
    std::ofstream(page) << desk_.must("help --man");
    const auto man =
        support::Process({"/bin/sh",
                          "-c",
                          "MANROFFSEQ= MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings -l '" +
                              page.string() + "' 2>&1 >/dev/null"})
            .wait();
    EXPECT_EQ(man.out, "");
    EXPECT_EQ(man.status, 0);
    const auto shown =
        support::Process({"/bin/sh",
                          "-c",
                          "MANWIDTH=100 LC_ALL=C.UTF-8 man -l '" + page.string() + "' | col -bx"})
            .wait()
            .out;
    for (const auto& command : cli::all_commands()) {
        EXPECT_THAT(shown, HasSubstr("needlebook " + command.name() + "\n"));
    }
    EXPECT_THAT(shown, AllOf(HasSubstr("--area REGION:DEPTH_MM:PASSES"), HasSubstr("EXIT STATUS")));
}

}  // namespace
}  // namespace whole::shells_test
