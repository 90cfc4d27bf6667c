#include "db/backup.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "db/book_files.h"
#include "db/connection.h"
#include "db/file_lock.h"
#include "db/patients.h"
#include "db/records.h"
#include "db/verify.h"
#include "schema/migrations/migrations.h"
#include "schema/types/error.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::backup_test {
namespace {

class Backup : public testing::Test {
  protected:
    static void add(Book& book, const char* chart) {
        transact(book, {.actor = "nurse", .action = "patient add"}, [&](Write& write) {
            schema::Patient patient;
            patient.chart = chart;
            return std::to_string(insert(write, patient).value);
        });
    }
    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    std::filesystem::path copy_ = folder_ / "copy.needlebook";
};

TEST_F(Backup, IsABookOfItsOwnMadeWhileTheOtherIsOpen) {
    auto book = Book::create(file_);
    add(book, "C-001");
    copy_verified(book, copy_);
    add(book, "C-002");
    const auto copy = Book::open(copy_);
    EXPECT_TRUE(find_patient(copy, "C-001"));
    EXPECT_FALSE(find_patient(copy, "C-002"));
    EXPECT_TRUE(quick_problems(copy).empty());
}

TEST_F(Backup, IsNotWrittenOverAFile) {
    const auto book = Book::create(file_);
    std::ofstream(copy_) << "precious";
    EXPECT_THROW(copy_verified(book, copy_), schema::Error);
    std::string text;
    std::ifstream(copy_) >> text;
    EXPECT_EQ(text, "precious");
}

TEST_F(Backup, IsRestoredAndTheOldBookKeptBesideIt) {
    {
        auto book = Book::create(file_);
        add(book, "C-001");
        copy_verified(book, copy_);
        add(book, "C-002");
    }
    restore(copy_, file_, true);
    EXPECT_FALSE(find_patient(Book::open(file_), "C-002"));
    EXPECT_TRUE(find_patient(Book::open(file_.string() + ".replaced"), "C-002"));
}

// Hard links end at the border of a file system.
TEST_F(Backup, KeepsTheOldBookForItsOwnerAloneWhereItMustCopyIt) {
    namespace fs = std::filesystem;
    const support::TemporaryFolder elsewhere("/dev/shm");
    const auto kept = elsewhere / "kept.needlebook";
    {
        auto book = Book::create(file_);
        add(book, "C-001");
    }
    ASSERT_NE(identity_of(folder_.path())->device, identity_of(elsewhere.path())->device);
    for (const auto* end : {"", ".head"}) {
        fs::permissions(file_.string() + end, fs::perms(0644));
    }
    keep_as(file_, kept);
    for (const auto* end : {"", ".head"}) {
        EXPECT_EQ(fs::status(kept.string() + end).permissions(), fs::perms(0600)) << end;
    }
    EXPECT_TRUE(find_patient(Book::open(kept), "C-001"));
}

TEST_F(Backup, IsNotRestoredOverABookUnlessTold) {
    const auto book = Book::create(file_);
    copy_verified(book, copy_);
    EXPECT_THROW(restore(copy_, file_, false), schema::Error);
}

TEST_F(Backup, IsNeverRestoredOntoAnOpenBook) {
    auto book = Book::create(file_);
    copy_verified(book, copy_);
    EXPECT_THROW(restore(copy_, file_, true), schema::Error);
    add(book, "C-003");
    EXPECT_FALSE(std::filesystem::exists(file_.string() + ".restoring"));
}

// Everything that begins with the copy's name, as a person would list it.
std::vector<std::string> left_of(const std::filesystem::path& copy) {
    std::vector<std::string> names;
    for (const auto& each : std::filesystem::directory_iterator(copy.parent_path())) {
        const auto name = each.path().filename().string();
        if (name.starts_with(copy.filename().string())) {
            names.push_back(name);
        }
    }
    return names;
}

TEST_F(Backup, ThatCannotBeVerifiedLeavesNothing) {
    {
        auto book = Book::create(file_);
        add(book, "C-001");
    }
    ASSERT_TRUE(support::sqlite_shell(file_, "DROP TRIGGER ledger_is_not_cut"));
    for (int i = 0; i < 2; ++i) {
        EXPECT_THROW(copy_verified(Book::open(file_), copy_), schema::Error);
        EXPECT_EQ(left_of(copy_), std::vector<std::string>{}) << "nor is it in the way next time";
    }
}

TEST_F(Backup, TakesTheNameOnlyWhenItIsWholeAndRemovesWhatAKillLeft) {
    const auto book = Book::create(file_);
    for (const auto* end : {".unfinished", ".unfinished.head", ".unfinished-wal"}) {
        std::ofstream(copy_.string() + end) << "half";
    }
    copy_verified(book, copy_);
    auto left = left_of(copy_);
    std::sort(left.begin(), left.end());
    EXPECT_EQ(left, (std::vector<std::string>{"copy.needlebook", "copy.needlebook.head"}));
    EXPECT_TRUE(quick_problems(Book::open(copy_)).empty());
}

TEST_F(Backup, IsNotMadeTwiceAtOnceUnderOneName) {
    const auto book = Book::create(file_);
    FileLock other(copy_.string() + ".unfinished.copying");
    ASSERT_TRUE(other.try_alone(FileLock::Part::writer));
    EXPECT_THROW(copy_verified(book, copy_), schema::Error);
}

// A copy of version 5 or so stays what it is, whatever is done with it.
TEST_F(Backup, OfAnOlderVersionIsCheckedAndRestoredWithoutBeingChanged) {
    Book::create(file_);
    copy_intact(Book::open(file_), copy_);
    {
        SQLite::Database old(copy_.string(), SQLite::OPEN_READWRITE);
        old.exec(
            "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema; PRAGMA writable_schema = "
            "OFF; VACUUM");
        for (const auto& step : schema::migrations().first(5)) {
            old.exec(std::string(step.sql));
        }
        old.exec("PRAGMA user_version = 5; INSERT INTO patient (chart) VALUES ('C-001')");
    }
    const auto bytes = [&] {
        std::ifstream stream(copy_, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(stream), {}};
    };
    const auto before = bytes();
    {
        const auto book = Book::open_for_check(copy_);
        EXPECT_TRUE(find_patient(book, "C-001"));
        EXPECT_TRUE(CheckedMoment(book).quick_problems().empty());
        EXPECT_FALSE(CheckedMoment(book).replay_problems({}).empty()) << "C-001 is in no ledger";
    }
    EXPECT_EQ(bytes(), before);
    restore(copy_, file_, true);
    EXPECT_EQ(bytes(), before);
    EXPECT_TRUE(find_patient(Book::open(file_), "C-001"));
}

}  // namespace
}  // namespace db::backup_test
