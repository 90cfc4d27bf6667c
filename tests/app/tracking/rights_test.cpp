// What somebody may is decided where the writes are made, whoever calls: the grant of a submission
// counts as the book says by now.

#include <functional>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access/own_grant.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "app/tracking/erasure.h"
#include "app/tracking/link.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/people/clinic_key.h"
#include "app/tracking/people/sign_in_devices.h"
#include "app/tracking/people/who_looked.h"
#include "app/tracking/restore.h"
#include "app/tracking/score.h"
#include "app/tracking/settings.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::rights_test {
namespace {

using access_control::Right;
using schema::AccountRole;
using testing::StartsWith;

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return (error.fault() == schema::Fault::forbidden ? "forbidden: " : "") +
               error.problems().front().where;
    }
    return "accepted";
}

class RightsAtTheBottom : public testing::Test {
  protected:
    RightsAtTheBottom() {
        db::transact(book_, {.actor = "setup", .action = "account add"}, [](db::Write& write) {
            db::insert_account(write, {.name = "owner", .role = AccountRole::owner});
            db::insert_account(write, {.name = "clinician", .role = AccountRole::clinician});
            db::insert_account(write, {.name = "assistant", .role = AccountRole::assistant});
            db::insert_account(write, {.name = "reader", .role = AccountRole::reader});
            db::insert_account(write,
                               {.name = "disabled", .role = AccountRole::owner, .active = false});
            return std::string();
        });
        patient_ = schema::Id<schema::Patient>(
            std::stoll(record(book_, by("owner"), schema::Patient{.chart = "C-001"}).answer));
        schema::AcneStatus status;
        status.patient = patient_;
        status.on = *schema::CivilTime::read("2026-01-05");
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::chin, .papules = 3}};
        record(book_, by("owner"), status);
    }
    static db::Submission by(const std::string& actor) {
        return {
            .actor = actor, .action = "record", .reason = "as a test", .confirm = {"duplicate"}};
    }
    schema::Session session(schema::Region region) const {
        schema::Session made;
        made.patient = patient_;
        made.at = *schema::CivilTime::read("2026-01-10T10:30");
        made.device = schema::Device::pen;
        made.areas = {{region, 1.0, 4}};
        return made;
    }
    schema::Condition condition(const std::string& actor) {
        schema::Condition made;
        made.patient = patient_;
        made.kind = schema::ConditionKind::eczema;
        auto submission = by(actor);
        submission.confirm = {"duplicate"};
        made.id = schema::Id<schema::Condition>(std::stoll(record(book_, submission, made).answer));
        return made;
    }

    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    schema::Id<schema::Patient> patient_{};
};

TEST_F(RightsAtTheBottom, AreThoseOfTheTableForEveryRoleAndRight) {
    for (const auto& row : access_control::right_table()) {
        for (std::size_t i = 0; i < row.roles.size(); ++i) {
            const std::string role(schema::Words<AccountRole>::all[i]);
            const auto before = db::last_entry(book_);
            const auto outcome = refusal([&] {
                commit(book_, by(role), row.right, [](db::Write&) { return std::string(); });
            });
            EXPECT_EQ(outcome == "accepted", row.roles[i]) << role << ' ' << outcome;
            EXPECT_EQ(db::last_entry(book_), before + (row.roles[i] ? 1 : 0));
        }
        for (const auto* nobody : {"disabled", "somebody", ""}) {
            EXPECT_THAT(
                refusal([&] {
                    commit(book_, by(nobody), row.right, [](db::Write&) { return std::string(); });
                }),
                StartsWith("forbidden"))
                << nobody;
        }
    }
}

TEST_F(RightsAtTheBottom, AreThoseOfTheGrantWhereTheSubmissionHasOne) {
    auto submission = by("owner");
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_local(book_, "reader"));
    EXPECT_EQ(refusal([&] { record(book_, submission, schema::Patient{.chart = "C-002"}); }),
              "forbidden: write_observations");
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_local(book_, "assistant"));
    record(book_, submission, schema::Patient{.chart = "C-002"});
    db::for_each_entry(book_, {.most = 1, .newest_first = true}, [](const auto& entry) {
        EXPECT_EQ(entry.actor, "assistant") << "whoever the submission says it was";
    });
}

TEST_F(RightsAtTheBottom, AreLookedAtAgainWhenTheWriteIsMade) {
    auto submission = by("clinician");
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_local(book_, "clinician"));
    record(book_, submission, schema::Patient{.chart = "C-002"});
    set_role(book_, by("owner"), "clinician", AccountRole::reader);
    EXPECT_EQ(refusal([&] { record(book_, submission, schema::Patient{.chart = "C-003"}); }),
              "forbidden: write_observations");
    disable_account(book_, by("owner"), "clinician");
    EXPECT_EQ(refusal([&] { record(book_, submission, schema::Patient{.chart = "C-003"}); }),
              "forbidden: account");
}

TEST_F(RightsAtTheBottom, AreAskedForAKnownKeyToo) {
    auto submission = by("owner");
    submission.key = "k1";
    record(book_, submission, schema::Patient{.chart = "C-002"});
    submission.actor = "reader";
    EXPECT_EQ(refusal([&] { record(book_, submission, schema::Patient{.chart = "C-002"}); }),
              "forbidden: write_observations");
}

TEST_F(RightsAtTheBottom, AStopIsOverriddenByWhoMayAndASessionWithoutOneByMore) {
    const Overrides reason{{"active_lesions", "two healing papules"}};
    EXPECT_EQ(refusal([&] {
                  record_session(book_, by("assistant"), session(schema::Region::chin), reason);
              }),
              "forbidden: override_stop");
    record_session(book_, by("assistant"), session(schema::Region::forehead), {});
    auto moved = session(schema::Region::chin);
    moved.id = schema::Id<schema::Session>(1);
    EXPECT_EQ(refusal([&] { correct_session(book_, by("assistant"), moved, reason); }),
              "forbidden: override_stop");
    correct_session(book_, by("clinician"), moved, reason);
    const auto corrected = *db::find(book_, moved.id);
    auto noted = corrected;
    noted.note = "calm";
    EXPECT_EQ(refusal([&] { correct(book_, by("assistant"), noted); }), "accepted")
        << "the reason was given by who may";
}

TEST_F(RightsAtTheBottom, WhatOthersRecordedIsVoidedByWhoMay) {
    const auto own = condition("assistant");
    const auto others = condition("owner");
    EXPECT_EQ(refusal([&] { void_record(book_, by("assistant"), others); }),
              "forbidden: void_others");
    void_record(book_, by("assistant"), own);
    restore_record(book_, by("assistant"), own);
    EXPECT_EQ(refusal([&] { void_record(book_, by("reader"), own); }), "forbidden: void_own");
    void_record(book_, by("clinician"), others);
    EXPECT_EQ(refusal([&] { restore_record(book_, by("assistant"), others); }),
              "forbidden: void_others");
}

TEST_F(RightsAtTheBottom, WhatOthersDidIsUndoneByWhoMay) {
    condition("owner");
    const auto others = db::last_entry(book_);
    condition("assistant");
    const auto own = db::last_entry(book_);
    EXPECT_EQ(refusal([&] { undo_entry(book_, by("assistant"), others); }),
              "forbidden: void_others");
    EXPECT_EQ(refusal([&] { void_entry(book_, by("assistant"), others); }),
              "forbidden: void_others");
    undo_entry(book_, by("assistant"), own);
    auto clinic = db::read_clinic(book_);
    clinic.filler_days = 30;
    set_clinic(book_, by("owner"), clinic);
    EXPECT_EQ(refusal([&] { undo_entry(book_, by("clinician"), db::last_entry(book_)); }),
              "forbidden: change_settings");
    undo_entry(book_, by("owner"), db::last_entry(book_));
}

TEST_F(RightsAtTheBottom, ScoresOfOthersAreVoidedByWhoMay) {
    const auto scale = *db::find_instrument(book_, "dlqi");
    const auto enter = [&](const std::string& actor, const char* at) {
        schema::Score score;
        score.patient = patient_;
        score.instrument = scale.id;
        score.at = *schema::CivilTime::read(at);
        score.value = 5;
        return record_score(book_, by(actor), score).id<schema::Score>();
    };
    const auto others = enter("owner", "2026-01-05");
    const auto own = enter("assistant", "2026-01-06");
    EXPECT_EQ(refusal([&] { void_score(book_, by("assistant"), others); }),
              "forbidden: void_others");
    void_score(book_, by("assistant"), own);
}

TEST_F(RightsAtTheBottom, OneWhoMayNoLongerVoidVoidsNotEvenTheirOwn) {
    const auto own = condition("assistant");
    const auto voided = condition("assistant");
    void_record(book_, by("assistant"), voided);
    const auto scale = *db::find_instrument(book_, "dlqi");
    schema::Score score;
    score.patient = patient_;
    score.instrument = scale.id;
    score.at = *schema::CivilTime::read("2026-01-06");
    score.value = 5;
    score.id = record_score(book_, by("assistant"), score).id<schema::Score>();
    set_role(book_, by("owner"), "assistant", AccountRole::reader);
    EXPECT_EQ(refusal([&] { void_record(book_, by("assistant"), own); }), "forbidden: void_own");
    EXPECT_EQ(refusal([&] { restore_record(book_, by("assistant"), voided); }),
              "forbidden: void_own");
    EXPECT_EQ(refusal([&] { void_score(book_, by("assistant"), score.id); }),
              "forbidden: void_own");
    EXPECT_EQ(refusal([&] { restore_score(book_, by("assistant"), score.id); }),
              "forbidden: void_own");
}

// Each asks before it looks at what it is given.
TEST_F(RightsAtTheBottom, OfWritersAboutPeopleKeysAndTheBookAreAskedFor) {
    const auto who = [&](const char* actor) {
        auto submission = by(actor);
        submission.grant = std::make_shared<const access_control::Grant>(
            access_control::authorise_local(book_, actor));
        return submission;
    };
    const schema::Id<schema::SignInDevice> device{7};
    for (const auto* actor : {"reader", "assistant", "clinician"}) {
        const auto submission = who(actor);
        EXPECT_EQ(refusal([&] { revoke_device(book_, submission, device); }),
                  "forbidden: manage_people");
        EXPECT_EQ(refusal([&] { revoke_all_devices(book_, submission); }),
                  "forbidden: manage_people");
        EXPECT_EQ(refusal([&] { label_device(book_, submission, device, "desk"); }),
                  "forbidden: manage_people");
        EXPECT_EQ(refusal([&] { begin_access_log_anew(book_, submission); }),
                  "forbidden: keep_book");
        EXPECT_EQ(refusal([&] { renew_clinic_key(book_, submission); }), "forbidden: keep_book");
        EXPECT_EQ(refusal([&] { exported_clinic_key(book_, *submission.grant, "a passphrase"); }),
                  "forbidden: keep_book");
        EXPECT_EQ(refusal([&] { import_clinic_key(book_, submission, "", "a passphrase"); }),
                  "forbidden: keep_book");
        EXPECT_EQ(refusal([&] { erase_patient(book_, submission, {.chart = "C-001"}); }),
                  "forbidden: keep_book");
    }
    const auto day = *schema::Date::of(2026, 1, 10);
    EXPECT_EQ(refusal([&] { link_patient(book_, who("reader"), patient_, {}, day); }),
              "forbidden: write_observations");
    EXPECT_EQ(refusal([&] { link_patient(book_, who("assistant"), patient_, {}, day); }),
              "accepted");
}

TEST_F(RightsAtTheBottom, WhatEverybodyMayIsNotKeptFromAReader) {
    auto submission = by("reader");
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_local(book_, "reader"));
    EXPECT_EQ(refusal([&] { set_own_language(book_, submission, "ar"); }), "accepted");
    submission.reason = "a reaction in the waiting room";
    EXPECT_EQ(refusal([&] {
                  begin_emergency_reading(book_,
                                          submission,
                                          {.device = schema::Id<schema::SignInDevice>(1),
                                           .person = "reader",
                                           .since = "2026-01-10T10:30:00Z",
                                           .until = "2026-01-10T11:30:00Z"});
              }),
              "accepted");
}

TEST_F(RightsAtTheBottom, TheProgramsOwnEntriesNeedNobody) {
    auto submission = by("anybody");
    submission.grant =
        std::make_shared<const access_control::Grant>(access_control::own_grant("anybody"));
    EXPECT_EQ(refusal([&] {
                  commit(book_, submission, Right::change_settings, [](db::Write&) {
                      return std::string();
                  });
              }),
              "accepted");
}

}  // namespace
}  // namespace tracking::rights_test
