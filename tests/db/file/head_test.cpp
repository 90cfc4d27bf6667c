// The head is loud when it is missing or unreadable, and a book behind it has a way on.

#include "db/file/head.h"

#include <fstream>

#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/sqlite/connection.h"
#include "tests/db/clinic_book.h"

namespace db::head_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class HeadOfABook : public ClinicBook {
  protected:
    HeadOfABook() {
        auto book = Book::create(file_);
        for (const auto* chart : {"C-1", "C-2", "C-3"}) {
            add(book, chart);
        }
    }
    // The book as it was two changes ago, beside the head of today.
    void lose_two() {
        const auto head = folder_ / "head";
        fs::copy_file(head_path(file_), head);
        fs::remove(file_);
        fs::remove(head_path(file_));
        {
            auto book = Book::create(file_);
            add(book, "C-1");
        }
        fs::copy_file(head, head_path(file_), fs::copy_options::overwrite_existing);
    }
    void damage(std::streamoff at) const {
        std::fstream file(head_path(file_), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(at);
        file << "torn";
    }
};

TEST_F(HeadOfABook, IsReadFromTheNewestWholeSlot) {
    EXPECT_EQ(read_head(file_).head->seq, 3);
    damage(64 + 30);  // the slot of 3
    EXPECT_EQ(read_head(file_).head->seq, 2);
    EXPECT_EQ(read_head(file_).damaged_slots, 1);
}

// What a power cut may leave while log and head are on their way: either, both or none of them.
TEST_F(HeadOfABook, OfAnEntryThatWasOnlyAnnouncedIsTheOneBefore) {
    const auto before = *read_head(file_).head;
    const Announced announced(file_, before, {4, sha256("never came to the disk")});
    EXPECT_EQ(read_head(file_).head, before);
    EXPECT_EQ(read_head(file_).damaged_slots, 0);
    auto book = Book::open(file_);
    EXPECT_EQ(said(book.warnings()), "");
    EXPECT_EQ(said(quick_problems(book)), "");
    add(book, "C-4");
    EXPECT_EQ(*read_head(file_).head, ledger_end(book));
    EXPECT_EQ(read_head(file_).head->seq, 4);
}

TEST_F(HeadOfABook, MayBeOneEntryBehindTheLedgerAndIsMadeUpForByTheNextWrite) {
    auto book = Book::open(file_);
    const auto third = ledger_end(book);
    add(book, "C-4");
    const auto fourth = ledger_end(book);
    const Announced announced(file_, third, fourth);  // its acknowledgement never came to the disk
    EXPECT_EQ(*read_head(file_).head, third);
    EXPECT_EQ(said(Book::open(file_).warnings()), "");
    add(book, "C-5");
    EXPECT_EQ(*read_head(file_).head, ledger_end(book));
    damage((read_head(file_).head->seq % 2) * 64 + 30);
    EXPECT_EQ(*read_head(file_).head, fourth) << "the write before it is acknowledged on the disk";
}

TEST_F(HeadOfABook, IsAcknowledgedWhereItWasAnnounced) {
    const auto before = *read_head(file_).head;
    for (const std::int64_t seq : {4, 5, 6}) {  // 5: an entry and the epoch that it begins
        const Head next{seq, sha256(std::to_string(seq))};
        const Announced announced(file_, before, next);
        EXPECT_EQ(read_head(file_).head, before) << seq;
        announced.acknowledge();
        EXPECT_EQ(read_head(file_).head, next) << seq;
        EXPECT_EQ(read_head(file_).damaged_slots, 0);
        write_new_head(file_, before);
    }
}

TEST_F(HeadOfABook, WithADamagedSlotIsNamedByTheCheckAndMadeAnew) {
    for (const int at : {30, 64 + 30}) {
        damage(at);
        auto book = Book::open(file_);
        EXPECT_THAT(said(quick_problems(book)), HasSubstr("one of its two slots is damaged"));
        renew_head(book);
        EXPECT_EQ(said(quick_problems(book)), "");
        EXPECT_EQ(read_head(file_).head->seq, 3);
    }
}

TEST_F(HeadOfABook, ThatIsMissingIsToldButKeepsNobodyFromTheBook) {
    fs::remove(head_path(file_));
    auto book = Book::open(file_);
    EXPECT_THAT(said(book.warnings()), HasSubstr("is missing"));
    add(book, "C-4");
    EXPECT_FALSE(fs::exists(head_path(file_))) << "only a person says that nothing is missing";
    renew_head(book);
    EXPECT_EQ(said(book.warnings()), "");
    EXPECT_EQ(read_head(file_).head->seq, 4);
}

TEST_F(HeadOfABook, ThatIsThereButGivesNothingKeepsEverybodyFromWriting) {
    const std::vector<std::function<void()>> ways{
        [&] { std::ofstream(head_path(file_), std::ios::trunc); },
        [&] {
            damage(30);
            damage(64 + 30);
        },
        [&] { std::ofstream(head_path(file_), std::ios::trunc) << "short"; },
        [&] {
            fs::remove(head_path(file_));
            fs::create_directory(head_path(file_));
        }};
    for (const auto& spoil : ways) {
        spoil();
        auto book = Book::open(file_);
        EXPECT_FALSE(book.warnings().empty());
        EXPECT_TRUE(find_patient(book, "C-1")) << "reading goes on";
        EXPECT_EQ(error_of([&] { add(book, "C-4"); }).fault(), schema::Fault::unavailable);
        EXPECT_FALSE(find_patient(book, "C-4"));
        if (fs::is_directory(head_path(file_))) {
            break;
        }
        renew_head(book);
        EXPECT_EQ(said(quick_problems(book)), "");
    }
}

TEST_F(HeadOfABook, WithEntriesThatTheBookLacksLetsItBeReadAndCopiedButNotWritten) {
    lose_two();
    auto book = Book::open(file_);
    EXPECT_THAT(said(book.warnings()), HasSubstr("the last 2 acknowledged changes are missing"));
    EXPECT_TRUE(find_patient(book, "C-1"));
    EXPECT_EQ(error_of([&] { add(book, "C-4"); }).fault(), schema::Fault::damaged);
    EXPECT_THAT(said(quick_problems(book)), HasSubstr("the last 2 acknowledged"));
    const auto copy = folder_ / "copy.needlebook";
    copy_verified(book, copy);
    EXPECT_EQ(said(quick_problems(Book::open(copy))), "") << "whole in itself";
}

TEST_F(HeadOfABook, IsBroughtBackToTheBookOnlyByWhoSaysHowMuchIsLostAndWhy) {
    lose_two();
    auto book = Book::open(file_);
    const auto accept = [&](std::int64_t loss) {
        transact(
            book,
            {.actor = "owner", .action = "check", .reason = "disk died", .accepted_loss = loss},
            [](Write&) { return std::string(); });
    };
    EXPECT_THAT(said(error_of([&] { accept(1); })), HasSubstr("2 entries are missing"));
    EXPECT_THAT(said(error_of([&] { accept(3); })), HasSubstr("2 entries are missing"));
    accept(2);
    EXPECT_EQ(said(quick_problems(book)), "");
    std::string reason;
    for_each_entry(book, {}, [&](const LedgerEntry& entry) { reason = entry.reason.value_or(""); });
    EXPECT_EQ(reason, "2 lost entries are accepted: disk died");
    add(book, "C-4");
    EXPECT_THAT(said(error_of([&] { accept(1); })), HasSubstr("0 entries are missing"));
}

}  // namespace
}  // namespace db::head_test
