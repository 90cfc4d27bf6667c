#include "db/access_log/carry_access.h"

#include <filesystem>

#include "db/backup.h"
#include "tests/db/access_log/access_book.h"

namespace db::carry_access_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class CarriedLog : public AccessBook {
  protected:
    std::size_t entries_beside(const fs::path& book) const {
        return access_entries(Book::open(book), {.most = 1000}).size();
    }
    const fs::path copy_ = folder_ / "copy.needlebook";
};

TEST_F(CarriedLog, GoesWithABackupWholeAndProved) {
    keep(log_readings(3));
    EXPECT_EQ(said(copy_verified(book_, copy_).log_left_out), "");
    EXPECT_FALSE(fs::exists(access_path(copy_).string() + "-wal"));
    EXPECT_EQ(entries_beside(copy_), 3U);
    EXPECT_EQ(said(access_problems(Book::open(copy_))), "");
}

TEST_F(CarriedLog, ThatIsBrokenIsLeftOutAndKeepsNobodyFromABackup) {
    keep(log_readings(3));
    tamper("UPDATE access SET person = 'omar' WHERE id = 3");
    EXPECT_THAT(said(copy_verified(book_, copy_).log_left_out), HasSubstr("entry 3 of"))
        << "and it is told";
    EXPECT_FALSE(fs::exists(access_path(copy_)));
    EXPECT_EQ(said(access_problems(Book::open(copy_))), "");
    EXPECT_THAT(problems(), HasSubstr("entry 3 of"));
}

TEST_F(CarriedLog, ComesBackWithARestoreWhereNoneIs) {
    keep(log_readings(3));
    copy_verified(book_, copy_);
    const auto to = folder_ / "restored.needlebook";
    restore(copy_, to, false);
    EXPECT_EQ(entries_beside(to), 3U);
    EXPECT_EQ(said(access_problems(Book::open(to))), "");
}

TEST_F(CarriedLog, ThatWentOnSinceTheBackupStaysWhenTheBookIsRestored) {
    keep(log_readings(3));
    copy_verified(book_, copy_);
    AccessLog(book_).append({reading(7)});
    book_ = Book::create(folder_ / "unrelated.needlebook");  // closes the one that is replaced
    restore(copy_, file_, true);
    EXPECT_EQ(entries_beside(file_), 4U);
    EXPECT_EQ(said(access_problems(Book::open(file_))), "");
    EXPECT_FALSE(fs::exists(log().string() + ".replaced"));
}

TEST_F(CarriedLog, OfAnotherBookIsKeptAsideWhenABookIsRestored) {
    keep(log_readings(3));
    copy_verified(book_, copy_);
    const auto to = folder_ / "other.needlebook";
    {
        auto other = Book::create(to);
        add(other, "C-009");
        AccessLog(other).append({reading(9)});
    }
    restore(copy_, to, true);
    EXPECT_EQ(entries_beside(to), 3U);
    EXPECT_TRUE(fs::exists(access_path(to).string() + ".replaced"));
}

}  // namespace
}  // namespace db::carry_access_test
