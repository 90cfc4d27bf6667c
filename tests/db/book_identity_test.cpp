// A book is its file, not its spelling: links, second names, and a file that goes away or is
// replaced while it is open.

#include <fstream>

#include <sys/stat.h>

#include "db/backup.h"
#include "db/book.h"
#include "db/head.h"
#include "db/ledger.h"
#include "tests/db/clinic_book.h"

namespace db::book_identity_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

class BookIdentity : public ClinicBook {
  protected:
    BookIdentity() { Book::create(file_); }

    // Nothing is acknowledged, and the reason names the file.
    static void expect_unavailable(Book& book, const std::string& what) {
        const auto error = error_of([&] { add(book, "C-9"); });
        EXPECT_EQ(error.fault(), schema::Fault::unavailable);
        EXPECT_THAT(said(error), HasSubstr(what));
        EXPECT_THAT(said(error_of([&] { add(book, "C-9"); })), HasSubstr(what)) << "every time";
    }

    fs::path other_ = folder_ / "other.needlebook";
};

TEST_F(BookIdentity, IsTheSameThroughASymbolicLink) {
    fs::create_symlink(file_, other_);
    auto book = Book::open(other_);
    add(book, "C-1");
    EXPECT_EQ(book.file(), fs::canonical(file_));
    EXPECT_EQ(read_head(file_).head->seq, 1);
    EXPECT_THAT(names(other_), SizeIs(1)) << "no second head, no second lock";
    EXPECT_TRUE(has(file_, "C-1"));
}

TEST_F(BookIdentity, IsNotWrittenWhileItHasTwoNamesButRead) {
    {
        auto book = Book::open(file_);
        add(book, "C-1");
    }
    fs::create_hard_link(file_, other_);
    for (const auto& name : {file_, other_}) {
        auto book = Book::open(name);
        EXPECT_TRUE(find_patient(book, "C-1"));
        EXPECT_THAT(said(book.warnings()), HasSubstr("has 2 names"));
        expect_unavailable(book, "has 2 names");
    }
    fs::remove(other_);
    auto book = Book::open(file_);
    add(book, "C-2");
    EXPECT_TRUE(has(file_, "C-2"));
}

TEST_F(BookIdentity, TakesNothingOnceItWasRemovedMovedOrReplaced) {
    const std::vector<std::function<void()>> events{
        [&] { fs::remove(file_); },
        [&] { fs::rename(file_, other_); },
        [&] {
            fs::copy_file(file_, other_);
            fs::rename(other_, file_);
        },
        [&] {
            for (const auto* end : {"", ".head", "-wal"}) {
                fs::remove(beside(end));
            }
        }};
    for (const auto& happens : events) {
        for (const auto* end : {"", ".head", ".lock", "-wal", "-shm"}) {
            fs::remove(beside(end));
        }
        fs::remove(other_);
        Book::create(file_);
        auto book = Book::open(file_);
        add(book, "C-1");
        happens();
        expect_unavailable(book, "was removed, moved or replaced");
        EXPECT_THAT(said(book.warnings()), HasSubstr("was removed, moved or replaced"));
    }
}

TEST_F(BookIdentity, TakesNothingOnceItsLockOrHeadIsGone) {
    for (const auto* end : {".lock", ".head"}) {
        auto book = Book::open(file_);
        add(book, std::string("C") + end);
        fs::rename(beside(end), other_);
        expect_unavailable(book, "was removed or replaced while the book is open");
        fs::rename(other_, beside(end));
        add(book, std::string("D") + end);
    }
}

TEST_F(BookIdentity, GoesOnWithAHeadThatWasMadeAnew) {
    fs::remove(beside(".head"));
    auto book = Book::open(file_);
    add(book, "C-1");
    auto elsewhere = Book::open(file_);
    renew_head(elsewhere);
    add(book, "C-2");
    EXPECT_EQ(read_head(file_).head->seq, 2);
}

// Not with the lock of the name, which somebody may have removed: with one on the file itself.
TEST_F(BookIdentity, IsNotReplacedWhileItIsOpenByWhateverName) {
    const auto copy = folder_ / "copy.needlebook";
    copy_verified(Book::open(file_), copy);
    auto book = Book::open(file_);
    const auto expect_refused = [&](const fs::path& name) {
        const auto error = error_of([&] { restore(copy, name, true); });
        EXPECT_EQ(error.fault(), schema::Fault::refused) << name;
        EXPECT_THAT(said(error), HasSubstr("is open in another process")) << name;
    };
    expect_refused(file_);
    fs::create_symlink(file_, other_);
    expect_refused(other_);
    fs::remove(other_);
    fs::create_hard_link(file_, other_);
    expect_refused(other_);
    fs::remove(other_);
    fs::remove(beside(".lock"));
    expect_refused(file_);
    fs::rename(file_, other_);
    expect_refused(other_);
    fs::rename(other_, file_);
    EXPECT_THAT(said(error_of([&] { add(book, "C-1"); })), HasSubstr(".lock"));
}

TEST_F(BookIdentity, WithTwoNamesIsNotReplacedEither) {
    const auto copy = folder_ / "copy.needlebook";
    copy_verified(Book::open(file_), copy);
    fs::create_hard_link(file_, other_);
    EXPECT_THAT(said(error_of([&] { restore(copy, file_, true); })), HasSubstr("has 2 names"));
}

// A restore keeps the old book by a second name before it replaces the first.
TEST_F(BookIdentity, LosesTheSecondNameOfARestoreThatWasBrokenOff) {
    for (const auto* end : {"", ".head"}) {
        fs::create_hard_link(beside(end), beside(".replaced").string() + end);
    }
    auto book = Book::open(file_);
    add(book, "C-1");
    EXPECT_FALSE(fs::exists(beside(".replaced")));
    EXPECT_TRUE(has(file_, "C-1"));
}

TEST_F(BookIdentity, IsOpenedThroughNoLinkOfItsLockOrHead) {
    const auto victim = folder_ / "victim";
    for (const auto* end : {".lock", ".head"}) {
        std::ofstream(victim) << "precious";
        fs::remove(beside(end));
        fs::create_symlink(victim, beside(end));
        EXPECT_THAT(said(error_of([&] {
                        auto book = Book::open(file_);
                        add(book, "C-1");
                    })),
                    HasSubstr("is a symbolic link"));
        EXPECT_EQ(fs::file_size(victim), 8U);
        fs::remove(beside(end));
        if (end == std::string(".head")) {
            continue;
        }
        Book::open(file_);
    }
}

TEST_F(BookIdentity, IsAFileAndNeverSomethingToWaitFor) {
    ASSERT_EQ(::mkfifo(other_.c_str(), 0600), 0);
    EXPECT_THAT(said(error_of([&] { Book::open(other_); })), HasSubstr("is a FIFO"));
    EXPECT_THAT(said(error_of([&] { Book::open(folder_ / "."); })), HasSubstr("is a folder"));
    EXPECT_THAT(said(error_of([&] { restore(other_, folder_ / "new", false); })),
                HasSubstr("is a FIFO"));
    for (const auto* end : {".lock", ".head"}) {
        fs::remove(beside(end));
        ASSERT_EQ(::mkfifo(beside(end).c_str(), 0600), 0);
        EXPECT_THAT(said(error_of([&] {
                        auto book = Book::open(file_);
                        add(book, "C-1");
                    })),
                    HasSubstr("is a FIFO"));
        fs::remove(beside(end));
    }
}

}  // namespace
}  // namespace db::book_identity_test
