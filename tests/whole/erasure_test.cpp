// A patient is erased by law: nothing of them is left in any file, the others are as they were, and
// the book is whole.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "app/cli/run.h"
#include "app/server/drafts.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::erasure_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

// In every text that is entered of the patient who goes.
const std::string canary = "Zypresse";
const std::string lawful = "erase C-001 --reason request --legal-reason 'a law' --yes";

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Erasure : public testing::Test {
  protected:
    void SetUp() override {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        desk_.must("patient add --chart C-002 --name Other --born 1990-01-01");
        desk_.must("acne record C-002 --on 2026-01-05 --region chin:papules=5 --rest clear");
        desk_.must(
            "patient add --chart C-001 --name 'Huda Zypresse' --name-ar Zypresse --address "
            "Zypresse "
            "--note Zypresse --guardian Zypresse --born 1996-04-02 --reason Zypresse "
            "--key Zypresse");
        desk_.must("patient tag C-001 Zypresse=Zypresse --reason Zypresse");
        desk_.must("patient link C-001");
        desk_.must("condition add C-001 --kind other --note Zypresse");
        desk_.must(
            "course start C-001 --concern acne_scars --sessions 6 --every 4w "
            "--on 2026-01-05 --goal Zypresse");
        desk_.must(
            "session record C-001 --at 2026-01-05T10:30 --device pen --area chin:1.5:4 "
            "--operator Zypresse --lot Zypresse --note Zypresse");
        desk_.must(
            "acne record C-001 --on 2026-01-05 --region chin:papules=3 --rest clear "
            "--note Zypresse");
        desk_.must("acne correct 2 --iga 3 --reason Zypresse");
        desk_.must(
            "event record C-001 --kind erythema --severity 1 --onset 2026-01-06 "
            "--note Zypresse");
        desk_.must("event void 1 --reason Zypresse");
        desk_.must("agreement start --instrument iga --patients 2 --on 2026-01-05");
        desk_.must("agreement rate 1 C-001 --rater Zypresse --value 3 --at 2026-01-05");
        desk_.must("agreement rate 1 C-002 --rater Dr --value 2 --at 2026-01-05");
        std::ofstream(folder_ / "scores.csv") << "chart,on,gags,who\n"
                                                 "C-001,2026-02-05,17,Zypresse\n"
                                                 "C-002,2026-02-05,12,Dr\n";
        desk_.must("import " + (folder_ / "scores.csv").string() +
                   " --as scores --map patient=chart --map at=on --map gags=gags --map rater=who");
        fs::remove(folder_ / "scores.csv");
        server::Drafts drafts(desk_.book());
        drafts.keep({"acne.C-001", "k1", "2026-06-15T12:00:00Z", R"({"note":"Zypresse"})"});
        drafts.keep({"correct.acne.2.v2", "k2", "2026-06-15T12:00:00Z", R"({"note":"Zypresse"})"});
        drafts.keep({"acne.C-002", "k3", "2026-06-15T12:00:00Z", R"({"note":"stays"})"});
    }
    // Files below the folder that hold the text.
    std::set<std::string> files_with(const std::string& text) const {
        std::set<std::string> found;
        for (const auto& each : fs::recursive_directory_iterator(folder_.path())) {
            if (each.is_regular_file() && bytes_of(each.path()).find(text) != std::string::npos) {
                found.insert(fs::relative(each.path(), folder_.path()).string());
            }
        }
        return found;
    }
    // What the program says of the other patient.
    std::vector<std::string> of_the_other() const {
        std::vector<std::string> all;
        for (const auto* line : {"progress C-002 --as-of 2026-03-01",
                                 "progress C-002 --as-of 2026-03-01 --json",
                                 "progress C-002 --as-of 2026-03-01 --format csv",
                                 "progress C-002 --as-of 2026-03-01 --for patient",
                                 "patient show C-002 --json",
                                 "acne list C-002 --json",
                                 "score list C-002 --json",
                                 "aftercare C-002 --at 2026-03-01"}) {
            all.push_back(desk_.must(line));
        }
        const auto out = folder_ / "out";
        desk_.must("export " + out.string() + " --patient C-002");
        for (const auto& each : fs::directory_iterator(out)) {
            if (each.path().extension() == ".csv") {
                all.push_back(each.path().filename().string() + bytes_of(each.path()));
            }
        }
        fs::remove_all(out);
        std::sort(all.begin(), all.end());
        return all;
    }
    void expect_whole(const support::CommandLine& book) const {
        const auto check = book("check");
        EXPECT_EQ(check.status, 0) << check.err;
        EXPECT_EQ(check.err, "");
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Erasure, LeavesNothingOfThePatientInAnyFileNorInWhatIsMadeLater) {
    ASSERT_FALSE(files_with(canary).empty());
    const auto said = desk_.must("patient " + lawful);
    EXPECT_EQ(said.find("Huda"), std::string::npos) << said;
    desk_.must("export " + (folder_ / "out").string());
    desk_.must("backup " + (folder_ / "copy.needlebook").string());
    EXPECT_EQ(files_with(canary), std::set<std::string>{});
    EXPECT_EQ(files_with("C-001"), std::set<std::string>{});
    EXPECT_EQ(desk_.must("ledger --json").find(canary), std::string::npos);
    expect_whole(desk_);
    expect_whole(support::CommandLine(folder_ / "copy.needlebook"));
    EXPECT_EQ(server::Drafts(desk_.book()).all().size(), 1U) << "the other's draft stays";
}

TEST_F(Erasure, LeavesWhatIsSaidOfTheOthersByteForByte) {
    const auto before = of_the_other();
    desk_.must("patient " + lawful);
    EXPECT_EQ(of_the_other(), before);
    EXPECT_EQ(Json::parse(desk_.must("agreement ratings 1 --json")).size(), 1U);
    EXPECT_THAT(desk_.must("ledger C-002"), HasSubstr("+ patient (id 1): chart C-002"));
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("content erased by law"));
}

TEST_F(Erasure, CannotBeUndone) {
    desk_.must("patient " + lawful);
    EXPECT_THAT(desk_("patient restore C-001 --reason oops").err, HasSubstr("there is no chart"));
    EXPECT_THAT(desk_("acne restore 2 --reason oops").err, HasSubstr("there is none"));
    EXPECT_EQ(desk_.must("patient add --chart C-001"), "3\n") << "another person, another number";
    expect_whole(desk_);
}

TEST_F(Erasure, OfAVoidedPatientIsDoneToo) {
    desk_.must("patient void C-001 --yes --reason Zypresse");
    desk_.must("patient " + lawful);
    EXPECT_EQ(files_with(canary), std::set<std::string>{});
    expect_whole(desk_);
}

TEST_F(Erasure, OfAPersonWithAMergedChartErasesThatFirst) {
    desk_.must("patient add --chart C-003 --name 'Huda Zypresse' --note Zypresse");
    desk_.must("patient merge C-003 C-001 --reason twice --yes");
    const auto refused = desk_("patient " + lawful);
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.err.find("chart C-003 was merged into it"), std::string::npos) << refused.err;
    desk_.must("patient erase C-003 --reason law --legal-reason law --yes");
    desk_.must("patient " + lawful);
    EXPECT_TRUE(files_with(canary).empty());
    expect_whole(desk_);
}

TEST_F(Erasure, IsRefusedWhereItIsNotMeantOrNotDue) {
    const auto before = Json::parse(desk_.must("check --json"))["content"];
    const auto refused = [&](const std::string& line) {
        const auto ran = desk_("patient erase " + line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_EQ(ran.out, "");
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
        return ran.err;
    };
    EXPECT_THAT(refused("C-009 --reason request --yes"), HasSubstr("there is no chart"));
    EXPECT_THAT(refused("C-001 --reason ' ' --yes"), HasSubstr("reason: is missing"));
    EXPECT_THAT(refused("C-001 --reason request --yes"), HasSubstr("kept until 2051-02-05"));
    EXPECT_THAT(refused("C-001 --reason request --legal-reason ' ' --yes"),
                HasSubstr("kept until"));
    EXPECT_THAT(refused("C-001 --reason request --legal-reason law"),
                testing::AllOf(HasSubstr("sessions: 1"),
                               HasSubstr("drafts: 2"),
                               HasSubstr("add --yes"),
                               Not(HasSubstr(canary))));
    EXPECT_THAT(refused("C-001 --yes"), HasSubstr("reason: is missing"));
    EXPECT_EQ(Json::parse(desk_.must("check --json"))["content"], before);
    EXPECT_EQ(server::Drafts(desk_.book()).all().size(), 3U);
}

TEST_F(Erasure, NeedsNoLegalReasonOnceTheRetentionIsOver) {
    EXPECT_EQ(desk_.must("retention due --as-of 2051-02-04 --json"), "[]\n");
    const auto due = Json::parse(desk_.must("retention due --as-of 2051-02-05 --json"));
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0],
              Json({{"chart", "C-001"}, {"last_day", "2026-02-05"}, {"over_since", "2051-02-05"}}));
    EXPECT_EQ(desk_("patient erase C-001 --reason r --yes --as-of 2051-02-05").status, 2)
        << "no other day than today lets it go";
    desk_.must("patient add --chart C-003");
    desk_.must("acne record C-003 --on 2010-01-05 --rest clear");
    desk_.must("clinic set retention_years=100");
    EXPECT_THAT(desk_("patient erase C-003 --reason request --yes").err,
                HasSubstr("kept until 2110-01-05"));
    desk_.must("clinic set retention_years=10");
    desk_.must("patient erase C-003 --reason request --yes");
    expect_whole(desk_);
    EXPECT_EQ(desk_("clinic set retention_years=0").status, 1);
    EXPECT_EQ(desk_("clinic set retention_years=101").status, 1);
}

TEST_F(Erasure, AsksOnATerminal) {
    const auto typed = [&](const std::string& answer) {
        std::ostringstream out;
        std::ostringstream err;
        std::istringstream in(answer);
        cli::Io io{.out = out, .err = err, .in = &in};
        const int status = cli::run({"patient",
                                     "erase",
                                     "C-001",
                                     "--reason",
                                     "request",
                                     "--legal-reason",
                                     "law",
                                     "--book",
                                     desk_.book().string()},
                                    io);
        EXPECT_THAT(
            err.str(),
            HasSubstr("This erases patient C-001; this cannot be undone.\n  conditions: 1\n"));
        return status;
    };
    for (const auto* no : {"", "\n", "y\n", "no\n", "YES\n"}) {
        EXPECT_EQ(typed(no), 1) << no;
    }
    EXPECT_EQ(desk_("patient show C-001").status, 0);
    EXPECT_EQ(typed("yes\n"), 0);
    EXPECT_EQ(desk_("patient show C-001").status, 1);
}

TEST_F(Erasure, GivesACertificateForThePatientsFile) {
    const auto file = folder_ / "certificate.txt";
    const auto said =
        desk_.must("patient " + lawful + " --actor 'Dr Saleh' --certificate " + file.string());
    EXPECT_EQ(bytes_of(file), said);
    struct stat facts {};
    ASSERT_EQ(::stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    for (const auto* each : {"C-001",
                             "by Dr Saleh",
                             "request (legal reason: a law)",
                             "1  sessions",
                             "2  drafts",
                             "Kept until 2051-02-05",
                             "None where the program looked"}) {
        EXPECT_THAT(said, HasSubstr(each));
    }
    const auto at = said.find("--against ") + 10;
    EXPECT_EQ(desk_("check --against " + said.substr(at, 16)).status, 0);
    EXPECT_THAT(desk_("patient erase C-002 --reason r --legal-reason l --yes --certificate " +
                      file.string())
                    .err,
                HasSubstr("already"));
    EXPECT_EQ(desk_("patient show C-002").status, 0) << "nothing was erased";
}

TEST_F(Erasure, ListsTheCopiesThatStillHoldThePatient) {
    const auto backups = folder_ / "backups";
    fs::create_directories(backups / "2026");
    desk_.must("backup " + (folder_ / "beside").string());
    desk_.must("backup " + (backups / "2026" / "old.needlebook").string());
    desk_.must("patient correct C-001 --chart C-900 --reason renumbered");
    desk_.must("backup " + (backups / "new.needlebook").string());
    std::ofstream(backups / "notes.txt") << "C-900";
    const support::CommandLine other(backups / "other.needlebook");
    other.must("init");
    other.must("patient add --chart C-7");
    const auto said = desk_.must(
        "patient erase C-900 --reason r --legal-reason l --yes --backups " + backups.string());
    for (const auto* holds :
         {"/beside: delete it", "/2026/old.needlebook: ", "/new.needlebook: "}) {
        EXPECT_THAT(said, HasSubstr(holds));
    }
    for (const auto* none : {"notes.txt", "other.needlebook", "clinic.needlebook:"}) {
        EXPECT_THAT(said, Not(HasSubstr(none)));
    }
    EXPECT_FALSE(fs::exists((backups / "new.needlebook").string() + ".lock")) << "only looked at";
}

TEST_F(Erasure, OfTheSameSubmissionIsDoneOnce) {
    const auto line = "patient " + lawful + " --key once";
    desk_.must(line);
    const auto again = desk_(line);
    EXPECT_EQ(again.status, 0);
    EXPECT_THAT(again.err, HasSubstr("Erased before"));
    const auto other = desk_("patient erase C-002 --reason r --legal-reason l --yes --key once");
    EXPECT_EQ(other.status, 1);
    EXPECT_EQ(desk_("patient show C-002").status, 0);
    EXPECT_EQ(desk_("patient add --chart C-5 --key once").status, 1);
}

TEST_F(Erasure, ThatNobodyLawfullyDidIsAnAlteration) {
    desk_.must("patient " + lawful);
    ASSERT_TRUE(support::sqlite_shell(
        desk_.book(),
        "UPDATE ledger SET reason = NULL, submission_key = NULL, request_hash = NULL, answer = "
        "NULL, changes = NULL, changes_hash = zeroblob(32) WHERE seq = 3;"));
    const auto check = desk_("check");
    EXPECT_EQ(check.status, 3);
    EXPECT_THAT(check.err, HasSubstr("ledger entry 3: was altered: it is blank"));
    EXPECT_THAT(desk_("ledger").out, HasSubstr("its changes were altered and are not shown"));
}

// SIGKILL at random moments: all of the patient is there, or nothing, in the next command's eyes;
// the next write leaves no byte of what was erased.
TEST_F(Erasure, ThatIsKilledIsDoneOrNotBegunAndGoesOn) {
    const auto seed = std::random_device()();
    std::cout << "seed " << seed << '\n';
    std::minstd_rand random(seed);
    const fs::path kept = folder_ / "kept";
    const auto copy = [](const fs::path& from, const fs::path& to) {
        for (const auto* end : {"", ".head"}) {
            fs::copy_file(from.string() + end, to.string() + end);
        }
    };
    fs::remove_all(desk_.book().string() + ".drafts");
    copy(desk_.book(), kept);
    const auto begun = std::chrono::steady_clock::now();
    desk_.must("patient " + lawful);
    const auto takes = std::chrono::steady_clock::now() - begun;
    fs::remove(desk_.book());
    int erased = 0;
    int unfinished = 0;
    const int cycles = support::repetitions("NEEDLEBOOK_KILLS", 40);
    for (int cycle = 0; cycle < cycles && !HasFailure(); ++cycle) {
        SCOPED_TRACE(cycle);
        const support::TemporaryFolder room;
        const support::CommandLine desk(room / "clinic.needlebook");
        copy(kept, desk.book());
        support::Process process(support::CommandLine::line("patient " + lawful), desk.settings());
        std::this_thread::sleep_for(takes * std::uniform_int_distribution<int>(0, 110)(random) /
                                    100);
        process.kill();
        process.wait();
        const auto list = desk("patient list");
        EXPECT_EQ(list.status, 0);
        const bool is_there = desk("patient show C-001").status == 0;
        if (list.err.find("may still hold bytes") != std::string::npos) {
            ++unfinished;
            EXPECT_FALSE(is_there);
            EXPECT_EQ(desk("check").status, 3);
        }
        EXPECT_EQ(desk("session list C-001").status, is_there ? 0 : 1);
        desk.must("patient tag C-002 arm=placebo");
        expect_whole(desk);
        if (!is_there) {
            ++erased;
            for (const auto& each : fs::directory_iterator(room.path())) {
                EXPECT_EQ(bytes_of(each.path()).find(canary), std::string::npos) << each.path();
            }
        }
    }
    std::cout << fmt::format(
        "{} kills: {} erased, {} of them broken off before the bytes were gone\n",
        cycles,
        erased,
        unfinished);
    EXPECT_GT(erased, 0) << "the kills came too early to show anything";
    EXPECT_LT(erased, cycles) << "the kills came too late";
}

}  // namespace
}  // namespace whole::erasure_test
