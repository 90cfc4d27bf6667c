#include "app/tracking/patient_entries.h"

#include <gmock/gmock.h>

#include "app/access/grant.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/link.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/ledger/undo.h"
#include "db/records/patient_entries.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::patient_entries_test {
namespace {

using schema::EntryState;
using schema::PatientEntry;

class PatientEntries : public testing::Test {
  protected:
    PatientEntries() {
        for (const auto* chart : {"C-001", "C-002"}) {
            schema::Patient patient;
            patient.chart = chart;
            record(book_, by_, patient);
        }
        patient_ = db::find_patient(book_, "C-001")->id;
        link_ = link_patient(book_, by_, patient_, {}, *schema::Date::of(2026, 1, 5)).link;
    }
    db::Submission own() {
        db::Submission submission{.actor = "anybody", .action = "own-entry send"};
        submission.grant = std::make_shared<const access_control::Grant>(
            access_control::authorise_patient(book_, link_.id));
        return submission;
    }
    schema::Id<PatientEntry> send(PatientEntry entry) {
        entry.at = now_;
        return send_entry(book_, own(), entry).id<PatientEntry>();
    }
    PatientEntry entry(schema::Id<PatientEntry> id) { return *db::find(book_, id); }
    db::LedgerEntry last_written() {
        db::LedgerEntry last;
        db::for_each_entry(book_,
                           {.with_changes = true, .most = 1, .newest_first = true},
                           [&](const db::LedgerEntry& each) { last = each; });
        return last;
    }
    template <class Act>
    static std::string refusal(Act act) {
        try {
            act();
        } catch (const schema::Error& error) {
            const auto& id = error.problems().front().told.id;
            return id.substr(std::min(id.size(), std::string("error.").size()));
        }
        return "accepted";
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "a.needlebook", {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
    db::Submission by_{.actor = "nurse", .action = "test", .reason = "test"};
    schema::CivilTime now_ = *schema::CivilTime::read("2026-01-06T20:15");
    schema::Id<schema::Patient> patient_;
    db::PatientLink link_;
};

const schema::Answers answered{{1, 2, 0, 1, 1, 0, 1, 0, 0, 1}};

TEST_F(PatientEntries, WaitUntilSomebodyOfTheClinicAcceptsThem) {
    const auto id = send({.pain = 2, .redness = schema::OwnRedness::a_little, .days_out = 1});
    EXPECT_EQ(entry(id).patient, patient_);
    EXPECT_EQ(entry(id).state, EntryState::waiting);
    EXPECT_EQ(last_written().actor, "patient");
    EXPECT_THAT(db::waiting_entries(book_), testing::ElementsAre(entry(id)));
    accept_entry(book_, by_, id, now_);
    EXPECT_EQ(entry(id).state, EntryState::accepted);
    EXPECT_EQ(entry(id).answered_by, "nurse");
    EXPECT_EQ(entry(id).answered_at, now_);
    EXPECT_THAT(db::waiting_entries(book_), testing::IsEmpty());
    EXPECT_TRUE(check(book_, [](auto, auto) {}).problems.empty());
}

TEST_F(PatientEntries, OfDlqiBecomeAQuestionnaireByThePatientOnceTheyAreAcceptedAndNotBefore) {
    const auto id = send({.dlqi = answered});
    EXPECT_THAT(db::records_of<schema::Questionnaire>(book_, patient_), testing::IsEmpty());
    EXPECT_THAT(db::scores_of(book_, patient_), testing::IsEmpty());
    accept_entry(book_, by_, id, now_);
    const auto filled = db::records_of<schema::Questionnaire>(book_, patient_);
    ASSERT_EQ(filled.size(), 1U);
    EXPECT_EQ(filled[0].answers, answered);
    EXPECT_EQ(filled[0].by_patient, true);
    EXPECT_EQ(filled[0].on, now_);
    EXPECT_EQ(db::scores_of(book_, patient_).size(), 1U);
    undo_entry(book_, by_, db::last_entry(book_));
    EXPECT_EQ(entry(id).state, EntryState::waiting) << "the way back";
    EXPECT_THAT(db::scores_of(book_, patient_), testing::IsEmpty());
    EXPECT_TRUE(check(book_, [](auto, auto) {}).problems.empty());
    decline_entry(book_, by_, id, now_);
    EXPECT_EQ(entry(id).state, EntryState::declined);
    EXPECT_THAT(db::scores_of(book_, patient_), testing::IsEmpty());
}

TEST_F(PatientEntries, AreAnsweredOnce) {
    const auto id = send({.pain = 2});
    decline_entry(book_, by_, id, now_);
    EXPECT_EQ(refusal([&] { accept_entry(book_, by_, id, now_); }), "answered_already");
    EXPECT_EQ(refusal([&] { accept_entry(book_, by_, schema::Id<PatientEntry>(99), now_); }),
              "gone");
}

TEST_F(PatientEntries, AreRefusedWhenTheyAreEmptyOrCannotBeTrue) {
    EXPECT_EQ(refusal([&] { send({}); }), "empty_entry");
    EXPECT_EQ(refusal([&] { send({.note = " \n "}); }), "empty_entry");
    EXPECT_NE(refusal([&] {
                  send({.dlqi = schema::Answers{{9, 1, 1, 1, 1, 1, 1, 1, 1, 1}}});
              }),
              "accepted");
    EXPECT_NE(refusal([&] { send({.note = "a\x07"}); }), "accepted");
    EXPECT_EQ(refusal([&] { send({.note = "warm in the evening"}); }), "accepted");
}

TEST_F(PatientEntries, AreSoManyADayAndNoMore) {
    for (int i = 0; i < most_entries_a_day; ++i) {
        EXPECT_EQ(refusal([&] { send({.pain = i}); }), "accepted");
    }
    EXPECT_EQ(refusal([&] { send({.pain = 1}); }), "too_many_entries");
    now_ = *schema::CivilTime::read("2026-01-07T08:00");
    EXPECT_EQ(refusal([&] { send({.pain = 1}); }), "accepted") << "another day";
}

TEST_F(PatientEntries, AreSentByTheLinkOfThePatientAndByNothingElse) {
    EXPECT_NE(refusal([&] { send_entry(book_, by_, {.pain = 1}); }), "accepted");
    PatientEntry of_another{.pain = 1};
    of_another.patient = db::find_patient(book_, "C-002")->id;
    of_another.state = EntryState::accepted;
    of_another.answered_by = "nurse";
    const auto id = send(of_another);
    EXPECT_EQ(entry(id).patient, patient_) << "whose link it is";
    EXPECT_EQ(entry(id).state, EntryState::waiting);
    EXPECT_EQ(entry(id).answered_by, std::nullopt);
}

TEST_F(PatientEntries, TheGrantOfALinkWritesNothingElseAndEndsWithIt) {
    const auto submission = own();
    EXPECT_EQ(refusal([&] { record(book_, submission, schema::AcneStatus{}); }), "no_right");
    EXPECT_EQ(refusal([&] { unlink_patient(book_, submission, patient_); }), "no_right");
    unlink_patient(book_, by_, patient_);
    EXPECT_EQ(refusal([&] { send_entry(book_, submission, {.pain = 1}); }), "no_own_entries");
}

TEST_F(PatientEntries, AreNotTakenByALinkThatOnlyReads) {
    link_ =
        link_patient(book_, by_, patient_, {.entries = false}, *schema::Date::of(2026, 1, 5)).link;
    EXPECT_EQ(refusal([&] { own(); }), "no_own_entries");
}

TEST_F(PatientEntries, ChangeNothingElseOfTheBook) {
    const auto before = db::find_patient(book_, "C-001");
    const auto links = db::all_links(book_);
    const auto last = db::last_entry(book_);
    send({.pain = 10, .dlqi = answered, .note = "hot"});
    EXPECT_EQ(db::find_patient(book_, "C-001"), before);
    EXPECT_EQ(db::all_links(book_), links);
    EXPECT_EQ(db::last_entry(book_), last + 1);
    EXPECT_EQ(db::tables_changed(book_, last_written()), std::set<std::string>{"patient_entry"});
}

}  // namespace
}  // namespace tracking::patient_entries_test
