// Signing by another: what is recorded only with somebody else's signature, whose signature counts,
// and for what.

#include "app/tracking/sign_off.h"

#include <functional>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/people/program_tokens.h"
#include "app/tracking/restore.h"
#include "app/tracking/safety.h"
#include "app/tracking/settings.h"
#include "app/tracking/today.h"
#include "app/tracking/undo.h"
#include "app/tracking/wall_clock.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::sign_off_test {
namespace {

using schema::AccountRole;
using schema::SignOff;
using schema::SignOffState;
using testing::HasSubstr;
using testing::StartsWith;

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return (error.fault() == schema::Fault::forbidden ? "forbidden: " : "") +
               error.problems().front().where + ": " + error.problems().front().what;
    }
    return "accepted";
}

// Of a clinic where another person signs; salma, an assistant, needles, and the rules ask for a
// sign-off where the skin has eczema, on the chin.
class SigningByAnother : public testing::Test {
  protected:
    SigningByAnother() {
        db::transact(book_, {.actor = "setup", .action = "account add"}, [](db::Write& write) {
            db::insert_account(write, {.name = "huda", .role = AccountRole::owner});
            db::insert_account(
                write,
                {.name = "omar", .display_name = "Dr Omar Nabil", .role = AccountRole::clinician});
            db::insert_account(write, {.name = "salma", .role = AccountRole::assistant});
            db::insert_account(write, {.name = "rami", .role = AccountRole::reader});
            return std::string();
        });
        patient_ = add_patient("C-001");
        has(schema::ConditionKind::eczema, schema::Region::chin);
        asks_another_person(true);
    }
    static db::Submission by(const std::string& actor, const std::string& reason = "as a test") {
        return {.actor = actor, .action = "test", .reason = reason, .confirm = {"duplicate"}};
    }
    schema::Id<schema::Patient> add_patient(const std::string& chart) {
        return record(book_, by("huda"), schema::Patient{.chart = chart}).id<schema::Patient>();
    }
    void has(schema::ConditionKind kind, schema::Region region) {
        schema::Condition condition;
        condition.patient = patient_;
        condition.kind = kind;
        condition.region = region;
        record(book_, by("huda"), condition);
    }
    void asks_another_person(bool does) {
        auto clinic = db::read_clinic(book_);
        clinic.sign_off = does ? schema::SignOffRule::another_person : schema::SignOffRule::anyone;
        set_clinic(book_, by("huda"), clinic);
    }
    schema::Session session(schema::Region region = schema::Region::chin) const {
        schema::Session made;
        made.patient = patient_;
        made.at = *schema::CivilTime::read("2026-01-10T10:30");
        made.device = schema::Device::pen;
        made.areas = {{region, 0.5, 4}};
        return made;
    }
    schema::Id<SignOff> ask(const std::string& actor = "salma") {
        return schema::Id<SignOff>(
            std::stoll(ask_for_sign_off(book_, by(actor, "dry by now"), session(), now_).answer));
    }
    schema::Id<SignOff> signed_by(const std::string& actor) {
        const auto id = ask();
        sign(book_, by(actor), id, now_);
        return id;
    }
    std::string recording(const schema::Session& one,
                          const std::string& actor = "salma",
                          const Overrides& reasons = {}) {
        return refusal([&] { record_session(book_, by(actor), one, reasons); });
    }
    SignOff found(schema::Id<SignOff> id) const { return *db::find(book_, id); }

    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    schema::Id<schema::Patient> patient_;
    schema::CivilTime now_ = *schema::CivilTime::read("2026-01-10T09:15");
};

constexpr const char* unsigned_yet = "sign off eczema: ";

TEST_F(SigningByAnother, ASessionIsRecordedWithTheSignatureAndNotWithAReasonOfOnesOwn) {
    EXPECT_THAT(recording(session()), StartsWith(unsigned_yet));
    EXPECT_THAT(recording(session(), "salma", {{"eczema", "dry by now"}}),
                StartsWith(unsigned_yet));
    EXPECT_THAT(recording(session(), "huda", {{"eczema", "dry by now"}}), StartsWith(unsigned_yet))
        << "an owner neither";
    const auto id = ask();
    EXPECT_THAT(recording(session()), StartsWith(unsigned_yet)) << "it waits";
    sign(book_, by("omar"), id, now_);
    EXPECT_THAT(recording(session(), "salma", {{"eczema", "another reason"}}),
                HasSubstr("was signed by \"omar\""));
    EXPECT_EQ(recording(session()), "accepted");
    const auto kept = db::records_of<schema::SessionFinding>(book_, patient_);
    ASSERT_FALSE(kept.empty());
    EXPECT_EQ(kept[0].rule, "eczema");
    EXPECT_EQ(kept[0].override_reason, "dry by now");
    EXPECT_EQ(kept[0].sign_off, id);
    EXPECT_EQ(kept[0].signed_by, "omar");
}

TEST_F(SigningByAnother, WhatIsAskedForIsOfRecordAsItWasJudged) {
    const auto one = found(ask());
    EXPECT_EQ(one.on.text(), "2026-01-10");
    EXPECT_EQ(one.rule, "eczema");
    EXPECT_EQ(one.region, schema::Region::chin);
    EXPECT_THAT(one.because, HasSubstr("eczema"));
    EXPECT_EQ(one.reason, "dry by now");
    EXPECT_EQ(one.asked_by, "salma");
    EXPECT_EQ(one.asked_at, now_);
    EXPECT_EQ(one.state, SignOffState::asked);
    db::for_each_entry(book_, {.most = 1, .newest_first = true}, [&](const auto& entry) {
        EXPECT_EQ(entry.actor, "salma");
        EXPECT_EQ(entry.patient, patient_);
    });
}

TEST_F(SigningByAnother, IsBySomebodyElseWhoMay) {
    const auto id = ask("omar");
    EXPECT_THAT(refusal([&] { sign(book_, by("omar"), id, now_); }),
                StartsWith("forbidden: sign-off 1: was asked for by \"omar\""));
    EXPECT_THAT(refusal([&] { decline(book_, by("OMAR"), id, now_); }), StartsWith("forbidden"));
    for (const auto* actor : {"salma", "rami", "nobody"}) {
        EXPECT_THAT(refusal([&] { sign(book_, by(actor), id, now_); }), StartsWith("forbidden"));
    }
    EXPECT_EQ(found(id).state, SignOffState::asked);
    sign(book_, by("huda"), id, now_);
    EXPECT_EQ(found(id).answered_by, "huda");
    EXPECT_EQ(found(id).answered_at, now_);
    EXPECT_THAT(refusal([&] { decline(book_, by("huda"), id, now_); }),
                HasSubstr("was signed by \"huda\""));
    EXPECT_THAT(refusal([&] { sign(book_, by("huda"), schema::Id<SignOff>(9), now_); }),
                HasSubstr("there is none"));
}

TEST_F(SigningByAnother, AProgramAsksButDoesNotSign) {
    const auto token =
        *add_token(book_,
                   by("huda"),
                   "scheduler",
                   {access_control::Right::sign_off, access_control::Right::write_observations},
                   std::nullopt,
                   moment_now());
    auto program = by("");
    program.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise(book_, token, moment_now()));
    program.actor = program.grant->actor();
    const auto id = ask();
    EXPECT_THAT(refusal([&] { sign(book_, program, id, now_); }), HasSubstr("not by a program"));
    decline(book_, by("omar"), id, now_);
    EXPECT_EQ(refusal([&] { ask_for_sign_off(book_, program, session(), now_); }), "accepted");
    const schema::Id<SignOff> asked(2);
    EXPECT_EQ(found(asked).asked_by, "huda");
    EXPECT_THAT(refusal([&] { sign(book_, by("huda"), asked, now_); }), StartsWith("forbidden"))
        << "their program asked";
}

TEST_F(SigningByAnother, DoesNotCountForWhoSignedNorWhereTheyNeedle) {
    signed_by("omar");
    EXPECT_THAT(recording(session(), "omar"), StartsWith(unsigned_yet));
    auto needled = session();
    for (const auto* name : {"omar", "OMAR", "Dr Omar Nabil"}) {
        needled.operator_name = name;
        EXPECT_THAT(recording(needled), StartsWith(unsigned_yet)) << name;
    }
    needled.operator_name = "Salma";
    EXPECT_EQ(recording(needled), "accepted");
}

TEST_F(SigningByAnother, HoldsForThatPatientThatDayAndThatFinding) {
    signed_by("omar");
    auto next_day = session();
    next_day.at = *schema::CivilTime::read("2026-01-11T00:00");
    EXPECT_THAT(recording(next_day), StartsWith(unsigned_yet));
    has(schema::ConditionKind::rosacea, schema::Region::nose);
    auto wider = session();
    wider.areas.push_back({schema::Region::nose, 0.5, 4});
    EXPECT_THAT(recording(wider), StartsWith("sign off rosacea")) << "a rule that was raised later";
    EXPECT_EQ(ask_for_sign_off(book_, by("salma"), wider, now_).answer, "2")
        << "what is signed is not asked for again";
    sign(book_, by("huda"), schema::Id<SignOff>(2), now_);
    EXPECT_EQ(recording(wider), "accepted");
    patient_ = add_patient("C-002");
    has(schema::ConditionKind::eczema, schema::Region::chin);
    EXPECT_THAT(recording(session()), StartsWith(unsigned_yet));
}

TEST_F(SigningByAnother, IsForWhatWasSeenNotForWhatTheRecordSaysLater) {
    signed_by("omar");
    auto condition = db::records_of<schema::Condition>(book_, patient_).front();
    condition.from = schema::PartialDate::read("2026-01");
    correct(book_, by("huda"), condition);
    EXPECT_THAT(recording(session()), StartsWith(unsigned_yet));
}

TEST_F(SigningByAnother, WhatWasDeclinedIsAskedForAnewAndWhatWaitsIsNot) {
    const auto id = ask();
    EXPECT_THAT(refusal([&] { ask(); }), HasSubstr("all of it was asked for already"));
    EXPECT_THAT(refusal([&] { decline(book_, by("omar", " "), id, now_); }), StartsWith("reason"));
    decline(book_, by("omar", "still wet"), id, now_);
    EXPECT_EQ(found(id).answer, "still wet");
    EXPECT_EQ(found(id).state, SignOffState::declined);
    EXPECT_THAT(recording(session()), StartsWith(unsigned_yet));
    const auto again = ask();
    EXPECT_NE(again, id);
    sign(book_, by("omar"), again, now_);
    EXPECT_EQ(recording(session()), "accepted");
}

TEST_F(SigningByAnother, WaitsUnderTodayUntilItIsAnsweredOrItsDayIsOver) {
    const auto id = ask();
    const auto waiting = [&](const char* day) {
        return load_today(book_, *schema::Date::read(day)).sign_offs.size();
    };
    EXPECT_EQ(waiting("2026-01-10"), 1U);
    EXPECT_EQ(waiting("2026-01-11"), 0U);
    sign(book_, by("omar"), id, now_);
    EXPECT_EQ(waiting("2026-01-10"), 0U);
}

TEST_F(SigningByAnother, IsAskedForOnlyWhereTheRulesAndTheClinicDo) {
    EXPECT_THAT(refusal([&] {
                    ask_for_sign_off(book_, by("salma"), session(schema::Region::forehead), now_);
                }),
                HasSubstr("ask for none"));
    EXPECT_THAT(refusal([&] { ask_for_sign_off(book_, by("salma", ""), session(), now_); }),
                StartsWith("reason"));
    EXPECT_THAT(refusal([&] { ask_for_sign_off(book_, by("rami"), session(), now_); }),
                StartsWith("forbidden: write_observations"));
    asks_another_person(false);
    EXPECT_THAT(refusal([&] { ask(); }), HasSubstr("is not asked for in this clinic"));
    EXPECT_EQ(recording(session(), "salma", {{"eczema", "dry by now"}}), "accepted")
        << "as everywhere";
    EXPECT_EQ(db::records_of<schema::SessionFinding>(book_, patient_).front().signed_by,
              std::nullopt);
}

TEST_F(SigningByAnother, AStopIsStillOverriddenByWhoMay) {
    schema::AcneStatus status;
    status.patient = patient_;
    status.on = *schema::CivilTime::read("2026-01-09");
    status.rest = schema::Rest::clear;
    status.regions = {{.region = schema::Region::chin, .papules = 3}};
    record(book_, by("huda"), status);
    signed_by("huda");
    EXPECT_THAT(recording(session()), StartsWith("stop active_lesions"));
    const Overrides reason{{"active_lesions", "two healing papules"}};
    EXPECT_THAT(recording(session(), "salma", reason), StartsWith("forbidden: override_stop"));
    EXPECT_EQ(recording(session(), "omar", reason), "accepted");
}

TEST_F(SigningByAnother, LeavesCorrectionsAndWhatWasDoneLongAgoTheirWays) {
    auto done = session(schema::Region::forehead);
    done.id = record_session(book_, by("salma"), done, {}).id();
    done.areas = {{schema::Region::chin, 0.5, 4}};
    EXPECT_THAT(refusal([&] { correct_session(book_, by("salma"), done, {}); }),
                StartsWith(unsigned_yet));
    EXPECT_EQ(refusal([&] {
                  correct_session(book_, by("salma"), done, {{"eczema", "it was the chin"}});
              }),
              "accepted");
    const auto corrected = *db::find(book_, done.id);
    void_record(book_, by("salma"), corrected);
    EXPECT_EQ(refusal([&] { restore_record(book_, by("salma"), corrected); }), "accepted");
    db::transact(book_, by("huda"), [&](db::Write& write) {
        Scorer scorer(write);
        auto old = session();
        old.at = *schema::CivilTime::read("2020-01-10T10:30");
        return std::to_string(store(write, scorer, old).value);
    });
}

TEST_F(SigningByAnother, NoUndoTakesItBackOrGivesItAgain) {
    ask();
    const auto asked = db::last_entry(book_);
    EXPECT_THAT(refusal([&] { undo_entry(book_, by("huda"), asked); }), HasSubstr("no undo"));
    sign(book_, by("omar"), schema::Id<SignOff>(1), now_);
    const auto signed_entry = db::last_entry(book_);
    for (const auto* actor : {"omar", "huda"}) {
        EXPECT_THAT(refusal([&] { undo_entry(book_, by(actor), signed_entry); }),
                    HasSubstr("no undo"));
    }
    EXPECT_EQ(recording(session()), "accepted");
    EXPECT_EQ(refusal([&] { undo_entry(book_, by("salma"), db::last_entry(book_)); }), "accepted")
        << "the session itself is undone as any other";
    EXPECT_EQ(found(schema::Id<SignOff>(1)).state, SignOffState::given);
}

// The database itself.
TEST_F(SigningByAnother, NoRowSaysThatOneSignedForOneself) {
    auto one = found(ask());
    const auto put = [&] {
        db::transact(book_, by("huda"), [&](db::Write& write) {
            db::update(write, one);
            return std::string();
        });
    };
    one.state = SignOffState::given;
    EXPECT_ANY_THROW(put()) << "by nobody";
    one.answered_by = "Salma";
    one.answered_at = now_;
    EXPECT_ANY_THROW(put()) << "by who asked";
    one.answered_by = "omar";
    EXPECT_NO_THROW(put());
}

TEST(SigningAlone, ABookWithoutAccountsIsAsItWas) {
    const support::TemporaryFolder folder;
    auto book = create_book(folder / "clinic.needlebook",
                            {.name = "Clinic",
                             .time_zone = "Africa/Cairo",
                             .sign_off = schema::SignOffRule::another_person},
                            "nurse");
    const db::Submission submission{.actor = "nurse", .action = "test", .reason = "as a test"};
    schema::Session session;
    session.patient =
        record(book, submission, schema::Patient{.chart = "C-001"}).id<schema::Patient>();
    session.at = *schema::CivilTime::read("2026-01-10T10:30");
    session.device = schema::Device::pen;
    session.areas = {{schema::Region::chin, 0.5, 4}};
    schema::Condition eczema;
    eczema.patient = session.patient;
    eczema.kind = schema::ConditionKind::eczema;
    eczema.region = schema::Region::chin;
    record(book, submission, eczema);
    EXPECT_FALSE(needs_another_person(book));
    EXPECT_THAT(refusal([&] { ask_for_sign_off(book, submission, session, session.at); }),
                HasSubstr("the book has no accounts"));
    EXPECT_THAT(refusal([&] { record_session(book, submission, session, {}); }),
                StartsWith(unsigned_yet));
    EXPECT_EQ(refusal([&] {
                  record_session(book, submission, session, {{"eczema", "dry by now"}});
              }),
              "accepted");
}

}  // namespace
}  // namespace tracking::sign_off_test
