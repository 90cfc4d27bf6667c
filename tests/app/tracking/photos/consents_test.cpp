// What patients agree to, when it holds, and which photographs may be shown for what.

#include "app/tracking/photos/consents.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/photos/photos.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "db/records/records.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace tracking::consents_test {
namespace {

using schema::CivilTime;
using schema::Consent;
using schema::ConsentManner;
using schema::ConsentScope;
using schema::Date;
using schema::Photo;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto strokes = "[[10,20,0,30,40,50],[100,100,900]]";

Date day(int year, int month, int number) {
    return *Date::of(year, month, number);
}

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return error.problems().front().told.id;
    }
    return "accepted";
}

class Consents : public testing::Test {
  protected:
    Consents() { patient_ = add_patient({.chart = "C-001"}); }

    static db::Submission by(const std::string& action = "test") {
        return {.actor = "salma", .action = action, .reason = "as a test"};
    }
    schema::Id<schema::Patient> add_patient(const schema::Patient& patient) {
        return record(book_, by(), patient).id<schema::Patient>();
    }
    schema::Id<schema::ConsentForm> add_form(ConsentScope scope,
                                             std::optional<int> months = std::nullopt) {
        schema::ConsentForm form;
        form.name = std::string(schema::word(scope));
        form.edition = "1";
        form.scope = scope;
        form.text_en = "I agree.";
        form.text_ar = "أوافق.";
        form.months = months;
        return record(book_, by(), form).id<schema::ConsentForm>();
    }
    Signing signing(schema::Id<schema::ConsentForm> form) const {
        return {.patient = patient_,
                .form = form,
                .language = schema::PatientLanguage::en,
                .manner = ConsentManner::screen,
                .signature = strokes};
    }
    schema::Id<Consent> sign(schema::Id<schema::ConsentForm> form) {
        return record_consent(book_, by("consent record"), signing(form), now_).id<Consent>();
    }
    std::string refused(const Signing& what) {
        return refusal([&] { record_consent(book_, by(), what, now_); });
    }
    Photo add_photo(schema::PhotoView view = schema::PhotoView::front,
                    const std::string& bytes = "one") {
        NewPhoto photo;
        photo.said.patient = patient_;
        photo.said.view = view;
        photo.taken_at = now_;
        const auto receipt =
            tracking::add_photo(book_, by("photo add"), photo, picture(bytes), now_);
        return *db::find(book_, receipt.id<Photo>());
    }
    static libraries::Picture picture(const std::string& bytes) {
        return {.bytes = bytes, .format = "jpeg", .width = 3, .height = 4};
    }
    Showing shown(const Photo& photo, ConsentScope purpose, Date on = day(2026, 1, 5)) const {
        return showing(book_, photo, purpose, on);
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    db::Book book_ = create_book(file_, {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    schema::Id<schema::Patient> patient_;
    CivilTime now_ = CivilTime::at_minute(day(2026, 1, 5), 630);
};

TEST_F(Consents, HoldTheWordsThatWereSignedAndAHashOverThem) {
    const auto consent = *db::find(book_, sign(add_form(ConsentScope::teaching, 12)));
    EXPECT_EQ(consent.scope, ConsentScope::teaching);
    EXPECT_EQ(consent.form_text, "I agree.");
    EXPECT_EQ(consent.at, now_);
    EXPECT_EQ(consent.until, day(2027, 1, 5));
    EXPECT_EQ(consent.sha256, consent_hash(book_, consent));
    for (const auto text : {&Consent::form_text, &Consent::edition, &Consent::form}) {
        auto other = consent;
        other.*text += " ";
        EXPECT_NE(consent_hash(book_, other), consent.sha256);
    }
    auto other = consent;
    other.signature = "[[10,20,0,30,40,51]]";
    EXPECT_NE(consent_hash(book_, other), consent.sha256);
    other = consent;
    other.until = std::nullopt;
    EXPECT_NE(consent_hash(book_, other), consent.sha256);
    EXPECT_THAT(consent_problems(book_), IsEmpty());
}

TEST_F(Consents, AreSignedInALanguageThatTheFormHas) {
    auto arabic = signing(add_form(ConsentScope::treatment));
    arabic.language = schema::PatientLanguage::ar;
    const auto id = record_consent(book_, by(), arabic, now_).id<Consent>();
    EXPECT_EQ(db::find(book_, id)->form_text, "أوافق.");
    schema::ConsentForm form;
    form.name = "English only";
    form.edition = "1";
    form.text_en = "I agree.";
    arabic.form = record(book_, by(), form).id<schema::ConsentForm>();
    EXPECT_EQ(refused(arabic), "error.form_language");
}

TEST_F(Consents, AreSignedByALine) {
    auto one = signing(add_form(ConsentScope::treatment));
    EXPECT_EQ(refused(one), "accepted");
    for (const auto* none : {"",
                             "[]",
                             "[[]]",
                             "[[10,20,0]]",
                             "[[10,20]]",
                             "[[10,20,0,30,40]]",
                             "[[10,20,0,30,40,50]",
                             "[[10,20,0,30,40,50]]]",
                             "[[1001,20,0,3,4,5]]",
                             "[[-1,20,0,30,40,50]]",
                             "[[1.5,20,0,30,40,50]]",
                             "[[\"\",2,0,3,4,5]]",
                             "[[10,20,0,30,40,3600001]]"}) {
        one.signature = none;
        EXPECT_EQ(refused(one), "error.signature_none") << none;
    }
}

TEST_F(Consents, AreSignedOnPaperWithAScan) {
    auto paper = signing(add_form(ConsentScope::record));
    paper.manner = ConsentManner::paper;
    EXPECT_EQ(refused(paper), "error.signature_of_paper");
    paper.signature = std::nullopt;
    paper.at = CivilTime(day(2026, 1, 6));
    EXPECT_EQ(refused(paper), "error.consent_later");
    paper.at = CivilTime(day(2025, 12, 30));
    const auto scan = add_photo(schema::PhotoView::document, "paper");
    paper.scan = scan.id;
    const auto id = record_consent(book_, by(), paper, now_).id<Consent>();
    EXPECT_EQ(db::find(book_, id)->at, CivilTime(day(2025, 12, 30)));
    paper.scan = add_photo(schema::PhotoView::front, "face").id;
    EXPECT_EQ(refused(paper), "error.scan_no_document");
    auto screen = signing(paper.form);
    screen.scan = scan.id;
    EXPECT_EQ(refused(screen), "error.scan_of_screen");
}

TEST_F(Consents, OfAChildAreAskedAboutWithoutAGuardian) {
    patient_ = add_patient({.chart = "C-002", .born = schema::PartialDate(day(2010, 5, 1))});
    auto one = signing(add_form(ConsentScope::treatment));
    EXPECT_EQ(refused(one), "error.guardian_missing");
    one.guardian = "Nadia";
    EXPECT_EQ(refused(one), "accepted");
    one.guardian = std::nullopt;
    auto confirmed = by();
    confirmed.confirm = {"guardian"};
    EXPECT_EQ(refusal([&] { record_consent(book_, confirmed, one, now_); }), "accepted");
}

TEST_F(Consents, OfFormsThatWereSignedKeepTheirWords) {
    const auto id = add_form(ConsentScope::teaching);
    auto form = *db::find(book_, id);
    form.text_en = "I agree to it.";
    EXPECT_EQ(refusal([&] { correct(book_, by(), form); }), "accepted");
    sign(id);
    form = *db::find(book_, id);
    form.text_en = "I agree to all.";
    EXPECT_EQ(refusal([&] { correct(book_, by(), form); }), "error.form_signed");
    form = *db::find(book_, id);
    form.months = 6;
    EXPECT_EQ(refusal([&] { correct(book_, by(), form); }), "accepted");
    EXPECT_EQ(refusal([&] { add_form(ConsentScope::teaching); }), "error.edition_taken");
}

TEST_F(Consents, AreWithdrawnOnceAndNotByAnUndo) {
    const auto id = sign(add_form(ConsentScope::treatment));
    withdraw_consent(book_, by("consent withdraw"), id, now_);
    EXPECT_EQ(db::find(book_, id)->withdrawn_at, now_);
    EXPECT_EQ(db::find(book_, id)->withdrawn_by, "salma");
    EXPECT_EQ(refusal([&] { withdraw_consent(book_, by(), id, now_); }), "error.consent_withdrawn");
    EXPECT_EQ(refusal([&] { withdraw_consent(book_, by(), schema::Id<Consent>(9), now_); }),
              "error.gone");
    const auto last = db::last_entry(book_);
    EXPECT_EQ(refusal([&] { undo_entry(book_, by("undo"), last); }), "error.undo_of_consent");
    EXPECT_EQ(refusal([&] { undo_entry(book_, by("undo"), last - 1); }), "error.undo_of_consent");
    EXPECT_THAT(consent_problems(book_), IsEmpty())
        << "a withdrawal changes nothing that was signed";
}

TEST_F(Consents, HoldFromTheirDayToTheirLast) {
    Consent consent;
    consent.at = now_;
    consent.until = day(2026, 2, 1);
    EXPECT_FALSE(holds_on(consent, day(2026, 1, 4)));
    EXPECT_TRUE(holds_on(consent, day(2026, 1, 5)));
    EXPECT_TRUE(holds_on(consent, day(2026, 2, 1)));
    EXPECT_FALSE(holds_on(consent, day(2026, 2, 2)));
    consent.withdrawn_at = CivilTime(day(2026, 1, 20));
    EXPECT_TRUE(holds_on(consent, day(2026, 1, 19)));
    EXPECT_FALSE(holds_on(consent, day(2026, 1, 20)));
}

TEST_F(Consents, LetPhotographsBeShownForTheirScopeAlone) {
    const auto photo = add_photo();
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::allowed) << "the clinic asks nobody";
    for (const auto scope : {ConsentScope::teaching,
                             ConsentScope::publication,
                             ConsentScope::research,
                             ConsentScope::patients_file}) {
        EXPECT_EQ(shown(photo, scope), Showing::not_agreed);
        const auto id = sign(add_form(scope));
        EXPECT_EQ(shown(photo, scope), Showing::allowed);
        withdraw_consent(book_, by(), id, now_);
        EXPECT_EQ(shown(photo, scope), Showing::withdrawn) << "at once";
    }
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::allowed);
}

TEST_F(Consents, ToTheRecordAreNeededWhereTheClinicHasAForm) {
    const auto photo = add_photo();
    const auto form = add_form(ConsentScope::record, 1);
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::not_agreed);
    EXPECT_EQ(refusal([&] { add_photo(schema::PhotoView::front, "two"); }),
              "error.photo_not_agreed");
    const auto id = sign(form);
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::allowed);
    EXPECT_EQ(shown(photo, ConsentScope::record, day(2026, 2, 6)), Showing::expired);
    withdraw_consent(book_, by(), id, now_);
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::withdrawn);
    EXPECT_EQ(refusal([&] { refuse_hidden(book_, photo, ConsentScope::record, now_.day()); }),
              "error.photo_withdrawn");
    sign(form);
    EXPECT_EQ(shown(photo, ConsentScope::record), Showing::allowed) << "who agrees again";
}

TEST_F(Consents, AreNotAskedForAPaperAndNoneShowsWhatWasVoided) {
    const auto paper = add_photo(schema::PhotoView::document, "paper");
    const auto photo = add_photo();
    withdraw_consent(book_, by(), sign(add_form(ConsentScope::record)), now_);
    EXPECT_EQ(shown(paper, ConsentScope::record), Showing::allowed);
    EXPECT_EQ(shown(paper, ConsentScope::teaching), Showing::not_agreed);
    sign(schema::Id<schema::ConsentForm>(1));
    void_record(book_, by(), photo);
    EXPECT_EQ(shown(*db::find(book_, photo.id), ConsentScope::record), Showing::voided);
}

TEST_F(Consents, ThatLackAreKnownToTheGate) {
    schema::Session session;
    session.patient = patient_;
    session.at = now_;
    session.areas = {{.region = schema::Region::neck, .depth_mm = 0.5, .passes = 2}};
    const auto rules = [&] {
        std::vector<std::string> ids;
        for (const auto& each : what_rules_say(book_, session)) {
            ids.push_back(each.rule);
        }
        return ids;
    };
    using testing::Contains;
    using testing::Not;
    EXPECT_THAT(rules(), Not(Contains("consent_missing"))) << "the clinic has no form";
    const auto form = add_form(ConsentScope::treatment);
    EXPECT_THAT(rules(), Contains("consent_missing"));
    session.consent = "on paper, version 2";
    EXPECT_THAT(rules(), Not(Contains("consent_missing")));
    session.consent = std::nullopt;
    const auto id = sign(form);
    EXPECT_THAT(rules(), Not(Contains("consent_missing")));
    withdraw_consent(book_, by(), id, now_);
    EXPECT_THAT(rules(), Contains("consent_missing"));
}

TEST_F(Consents, WhoseWordsWereChangedAreFoundByCheck) {
    sign(add_form(ConsentScope::treatment));
    ASSERT_TRUE(support::sqlite_shell(file_, "UPDATE consent SET form_text = 'I agree to all.'"));
    const auto problems = consent_problems(book_);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].where, "consent 1");
}

// Keeping them.

TEST_F(Consents, PhotosAreKeptWithTheirBytesAndOnceOfAPatient) {
    const auto photo = add_photo();
    EXPECT_EQ(photo.sha256, db::hex(db::sha256("one")));
    EXPECT_EQ(photo.bytes, 3);
    EXPECT_EQ(photo_bytes(book_, photo), "one");
    EXPECT_EQ(refusal([&] { add_photo(); }), "error.photo_known");
    EXPECT_EQ(db::records_of<Photo>(book_, patient_).size(), 1U);
}

TEST_F(Consents, PhotosThatAreRefusedLeaveNoFile) {
    NewPhoto photo;
    photo.said.patient = patient_;
    auto one = picture("one");
    EXPECT_EQ(refusal([&] { tracking::add_photo(book_, by(), photo, one, now_); }),
              "error.photo_time");
    one.taken = "2026-01-04T09:00:59";
    EXPECT_EQ(refusal([&] { tracking::add_photo(book_, by(), photo, one, now_); }),
              "error.photo_taken");
    photo.taken_at = CivilTime(day(2026, 1, 6));
    EXPECT_EQ(refusal([&] { tracking::add_photo(book_, by(), photo, one, now_); }),
              "error.photo_later");
    EXPECT_THAT(db::PhotoStore(file_).files().photos, IsEmpty());
    photo.taken_at = std::nullopt;
    auto confirmed = by();
    confirmed.confirm = {"taken_at"};
    const auto id = tracking::add_photo(book_, confirmed, photo, one, now_).id<Photo>();
    EXPECT_EQ(db::find(book_, id)->taken_at.text(), "2026-01-04T09:00");
}

TEST_F(Consents, PhotosWhoseBytesAreOtherOnesAreNotGiven) {
    const auto photo = add_photo();
    std::filesystem::resize_file(db::PhotoStore(file_).folder() / photo.sha256, 2);
    EXPECT_EQ(refusal([&] { photo_bytes(book_, photo); }), "error.photo_lost");
}

TEST_F(Consents, PhotosAreTakenBackByAnUndoAndComeBackByAnother) {
    const auto photo = add_photo();
    const auto seq = db::last_entry(book_);
    undo_entry(book_, by("undo"), seq);
    EXPECT_THAT(db::records_of<Photo>(book_, patient_), IsEmpty());
    undo_entry(book_, by("undo"), seq + 1);
    EXPECT_EQ(photo_bytes(book_, *db::find(book_, photo.id)), "one");
}

}  // namespace
}  // namespace tracking::consents_test
