#include "db/access_log/access_log.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <sys/stat.h>

#include "tests/db/access_log/access_book.h"

namespace db::access_log_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Log : public AccessBook {};

TEST_F(Log, KeepsEveryReadingInOrderInAFileOfItsOwnForItsOwnerAlone) {
    AccessLog log(book_);
    log.append({reading(1), reading(2)});
    log.append({reading(1, "09:32")});
    const auto entries = all();
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].id, 3);
    EXPECT_EQ(entries[0].at, "2026-06-15T09:32Z");
    EXPECT_EQ(entries[2].person, "huda");
    EXPECT_EQ(entries[2].chart, "C-001");
    EXPECT_EQ(entries[2].act, AccessAct::progress);
    EXPECT_EQ(log.end(), (AccessEnd{.entry = 3, .hash = entries[0].hash}));
    struct stat found {};
    ASSERT_EQ(::stat(this->log().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600U);
    EXPECT_EQ(problems(), "");
}

TEST_F(Log, TheSameInTheSameMinuteIsKeptOnceAlsoAfterARestart) {
    AccessLog(book_).append({reading(1), reading(1), reading(1, "09:32")});
    AccessLog(book_).append({reading(1), reading(1, "09:32"), reading(1, "09:33")});
    EXPECT_EQ(all().size(), 3U);
    auto other_device = reading(1);
    other_device.device = schema::Id<schema::SignInDevice>(2);
    auto other_act = reading(1);
    other_act.act = AccessAct::report;
    auto in_emergency = reading(1);
    in_emergency.reason = "the log is broken";
    AccessLog(book_).append({other_device, other_act, in_emergency, reading(2)});
    EXPECT_EQ(all().size(), 7U);
}

TEST_F(Log, TakesEntriesOfTwoProgramsInTurn) {
    AccessLog one(book_);
    AccessLog other(book_);
    one.append({reading(1)});
    other.append({reading(2)});
    one.append({reading(3)});
    EXPECT_EQ(one.end().entry, 3);
    EXPECT_EQ(problems(), "");
}

TEST_F(Log, OfAWriteThatIsRefusedKeepsNothing) {
    AccessLog log(book_);
    auto bad = reading(2);
    bad.chart.reset();  // a patient without a chart
    EXPECT_THROW(log.append({reading(1), bad}), schema::Error);
    EXPECT_EQ(log.end().entry, 0);
    EXPECT_TRUE(all().empty());
    log.append({reading(1)});
    EXPECT_EQ(all().size(), 1U);
}

TEST_F(Log, RefusesByItsTriggersToBeChangedCutOrAddedToInTheMiddle) {
    log_readings(3);
    const std::string copied =
        ", at, account, person, device, program, patient, chart, act, reason, hash FROM access "
        "WHERE id = 1";
    for (const auto& sql : {std::string("UPDATE access SET person = 'nobody' WHERE id = 2"),
                            std::string("DELETE FROM access WHERE id = 3"),
                            "INSERT INTO access SELECT 7" + copied,
                            "REPLACE INTO access SELECT 2" + copied,
                            std::string("INSERT INTO access (id, at, act, hash) VALUES (4, "
                                        "'yesterday', 'list', printf('%064d', 0))")}) {
        EXPECT_FALSE(support::sqlite_shell(log(), "PRAGMA recursive_triggers = ON; " + sql)) << sql;
    }
    EXPECT_EQ(all().size(), 3U);
    EXPECT_EQ(problems(), "");
}

TEST_F(Log, IsFoundByMinutesAPatientAndAPersonAPageAtATime) {
    log_readings(5);
    AccessLog(book_).append({{.at = "2026-06-15T11:00Z", .act = AccessAct::sign_in_refused}});
    EXPECT_EQ(access_entries(book_, {.patient = schema::Id<schema::Patient>(2)}).size(), 1U);
    EXPECT_EQ(access_entries(book_, {.account = schema::Id<schema::Account>(1)}).size(), 5U);
    EXPECT_EQ(access_entries(book_, {.since = "2026-06-15T10:13Z"}).size(), 3U);
    EXPECT_EQ(access_entries(book_, {.until = "2026-06-15T10:13Z"}).size(), 3U);
    const auto page = access_entries(book_, {.before = 5, .most = 2});
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].id, 4);
    EXPECT_EQ(page[1].id, 3);
}

// What stops a server from going on with a log that is not the book's.

TEST_F(Log, IsNotOpenedWithoutItsTriggersOrWithAnotherTable) {
    log_readings(1);
    ASSERT_TRUE(support::sqlite_shell(log(), "DROP TRIGGER access_is_not_removed"));
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_); })),
                HasSubstr("trigger access_is_not_removed is missing or was altered"));
    EXPECT_THAT(problems(), HasSubstr("trigger access_is_not_removed is missing or was altered"));
    fs::remove(log());
    log_readings(1);
    ASSERT_TRUE(support::sqlite_shell(log(), "CREATE TABLE more (x)"));
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_); })),
                HasSubstr("table more is not one of this program's"));
}

TEST_F(Log, OfAnEarlierVersionIsWholeAndLearnsTheWordsThatCameSince) {
    log_readings(1);
    ASSERT_TRUE(support::sqlite_shell(log(),
                                      "DELETE FROM word_access WHERE word = 'right_refused'; "
                                      "PRAGMA user_version = 1"));
    EXPECT_EQ(problems(), "");
    AccessLog(book_).append({{.at = "2026-06-15T11:00Z", .act = AccessAct::right_refused}});
    EXPECT_EQ(all().front().act, AccessAct::right_refused);
    EXPECT_EQ(problems(), "");
    ASSERT_TRUE(support::sqlite_shell(log(), "DELETE FROM word_access WHERE word = 'due'"));
    EXPECT_THAT(problems(), HasSubstr("word due is missing or was altered"));
}

TEST_F(Log, IsNotOpenedWhereItIsNotTheBooks) {
    const auto other = folder_ / "other.needlebook";
    {
        auto book = Book::create(other);
        add(book, "C-009");  // two books begun in one second with the same are the same
        AccessLog(book).append({reading(1)});
    }
    log_readings(2);
    fs::copy_file(access_path(other), log(), fs::copy_options::overwrite_existing);
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_); })), HasSubstr("is not of this book"));
    EXPECT_THAT(problems(), HasSubstr("entry 1 of 2026-06-15T09:31Z"));
}

TEST_F(Log, IsNotOpenedWhereItWasCutRemovedOrIsNoLogAtAll) {
    const auto early = log_readings(2);
    fs::copy_file(log(), folder_ / "early");
    AccessLog(book_).append({reading(3)});
    {
        const auto last = all().front();
        keep({.entry = last.id, .hash = last.hash});
    }
    EXPECT_NO_THROW(AccessLog log(book_));
    fs::copy_file(folder_ / "early", log(), fs::copy_options::overwrite_existing);
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_); })), HasSubstr("was cut or replaced"));
    fs::remove(log());
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_); })), HasSubstr("is not there"));
    EXPECT_THAT(problems(), HasSubstr("is not there, and had 3 entries at least"));
    std::ofstream(log()) << "something else, long enough to be looked at as a file of SQLite";
    EXPECT_THROW(AccessLog log(book_), schema::Error);
    EXPECT_NE(problems(), "");
    fs::remove(log());
    fs::create_symlink(folder_ / "early", log());
    EXPECT_THROW(AccessLog log(book_), schema::Error);
    EXPECT_EQ(early.entry, 2);
}

TEST_F(Log, IsNotWrittenOnceItIsNotUnderItsNameAnyMore) {
    AccessLog log(book_);
    log.append({reading(1)});
    fs::rename(this->log(), folder_ / "aside");
    EXPECT_THAT(said(error_of([&] { log.append({reading(2)}); })),
                HasSubstr("was removed or replaced"));
    fs::rename(folder_ / "aside", this->log());
    log.append({reading(2)});
    EXPECT_EQ(all().size(), 2U);
}

TEST_F(Log, ThatThisProgramWroteIsNotMadeAnewUntilItIsGivenUp) {
    std::optional<KnownLog> known;
    {
        AccessLog log(book_);
        log.append({reading(1)});
        known = log.known();
    }
    fs::rename(log(), folder_ / "aside");
    EXPECT_THAT(said(error_of([&] { AccessLog log(book_, known); })), HasSubstr("is not there"));
    fs::rename(folder_ / "aside", log());
    EXPECT_EQ(AccessLog(book_, known).end().entry, 1);
    transact(book_, {.actor = "huda", .action = std::string(begins_access_log)}, [&](Write& write) {
        forget_access_head(write.connection());
        put_access_log_aside(book_);
        return std::string();
    });
    EXPECT_EQ(AccessLog(book_, known).end().entry, 0);
}

TEST_F(Log, GivenUpIsKeptBesideTheBookAndANewOneBegins) {
    keep(log_readings(3));
    transact(book_, {.actor = "huda", .action = "access begin"}, [&](Write& write) {
        forget_access_head(write.connection());
        put_access_log_aside(book_);
        return std::string();
    });
    EXPECT_EQ(problems(), "");
    EXPECT_TRUE(fs::exists(log().string() + ".replaced"));
    EXPECT_FALSE(fs::exists(log()));
    EXPECT_EQ(log_readings(1).entry, 1);
    EXPECT_EQ(problems(), "");
}

// What `check` finds.

TEST_F(Log, ThatWasChangedCutOrReorderedIsNamedByItsFirstEntryThatDoesNotFit) {
    const std::vector<std::pair<std::string, std::string>> faults{
        {"UPDATE access SET person = 'omar' WHERE id = 3", "entry 3 of 2026-06-15T10:12Z"},
        {"UPDATE access SET at = '2026-06-15T08:00Z' WHERE id = 2", "entry 2 of 2026-06-15T08:00Z"},
        {"UPDATE access SET patient = NULL, chart = NULL WHERE id = 5", "entry 5 of"},
        {"UPDATE access SET reason = 'somebody was ill' WHERE id = 1", "entry 1 of"},
        {"DELETE FROM access WHERE id = 4", "entry 5 of 2026-06-15T10:14Z: follows entry 3"},
        {"DELETE FROM access WHERE id = 1", "entry 2 of 2026-06-15T10:11Z: follows entry 0"},
        {"UPDATE access SET id = 99 WHERE id = 2; UPDATE access SET id = 2 WHERE id = 3; UPDATE "
         "access SET id = 3 WHERE id = 99",
         "entry 2 of 2026-06-15T10:12Z"},
        {"DELETE FROM access WHERE id >= 5", "does not have entry 6 as it was"},
        {"DELETE FROM access WHERE id = 6; INSERT INTO access SELECT 6, at, account, person, "
         "device, program, patient, chart, act, reason, hash FROM access WHERE id = 5",
         "entry 6 of 2026-06-15T10:14Z"}};
    keep(log_readings(6));
    fs::copy_file(log(), folder_ / "whole");
    EXPECT_EQ(problems(), "");
    for (const auto& [sql, named] : faults) {
        fs::copy_file(folder_ / "whole", log(), fs::copy_options::overwrite_existing);
        tamper(sql);
        EXPECT_THAT(problems(), HasSubstr(named)) << sql;
    }
}

TEST_F(Log, OfASignInSinceNothingIsKnownCanBeCutByWhoeverMakesTheChainAnew) {
    log_readings(3);  // the book keeps no end: docs/security.md says what remains
    tamper("DELETE FROM access WHERE id = 3");
    EXPECT_EQ(problems(), "");
}

TEST_F(Log, HashesEveryColumnAndTheOneBefore) {
    const auto one = reading(1);
    std::set<std::string> hashes{access_hash("a", one), access_hash("b", one)};
    const auto changed = [&](const auto& change) {
        auto other = one;
        change(other);
        hashes.insert(access_hash("a", other));
    };
    changed([](auto& each) { each.id = 2; });
    changed([](auto& each) { each.at = "2026-06-15T09:32Z"; });
    changed([](auto& each) { each.account.reset(); });
    changed([](auto& each) { each.person.reset(); });
    changed([](auto& each) { each.person = ""; });
    changed([](auto& each) { each.device.reset(); });
    changed([](auto& each) { each.program = 1; });
    changed([](auto& each) { each.patient.reset(); });
    changed([](auto& each) { each.chart = "C-0011"; });
    changed([](auto& each) { each.act = AccessAct::report; });
    changed([](auto& each) { each.reason = "in an emergency"; });
    EXPECT_EQ(hashes.size(), 13U);
}

}  // namespace
}  // namespace db::access_log_test
