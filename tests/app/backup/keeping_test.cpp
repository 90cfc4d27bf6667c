#include "app/backup/keeping.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "app/backup/drill.h"
#include "app/backup/restoring.h"
#include "app/backup/sealed_file.h"
#include "app/backup/status.h"
#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "tests/app/backup/kept_book.h"
#include "tests/support/sqlite_shell.h"

namespace backup::keeping_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::int64_t hours = 3600;
constexpr std::int64_t days = 24 * hours;

class Keeping : public KeptBook {
  protected:
    static Trouble trouble_of_only(const std::vector<Outcome>& outcomes, const db::Book& book) {
        EXPECT_EQ(outcomes.size(), 1U);
        EXPECT_TRUE(outcomes.front().problem);
        return known_backups(book).at(outcomes.front().folder).failed->trouble;
    }
    Trouble trouble(const std::vector<Outcome>& outcomes) const {
        return trouble_of_only(outcomes, db::Book::open(file_));
    }
    std::size_t count_in(const fs::path& folder) const { return backups_in(folder).size(); }
    bool has_patient(const fs::path& book, const std::string& chart) const {
        return db::find_patient(db::Book::open_as_stored(book), chart).has_value();
    }
};

TEST_F(Keeping, LiesBesideTheBookWhereNoFolderIsNamed) {
    add("C-001");
    const auto outcomes = run(now_);
    ASSERT_EQ(outcomes.size(), 1U);
    ASSERT_TRUE(outcomes[0].made) << outcomes[0].problem->what;
    EXPECT_FALSE(outcomes[0].problem);
    EXPECT_TRUE(outcomes[0].is_proved) << "the first is proved";
    const auto folder = folder_beside(file_);
    const auto copy = outcomes[0].made->main_file(folder);
    EXPECT_TRUE(has_patient(copy, "C-001"));
    EXPECT_EQ(db::ledger_end(db::Book::open_as_stored(copy)),
              db::ledger_end(db::Book::open(file_)));
    const auto names = names_in(folder_.path());
    EXPECT_EQ(std::count_if(names.begin(),
                            names.end(),
                            [](const auto& name) {
                                return name.find(".staged") != std::string::npos ||
                                       name.find(".proving") != std::string::npos ||
                                       name.find(".unfinished") != std::string::npos;
                            }),
              0)
        << "nothing else is left";
}

TEST_F(Keeping, GoesIntoEveryFolderAndOneThatFailsKeepsNoneFromTheOthers) {
    keep_in({folder_ / "gone", disk_, stick_});
    const auto outcomes = run(now_);
    ASSERT_EQ(outcomes.size(), 3U);
    EXPECT_FALSE(outcomes[0].made);
    EXPECT_THAT(outcomes[0].problem->what, HasSubstr("no such folder"));
    EXPECT_EQ(outcomes[0].problem->told.id, "error.backup_folder_missing");
    EXPECT_TRUE(outcomes[1].made);
    EXPECT_TRUE(outcomes[2].made);
    EXPECT_EQ(count_in(disk_), 1U);
    EXPECT_EQ(count_in(stick_), 1U);
}

TEST_F(Keeping, IsDueAnHourAfterTheLastWhereSomethingWasWrittenAndElseAfterADay) {
    keep_in({disk_});
    EXPECT_EQ(run(now_, true).size(), 1U);
    EXPECT_THAT(run(now_ + hours, true), IsEmpty()) << "nothing was written";
    add("C-001");
    EXPECT_THAT(run(now_ + hours - 1, true), IsEmpty());
    EXPECT_EQ(run(now_ + hours, true).size(), 1U);
    EXPECT_THAT(run(now_ + 2 * hours, true), IsEmpty());
    EXPECT_EQ(run(now_ + hours + days, true).size(), 1U);
    EXPECT_EQ(count_in(disk_), 3U);
}

TEST_F(Keeping, TriesAgainTenMinutesAfterAFailure) {
    keep_in({folder_ / "later"});
    EXPECT_EQ(trouble(run(now_, true)), Trouble::folder_missing);
    fs::create_directory(folder_ / "later");
    EXPECT_THAT(run(now_ + 599, true), IsEmpty());
    const auto outcomes = run(now_ + 600, true);
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_TRUE(outcomes[0].made);
    EXPECT_FALSE(known_backups(db::Book::open(file_)).at((folder_ / "later").string()).failed);
}

TEST_F(Keeping, ProvesOnceADayAndWheneverItIsAsked) {
    keep_in({disk_});
    EXPECT_TRUE(run(now_)[0].is_proved);
    EXPECT_FALSE(run(now_ + 1 * hours)[0].is_proved);
    EXPECT_TRUE(make_backups(file_, {.now = now_ + 2 * hours, .proves = true})[0].is_proved);
    EXPECT_FALSE(run(now_ + 25 * hours)[0].is_proved);
    EXPECT_TRUE(run(now_ + 26 * hours)[0].is_proved);
}

TEST_F(Keeping, RemovesWhatThePolicyDoesNotKeep) {
    keep_in({disk_}, {.hourly = 2, .daily = 0, .weekly = 0, .monthly = 0});
    for (int hour = 0; hour < 5; ++hour) {
        run(now_ + hour * hours);
    }
    const auto left = backups_in(disk_);
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].moment, now_ + 3 * hours);
    EXPECT_EQ(left[1].moment, now_ + 4 * hours);
    EXPECT_EQ(names_in(disk_).size(), 2 * 3 + 1U) << "book, head and manifest, and whose it is";
}

TEST_F(Keeping, RemovesNothingWhileTheClockIsBehindTheBackups) {
    keep_in({disk_}, {.hourly = 1, .daily = 0, .weekly = 0, .monthly = 0});
    run(now_ + 30 * days);
    const auto outcomes = run(now_);
    EXPECT_TRUE(outcomes[0].made) << "a backup is better than none";
    EXPECT_EQ(trouble(outcomes), Trouble::clock_behind);
    EXPECT_EQ(count_in(disk_), 2U);
    EXPECT_FALSE(run(now_ + 31 * days)[0].problem);
    EXPECT_EQ(count_in(disk_), 1U);
}

TEST_F(Keeping, WritesNothingWhereAnotherBookHasItsBackups) {
    keep_in({disk_});
    const auto other = folder_ / "other.needlebook";
    tracking::create_book(other, {.name = "Other", .time_zone = "Etc/UTC"}, "nurse");
    Policy policy{.folders = {disk_.string()}};
    write_policy(other, policy);
    ASSERT_TRUE(make_backups(other, {.now = now_})[0].made);
    const auto before = names_in(disk_);
    EXPECT_EQ(trouble(run(now_)), Trouble::other_book);
    EXPECT_THAT(names_in(disk_), testing::UnorderedElementsAreArray(before));
}

TEST_F(Keeping, WritesNothingOntoTheDiskBelowWhereAMediumWasUnmounted) {
    keep_in({disk_});
    ASSERT_TRUE(run(now_)[0].made);
    fs::rename(disk_, folder_ / "unmounted");
    fs::create_directory(disk_);  // the mount point
    EXPECT_EQ(trouble(run(now_ + hours)), Trouble::folder_empty);
    EXPECT_THAT(names_in(disk_), IsEmpty());
    fs::remove(disk_);
    fs::rename(folder_ / "unmounted", disk_);
    EXPECT_TRUE(run(now_ + 2 * hours)[0].made);
}

TEST_F(Keeping, SaysOfADamagedBookThatItIsNotWholeAndKeepsTheBackupsThatAreThere) {
    keep_in({disk_}, {.hourly = 1, .daily = 0, .weekly = 0, .monthly = 0});
    add("C-001");
    run(now_);
    ASSERT_TRUE(support::sqlite_shell(file_, "DROP TRIGGER ledger_is_not_cut"));
    EXPECT_EQ(trouble(run(now_ + hours)), Trouble::not_whole);
    EXPECT_EQ(count_in(disk_), 1U);
}

// What a quick look does not see: the content.
TEST_F(Keeping, FindsByRestoringWhatOnlyAWholeCheckSees) {
    keep_in({disk_});
    add("C-001");
    ASSERT_TRUE(support::sqlite_shell(file_, "UPDATE patient SET note = 'n' WHERE id = 1"));
    const auto outcomes = make_backups(file_, {.now = now_, .proves = true});
    EXPECT_FALSE(outcomes[0].made);
    EXPECT_EQ(trouble(outcomes), Trouble::not_whole);
    EXPECT_EQ(count_in(disk_), 0U);
    EXPECT_THAT(names_in(disk_), UnorderedElementsAre("needlebook-backups.json"));
}

TEST_F(Keeping, RemovesWhatAKillLeftAndNothingOfOthers) {
    keep_in({disk_});
    run(now_);
    const auto left = disk_ / "clinic-20260101T000000Z-entry1-0123456789abcdef.needlebook";
    put(left, "half");
    put(disk_ / "notes.txt", "ours");
    const auto by_hand = disk_ / "clinic-2026-01-01-entry1-0123456789abcdef.needlebook";
    put(by_hand, "a copy into this folder");
    put(disk_ / "clinic-2026-01-01-entry1-0123456789abcdef.needlebook.json", "not a manifest");
    run(now_ + hours);
    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(disk_ / "notes.txt"));
    EXPECT_TRUE(fs::exists(by_hand));
    EXPECT_EQ(count_in(disk_), 2U);
}

TEST_F(Keeping, OfAnEncryptedBookNobodyReadsAndTheKeyBringsItBack) {
    const auto key = new_key();
    write_policy(file_, {.folders = {disk_.string()}, .recipient = key.recipient});
    add("C-001");
    const auto outcomes = run(now_);
    ASSERT_TRUE(outcomes[0].made);
    EXPECT_TRUE(outcomes[0].is_proved) << "by the key of its stream, which is forgotten then";
    EXPECT_EQ(outcomes[0].made->sealed_for, fingerprint_of(key.recipient));
    const auto source = source_of(disk_);
    ASSERT_TRUE(source.sealed_for);
    EXPECT_THAT(bytes_of(source.file), testing::Not(HasSubstr("C-001")));
    const auto to = folder_ / "back.needlebook";
    const Opened opened(source, to, [&](const Recipient& recipient) {
        EXPECT_EQ(recipient, key.recipient);
        return db::Wiped(std::string(key.secret.view()));
    });
    EXPECT_EQ(opened.prove(true).hash, outcomes[0].made->content);
    db::restore(opened.book(), to, false);
    EXPECT_TRUE(has_patient(to, "C-001"));
}

TEST_F(Keeping, ABackupThatWasChangedOnItsMediumIsRefused) {
    keep_in({disk_});
    const auto made = run(now_)[0].made.value();
    const auto source = source_of(made.main_file(disk_));
    ASSERT_TRUE(source.manifest);
    const auto to = folder_ / "back.needlebook";
    const auto none = [](const Recipient&) { return db::Wiped(""); };
    EXPECT_NO_THROW(Opened(source, to, none));
    auto bytes = bytes_of(source.file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    put(source.file, bytes);
    EXPECT_EQ(error_of([&] { Opened(source, to, none); }).fault(), schema::Fault::damaged);
    EXPECT_EQ(error_of([&] { source_of(stick_); }).fault(), schema::Fault::missing);
}

TEST_F(Keeping, ADrillIsRecordedAndHeldAgainstTheLedger) {
    keep_in({disk_});
    add("C-001");
    run(now_);
    add("C-002");
    auto book = db::Book::open(file_);
    const auto none = [](const Recipient&) { return db::Wiped(""); };
    const auto certificate = drill(book, std::nullopt, none, now_ + 60);
    EXPECT_EQ(certificate.entries_since, 1);
    EXPECT_EQ(certificate.folder, disk_.string());
    EXPECT_GT(certificate.bytes, 0U);
    const auto entry = record(book, {.actor = "nurse", .action = "drill"}, certificate);
    EXPECT_EQ(entry, db::last_entry(book));
    db::for_each_entry(book, {.after = entry - 1}, [&](const db::LedgerEntry& each) {
        EXPECT_EQ(each.action, "drill");
        EXPECT_THAT(each.answer.value_or(""), HasSubstr(certificate.backup.content));
    });
    EXPECT_EQ(known_backups(book).at(disk_.string()).drilled, now_ + 60);
    EXPECT_EQ(status_of(book, now_ + 60).drilled, now_ + 60);
}

TEST_F(Keeping, ADrillFailsWhereTheBackupIsNotWhatTheLedgerSays) {
    keep_in({disk_});
    add("C-001");
    const auto made = run(now_)[0].made.value();
    const auto book = db::Book::open(file_);
    const auto none = [](const Recipient&) { return db::Wiped(""); };
    auto bytes = bytes_of(made.main_file(disk_));
    auto changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    put(made.main_file(disk_), changed);
    EXPECT_EQ(error_of([&] { drill(book, std::nullopt, none, now_); }).fault(),
              schema::Fault::damaged);
    put(made.main_file(disk_), bytes);
    EXPECT_NO_THROW(drill(book, std::nullopt, none, now_));
    EXPECT_EQ(error_of([&] { drill(book, stick_.string(), none, now_); }).fault(),
              schema::Fault::missing);
}

// A writer waits for nobody while a backup is made.
TEST_F(Keeping, BlocksNoWriter) {
    keep_in({disk_});
    std::atomic<bool> is_done = false;
    std::thread backups([&] {
        for (int i = 0; i < 5; ++i) {
            EXPECT_TRUE(run(now_ + i)[0].made);
        }
        is_done = true;
    });
    int written = 0;
    while (!is_done) {
        add("W-" + std::to_string(++written));
    }
    backups.join();
    EXPECT_GT(written, 5);
    EXPECT_TRUE(has_patient(file_, "W-" + std::to_string(written)));
}

}  // namespace
}  // namespace backup::keeping_test
