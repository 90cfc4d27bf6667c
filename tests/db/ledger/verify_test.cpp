#include "db/ledger/verify.h"

#include <gtest/gtest.h>

#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::verify_test {
namespace {

class TamperedBook : public testing::Test {
  protected:
    void SetUp() override {
        auto book = Book::create(file_);
        transact(book, {.actor = "nurse", .action = "test"}, [&](Write& write) {
            schema::Patient patient;
            patient.chart = "C-001";
            const auto id = insert(write, patient);
            schema::Session session;
            session.patient = id;
            session.at = *schema::CivilTime::read("2026-01-05T10:30");
            session.device = schema::Device::pen;
            session.pain = 4;
            session.areas = {{schema::Region::chin, 1.5, 4}, {schema::Region::forehead, 0.75, 3}};
            insert(write, session);
            schema::Instrument scale{
                .code = "scale", .name = "Scale", .low = 0, .high = 10, .unit = "{score}"};
            schema::Score score;
            score.patient = id;
            score.instrument = insert_instrument(write, scale);
            score.at = session.at;
            score.value = 3;
            insert_score(write, score);
            return std::string();
        });
        add_patient(book, "C-002");
        add_patient(book, "C-003");
    }
    static void add_patient(Book& book, const char* chart) {
        transact(book, {.actor = "nurse", .action = "patient add"}, [&](Write& write) {
            schema::Patient patient;
            patient.chart = chart;
            return std::to_string(insert(write, patient).value);
        });
    }
    // Everything that check finds, as one text.
    std::string found() {
        const auto book = Book::open_for_check(file_);
        CheckedMoment moment(book);
        auto problems = moment.quick_problems();
        const auto replayed = moment.replay_problems({});
        problems.insert(problems.end(), replayed.begin(), replayed.end());
        std::string text;
        for (const auto& problem : problems) {
            text += problem.where + ": " + problem.what + "\n";
        }
        return text;
    }
    void tamper(const std::string& sql) { ASSERT_TRUE(support::sqlite_shell(file_, sql)) << sql; }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
};

TEST_F(TamperedBook, IsWholeBeforeAnyoneTouchesIt) {
    EXPECT_EQ(found(), "");
}

TEST_F(TamperedBook, ShowsAChangedScore) {
    tamper("UPDATE score SET value = 4;");
    EXPECT_NE(found().find(
                  "score (patient_id 1, instrument_id 1, region all, at 2026-01-05T10:30, id 1): "
                  "differs from what the ledger says in: value"),
              std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsAChangedSession) {
    tamper("UPDATE session SET pain = 5;");
    EXPECT_NE(found().find("session (id 1): differs from what the ledger says in: pain"),
              std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsARemovedPart) {
    tamper("DELETE FROM session_area WHERE region = 'chin';");
    EXPECT_NE(
        found().find(
            "session_area (session_id 1, region chin): the ledger has this row, the book does not"),
        std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsAnAddedRow) {
    tamper("INSERT INTO patient (chart) VALUES ('C-666');");
    EXPECT_NE(found().find("patient (id 4): the book has this row, the ledger does not"),
              std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsAChangedLedgerEntryAndTheTriggerThatWasDropped) {
    tamper(
        "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET actor = 'other' WHERE seq = 2;");
    EXPECT_NE(found().find("ledger entry 2: was altered"), std::string::npos) << found();
    EXPECT_NE(found().find("trigger ledger_is_not_rewritten is missing or was altered"),
              std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsOneChangedByteOfAChangeset) {
    tamper(
        "DROP TRIGGER ledger_is_not_rewritten; "
        "UPDATE ledger SET changes = CAST(replace(CAST(changes AS TEXT), 'C-002', 'C-00X') AS "
        "BLOB) WHERE seq = 2;");
    EXPECT_NE(found().find("ledger entry 2: holds altered changes"), std::string::npos) << found();
}

TEST_F(TamperedBook, ShowsACutEnd) {
    tamper("DROP TRIGGER ledger_is_not_cut; DELETE FROM ledger WHERE seq = 3;");
    EXPECT_NE(found().find("the last 1 acknowledged change is missing"), std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsAnEntryCutOutOfTheMiddle) {
    tamper("DROP TRIGGER ledger_is_not_cut; DELETE FROM ledger WHERE seq = 2;");
    EXPECT_NE(found().find("ledger entry 3: follows entry 1: entries between are missing"),
              std::string::npos)
        << found();
}

TEST_F(TamperedBook, ShowsAMissingHead) {
    std::filesystem::remove(file_.string() + ".head");
    EXPECT_NE(found().find(".head: is missing"), std::string::npos) << found();
}

// Longer than what is played as it comes, so that its rows are put in the order of their keys.
TEST_F(TamperedBook, ShowsWhatWasChangedAddedAndRemovedAmongTheRowsOfALongImport) {
    {
        auto book = Book::open(file_);
        transact(book, {.actor = "nurse", .action = "import"}, [](Write& write) {
            schema::Patient patient;
            patient.note = std::string(500, 'n');
            for (int i = 0; i < 3000; ++i) {
                patient.chart = "I-" + std::to_string(i);
                insert(write, patient);
            }
            return std::string();
        });
    }
    EXPECT_EQ(found(), "");
    tamper(
        "UPDATE patient SET sex = 'female' WHERE id = 1500; DELETE FROM patient WHERE id = 2000; "
        "INSERT INTO patient (id, chart) VALUES (9000, 'X-1');");
    const auto text = found();
    EXPECT_NE(text.find("patient (id 1500): differs from what the ledger says in: sex"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("patient (id 2000): the ledger has this row, the book does not"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("patient (id 9000): the book has this row, the ledger does not"),
              std::string::npos)
        << text;
}

TEST_F(TamperedBook, ShowsAQuickLookTheChainTheTablesAndTheEndButNoValue) {
    const auto seen = [&] {
        std::string text;
        for (const auto& problem : quick_problems(Book::open_for_check(file_), Depth::quick)) {
            text += problem.where + ": " + problem.what + "\n";
        }
        return text;
    };
    EXPECT_EQ(seen(), "");
    tamper("UPDATE session SET pain = 5;");
    EXPECT_EQ(seen(), "");
    EXPECT_NE(found(), "");
    tamper(
        "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET actor = 'other' WHERE seq = 2;");
    EXPECT_NE(seen().find("ledger entry 2: was altered"), std::string::npos) << seen();
    EXPECT_NE(seen().find("trigger ledger_is_not_rewritten is missing"), std::string::npos);
    tamper("DROP TRIGGER ledger_is_not_cut; DELETE FROM ledger WHERE seq = 3;");
    EXPECT_NE(seen().find("the last 1 acknowledged change is missing"), std::string::npos);
}

TEST_F(TamperedBook, HasAnotherContentHashOnlyWhenItsRecordsDiffer) {
    const auto before = content_of(Book::open_for_check(file_));
    EXPECT_EQ(content_of(Book::open_for_check(file_)).hash, before.hash);
    tamper("UPDATE session SET pain = 5;");
    EXPECT_NE(content_of(Book::open_for_check(file_)).hash, before.hash);
}

}  // namespace
}  // namespace db::verify_test
