// A ledger entry is taken back, and done again.

#include "app/tracking/undo.h"

#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/questions.h"
#include "app/tracking/restore.h"
#include "app/tracking/write.h"
#include "db/ledger/undo.h"
#include "db/ledger/verify.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/app/report/made_up_book.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace tracking::undo_test {
namespace {

using schema::CivilTime;
using schema::Patient;

const db::Submission by_nurse{.actor = "nurse", .action = "record", .reason = "seen"};
const db::Submission undoing{.actor = "nurse", .action = "undo"};
const db::Submission with_dependents = [] {
    auto submission = undoing;
    submission.confirm = {"dependents"};
    return submission;
}();

testing::AssertionResult is_whole(const db::Book& book) {
    auto result = testing::AssertionSuccess();
    for (const auto& problem : check(book, [](auto, auto) {}).problems) {
        result = testing::AssertionFailure() << problem.where << ": " << problem.what;
    }
    return result;
}

std::string content(const db::Book& book) {
    return db::content_of(book).hash;
}

template <class Act>
std::string refusal(Act&& act) {
    try {
        act();
    } catch (const schema::Error& error) {
        return error.problems().front().what;
    }
    return "accepted";
}

class Undo : public testing::Test {
  protected:
    Undo() {
        Patient patient;
        patient.chart = "A5";
        patient_ = schema::Id<Patient>(keep(patient));
    }
    template <class Record>
    std::int64_t keep(const Record& record) {
        return std::stoll(tracking::record(book_, by_nurse, record).answer);
    }
    schema::AcneStatus acne(const char* on, int papules) const {
        schema::AcneStatus status;
        status.patient = patient_;
        status.on = *CivilTime::read(on);
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::chin, .papules = papules}};
        return status;
    }
    schema::AcneStatus stored(std::int64_t id) const {
        return *db::find(book_, schema::Id<schema::AcneStatus>(id));
    }
    std::int64_t last() const { return db::last_entry(book_); }
    std::string undo(std::int64_t seq) { return undo_entry(book_, undoing, seq).answer; }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
    schema::Id<Patient> patient_{};
};

TEST_F(Undo, TakesARecordOutWithItsScoresAndUndoOfTheUndoBringsBothBack) {
    const auto before = content(book_);
    const auto id = keep(acne("2026-01-05", 3));
    const auto recorded = content(book_);
    const auto seq = last();
    EXPECT_EQ(undo(seq), std::to_string(seq));
    EXPECT_EQ(content(book_), before);
    EXPECT_FALSE(db::find(book_, schema::Id<schema::AcneStatus>(id)));
    EXPECT_TRUE(db::scores_of(book_, patient_).empty());
    undo(last());
    EXPECT_EQ(content(book_), recorded);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Undo, GivesNoIdTwice) {
    const auto first = keep(acne("2026-01-05", 3));
    undo(last());
    const auto second = keep(acne("2026-01-05", 4));
    EXPECT_GT(second, first);
    undo(last());
    Patient patient;
    patient.chart = "A6";
    const auto person = keep(patient);
    undo(last());
    EXPECT_GT(keep(patient), person);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Undo, IsRefusedOfWhatWasUndoneAlreadyOrIsNoEntry) {
    keep(acne("2026-01-05", 3));
    const auto seq = last();
    undo(seq);
    EXPECT_EQ(refusal([&] { undo(seq); }), fmt::format("was undone already, by entry {}", seq + 1));
    EXPECT_EQ(refusal([&] { undo(99); }), "is not there");
    EXPECT_EQ(refusal([&] { undo(1); }), "began the book");
    EXPECT_EQ(last(), seq + 1);
    undo(seq + 1);
    EXPECT_EQ(undo(seq), std::to_string(seq)) << "done again, it can be undone again";
}

TEST_F(Undo, AsksForWhatRestsOnTheEntryAndTakesItAlong) {
    const auto before = content(book_);
    const auto id = keep(acne("2026-01-05", 3));
    const auto seq = last();
    auto status = stored(id);
    status.regions.front().papules = 4;
    correct(book_, by_nurse, status);
    keep(acne("2026-02-05", 1));  // rests on neither
    const auto last_before = last();
    EXPECT_NE(refusal([&] { undo(seq); }).find(fmt::format("entry {}", seq + 1)),
              std::string::npos);
    EXPECT_EQ(last(), last_before) << "nothing was written";
    try {
        undo(seq);
        FAIL();
    } catch (const Asked& asked) {
        EXPECT_EQ(asked.questions().size(), 1U);
        EXPECT_EQ(asked.questions().front().confirmed_by(), "dependents");
    }
    EXPECT_EQ(undo_entry(book_, with_dependents, seq).answer, fmt::format("{} {}", seq + 1, seq));
    undo(seq + 2);
    EXPECT_EQ(content(book_), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Undo, OfARegistrationTakesAllOfThePatientAlong) {
    keep(acne("2026-01-05", 3));
    schema::Session session;
    session.patient = patient_;
    session.at = *CivilTime::read("2026-01-06");
    session.areas = {{.region = schema::Region::forehead, .depth_mm = 1.0, .passes = 2}};
    record_session(book_, by_nurse, session, {});
    EXPECT_EQ(refusal([&] { undo(2); }).find("accepted"), std::string::npos);
    const auto full = content(book_);
    undo_entry(book_, with_dependents, 2);
    EXPECT_FALSE(db::find_patient(book_, "A5"));
    EXPECT_TRUE(is_whole(book_));
    undo(last());
    EXPECT_EQ(content(book_), full);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Undo, IsRefusedWhereAnotherHasByNowWhatOnlyOneMayHave) {
    undo(2);
    const auto taken_back = last();
    Patient again;
    again.chart = "A5";
    keep(again);
    const auto before = content(book_);
    EXPECT_NE(refusal([&] { undo(taken_back); }).find("cannot be undone"), std::string::npos);
    EXPECT_EQ(content(book_), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Undo, OfAWrongUndoGoesThroughWhatCameAfter) {
    const auto id = keep(acne("2026-01-05", 3));
    const auto recorded = last();
    auto status = stored(id);
    status.regions.front().papules = 4;
    correct(book_, by_nurse, status);
    const auto corrected = last();
    undo(corrected);
    const auto first_undo = last();
    undo(recorded);
    EXPECT_NE(refusal([&] { undo(first_undo); }).find(fmt::format("entry {}", first_undo + 1)),
              std::string::npos)
        << "the record is not there now";
    undo(first_undo + 1);
    undo(first_undo);
    EXPECT_EQ(stored(id).regions.front().papules, 4);
    EXPECT_TRUE(is_whole(book_));
}

class WrongImport : public Undo {
  protected:
    // As an import: many records in one entry.
    std::int64_t import() {
        db::transact(book_, by_nurse, [&](db::Write& write) {
            Scorer scorer(write);
            Patient other;
            other.chart = "B1";
            const auto stranger = store(write, scorer, other);
            for (const auto patient : {patient_, stranger}) {
                auto status = acne("2026-03-05", 2);
                status.patient = patient;
                store(write, scorer, status);
            }
            scorer.finish();
            return std::string("import acne");
        });
        return last();
    }
};

TEST_F(WrongImport, IsVoidedAsAWholeAndUndoIsTheWayBack) {
    keep(acne("2026-01-05", 3));
    const auto seq = import();
    const auto before = content(book_);
    EXPECT_EQ(void_entry(book_, by_nurse, seq).answer, "2 acne, 1 patient");
    EXPECT_TRUE(db::find_patient(book_, "A5")) << "was there before";
    EXPECT_FALSE(db::find_patient(book_, "B1"));
    EXPECT_EQ(db::records_of<schema::AcneStatus>(book_, patient_).size(), 1U);
    EXPECT_TRUE(is_whole(book_));
    undo(last());
    EXPECT_EQ(content(book_), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(WrongImport, LeavesAPatientWhoHasOtherRecordsAndWhatWasVoidedAlready) {
    const auto seq = import();
    auto status = acne("2026-04-05", 1);
    status.patient = db::find_patient(book_, "B1")->id;
    keep(status);
    EXPECT_EQ(void_entry(book_, by_nurse, seq).answer, "2 acne");
    EXPECT_TRUE(db::find_patient(book_, "B1"));
    EXPECT_EQ(refusal([&] { void_entry(book_, by_nurse, seq); }),
              "recorded nothing that counts and could be voided");
    EXPECT_EQ(refusal([&] { void_entry(book_, undoing, seq); }), "is missing") << "a reason";
    EXPECT_TRUE(is_whole(book_));
}

// Back to the empty book, entry by entry; each fourth is done again before it is undone for good.
TEST(AMadeUpBook, GoesBackToItsBeginningEntryByEntry) {
    std::random_device seeds;
    for (int books = support::repetitions("NEEDLEBOOK_BOOKS", 1); books > 0; --books) {
        const auto seed = seeds();
        SCOPED_TRACE(seed);
        const support::TemporaryFolder folder;
        auto book =
            create_book(folder / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
        const auto empty = content(book);
        const auto first = db::last_entry(book);
        MadeUpBook(book, seed).fill(false);
        for (auto seq = db::last_entry(book); seq > first; --seq) {
            SCOPED_TRACE(seq);
            const auto before = content(book);
            undo_entry(book, undoing, seq);
            const auto undone = content(book);
            EXPECT_NE(undone, before);
            if (seq % 4 == 0) {
                undo_entry(book, undoing, db::last_entry(book));
                ASSERT_EQ(content(book), before);
                undo_entry(book, undoing, seq);
                ASSERT_EQ(content(book), undone);
            }
        }
        EXPECT_EQ(content(book), empty);
        EXPECT_TRUE(is_whole(book));
    }
}

TEST(AMadeUpBook, IsWholeWithoutAnyOfItsEntriesAndAsBeforeWithItAgain) {
    std::random_device seeds;
    for (int books = support::repetitions("NEEDLEBOOK_BOOKS", 1); books > 0; --books) {
        const auto seed = seeds();
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const support::TemporaryFolder folder;
        auto book =
            create_book(folder / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
        MadeUpBook(book, seed).fill(false);
        const auto made = db::last_entry(book);
        const auto before = content(book);
        for (int tried = 0; tried < 8; ++tried) {
            const auto seq = std::uniform_int_distribution<std::int64_t>(2, made)(random);
            SCOPED_TRACE(seq);
            undo_entry(book, with_dependents, seq);
            EXPECT_TRUE(is_whole(book));
            undo_entry(book, undoing, db::last_entry(book));
            ASSERT_EQ(content(book), before);
        }
        EXPECT_TRUE(is_whole(book));
    }
}

}  // namespace
}  // namespace tracking::undo_test
