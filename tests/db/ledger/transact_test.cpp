#include "db/ledger/transact.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "db/file/head.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::transact_test {
namespace {

namespace fs = std::filesystem;

class BookTest : public testing::Test {
  protected:
    support::TemporaryFolder folder_;
    fs::path file_ = folder_ / "clinic.needlebook";

    static schema::Patient patient(std::string chart) {
        schema::Patient patient;
        patient.chart = std::move(chart);
        return patient;
    }
    static Receipt add(Book& book, const std::string& chart, std::optional<std::string> key = {}) {
        return transact(
            book,
            {.actor = "nurse", .action = "patient add", .key = std::move(key)},
            [&](Write& write) { return std::to_string(insert(write, patient(chart)).value); });
    }
};

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_F(BookTest, IsOnePrivateFileWithHeadAndLockBesideIt) {
    {
        auto book = Book::create(file_);
        add(book, "C-001");
    }
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        names.push_back(entry.path().filename());
        struct stat status {};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << entry.path();
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names,
              (std::vector<std::string>{
                  "clinic.needlebook", "clinic.needlebook.head", "clinic.needlebook.lock"}));
}

TEST_F(BookTest, IsNotMadeOverAnother) {
    Book::create(file_);
    EXPECT_THROW(Book::create(file_), schema::Error);
}

TEST_F(BookTest, TellsAKeyFromTheHashOfItsRequest) {
    const std::string hash(64, 'a');
    auto book = Book::create(file_);
    EXPECT_THROW(add(book, "C-1", "K " + hash), schema::Error);
    add(book, "C-1", "K " + hash.substr(1));
    transact(book,
             {.actor = "nurse", .action = "patient add", .key = "K", .request_hash = hash},
             [&](Write& write) { return std::to_string(insert(write, patient("C-2")).value); });
    const auto altered_entries = [&] {
        const auto problems = quick_problems(Book::open(file_));
        return std::count_if(problems.begin(), problems.end(), [](const auto& problem) {
            return problem.where == "ledger entry 2";
        });
    };
    EXPECT_EQ(altered_entries(), 0);
    ASSERT_TRUE(support::sqlite_shell(
        file_,
        "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET submission_key = 'K " + hash +
            "', request_hash = NULL WHERE request_hash IS NOT NULL;"));
    EXPECT_EQ(altered_entries(), 1);
}

TEST_F(BookTest, KeepsWhatWasWritten) {
    {
        auto book = Book::create(file_);
        EXPECT_EQ(add(book, "C-001").answer, "1");
    }
    EXPECT_TRUE(find_patient(Book::open(file_), "C-001"));
}

TEST_F(BookTest, WritesOneLedgerEntryPerTransactionAndMovesTheHead) {
    auto book = Book::create(file_);
    add(book, "C-001");
    add(book, "C-002");
    std::vector<LedgerEntry> entries;
    for_each_entry(book, {}, [&](const LedgerEntry& entry) { entries.push_back(entry); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].actor, "nurse");
    EXPECT_EQ(entries[1].previous, entries[0].hash);
    EXPECT_EQ(entries[1].hash, entry_hash(entries[1]));
    EXPECT_EQ(read_head(file_).head, (Head{2, entries[1].hash}));
}

TEST_F(BookTest, UndoesEverythingThatAFailedTransactionDid) {
    auto book = Book::create(file_);
    const auto fail = [&](Write& write) -> std::string {
        insert(write, patient("C-001"));
        throw schema::refused("test", "no", "stop");
    };
    EXPECT_THROW(transact(book, {.actor = "nurse", .action = "patient add"}, fail), schema::Error);
    EXPECT_FALSE(find_patient(book, "C-001"));
    EXPECT_EQ(read_head(file_).head, Head{});
    EXPECT_EQ(add(book, "C-002").answer, "1") << "and the book goes on";
}

TEST_F(BookTest, GivesARepeatedKeyItsFirstAnswerAndWritesNothing) {
    auto book = Book::create(file_);
    add(book, "C-001", "tablet-7-0001");
    const auto again = add(book, "C-999", "tablet-7-0001");
    EXPECT_EQ(again.answer, "1");
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(read_head(file_).head->seq, 1);
}

TEST_F(BookTest, RefusesAFileThatIsNoBookAndLeavesItUntouched) {
    std::ofstream(file_) << "chart,name\nC-001,Huda\n";
    const auto before = bytes_of(file_);
    try {
        Book::open(file_);
        FAIL();
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.fault(), schema::Fault::damaged);
    }
    EXPECT_EQ(bytes_of(file_), before);
}

TEST_F(BookTest, RefusesANewerBookByNameOfItsVersionAndLeavesItUntouched) {
    Book::create(file_);
    ASSERT_TRUE(support::sqlite_shell(file_, "PRAGMA user_version = 99;"));
    const auto before = bytes_of(file_);
    try {
        Book::open(file_);
        FAIL();
    } catch (const schema::Error& error) {
        EXPECT_NE(error.problems().front().what.find("version 99"), std::string::npos);
    }
    EXPECT_EQ(bytes_of(file_), before);
    EXPECT_FALSE(fs::exists(file_.string() + "-wal"));
}

TEST_F(BookTest, GoesOnAfterACrashBetweenCommitAndHead) {
    auto book = Book::create(file_);
    add(book, "C-001");
    const auto head_then = bytes_of(head_path(file_));
    add(book, "C-002");
    std::ofstream(head_path(file_), std::ios::binary) << head_then;
    EXPECT_NO_THROW(Book::open(file_));
    add(book, "C-003");
    EXPECT_EQ(read_head(file_).head->seq, 3);
}

TEST_F(BookTest, LedgerRefusesToBeRewrittenCutOrExtendedOutOfTurn) {
    {
        auto book = Book::create(file_);
        add(book, "C-001");
    }
    for (const auto* sql :
         {"UPDATE ledger SET actor = 'other';",
          "DELETE FROM ledger;",
          "INSERT INTO ledger SELECT 7, at, actor, action, reason, patient_id, NULL, NULL, answer, "
          "changes_hash, previous, hash, changes FROM ledger;",
          "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO ledger SELECT * FROM ledger;"}) {
        SCOPED_TRACE(sql);
        EXPECT_FALSE(support::sqlite_shell(file_, sql));
    }
}

TEST(Sha256, EqualsThePublishedAnswer) {
    // NIST FIPS 180-4 example: "abc"
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace db::transact_test
