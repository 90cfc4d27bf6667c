#include "db/ledger/epoch.h"

#include <csignal>
#include <string>

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/ledger/changes.h"
#include "db/ledger/verify.h"
#include "db/migrate.h"
#include "db/records/aggregates.h"
#include "db/records/scores.h"
#include "tests/db/clinic_book.h"
#include "tests/db/old_book.h"
#include "tests/support/repetitions.h"

namespace db::epoch_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::string request_hash(64, 'a');

class Epoch : public ClinicBook {
  protected:
    // Version 12 with something of all that gets another shape.
    void SetUp() override {
        OldBook old(file_);
        old.write("init", R"(
            INSERT INTO instrument (code, name, low, unit, better, built_in)
            VALUES ('lesions', 'Lesions', 0, '{lesions}', 'lower', 0), ('tewl', 'TEWL', 0, 'g', 'lower', 0))");
        old.write("patient add",
                  "INSERT INTO patient (chart, sex, born, contact) VALUES ('C-1', 'female', "
                  "'1990-04-02', '0100 123 456')",
                  "k 1");
        old.write("session record",
                  R"(
            INSERT INTO session (patient_id, at, device) VALUES (1, '2026-01-05', 'pen');
            INSERT INTO session_area VALUES (1, 'chin', 1.5, 4);
            INSERT INTO session_finding (patient_id, session, rule, level, because, record, text, source)
            VALUES (1, 1, 'r', 'stop', 'seen', 'acne 3', 't', 's'), (1, 1, 'r', 'stop', 'seen', NULL, 't', 's'),
                (1, 1, 'r', 'stop', 'seen', 'the book', 't', 's'))",
                  "web " + request_hash);
        old.write("score record", R"(
            INSERT INTO score (patient_id, instrument_id, region, at, id, value, origin, origin_id, places)
            VALUES (1, 1, 'all', '2026-01-05T10:30', 1, 7, 'acne_status', 3, 'chin=7'),
                (1, 1, 'all', '1899-02-28T10:30:09', 2, 6, NULL, NULL, NULL),
                (1, 2, 'upper_back', '2026-01-05', 3, 1.25, 'reading', 4, NULL))");
        old.database().exec(
            "INSERT INTO standing_series VALUES (1, 'all', 1, 1, 0, NULL, 'not_enough_data', NULL, "
            "NULL, NULL, '2026-01-05'); INSERT INTO standing_state VALUES (1, 4, 9)");
        end_ = old.end();
    }
    // Everything that check finds.
    static std::string found(const Book& book) {
        CheckedMoment moment(book);
        return said(moment.quick_problems()) + said(moment.replay_problems({}));
    }
    static std::vector<LedgerEntry> entries(const Book& book) {
        std::vector<LedgerEntry> all;
        for_each_entry(
            book, {.with_changes = true}, [&](const LedgerEntry& each) { all.push_back(each); });
        return all;
    }
    static std::vector<std::string> keys(const std::vector<RowChange>& rows) {
        std::vector<std::string> all;
        for (const auto& row : rows) {
            EXPECT_TRUE(row.kind == RowChange::Kind::added);
            all.push_back(row.table + " " + row.key);
        }
        return all;
    }
    void behind_the_ledger(const std::string& sql) const {
        ASSERT_TRUE(support::sqlite_shell(file_, sql)) << sql;
    }

    Head end_;  // of the old ledger
};

TEST_F(Epoch, TakesOverEveryRowOfAnOlderBookAndItsLedger) {
    auto book = Book::open(file_);
    EXPECT_EQ(stored_version(book.connection()), current_version());
    EXPECT_EQ(found(book), "");
    const auto scores = scores_of(book, schema::Id<schema::Patient>(1));
    ASSERT_EQ(scores.size(), 3U);
    EXPECT_EQ(scores[0].at.text(), "1899-02-28T10:30:09");
    EXPECT_EQ(scores[0].origin, std::nullopt);
    EXPECT_EQ(scores[1].at.text(), "2026-01-05T10:30");
    EXPECT_EQ(scores[1].region, std::nullopt);
    EXPECT_EQ(scores[1].origin, schema::ScoreOrigin::acne_status);
    EXPECT_EQ(scores[1].origin_id, 3);
    EXPECT_EQ(scores[2].at.text(), "2026-01-05");
    EXPECT_EQ(scores[2].region, schema::Region::upper_back);
    EXPECT_EQ(scores[2].value, 1.25);
    const auto findings = records_of<schema::SessionFinding>(book, schema::Id<schema::Patient>(1));
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].record, (schema::RecordName{"acne", 3}));
    EXPECT_EQ(findings[0].because, "seen");
    EXPECT_EQ(findings[1].record, std::nullopt);
    EXPECT_EQ(findings[2].record, std::nullopt);
    EXPECT_EQ(findings[2].because, "seen (the book)") << "nothing is lost";
    EXPECT_TRUE(aggregates_are_current(book, 9));
    const auto patient = find(book, schema::Id<schema::Patient>(1));
    EXPECT_EQ(patient->telephone, "0100 123 456");
    EXPECT_EQ(patient->born->text(), "1990-04-02");
    add(book, "C-2");
    EXPECT_EQ(found(book), "");
}

TEST_F(Epoch, GoesOnWithTheChainAndLeavesOlderEntriesReadable) {
    const auto book = Book::open(file_);
    const auto all = entries(book);
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[3].hash, end_.hash);
    EXPECT_EQ(all[4].action, epoch_begins);
    EXPECT_EQ(all[4].answer, "");
    EXPECT_EQ(all[4].previous, end_.hash);
    EXPECT_EQ(last_epoch(book.connection()), 5);
    EXPECT_EQ(read_head(file_).head, (Head{5, all[4].hash}));
    const ChangesReader changes(book);
    const auto score = changes.read(all[3], 9);
    ASSERT_TRUE(score);
    EXPECT_THAT(keys(*score),
                UnorderedElementsAre(
                    "score patient_id 1, instrument_id 1, region all, at 2026-01-05T10:30, id 1",
                    "score patient_id 1, instrument_id 1, region all, at 1899-02-28T10:30:09, id 2",
                    "score patient_id 1, instrument_id 2, region upper_back, at 2026-01-05, id 3"));
    const auto whole = changes.read(all[4], 99);
    ASSERT_TRUE(whole);
    EXPECT_THAT(
        keys(*whole),
        ElementsAre("instrument id 1",
                    "instrument id 2",
                    "patient id 1",
                    "score patient_id 1, instrument_id 1, region all, at 1899-02-28T10:30:09, id 2",
                    "score patient_id 1, instrument_id 1, region all, at 2026-01-05T10:30, id 1",
                    "score patient_id 1, instrument_id 2, region upper_back, at 2026-01-05, id 3",
                    "session id 1",
                    "session_area session_id 1, region chin",
                    "session_finding id 1",
                    "session_finding id 2",
                    "session_finding id 3"));
}

TEST_F(Epoch, KnowsASubmissionByItsKeyAndItsRequest) {
    const auto book = Book::open(file_);
    const auto known = *submitted(book, "web");
    const auto asked = [&](std::optional<std::string> hash) {
        return answer_of(book, {.action = known.action, .key = "web", .request_hash = hash});
    };
    EXPECT_EQ(answer_of(book, {.action = submitted(book, "k 1")->action, .key = "k 1"}), "1");
    EXPECT_EQ(asked(request_hash), "1");
    EXPECT_EQ(answer_of(book, {.key = "unknown"}), std::nullopt);
    EXPECT_THROW(asked(std::nullopt), schema::Error);
    EXPECT_THROW(asked(std::string(64, 'b')), schema::Error);
    EXPECT_THROW(answer_of(book, {.action = "other", .key = "web", .request_hash = request_hash}),
                 schema::Error);
    EXPECT_EQ(submitted(book, "web")->request_hash, request_hash);
    EXPECT_FALSE(submitted(book, "k"));
    EXPECT_EQ(entries(book).at(2).submission_key, "web");
}

TEST_F(Epoch, DoesNotMakeWholeWhatWasAlteredBefore) {
    behind_the_ledger("UPDATE session SET pain = 9;");
    const std::string altered =
        "ledger entry 5: began an epoch with a book that was not what the ledger before it says: "
        "session (id 1): differs from what the ledger says in: pain";
    EXPECT_THAT(found(Book::open_for_check(file_)), HasSubstr(altered)) << "in memory";
    auto book = Book::open(file_);
    EXPECT_THAT(found(book), HasSubstr(altered));
    add(book, "C-2");
    EXPECT_THAT(found(book), HasSubstr(altered)) << "for good";
}

TEST_F(Epoch, ShowsWhatIsAlteredAfterIt) {
    Book::open(file_);
    behind_the_ledger("UPDATE score SET value = 8 WHERE id = 1;");
    EXPECT_THAT(found(Book::open_for_check(file_)),
                HasSubstr("score (patient_id 1, instrument_id 1, region all, at 2026-01-05T10:30, "
                          "id 1): differs from what the ledger says in: value"));
}

TEST_F(Epoch, ShowsAnAlteredEntryFromBeforeIt) {
    Book::open(file_);
    behind_the_ledger(
        "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET actor = 'other' WHERE seq = 2;");
    EXPECT_THAT(found(Book::open_for_check(file_)), HasSubstr("ledger entry 2: was altered"));
}

TEST_F(Epoch, IsNoneOfABookThatHasNoEntries) {
    const auto fresh = Book::create(folder_ / "fresh.needlebook");
    EXPECT_EQ(last_entry(fresh), 0);
}

TEST_F(Epoch, OfALongBookIsSeveralEntriesThatArePlayedTogether) {
    auto book = Book::open(file_);
    transact(book, {.actor = "nurse", .action = "import"}, [](Write& write) {
        schema::Patient patient;
        patient.note = std::string(20000, 'n');
        for (std::size_t i = 0; i < epoch_bytes / patient.note->size() + 9; ++i) {
            patient.chart = std::to_string(i);
            insert(write, patient);
        }
        return std::string();
    });
    book.connection().run("BEGIN IMMEDIATE");
    const auto end = begin_epoch(book.connection(), {.actor = "nurse", .reason = "a test"});
    book.connection().run("COMMIT");
    write_head(file_, end);
    EXPECT_EQ(end.seq, 8);
    EXPECT_EQ(last_epoch(book.connection()), 7);
    EXPECT_EQ(entries(book).back().action, epoch_goes_on);
    EXPECT_EQ(found(book), "");
}

// Killed anywhere in the middle it is the old book or the new one, and the next who opens it goes
// on.
TEST_F(Epoch, ThatIsKilledLeavesTheOldBookOrTheNewOne) {
    const int kills = support::repetitions("NEEDLEBOOK_EPOCH_KILLS", 5);
    constexpr int longest_us = 96'000;
    int old = 0;
    for (int i = 0; i < kills; ++i) {
        SCOPED_TRACE(i);
        const fs::path copy = fmt::format("{}-{}", file_.string(), i);
        fs::copy_file(file_, copy);
        fs::copy_file(beside(".head"), copy.string() + ".head");
        const auto child = ::fork();
        if (child == 0) {
            Book::open(copy);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(i * longest_us / kills));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        {
            const auto stored = Book::open_as_stored(copy);
            const auto version = stored_version(stored.connection());
            old += version == 12 ? 1 : 0;
            EXPECT_TRUE(version == 12 || version == current_version()) << version;
            EXPECT_EQ(ledger_end(stored).seq, version == 12 ? 4 : 5);
        }
        const auto book = Book::open(copy);
        EXPECT_EQ(found(book), "");
        EXPECT_EQ(entries(book).size(), 5U);
    }
    EXPECT_GT(old, 0);
}

}  // namespace
}  // namespace db::epoch_test
