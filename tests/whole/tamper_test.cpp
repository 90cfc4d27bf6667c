// Somebody, or a failing disk, changes the book behind the program's back: it says what is wrong.

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "app/cli/commands/commands.h"
#include "db/book.h"
#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::tamper_test {
namespace {

namespace fs = std::filesystem;
using testing::Test;

class Tamper : public Test {
  protected:
    void SetUp() override {
        desk_.must("init");
        desk_.must("patient add --chart C-001 --name 'Huda Saleh' --born 1996-04-02");
        desk_.must(
            "session record C-001 --at 2026-01-05T10:30 --device pen --area chin:1.5:4 "
            "--pain 4");
        desk_.must("acne record C-001 --on 2026-01-05 --region chin:papules=3 --rest clear");
        desk_.must("acne record C-001 --on 2026-02-05 --region chin:papules=1 --rest clear");
        ASSERT_EQ(desk_("check").status, 0);
    }
    void tamper(const std::string& sql) const {
        ASSERT_TRUE(support::sqlite_shell(desk_.book(), sql)) << sql;
    }
    // `check` exits 3, says this, and tells nobody's name.
    void expect_check_says(const std::string& what) const {
        const auto ran = desk_("check");
        EXPECT_EQ(ran.status, 3);
        EXPECT_NE(ran.err.find(what), std::string::npos) << ran.err;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
        EXPECT_EQ(ran.out.find("whole"), std::string::npos) << ran.out;
        EXPECT_EQ((ran.out + ran.err).find("Huda"), std::string::npos) << ran.err;
    }
    // Read with a warning.
    void expect_warned(const support::Ran& ran, const std::string& what) const {
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_TRUE(ran.err.starts_with("warning: ")) << ran.err;
        EXPECT_NE(ran.err.find(what), std::string::npos) << ran.err;
    }
    void expect_refused(const support::Ran& ran, const std::string& what) const {
        EXPECT_EQ(ran.status, 3) << ran.err;
        EXPECT_EQ(ran.out, "");
        EXPECT_NE(ran.err.find("error: "), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find(what), std::string::npos) << ran.err;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Tamper, WithOneByteOfALedgerRowIsNamed) {
    tamper(
        "DROP TRIGGER ledger_is_not_rewritten; "
        "UPDATE ledger SET answer = '2' WHERE seq = 3;");
    expect_check_says("ledger entry 3: was altered");
}

TEST_F(Tamper, WithOneByteOfALedgerRowIsNamedEvenIfTheTriggerIsPutBack) {
    const std::string trigger =
        "CREATE TRIGGER ledger_is_not_rewritten BEFORE UPDATE ON ledger\nBEGIN\n    SELECT "
        "RAISE(ABORT, 'the ledger is not rewritten');\nEND;";
    tamper(
        "DROP TRIGGER ledger_is_not_rewritten; "
        "UPDATE ledger SET at = replace(at, 'Z', 'Z') , actor = actor || 'x' WHERE seq = 2;" +
        trigger);
    expect_check_says("ledger entry 2: was altered");
}

TEST_F(Tamper, WithEveryColumnOfALedgerRowIsNamed) {
    for (const std::string change : {"at = '2001-01-01T00:00:00Z'",
                                     "actor = 'nobody'",
                                     "action = 'acne void'",
                                     "reason = 'because'",
                                     "patient_id = 7",
                                     "submission_key = 'k'",
                                     "submission_key = 'k', request_hash = hex(zeroblob(32))",
                                     "answer = '9'",
                                     "changes = x'00'",
                                     "changes_hash = zeroblob(32)",
                                     "previous = zeroblob(32)",
                                     "hash = zeroblob(32)"}) {
        SCOPED_TRACE(change);
        const auto copy = folder_ / "copy.needlebook";
        for (const auto* end : {"", ".head"}) {
            fs::copy_file(desk_.book().string() + end,
                          copy.string() + end,
                          fs::copy_options::overwrite_existing);
        }
        ASSERT_TRUE(
            support::sqlite_shell(copy,
                                  "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET " +
                                      change + " WHERE seq = 3;"));
        const auto ran = support::CommandLine(copy)("check");
        EXPECT_EQ(ran.status, 3);
        EXPECT_NE(ran.err.find("ledger entry 3"), std::string::npos) << ran.err;
    }
}

TEST_F(Tamper, ThatBlanksTheChangesOfALedgerRowLeavesRowsThatNobodyMade) {
    tamper("DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET changes = NULL WHERE seq = 3;");
    expect_check_says("session (id 1): the book has this row, the ledger does not");
}

TEST_F(Tamper, WithAScoreIsNamed) {
    tamper(
        "UPDATE score SET value = value + 1 WHERE origin_id = 1 AND origin = 1 AND "
        "instrument_id = (SELECT id FROM instrument WHERE code = 'gags');");
    expect_check_says("differs from what the ledger says in: value");
}

TEST_F(Tamper, WithAScoreShowsThatItIsNotWhatTheRecordScores) {
    tamper(
        "UPDATE score SET value = value + 1 WHERE origin_id = 1 AND origin = 1 AND "
        "instrument_id = (SELECT id FROM instrument WHERE code = 'gags');");
    expect_check_says("acne 1");
}

TEST_F(Tamper, WithAScoresNumberThatSaysNothingIsNamed) {
    tamper(
        "UPDATE score SET region = 99, origin = 9 WHERE origin_id = 1 AND origin = 1 AND "
        "instrument_id = (SELECT id FROM instrument WHERE code = 'gags');");
    expect_check_says("score (");
}

TEST_F(Tamper, WithASessionIsNamed) {
    tamper("UPDATE session SET pain = 5;");
    expect_check_says("session (id 1): differs from what the ledger says in: pain");
}

TEST_F(Tamper, WithAPatientIsNamedWithoutTellingTheName) {
    tamper("UPDATE patient SET name = 'Huda Salem';");
    expect_check_says("patient (id 1): differs from what the ledger says in: name");
}

TEST_F(Tamper, ThatCutsTheLastLedgerRowIsNoticedByEveryCommand) {
    tamper(
        "DROP TRIGGER ledger_is_not_cut; DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM "
        "ledger);");
    expect_check_says("the last 1 acknowledged change is missing");
    expect_warned(desk_("progress C-001"), "the last 1 acknowledged change is missing");
    expect_refused(desk_("acne record C-001 --on 2026-03-05 --iga 1"),
                   "the last 1 acknowledged change is missing");
}

TEST_F(Tamper, ThatTakesTheHeadAwayIsNoticedByCheck) {
    fs::remove(desk_.book().string() + ".head");
    expect_check_says("head");
    EXPECT_EQ(desk_("check --renew-head").status, 0);
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(Tamper, WithOneByteOfTheFileAnywhereNeverCrashesAndNeverPassesForWhole) {
    // Bytes of free space and of SQLite's own notes may change without meaning anything; but then
    // the content must be what it was.
    const auto content = nlohmann::json::parse(desk_.must("check --json"))["content"];
    std::ifstream stream(desk_.book(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const support::CommandLine copy(folder_ / "copy.needlebook");
    int noticed = 0;
    for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 97) {
        SCOPED_TRACE(fmt::format("byte {}", at));
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x21);
        std::ofstream(copy.book(), std::ios::binary) << changed;
        fs::copy_file(desk_.book().string() + ".head",
                      copy.book().string() + ".head",
                      fs::copy_options::overwrite_existing);
        const auto ran = copy("check --json");
        if (ran.status == 0) {
            EXPECT_EQ(nlohmann::json::parse(ran.out)["content"], content);
        } else {
            ++noticed;
            EXPECT_EQ(ran.status, 3);
            EXPECT_TRUE(nlohmann::json::accept(ran.err)) << ran.err;
            EXPECT_EQ(ran.err.find("Huda"), std::string::npos) << ran.err;
        }
    }
    EXPECT_GT(noticed, 10);
}

// The write-ahead log holds acknowledged commits as long as somebody has the book open.
class LostLog : public Tamper {
  protected:
    // A process that has the book open and does nothing.
    pid_t open_elsewhere() const {
        std::array<int, 2> ready{};
        EXPECT_EQ(::pipe(ready.data()), 0);
        const pid_t holder = ::fork();
        if (holder == 0) {
            const auto book = db::Book::open(desk_.book());
            [[maybe_unused]] const auto told = ::write(ready[1], "!", 1);
            ::pause();
            ::_exit(0);
        }
        char told = 0;
        EXPECT_EQ(::read(ready[0], &told, 1), 1);
        ::close(ready[0]);
        ::close(ready[1]);
        return holder;
    }
    void lose_log_with_three_changes() {
        const auto holder = open_elsewhere();
        for (const auto* iga : {"3", "2", "1"}) {
            desk_.must(std::string("acne record C-001 --confirm duplicate --on 2026-03-05 --iga ") +
                       iga);
        }
        ::kill(holder, SIGKILL);
        ::waitpid(holder, nullptr, 0);
        ASSERT_TRUE(fs::exists(desk_.book().string() + "-wal"));
        fs::remove(desk_.book().string() + "-wal");
        fs::remove(desk_.book().string() + "-shm");
    }
};

TEST_F(LostLog, IsNotLostWhenItIsLeftAloneAfterAKill) {
    const auto holder = open_elsewhere();
    desk_.must("acne record C-001 --on 2026-03-05 --iga 3");
    ::kill(holder, SIGKILL);
    ::waitpid(holder, nullptr, 0);
    ASSERT_TRUE(fs::exists(desk_.book().string() + "-wal"));
    EXPECT_EQ(nlohmann::json::parse(desk_.must("acne list C-001 --json")).size(), 3U);
    EXPECT_EQ(desk_("check").err, "");
}

TEST_F(LostLog, IsSaidByCheckWithHowManyChangesAreMissing) {
    lose_log_with_three_changes();
    expect_check_says("the last 3 acknowledged changes are missing");
}

TEST_F(LostLog, IsSaidByEveryCommandThatOpensTheBookAndNoneWrites) {
    lose_log_with_three_changes();
    for (const auto& command : cli::all_commands()) {
        // init makes a book, restore mends this one, import looks at its file first,
        // upgrade at the version alone; the others leave files elsewhere, stay, or say nothing
        static const auto others = support::words(
            "init restore import check backup export serve demo certificate upgrade "
            "completion");
        if (command.book == cli::Book::none || std::ranges::count(others, command.noun) > 0) {
            continue;
        }
        SCOPED_TRACE(command.example);
        auto example = command.example;
        std::replace(example.begin(), example.end(), '"', '\'');
        auto line = support::words(example);
        line.erase(line.begin());
        const auto ran = desk_.run(line);
        EXPECT_NE(ran.err.find("the last 3 acknowledged changes are missing"), std::string::npos)
            << ran.err;
        if (command.book == cli::Book::write) {
            EXPECT_NE(ran.status, 0);
        }
    }
    expect_check_says("the last 3 acknowledged changes are missing");
}

TEST_F(LostLog, IsMendedByRestoringABackup) {
    const auto backup = (folder_ / "backup.needlebook").string();
    desk_.must("backup " + backup);
    lose_log_with_three_changes();
    EXPECT_EQ(desk_("restore " + backup).status, 1) << "not without being asked to replace";
    desk_.must("restore --replace --yes " + backup);
    EXPECT_EQ(desk_("check").err, "");
    expect_warned(support::CommandLine(desk_.book().string() + ".replaced")("patient list"),
                  "the last 3 acknowledged changes are missing");
    expect_refused(desk_("restore --replace --yes " + desk_.book().string() + ".replaced"),
                   "the last 3 acknowledged changes are missing");
    EXPECT_EQ(desk_("check").err, "");
}

class NoBook : public Tamper {
  protected:
    void put(const std::string& bytes) const {
        for (const auto* end : {".head", ".lock", "-wal", "-shm"}) {
            fs::remove(desk_.book().string() + end);
        }
        std::ofstream(desk_.book(), std::ios::binary) << bytes;
    }
    std::string bytes() const {
        std::ifstream stream(desk_.book(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    // Every kind of command: two lines, exit 3, nothing printed, nothing changed.
    void expect_two_lines() const {
        const auto before = fs::is_regular_file(desk_.book()) ? bytes() : "";
        for (const auto* line : {"check",
                                 "patient list",
                                 "progress C-001",
                                 "ledger --json",
                                 "acne record C-001 --on 2026-03-05 --iga 1",
                                 "backup elsewhere.needlebook"}) {
            SCOPED_TRACE(line);
            const auto ran = desk_(line);
            EXPECT_EQ(ran.status, 3) << ran.err;
            EXPECT_EQ(ran.out, "");
            if (std::string_view(line).ends_with("--json")) {
                EXPECT_EQ(nlohmann::json::parse(ran.err)["exit_status"], 3);
                continue;
            }
            EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
            EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 2) << ran.err;
        }
        EXPECT_EQ(fs::is_regular_file(desk_.book()) ? bytes() : "", before);
        EXPECT_FALSE(fs::exists("elsewhere.needlebook"));
    }
};

TEST_F(NoBook, ButGarbage) {
    std::string garbage;
    for (int i = 0; i < 20000; ++i) {
        garbage += static_cast<char>(i * 7919 % 251);
    }
    put(garbage);
    expect_two_lines();
}

TEST_F(NoBook, ButGarbageBehindTheHeaderOfABook) {
    auto text = bytes();
    for (std::size_t i = 100; i < text.size(); ++i) {
        text[i] = static_cast<char>(i * 7919 % 251);
    }
    put(text);
    for (const auto* line :
         {"check", "patient list", "acne record C-001 --on 2026-03-05 --iga 1"}) {
        expect_refused(desk_(line), "cannot be read as a book");
    }
}

TEST_F(NoBook, ButAnEmptyFile) {
    put("");
    expect_two_lines();
}

TEST_F(NoBook, ButAnotherSqliteFile) {
    fs::remove(desk_.book());
    put("");
    ASSERT_TRUE(support::sqlite_shell(desk_.book(), "CREATE TABLE patient (id INTEGER);"));
    expect_two_lines();
}

TEST_F(NoBook, ButADirectory) {
    fs::remove(desk_.book());
    fs::create_directory(desk_.book());
    expect_two_lines();
}

TEST_F(NoBook, ButNothingAtAll) {
    fs::remove(desk_.book());
    expect_two_lines();
    EXPECT_FALSE(fs::exists(desk_.book()));
}

TEST_F(Tamper, ThatCutsTheLastByteOfTheFileIsNoticedByCheck) {
    fs::resize_file(desk_.book(), fs::file_size(desk_.book()) - 1);
    expect_check_says("");
}

TEST_F(NoBook, ButWhatIsLeftOfATruncatedOne) {
    const auto whole = bytes();
    for (const std::size_t length : {std::size_t{1},
                                     std::size_t{99},
                                     std::size_t{100},
                                     std::size_t{512},
                                     std::size_t{4096},
                                     whole.size() / 2,
                                     whole.size() - 4096}) {
        SCOPED_TRACE(length);
        put(whole.substr(0, length));
        for (const auto* line :
             {"check", "patient list", "acne record C-001 --on 2026-03-05 --iga 1"}) {
            SCOPED_TRACE(line);
            const auto ran = desk_(line);
            EXPECT_EQ(ran.status, 3) << ran.err;
            EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
        }
    }
}

}  // namespace
}  // namespace whole::tamper_test
