#include "db/book.h"

#include <gtest/gtest.h>

#include "db/records.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::book_test {
namespace {

// POSIX drops a process's locks on a file when any descriptor of it is closed; whoever closes the
// book last elsewhere would then take the log away.
TEST(Book, KeepsItsLogWhileAnotherIsOpenedHereAndAThirdClosesElsewhere) {
    const support::TemporaryFolder folder;
    const auto file = folder / "clinic.needlebook";
    Book first = Book::create(file);
    const auto write = [&](const char* chart) {
        transact(first, {.actor = "nurse", .action = "test"}, [&](Write& under_way) {
            insert(under_way, schema::Patient{.chart = chart});
            return std::string();
        });
    };
    write("C-1");
    const Book second = Book::open(file);
    ASSERT_TRUE(support::sqlite_shell(file, "SELECT count(*) FROM patient"));
    EXPECT_TRUE(std::filesystem::exists(file.string() + "-wal"));
    write("C-2");
    EXPECT_TRUE(find(second, schema::Id<schema::Patient>(2)).has_value());
    EXPECT_TRUE(support::sqlite_shell(file, "SELECT 1 / (count(*) = 2) FROM patient"));
}

TEST(Book, IsFoundUnderEveryNameThatAFileMayHave) {
    const support::TemporaryFolder folder;
    for (const auto* name :
         {"a b.needlebook", "50%.needlebook", "what?.needlebook", "no#1.needlebook"}) {
        SCOPED_TRACE(name);
        { const auto made = Book::create(folder / name); }
        EXPECT_NO_THROW(Book::open(folder / name));
    }
}

}  // namespace
}  // namespace db::book_test
