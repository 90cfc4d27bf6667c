// Backups as a clinic meets them: a timer that makes them, a stick that is full or another's, the
// sheet of paper, kills in the middle, and the way back.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <regex>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::backups_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Backups : public testing::Test {
  protected:
    Backups() {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        desk_.must("patient add --chart C-1");
        for (const auto* each : {"disk", "other"}) {
            fs::create_directory(folder_ / each);
        }
    }

    support::Ran shell(const std::string& script) const {
        auto settings = desk_.settings();
        settings["NEEDLEBOOK_PROGRAM"] = NEEDLEBOOK;
        return support::Process({"/bin/sh", "-ec", script}, settings).wait();
    }
    // The line with this on its standard input.
    support::Ran typed(const std::string& line, const std::string& text) const {
        std::ofstream(folder_ / "typed") << text;
        return shell(fmt::format("{} {} < '{}'", NEEDLEBOOK, line, (folder_ / "typed").string()));
    }
    Json status() const { return Json::parse(desk_("backup status --json").out); }
    static std::string text_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static std::vector<fs::path> files(const fs::path& folder, const char* extension) {
        std::vector<fs::path> all;
        for (const auto& each : fs::directory_iterator(folder)) {
            if (each.path().extension() == extension) {
                all.push_back(each.path());
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }
    // The four lines of the sheet, from the data of its file.
    std::string key_of_sheet(const fs::path& sheet) const {
        const auto text = text_of(sheet);
        const std::regex list(R"re("key":\[("[^\]]*")\])re");
        std::smatch found;
        EXPECT_TRUE(std::regex_search(text, found, list));
        std::string lines;
        for (const auto& line : Json::parse("[" + found[1].str() + "]")) {
            lines += line.get<std::string>() + "\n";
        }
        return lines;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
    fs::path disk_ = folder_ / "disk";
};

TEST_F(Backups, ATimerMakesThemAndTheStatusSaysWhereTheyAre) {
    EXPECT_EQ(status()["level"], "caution");
    desk_.must("backup policy --add-folder " + disk_.string());
    EXPECT_THAT(desk_.must("backup policy"), HasSubstr("folder       " + disk_.string()));
    EXPECT_THAT(desk_.must("backup run"), HasSubstr(", proved"));
    EXPECT_EQ(files(disk_, ".needlebook").size(), 1U);
    const auto said = status();
    EXPECT_EQ(said["where"], disk_.string());
    EXPECT_EQ(said["age_hours"], 0);
    EXPECT_EQ(said["folders"][0]["trouble"], nullptr);
    EXPECT_THAT(desk_.must("backup status"), HasSubstr("The last good backup is 0 minutes old"));
    EXPECT_THAT(desk_("backup run --due").err, HasSubstr("Nothing is due"));
    const support::CommandLine copy(files(disk_, ".needlebook")[0]);
    EXPECT_EQ(copy("check").status, 0);
}

TEST_F(Backups, OfAPolicyWhatCannotBeIsRefused) {
    for (const auto* line : {"backup policy --add-folder backups",
                             "backup policy --add-folder /no/such/folder",
                             "backup policy --keep-daily many",
                             "backup policy --limit-hours 0",
                             "backup policy --automatic perhaps",
                             "backup policy --remove-folder /mnt"}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    }
    EXPECT_FALSE(fs::exists(desk_.book().string() + ".policy"));
}

TEST_F(Backups, OnlyWhoKeepsTheBookSaysWhereTheyGo) {
    const std::string password = "thistle kettle orbit\n";
    ASSERT_EQ(typed("account add huda --role owner --password-stdin", password).status, 0);
    ASSERT_EQ(
        typed("account add omar --role reader --password-stdin --actor huda", password).status, 0);
    const auto line = "backup policy --add-folder " + disk_.string() + " --actor ";
    EXPECT_THAT(desk_(line + "omar").err, HasSubstr("has no right to"));
    EXPECT_TRUE(fs::is_empty(disk_)) << "nor is the folder taken";
    EXPECT_EQ(desk_(line + "huda").status, 0);
    EXPECT_EQ(desk_("backup run").status, 0) << "a timer needs no account, as a copy does not";
}

TEST_F(Backups, AFolderThatIsGoneAndOneOfAnotherClinicAreNamed) {
    desk_.must("backup policy --add-folder " + disk_.string());
    desk_.must("backup run");
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init --name Other");
    const auto taken = other("backup policy --add-folder " + disk_.string());
    EXPECT_EQ(taken.status, 1);
    EXPECT_THAT(taken.err, HasSubstr("has backups of another book"));
    fs::rename(disk_, folder_ / "unplugged");
    const auto ran = desk_("backup run");
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("no such folder"));
    EXPECT_EQ(status()["folders"][0]["trouble"]["kind"], "folder_missing");
    EXPECT_EQ(status()["where"], disk_.string()) << "the good one is still known";
}

// Real file systems, mounted for the program alone: a stick of 2 MB at the place where desktops
// mount one.
TEST_F(Backups, AStickIsFoundByItsLabelAndAFullOneIsNamed) {
    const auto in_namespace = [&](const std::string& size) {
        return support::Process(
                   {"/usr/bin/unshare",
                    "-rm",
                    "/bin/sh",
                    "-c",
                    fmt::format("mount -t tmpfs none /media && mkdir -p /media/us/NDLB-TEST && "
                                "mount -t tmpfs -o size={} none /media/us/NDLB-TEST && {} backup "
                                "run; status=$?; ls /media/us/NDLB-TEST/backups; exit $status",
                                size,
                                NEEDLEBOOK)},
                   desk_.settings())
            .wait();
    };
    desk_.must("backup policy --add-folder label:NDLB-TEST/backups");
    EXPECT_THAT(desk_("backup run").err, HasSubstr("no medium with this label is connected"));
    EXPECT_EQ(status()["folders"][0]["trouble"]["kind"], "medium_missing");
    const auto full = in_namespace("200k");
    EXPECT_EQ(full.status, 1) << full.out << full.err;
    EXPECT_THAT(full.err, HasSubstr("is full"));
    EXPECT_EQ(full.out, "label:NDLB-TEST/backups: none\nneedlebook-backups.json\n")
        << "nothing half is left";
    EXPECT_EQ(status()["folders"][0]["trouble"]["kind"], "full");
    const auto good = in_namespace("40m");
    EXPECT_EQ(good.status, 0) << good.err;
    EXPECT_THAT(good.out, HasSubstr(".needlebook.head"));
    EXPECT_EQ(status()["folders"][0]["other_medium"], true);
    EXPECT_EQ(status()["level"], "good");
}

TEST_F(Backups, AreOpenedWithTheSheetAndNothingElse) {
    const auto sheet = folder_ / "recovery.html";
    desk_.must("backup policy --add-folder " + disk_.string());
    const auto fingerprint =
        desk_.must("backup key make --sheet " + sheet.string() + " --language en+ar");
    EXPECT_THAT(text_of(sheet), HasSubstr(fingerprint.substr(0, 16)));
    EXPECT_EQ(fs::status(sheet).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("backup key"));
    const auto key = key_of_sheet(sheet);
    EXPECT_THAT(text_of(desk_.book().string() + ".policy"), Not(HasSubstr(key.substr(0, 9))));
    desk_.must("backup run");
    const auto sealed = files(disk_, ".sealed");
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_TRUE(files(disk_, ".needlebook").empty());

    // On a machine that has the stick and the sheet.
    const support::CommandLine bare(folder_ / "bare" / "clinic.needlebook");
    const auto line = fmt::format("restore '{}' --book '{}'", disk_.string(), bare.book().string());
    EXPECT_EQ(desk_(line).status, 1) << "nobody can be asked";
    const auto slip = typed(line + " --key-stdin",
                            std::string(key).replace(0, 1, key.starts_with('e') ? "f" : "e"));
    EXPECT_EQ(slip.status, 1);
    auto other = folder_ / "other.html";
    const support::CommandLine another(folder_ / "another.needlebook");
    another.must("init --name Another");
    another.must("backup key make --sheet " + other.string());
    const auto wrong = typed(line + " --key-stdin", key_of_sheet(other));
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.err, HasSubstr("is encrypted for the key " + fingerprint.substr(0, 16)));
    EXPECT_FALSE(fs::exists(bare.book()));
    const auto back = typed(line + " --key-stdin", key);
    ASSERT_EQ(back.status, 0) << back.err;
    EXPECT_THAT(bare.must("patient list"), HasSubstr("C-1"));
    EXPECT_EQ(bare("check").status, 0);
}

TEST_F(Backups, AreOpenedByAnotherProgramThatKnowsTheFormatOnly) {
    const auto reader = std::string(SOURCE_DIR) + "/tests/whole/read_sealed.py";
    const auto sheet = folder_ / "recovery.html";
    desk_.must("backup policy --add-folder " + disk_.string());
    desk_.must("backup key make --sheet " + sheet.string());
    desk_.must("backup run");
    const auto sealed = files(disk_, ".sealed").at(0).string();
    const auto opened = folder_ / "opened";
    fs::create_directory(opened);
    std::ofstream(folder_ / "key") << key_of_sheet(sheet);
    const auto read = shell(fmt::format("/usr/bin/python3 '{}' '{}' '{}' < '{}'",
                                        reader,
                                        sealed,
                                        opened.string(),
                                        (folder_ / "key").string()));
    ASSERT_EQ(read.status, 0) << read.err;
    const support::CommandLine back(opened / "book.needlebook");
    EXPECT_EQ(back("check").status, 0);
    EXPECT_THAT(back.must("patient list"), HasSubstr("C-1"));

    ASSERT_EQ(typed("backup key make --passphrase-stdin", "thistle kettle orbit\n").status, 0);
    desk_.must("backup run");
    const auto by_passphrase = files(disk_, ".sealed").back().string();
    std::ofstream(folder_ / "passphrase") << "thistle kettle orbit\n";
    const auto again = shell(fmt::format("/usr/bin/python3 '{}' --passphrase '{}' '{}' < '{}'",
                                         reader,
                                         by_passphrase,
                                         opened.string(),
                                         (folder_ / "passphrase").string()));
    EXPECT_EQ(again.status, 0) << again.err;
    const auto wrong =
        shell(fmt::format("echo wrong | /usr/bin/python3 '{}' --passphrase '{}' '{}'",
                          reader,
                          by_passphrase,
                          opened.string()));
    EXPECT_EQ(wrong.status, 1);
    const auto restored = typed(fmt::format("restore '{}' --book '{}' --passphrase-stdin",
                                            by_passphrase,
                                            (folder_ / "back.needlebook").string()),
                                "thistle kettle orbit\n");
    EXPECT_EQ(restored.status, 0) << restored.err;
}

TEST_F(Backups, ARestoreInPlaceOfABookIsProvedBefore) {
    desk_.must("backup policy --add-folder " + disk_.string());
    desk_.must("backup run");
    desk_.must("patient add --chart C-2");
    const auto copy = files(disk_, ".needlebook").at(0);
    auto bytes = text_of(copy);
    const auto whole = bytes;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(copy, std::ios::binary | std::ios::trunc) << bytes;
    const auto refused = desk_("restore " + disk_.string() + " --replace --yes");
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("is not as it was written"));
    EXPECT_THAT(desk_.must("patient list"), HasSubstr("C-2")) << "the book stays";
    std::ofstream(copy, std::ios::binary | std::ios::trunc) << whole;
    EXPECT_EQ(desk_("restore " + disk_.string() + " --replace --yes").status, 0);
    EXPECT_THAT(desk_.must("patient list"), Not(HasSubstr("C-2")));
    EXPECT_TRUE(fs::exists(desk_.book().string() + ".replaced"));
}

TEST_F(Backups, ADrillPrintsACertificateThatTheLedgerHas) {
    desk_.must("backup policy --add-folder " + disk_.string());
    EXPECT_EQ(desk_("drill").status, 1) << "there is none";
    desk_.must("backup run");
    const auto page = desk_.must("drill");
    EXPECT_THAT(page, HasSubstr("THE BOOK COMES BACK"));
    EXPECT_THAT(page, HasSubstr("as this book's ledger has it"));
    const auto json = Json::parse(desk_.must("drill --json"));
    EXPECT_EQ(json["folder"], disk_.string());
    EXPECT_EQ(json["entries_since"], 1) << "the drill before";
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("drill"));
    EXPECT_NE(status()["drilled"], nullptr);
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(Backups, HealthSaysWhetherSomebodyMustLookAfterTheBook) {
    EXPECT_EQ(desk_.must("health"), "caution\n");
    const auto json = Json::parse(desk_.must("health --json"));
    EXPECT_EQ(json["entries"], 2);
    EXPECT_THAT(json.dump(), Not(HasSubstr("C-1")));
    const auto machine = desk_("check --machine");
    EXPECT_THAT(machine.out, testing::ContainsRegex("encrypted    (yes|no|unknown)"));
    EXPECT_THAT(machine.err, HasSubstr("no backup of this book is known"));
    fs::remove(desk_.book().string() + ".head");
    const auto bad = desk_("health");
    EXPECT_EQ(bad.status, 1);
    EXPECT_EQ(bad.out, "bad\n");
    EXPECT_THAT(bad.err, HasSubstr(".head: is missing"));
}

// Whatever a kill leaves, every backup with a manifest is whole, the next run goes on, and nothing
// of the copy stays beside the book.
TEST_F(Backups, AKillLeavesNoBackupThatIsNotWhole) {
    const auto sheet = folder_ / "recovery.html";
    desk_.must("backup policy --add-folder " + disk_.string());
    const auto seed = std::random_device{}();
    std::cout << "seed " << seed << '\n';
    std::mt19937 random(seed);
    const auto begin = std::chrono::steady_clock::now();
    desk_.must("backup run --prove");
    const auto longest = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    const int kills = support::repetitions("NEEDLEBOOK_BACKUP_KILLS", 25);
    int cut_off = 0;
    for (int i = 0; i < kills; ++i) {
        if (i == kills / 2) {
            desk_.must("backup key make --sheet " + sheet.string());
        }
        support::Process run(support::CommandLine::line("backup run --prove"), desk_.settings());
        std::this_thread::sleep_for(std::chrono::microseconds(
            std::uniform_int_distribution<std::int64_t>(0, longest.count())(random)));
        run.kill();
        cut_off += run.wait().status == -SIGKILL ? 1 : 0;
    }
    EXPECT_GT(cut_off, kills / 2);
    desk_.must("backup run --prove");
    int whole = 0;
    for (const auto& manifest : files(disk_, ".json")) {
        if (manifest.filename() == "needlebook-backups.json") {
            continue;
        }
        const auto to = folder_.path() / fmt::format("back{}.needlebook", ++whole);
        const auto line =
            fmt::format("restore '{}' --book '{}' --key-stdin", manifest.string(), to.string());
        const auto ran = typed(line, whole > 0 && fs::exists(sheet) ? key_of_sheet(sheet) : "");
        EXPECT_EQ(ran.status, 0) << manifest << ran.err;
        EXPECT_EQ(support::CommandLine(to)("check --quick").status, 0);
    }
    EXPECT_GE(whole, 1);
    for (const auto& each : fs::directory_iterator(folder_.path())) {
        const auto name = each.path().filename().string();
        EXPECT_FALSE(name.starts_with("clinic.needlebook.staged") ||
                     name.starts_with("clinic.needlebook.proving"))
            << name;
    }
    EXPECT_EQ(desk_("check").status, 0);
    std::cout << cut_off << " of " << kills << " runs cut off, " << whole << " whole backups\n";
}

}  // namespace
}  // namespace whole::backups_test
