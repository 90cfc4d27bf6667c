#include "db/upgrade.h"

#include <fstream>
#include <iterator>

#include "db/file/head.h"
#include "db/ledger/ledger.h"
#include "db/migrate.h"
#include "db/sqlite/connection.h"
#include "tests/db/clinic_book.h"
#include "tests/db/old_book.h"

namespace db::upgrade_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class UpgradeOfBook : public ClinicBook {
  protected:
    static int version_of(const fs::path& file) {
        const auto book = Book::open_as_stored(file);
        return stored_version(book.connection());
    }
    static std::string bytes_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void make_old() const {
        OldBook old(file_);
        old.write("patient add", "INSERT INTO patient (chart) VALUES ('C-0')");
    }
};

TEST_F(UpgradeOfBook, SaysWhatItWillDoAndChangesNothing) {
    make_old();
    const auto before = bytes_of(file_);
    const auto plan = upgrade_of(file_);
    EXPECT_EQ(plan.from, 12);
    EXPECT_EQ(plan.to, current_version());
    EXPECT_EQ(static_cast<int>(plan.steps.size()), current_version() - 12);
    EXPECT_TRUE(plan.begins_epoch);
    EXPECT_EQ(plan.entries, 1);
    EXPECT_EQ(bytes_of(file_), before);
    EXPECT_EQ(names(file_).size(), 3U) << "book, head, lock";
    { Book::open(file_); }
    EXPECT_TRUE(upgrade_of(file_).steps.empty());
}

TEST_F(UpgradeOfBook, IsTakenBackWhereNothingWasWrittenSince) {
    make_old();
    const auto end = ledger_end(Book::open_as_stored(file_));
    { Book::open(file_); }
    EXPECT_EQ(version_of(file_), current_version());
    take_upgrade_back(file_);
    EXPECT_EQ(version_of(file_), 12);
    EXPECT_EQ(ledger_end(Book::open_as_stored(file_)), end);
    EXPECT_EQ(version_of(file_.string() + ".replaced"), current_version());
    { Book::open(file_); }  // and once more
    EXPECT_EQ(version_of(file_), current_version());
    EXPECT_EQ(said(Book::open(file_).warnings()), "");
}

TEST_F(UpgradeOfBook, IsNotTakenBackWhereSomethingWasOrThereIsNoCopy) {
    make_old();
    {
        auto book = Book::open(file_);
        add(book, "C-001");
    }
    const auto error = error_of([&] { take_upgrade_back(file_); });
    EXPECT_EQ(error.fault(), schema::Fault::refused);
    EXPECT_THAT(said(error), HasSubstr("1 entries were written since"));
    EXPECT_TRUE(has(file_, "C-001"));
    fs::remove(file_.string() + ".before-v" + std::to_string(current_version()));
    EXPECT_EQ(error_of([&] { take_upgrade_back(file_); }).fault(), schema::Fault::missing);
}

TEST_F(UpgradeOfBook, IsNotTakenBackWhileItIsOpen) {
    make_old();
    const auto book = Book::open(file_);
    EXPECT_EQ(error_of([&] { take_upgrade_back(file_); }).fault(), schema::Fault::refused);
    EXPECT_EQ(version_of(file_), current_version());
}

}  // namespace
}  // namespace db::upgrade_test
