#include "app/backup/status.h"

#include "app/backup/health.h"
#include "db/ledger/ledger.h"
#include "tests/app/backup/kept_book.h"

namespace backup::status_test {
namespace {

using testing::HasSubstr;

constexpr std::int64_t hours = 3600;

class BackupStatus : public KeptBook {
  protected:
    Status status(std::int64_t now) const { return status_of(db::Book::open(file_), now); }
    static std::vector<std::string> kinds(const Status& status) {
        std::vector<std::string> all;
        for (const auto& problem : status.problems) {
            all.push_back(problem.told.id);
        }
        return all;
    }
    void note_good(const std::string& folder, std::int64_t moment, Medium medium) const {
        const auto book = db::Book::open(file_);
        note(book, [&](KnownBackups& known) {
            known[folder].good =
                Good{.moment = moment, .end = db::ledger_end(book), .name = "x", .medium = medium};
        });
    }
};

TEST_F(BackupStatus, OfAYoungBookWithoutOneIsACautionAndOfAnOldOneBad) {
    EXPECT_EQ(status(now_).level, Level::caution);
    EXPECT_THAT(kinds(status(now_)), testing::ElementsAre("error.backup_none"));
    const auto late = status(now_ + (usual_limit_hours + 1) * hours);
    EXPECT_EQ(late.level, Level::bad);
    EXPECT_FALSE(late.age);
}

TEST_F(BackupStatus, IsGoodWhereAFreshOneIsOnAnotherMedium) {
    note_good("/mnt/disk", now_, Medium::other);
    const auto good = status(now_ + usual_limit_hours * hours);
    EXPECT_EQ(good.level, Level::good) << good.problems.size();
    EXPECT_EQ(good.age, usual_limit_hours * hours);
    EXPECT_EQ(good.where, "/mnt/disk");
    const auto late = status(now_ + usual_limit_hours * hours + 1);
    EXPECT_EQ(late.level, Level::bad);
    EXPECT_THAT(kinds(late), testing::Contains("error.backup_old"));
}

TEST_F(BackupStatus, FollowsTheLimitOfTheClinic) {
    note_good("/mnt/disk", now_, Medium::other);
    write_policy(file_, {.folders = {"/mnt/disk"}, .limit_hours = 2});
    EXPECT_EQ(status(now_ + 2 * hours).level, Level::good);
    EXPECT_EQ(status(now_ + 2 * hours + 1).level, Level::bad);
}

TEST_F(BackupStatus, OnTheDiskOfTheBookIsACaution) {
    note_good("/beside", now_, Medium::same);
    EXPECT_EQ(status(now_).level, Level::caution);
    EXPECT_THAT(kinds(status(now_)), testing::ElementsAre("error.backup_same_medium"));
    note_good("/mnt/disk", now_ - hours, Medium::other);
    EXPECT_EQ(status(now_).level, Level::good) << "the newest need not be there";
    EXPECT_EQ(status(now_).where, "/beside");
}

TEST_F(BackupStatus, TellsNoAgeWhileTheClockIsBehind) {
    note_good("/mnt/disk", now_ + 48 * hours, Medium::other);
    const auto found = status(now_);
    EXPECT_EQ(found.level, Level::bad);
    EXPECT_FALSE(found.age);
    EXPECT_THAT(kinds(found), testing::Contains("error.backup_clock"));
}

TEST_F(BackupStatus, NamesWhatKeptABackupFromAFolder) {
    keep_in({folder_ / "gone"});
    run(now_);
    const auto found = status(now_);
    EXPECT_THAT(kinds(found), testing::Contains("error.backup_folder_missing"));
    ASSERT_EQ(found.folders.size(), 1U);
    EXPECT_TRUE(found.folders[0].problem);
}

TEST_F(BackupStatus, KnowsNoBackupThatEndsWithAnEntryOfAnotherBook) {
    const auto book = db::Book::open(file_);
    auto end = db::ledger_end(book);
    for (const bool is_other : {false, true}) {
        end.hash[0] = static_cast<unsigned char>(end.hash[0] ^ (is_other ? 1 : 0));
        note(book, [&](KnownBackups& known) {
            known["/mnt/disk"].good =
                Good{.moment = now_, .end = end, .name = "x", .medium = Medium::other};
        });
        EXPECT_EQ(status(now_).last.has_value(), !is_other);
    }
}

TEST_F(BackupStatus, KnowsNothingFromANoteThatIsNone) {
    note_good("/mnt/disk", now_, Medium::other);
    const auto note = file_.string() + ".backup";
    const auto whole = bytes_of(note);
    for (const auto& text : {std::string(),
                             std::string("1767571200 4 0123"),  // as earlier programs wrote it
                             std::string("{\"folders\":{\"x\":{}}}"),
                             whole.substr(0, whole.size() / 2)}) {
        put(note, text);
        EXPECT_FALSE(status(now_).last) << text;
    }
    put(note, whole);
    EXPECT_TRUE(status(now_).last);
}

TEST_F(BackupStatus, IsBadWhereThePolicyCannotBeRead) {
    note_good("/mnt/disk", now_, Medium::other);
    put(file_.string() + ".policy", "{}");
    EXPECT_EQ(status(now_).level, Level::bad);
}

TEST_F(BackupStatus, IsPartOfTheHealthAndOfItsMetricsWithNothingOfAPatient) {
    add("C-777");
    note_good("/mnt/disk", now_, Medium::other);
    const auto book = db::Book::open(file_);
    const auto health = health_of(book, now_ + hours);
    EXPECT_EQ(health.level, Level::good) << health.problems.size();
    const auto text = metrics_text(health, "1.2.3", now_ + hours);
    EXPECT_THAT(text, HasSubstr("needlebook_info{version=\"1.2.3\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("needlebook_health 0\n"));
    EXPECT_THAT(text, HasSubstr("needlebook_backup_age_seconds 3600\n"));
    EXPECT_THAT(text, testing::Not(HasSubstr("C-777")));
    EXPECT_THAT(text, testing::Not(HasSubstr("/mnt")));
    const auto late = health_of(book, now_ + 100 * hours);
    EXPECT_EQ(late.level, Level::bad);
    EXPECT_THAT(metrics_text(late, "1.2.3", now_), HasSubstr("needlebook_health 2\n"));
}

}  // namespace
}  // namespace backup::status_test
