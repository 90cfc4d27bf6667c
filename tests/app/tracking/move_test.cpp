// A record for the wrong patient, and a person with two charts.

#include "app/tracking/move.h"

#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/merge.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/settings.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "tests/app/report/made_up_book.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace tracking::move_test {
namespace {

using schema::CivilTime;
using schema::Patient;

const db::Submission by_nurse{.actor = "nurse", .action = "move", .reason = "wrong patient"};

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

class TwoPatients : public testing::Test {
  protected:
    TwoPatients() {
        for (const auto* chart : {"A1", "B1"}) {
            Patient patient;
            patient.chart = chart;
            keep(patient);
        }
    }
    template <class Record>
    Record keep(Record record) {
        record.id =
            decltype(record.id)(std::stoll(tracking::record(book_, by_nurse, record).answer));
        return record;
    }
    Patient patient(const char* chart) const { return *db::find_patient(book_, chart); }
    schema::AcneStatus acne(const char* on, int papules) const {
        schema::AcneStatus status;
        status.patient = patient("A1").id;
        status.on = *CivilTime::read(on);
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::chin, .papules = papules}};
        return status;
    }
    schema::Session session(const char* at) {
        schema::Session session;
        session.patient = patient("A1").id;
        session.at = *CivilTime::read(at);
        session.areas = {{.region = schema::Region::forehead, .depth_mm = 1.0, .passes = 2}};
        session.id = record_session(book_, by_nurse, session, {}).id();
        return session;
    }
    std::size_t values_of(const char* chart) const {
        return db::scores_of(book_, patient(chart).id).size();
    }
    void undo_last() {
        undo_entry(book_, {.actor = "nurse", .action = "undo"}, db::last_entry(book_));
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
};

TEST_F(TwoPatients, AnObservationGoesWithItsScoresAndComesBackByUndo) {
    const auto status = keep(acne("2026-01-05", 3));
    const auto before = content(book_);
    const auto values = values_of("A1");
    move_record(book_, by_nurse, status, patient("B1").id);
    EXPECT_EQ(values_of("A1"), 0U);
    EXPECT_EQ(values_of("B1"), values);
    EXPECT_EQ(db::find(book_, status.id)->patient, patient("B1").id);
    EXPECT_TRUE(is_whole(book_));
    undo_last();
    EXPECT_EQ(content(book_), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(TwoPatients, ASessionTakesAlongWhatRefersToItAndJoinsTheCourseThatIsOpenThere) {
    for (const auto* chart : {"A1", "B1"}) {
        schema::Course course;
        course.patient = patient(chart).id;
        course.concern = schema::Concern::acne_scars;
        course.sessions = 3;
        course.every = *schema::Interval::read("4w");
        course.on = *schema::Date::read("2026-01-01");
        keep(course);
    }
    const auto needled = session("2026-01-05");
    schema::Application serum;
    serum.patient = needled.patient;
    serum.at = needled.at;
    serum.session = needled.id;
    serum.active = schema::Active::niacinamide;
    serum = keep(serum);
    const auto before = content(book_);
    move_record(book_, by_nurse, needled, patient("B1").id);
    EXPECT_EQ(db::find(book_, serum.id)->patient, patient("B1").id);
    EXPECT_EQ(db::find(book_, serum.id)->session, needled.id);
    const auto course = db::find(book_, needled.id)->course;
    ASSERT_TRUE(course);
    EXPECT_EQ(db::find(book_, *course)->patient, patient("B1").id);
    EXPECT_TRUE(is_whole(book_));
    undo_last();
    EXPECT_EQ(content(book_), before);
}

TEST_F(TwoPatients, WhatCannotBeTrueOfTheOtherIsRefusedAndATwinIsAskedBack) {
    const auto status = keep(acne("2026-01-05", 3));
    auto other = patient("B1");
    other.born = *schema::PartialDate::read("2026-03-01");
    correct(book_, by_nurse, other);
    const auto to_newborn = [&] { move_record(book_, by_nurse, status, other.id); };
    EXPECT_NE(refusal(to_newborn), "accepted") << "before birth";
    other = patient("B1");
    other.born.reset();
    correct(book_, by_nurse, other);
    auto twin = acne("2026-01-05", 1);
    twin.patient = other.id;
    keep(twin);
    EXPECT_THROW(to_newborn(), Asked);
    auto confirmed = by_nurse;
    confirmed.confirm = {"duplicate"};
    move_record(book_, confirmed, status, other.id);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(TwoPatients, NothingVoidedIsMovedNorToTheSameOrAVoidedPatient) {
    const auto status = keep(acne("2026-01-05", 3));
    EXPECT_EQ(refusal([&] { move_record(book_, by_nurse, status, patient("A1").id); }),
              "is the same patient's already");
    const auto other = patient("B1");
    void_record(book_, by_nurse, other);
    EXPECT_EQ(refusal([&] { move_record(book_, by_nurse, status, other.id); }),
              "was entered in error");
    void_record(book_, by_nurse, status);
    EXPECT_EQ(refusal([&] { move_record(book_, by_nurse, status, other.id); }), "was voided");
    auto without_reason = by_nurse;
    without_reason.reason.reset();
    EXPECT_EQ(refusal([&] { move_record(book_, without_reason, status, other.id); }), "is missing");
}

TEST_F(TwoPatients, AMergeKeepsTheOnesValuesTakesWhatItLacksAndComesBackByUndo) {
    auto first = patient("A1");
    first.name = "Huda";
    first.monk = 4;
    first.fitzpatrick = schema::Fitzpatrick::IV;
    correct(book_, by_nurse, first);
    auto second = patient("B1");
    second.monk = 5;
    second.fitzpatrick = schema::Fitzpatrick::V;
    correct(book_, by_nurse, second);
    keep(acne("2026-01-05", 3));
    tag(book_, by_nurse, {first.id, "arm", "placebo"});
    first = patient("A1");
    second = patient("B1");
    const auto before = content(book_);
    const auto plan = plan_merge(book_, first, second);
    EXPECT_EQ(plan.records, 1);
    ASSERT_EQ(plan.differences.size(), 2U);
    EXPECT_EQ(plan.differences[1].field, "monk");
    EXPECT_EQ(plan.filled, (std::vector<std::string>{"name", "label arm"}));
    EXPECT_EQ(refusal([&] { merge_patients(book_, by_nurse, first, second, {"name"}); }),
              "\"name\" is no field of which the two charts say something else");
    merge_patients(book_, by_nurse, first, second, {"monk"});
    const auto merged = patient("B1");
    EXPECT_EQ(merged.name, "Huda");
    EXPECT_EQ(merged.monk, 4);
    EXPECT_EQ(merged.fitzpatrick, schema::Fitzpatrick::V);
    EXPECT_EQ(db::tags_of(book_, merged.id).size(), 1U);
    EXPECT_EQ(db::records_of<schema::AcneStatus>(book_, merged.id).size(), 1U);
    EXPECT_FALSE(db::find_patient(book_, "A1"));
    EXPECT_TRUE(is_whole(book_));
    undo_last();
    EXPECT_EQ(content(book_), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(TwoPatients, ALabelThatDiffersStaysUnlessItIsTakenAndTheOtherChartIsRemembered) {
    tag(book_, by_nurse, {patient("A1").id, "arm", "placebo"});
    tag(book_, by_nurse, {patient("B1").id, "arm", "active"});
    const auto first = patient("A1");
    const auto second = patient("B1");
    ASSERT_EQ(plan_merge(book_, first, second).differences.size(), 1U);
    auto merging = by_nurse;
    merging.action = merges_patients;
    merge_patients(book_, merging, first, second, {});
    EXPECT_EQ(db::tags_of(book_, second.id).at(0).value, "active");
    EXPECT_EQ(db::tags_of(book_, first.id).at(0).value, "placebo");
    ASSERT_EQ(merged_into(book_, second.id).size(), 1U);
    EXPECT_EQ(merged_into(book_, second.id).at(0).chart, "A1");
    undo_last();
    EXPECT_TRUE(merged_into(book_, second.id).empty());
    merge_patients(book_, merging, first, second, {"label arm"});
    EXPECT_EQ(db::tags_of(book_, second.id).at(0).value, "placebo");
    EXPECT_TRUE(db::tags_of(book_, first.id).empty());
}

TEST(MovesInAMadeUpBook, LeaveItWholeAndAreUndone) {
    auto confirmed = by_nurse;
    confirmed.confirm = {"duplicate"};
    std::random_device seeds;
    for (int books = support::repetitions("NEEDLEBOOK_BOOKS", 1); books > 0; --books) {
        const auto seed = seeds();
        SCOPED_TRACE(seed);
        const support::TemporaryFolder folder;
        auto book =
            create_book(folder / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
        MadeUpBook(book, seed).fill();
        const auto patients = db::all_patients(book);
        const auto before = content(book);
        int moved = 0;
        for (const auto& kind : kinds::of_patients()) {
            int of_kind = 0;
            for (const auto& record : db::records_of(book, kind, db::Which::of_everybody, {})) {
                if (kind.made_by_program || kind.owner != schema::Owner::patient || of_kind == 3) {
                    continue;
                }
                SCOPED_TRACE(fmt::format("{} {}", kind.noun, kinds::ConstRecord(record).kept().id));
                for (const auto& to : patients) {
                    try {
                        move_record(book, confirmed, record, to.id);
                    } catch (const schema::Error&) {
                        ASSERT_EQ(content(book), before);
                        continue;  // voided, whose it is, or what cannot be true there
                    }
                    ++of_kind;
                    if (++moved % 5 == 0) {
                        EXPECT_TRUE(is_whole(book));
                    }
                    undo_entry(book, {.actor = "nurse", .action = "undo"}, db::last_entry(book));
                    ASSERT_EQ(content(book), before);
                    break;
                }
            }
        }
        EXPECT_GT(moved, 5);
        int merged = 0;
        for (const auto& from : patients) {
            for (const auto& into : patients) {
                try {
                    merge_patients(book, confirmed, from, into, {});
                } catch (const schema::Error&) {
                    ASSERT_EQ(content(book), before);
                    continue;
                }
                ++merged;
                EXPECT_TRUE(is_whole(book));
                undo_entry(book, {.actor = "nurse", .action = "undo"}, db::last_entry(book));
                ASSERT_EQ(content(book), before);
            }
        }
        std::cout << moved << " moved, " << merged << " merged\n";
        EXPECT_TRUE(is_whole(book));
    }
}

}  // namespace
}  // namespace tracking::move_test
