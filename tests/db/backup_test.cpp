#include "db/backup.h"

#include <fstream>

#include <gtest/gtest.h>

#include "db/patients.h"
#include "db/records.h"
#include "db/verify.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace db {
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

}  // namespace
}  // namespace db
