// What the program makes has its name only when it is whole, whenever it is ended and however
// little room there is.

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::whole_files_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using testing::HasSubstr;
using testing::Not;

class WholeFiles : public testing::Test {
  protected:
    WholeFiles() { desk_.must("demo --patients 60 --keep " + desk_.book().string()); }

    support::Ran shell(const std::string& script) const {
        auto settings = desk_.settings();
        settings["P"] = NEEDLEBOOK;
        return support::Process(
                   {"/bin/bash", "-c", "cd '" + folder_.path().string() + "'\n" + script}, settings)
            .wait();
    }
    static unsigned mode_of(const fs::path& path) {
        struct stat facts {};
        return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
    }
    static std::set<std::string> names_in(const fs::path& folder) {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder)) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }
    std::string path(const char* name) const { return (folder_ / name).string(); }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(WholeFiles, AreAllOfAnExportOrNoneWheneverItIsEnded) {
    const auto begin = std::chrono::steady_clock::now();
    desk_.must("export " + path("whole"));
    const auto duration =
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin);
    const auto all = names_in(folder_ / "whole");
    constexpr int moments = 24;
    int ended_before = 0;
    for (int moment = 0; moment < moments; ++moment) {
        const int signal = std::array{SIGKILL, SIGINT, SIGTERM}.at(moment % 3);
        SCOPED_TRACE(fmt::format("moment {}, signal {}", moment, signal));
        const auto made = folder_ / "made";
        support::Process process(support::CommandLine::line("export " + made.string()),
                                 desk_.settings());
        std::this_thread::sleep_for(duration * moment / moments);
        ::kill(process.id(), signal);
        const auto ran = process.wait();
        EXPECT_TRUE(ran.status != 0 || fs::exists(made));
        if (fs::exists(made)) {
            EXPECT_EQ(names_in(made), all);
        } else {
            ++ended_before;
            EXPECT_NE(desk_("import " + made.string() + ".unfinished").status, 0);
        }
        fs::remove_all(made);
    }
    EXPECT_GT(ended_before, moments / 4) << "the signals came too late to show anything";
    desk_.must("export " + path("made"));
    EXPECT_EQ(names_in(folder_ / "made"), all);
    EXPECT_FALSE(fs::exists(path("made.unfinished"))) << "what was left is gone";
}

TEST_F(WholeFiles, AreForTheirOwnerOnlyFoldersToo) {
    EXPECT_EQ(shell("umask 0; mkdir -m 777 empty; \"$P\" export empty; \"$P\" export a/b").status,
              0);
    for (const auto* folder : {"empty", "a", "a/b"}) {
        EXPECT_EQ(mode_of(folder_ / folder), 0700U) << folder;
    }
    for (const auto& entry : fs::directory_iterator(folder_ / "a/b")) {
        EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
    }
}

TEST_F(WholeFiles, LeaveNothingWhereAFileMayNotGrow) {
    const auto full = shell("ulimit -f 40; \"$P\" export made");
    EXPECT_EQ(full.status, 3) << full.err;
    EXPECT_THAT(full.err, HasSubstr("File too large"));
    EXPECT_FALSE(fs::exists(path("made")) || fs::exists(path("made.unfinished")));
}

TEST_F(WholeFiles, AreMadeByOneProcessAtATime) {
    shell("mkdir made.unfinished");
    EXPECT_EQ(shell("flock made.unfinished \"$P\" export made").status, 1);
    EXPECT_THAT(shell("flock made.unfinished \"$P\" export made").err,
                HasSubstr("is being made by another process"));
    EXPECT_FALSE(fs::exists(path("made")));
    EXPECT_EQ(shell("\"$P\" export made").status, 0) << "nobody is making it any more";
    EXPECT_FALSE(fs::exists(path("made.unfinished")));
}

TEST_F(WholeFiles, StandInANewOrEmptyFolderByWhateverName) {
    EXPECT_EQ(shell("\"$P\" export new/").status, 0);
    EXPECT_EQ(shell("mkdir empty; ln -s empty link; \"$P\" export link").status, 0);
    EXPECT_EQ(names_in(folder_ / "empty"), names_in(folder_ / "new"));
    EXPECT_EQ(shell("\"$P\" export new").status, 1) << "it has files in it";
    EXPECT_EQ(shell("echo > file; \"$P\" export file").status, 1);
    EXPECT_EQ(shell("mkdir here; cd here; \"$P\" export .").status, 1);
    EXPECT_EQ(shell("mkdir other; cd other; \"$P\" export ../from-there").status, 0);
}

}  // namespace
}  // namespace whole::whole_files_test
