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
#include <nlohmann/json.hpp>
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
        const int signal =
            std::array{SIGKILL, SIGINT, SIGTERM}.at(static_cast<std::size_t>(moment) % 3);
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

// The folder of an export that was killed, whatever somebody calls it later.
TEST_F(WholeFiles, AreWhatImportAsksFor) {
    desk_.must("export " + path("made"));
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init");
    shell("mv made/manifest.json made/manifest.json.unfinished");
    const auto refused = other("import " + path("made"));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("was not finished"));
    shell("mv made/manifest.json.unfinished made/manifest.json");
    EXPECT_EQ(other("import " + path("made")).status, 0);
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

class ManifestOfAnExport : public WholeFiles {
  protected:
    ManifestOfAnExport() {
        desk_.must("patient add --chart F1 --name '=HYPERLINK(1)'");
        desk_.must("export " + path("made"));
        other_.must("init");
    }
    // The export with a change is refused, with where and what, and nothing of it is read in.
    void expect_refused(const std::string& change, const std::string& what) const {
        SCOPED_TRACE(change);
        EXPECT_EQ(shell("rm -rf bad; cp -r made bad; cd bad; " + change).status, 0);
        const auto before = other_.must("check");
        const auto refused = other_("import " + path("bad"));
        EXPECT_EQ(refused.status, 1);
        EXPECT_TRUE(support::is_error_pairs(refused.err)) << refused.err;
        EXPECT_THAT(refused.err, HasSubstr(what));
        EXPECT_EQ(other_.must("check"), before);
    }

    support::CommandLine other_{folder_ / "other.needlebook"};
};

TEST_F(ManifestOfAnExport, SaysWhatIsInItAndOfWhichBook) {
    const auto manifest =
        nlohmann::json::parse(shell("cat made/manifest.json").out, nullptr, false);
    ASSERT_TRUE(manifest.is_object());
    EXPECT_EQ(manifest["book_content"],
              nlohmann::json::parse(desk_.must("check --json"))["content"]);
    EXPECT_EQ(manifest["for"], "import");
    EXPECT_EQ(manifest["files"]["patients.csv"]["rows"], 61);
    EXPECT_EQ(manifest["files"].size() + 1, names_in(folder_ / "made").size());
    for (const auto& [name, file] : manifest["files"].items()) {
        EXPECT_EQ(shell("sha256sum made/" + name).out.substr(0, 64), file["sha256"]) << name;
    }
    const auto read = other_("import " + path("made"));
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.err, Not(HasSubstr("manifest")));
}

TEST_F(ManifestOfAnExport, RefusesWhatIsNotWhatWasExported) {
    expect_refused("rm acne.csv", "acne.csv: is missing");
    expect_refused("echo > treatment.csv", "treatment.csv: is no file of the export");
    expect_refused("sed -i 's/=HYPER/=HIPER/' patients.csv", "patients.csv: was changed");
    expect_refused("sed -i '$d' patients.csv", "patients.csv: has 60 rows, and 61 were exported");
    expect_refused(": > patients.csv", "patients.csv: has 0 rows");
    expect_refused("echo '{}' > manifest.json", "is not the manifest of an export");
    expect_refused("head -c 50 ../made/manifest.json > manifest.json", "is not the manifest");
}

TEST_F(ManifestOfAnExport, IsMissingInExportsOfOlderVersionsWhichAreReadAndSaid) {
    const auto read =
        (fs::remove(folder_ / "made/manifest.json"), other_("import " + path("made")));
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.err, HasSubstr("has no manifest.json"));
}

TEST_F(ManifestOfAnExport, KeepsFilesForSpreadsheetsFromBeingReadBack) {
    EXPECT_THAT(shell("cat made/patients.csv").out, HasSubstr("F1,=HYPERLINK(1)"));
    desk_.must("export --for spreadsheet " + path("sheets"));
    const auto patients = shell("cat sheets/patients.csv").out;
    EXPECT_TRUE(patients.starts_with("\uFEFFid,")) << patients.substr(0, 20);
    EXPECT_THAT(patients, HasSubstr("F1,'=HYPERLINK(1)"));
    const auto refused = other_("import " + path("sheets"));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("was exported for spreadsheets"));
    EXPECT_EQ(desk_("export --for fun " + path("fun")).status, 2);
    EXPECT_FALSE(fs::exists(path("fun")));
}

}  // namespace
}  // namespace whole::whole_files_test
