// What the program leaves where others may look: memory, folders, the list of processes.

#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::traces_test {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

class Traces : public testing::Test {
  protected:
    Traces() { desk_.must("init"); }

    // What a shell does with `$P` for the program.
    support::Ran shell(const std::string& script) const {
        auto settings = desk_.settings();
        settings["P"] = NEEDLEBOOK;
        return support::Process(
                   {"/bin/sh", "-c", "cd '" + folder_.path().string() + "'\n" + script}, settings)
            .wait();
    }
    static unsigned mode_of(const std::filesystem::path& path) {
        struct stat facts {};
        return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Traces, AreNoCoreHoweverMuchIsAllowed) {
    const support::Process served(
        {"/bin/sh", "-c", "ulimit -c unlimited 2>/dev/null; exec \"$P\" serve --port 0"},
        {{"NEEDLEBOOK", desk_.book().string()}, {"P", NEEDLEBOOK}});
    ASSERT_TRUE(served.first_line().starts_with("http://"));
    const auto limits = text_of(fmt::format("/proc/{}/limits", served.id()));
    const auto core = limits.substr(limits.find("Max core file size"));
    EXPECT_EQ(core.substr(26, 22), "0                    0");
}

TEST_F(Traces, OfTheProgramAreHardenedAgainstFaultsOfMemory) {
    const auto elf = shell("readelf -Wld \"$P\"").out;
    EXPECT_NE(elf.find("GNU_RELRO"), std::string::npos);
    EXPECT_NE(elf.find("BIND_NOW"), std::string::npos);
    EXPECT_NE(elf.find("(FLAGS_1)"), std::string::npos);
    EXPECT_NE(elf.find("PIE"), std::string::npos);
    EXPECT_EQ(elf.find("RWE"), std::string::npos);
    const auto symbols = shell("readelf -W --dyn-syms \"$P\"").out;
    EXPECT_NE(symbols.find("__stack_chk_fail"), std::string::npos);
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
    EXPECT_NE(symbols.find("_chk@"), std::string::npos) << "_FORTIFY_SOURCE";
#endif
}

TEST_F(Traces, AreFoldersForTheirOwnerOnly) {
    const auto ran = shell(
        "umask 0\n\"$P\" init --book new/deep/b.needlebook && \"$P\" export everything "
        "--book new/deep/b.needlebook && \"$P\" backup --book new/deep/b.needlebook copies/b.copy");
    ASSERT_EQ(ran.status, 0) << ran.err;
    for (const auto* folder : {"new", "new/deep", "everything", "copies"}) {
        EXPECT_EQ(mode_of(folder_ / folder), 0700U) << folder;
    }
    EXPECT_EQ(mode_of(folder_ / "new/deep/b.needlebook"), 0600U);
}

TEST_F(Traces, OfNamesAreNotInTheListOfProcessesWhenTheyComeOnStandardInput) {
    auto ran = shell("printf 'Huda Saleh\\n' | \"$P\" patient add --chart C-001 --name -");
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_NE(desk_.must("patient show C-001").find("Huda Saleh"), std::string::npos);
    ran = shell(
        "printf 'Mona Adel\\n0100123\\nfirst line\\nsecond line\\n' | "
        "\"$P\" patient add --chart C-002 --note - --name - --telephone -");
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto shown = desk_.must("patient show C-002 --json");
    EXPECT_NE(shown.find("\"name\": \"Mona Adel\""), std::string::npos) << shown;
    EXPECT_NE(shown.find("\"telephone\": \"0100123\""), std::string::npos) << shown;
    EXPECT_NE(shown.find("\"note\": \"first line\\nsecond line\""), std::string::npos) << shown;
    ran = shell("printf 'mona' | \"$P\" patient find -");
    EXPECT_NE(ran.out.find("C-002"), std::string::npos) << ran.out;
    ran = shell("printf 'misread' | \"$P\" patient correct C-002 --monk 3 --reason -");
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_NE(desk_.must("ledger").find("reason: misread"), std::string::npos);
}

TEST_F(Traces, OfNothingOrTooMuchOnStandardInputAreRefused) {
    for (const auto* input : {"true", "printf '\\377'", "head -c 2000000 /dev/zero | tr '\\0' x"}) {
        const auto ran = shell(std::string(input) + " | \"$P\" patient add --chart C-001 --name -");
        EXPECT_EQ(ran.status, 2) << input;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    }
    EXPECT_EQ(desk_("patient show C-001").status, 1);
}

TEST_F(Traces, OfALimitOnFilesAreAnErrorAndNotADeath) {
    desk_.must("patient add --chart C-001");
    const auto fits = shell("ulimit -f unlimited; \"$P\" patient add --chart C-002");
    EXPECT_EQ(fits.status, 0) << fits.err;
    auto ran = shell("ulimit -f 1; \"$P\" patient add --chart C-003");
    EXPECT_EQ(ran.status, 3) << ran.out << ran.err;
    EXPECT_NE(ran.err.find("no file may grow beyond"), std::string::npos) << ran.err;
    EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    ran = shell("ulimit -f 1; \"$P\" export everything");
    EXPECT_GT(ran.status, 0) << ran.err;
    EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    ran = shell("ulimit -f 1; \"$P\" help --markdown >listed");
    EXPECT_EQ(ran.status, 3) << "what was asked for is not in the file";
    EXPECT_NE(ran.err.find("standard output"), std::string::npos) << ran.err;
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_EQ(desk_("patient show C-003").status, 1);
}

}  // namespace
}  // namespace whole::traces_test
