// Photographs are rated blind: drawn one of a patient, in an order of each rater's own that is gone
// on with, none that may not be shown; and agreement reads the ratings.

#include "app/tracking/photos/rating.h"

#include <algorithm>
#include <functional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/progress/agreement/load_study.h"
#include "app/tracking/agreement.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/photos/photos.h"
#include "app/tracking/write.h"
#include "db/records/agreement_photos.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::rating_test {
namespace {

using schema::Agreement;
using schema::CivilTime;
using schema::Date;
using schema::Photo;
using schema::PhotoView;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAreArray;

using StudyId = schema::Id<Agreement>;

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return error.problems().front().told.id;
    }
    return "accepted";
}

class RatingOfPhotos : public testing::Test {
  protected:
    static constexpr int patients = 12;

    RatingOfPhotos() {
        for (int i = 0; i < patients; ++i) {
            schema::Patient patient;
            patient.chart = "C-" + std::to_string(i);
            patients_.push_back(record(book_, by(), patient).id<schema::Patient>());
            add_photo(i, PhotoView::front);
        }
    }

    static db::Submission by(const std::string& action = "test") {
        return {.actor = "salma", .action = action, .reason = "as a test"};
    }
    schema::Id<Photo> add_photo(int patient, PhotoView view) {
        NewPhoto photo;
        photo.said.patient = patients_.at(static_cast<std::size_t>(patient));
        photo.said.view = view;
        photo.taken_at = now_;
        const auto bytes = "picture " + std::to_string(++pictures_);
        const libraries::Picture picture{.bytes = bytes, .format = "jpeg", .width = 3, .height = 4};
        return tracking::add_photo(book_, by("photo add"), photo, picture, now_).id<Photo>();
    }
    StudyId start(int planned = patients, Drawing drawing = {}) {
        Agreement study;
        study.instrument = db::find_instrument(book_, "iga")->id;
        study.patients = planned;
        study.on = now_.day();
        return start_photo_study(book_, by("agreement start"), study, drawing, now_.day())
            .id<Agreement>();
    }
    NextPhoto next(StudyId study, const std::string& rater) const {
        return next_photo(book_, study, rater, now_.day());
    }
    std::string rate(StudyId study,
                     const std::string& rater,
                     schema::Id<Photo> photo,
                     double value) {
        const PhotoRating rating{study, photo, rater, value};
        return refusal([&] { rate_photo(book_, by("agreement rate"), rating, now_); });
    }
    // All of a round; the photographs in the order in which they came.
    std::vector<std::int64_t> round_of(StudyId study,
                                       const std::string& rater,
                                       const std::function<double(const Photo&)>& value) {
        std::vector<std::int64_t> order;
        const int round = next(study, rater).round;
        for (auto now = next(study, rater); now.photo && now.round == round;
             now = next(study, rater)) {
            EXPECT_EQ(now.rated, static_cast<int>(order.size()));
            order.push_back(now.photo->id.value);
            EXPECT_EQ(rate(study, rater, now.photo->id, value(*now.photo)), "accepted");
        }
        return order;
    }
    static double grade(const Photo& photo) { return static_cast<double>(photo.patient.value % 4); }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    db::Book book_ = create_book(file_, {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    std::vector<schema::Id<schema::Patient>> patients_;
    int pictures_ = 0;
    CivilTime now_ = CivilTime::at_minute(*Date::of(2026, 1, 5), 630);
};

TEST_F(RatingOfPhotos, DrawsOnePhotoOfEachPlannedPatient) {
    for (int i = 0; i < patients; ++i) {
        add_photo(i, PhotoView::front);
        add_photo(i, PhotoView::back);
    }
    const auto photos = db::photos_of(book_, start(10));
    ASSERT_THAT(photos, SizeIs(10));
    std::set<std::int64_t> of;
    for (const auto& photo : photos) {
        EXPECT_EQ(photo.view, PhotoView::front);
        of.insert(photo.patient.value);
    }
    EXPECT_THAT(of, SizeIs(10));
    EXPECT_NE(db::photos_of(book_, start(10)), photos) << "another study draws others";
    EXPECT_THAT(check(book_, [](auto, auto) {}).problems, IsEmpty());
}

TEST_F(RatingOfPhotos, NeedsAsManyPatientsAsArePlanned) {
    EXPECT_EQ(refusal([&] { start(patients + 1); }), "error.study_photos");
    EXPECT_EQ(refusal([&] { start(2, {.view = PhotoView::chest}); }), "error.study_photos");
    EXPECT_EQ(refusal([&] { start(2, {.region = schema::Region::chin}); }), "error.study_photos");
    EXPECT_EQ(refusal([&] { start(2, {.view = PhotoView::document}); }),
              "error.study_of_documents");
    EXPECT_EQ(refusal([&] { start(1); }), "error.study_patients");
    EXPECT_EQ(refusal([&] { start(1000); }), "error.study_patients");
    EXPECT_THAT(db::all_agreements(book_), IsEmpty());
    EXPECT_EQ(refusal([&] { start(patients); }), "accepted");
}

TEST_F(RatingOfPhotos, ComesInAnOrderOfEachRaterAndRoundThatIsGoneOnWith) {
    const auto study = start();
    const auto first = next(study, "Mona");
    EXPECT_EQ(first.of, patients);
    EXPECT_EQ(first.round, 1);
    EXPECT_EQ(next(study, "Mona").photo, first.photo) << "whoever asks again sees the same";
    const auto mona = round_of(study, "Mona", &grade);
    const auto saleh = round_of(study, "Saleh", &grade);
    EXPECT_THAT(mona, SizeIs(patients));
    EXPECT_THAT(saleh, UnorderedElementsAreArray(mona));
    EXPECT_NE(saleh, mona);
    EXPECT_FALSE(std::is_sorted(mona.begin(), mona.end())) << "of 12, by chance 1 in 479,001,600";
    EXPECT_EQ(next(study, "Mona").round, 2);
    const auto again = round_of(study, "Mona", &grade);
    EXPECT_THAT(again, UnorderedElementsAreArray(mona));
    EXPECT_NE(again, mona);
}

TEST_F(RatingOfPhotos, GoesOnWhereItWasLeftAndShowsWhatWasTakenBackOnceMore) {
    const auto study = start();
    const auto first = *next(study, "Mona").photo;
    ASSERT_EQ(rate(study, "Mona", first.id, 2), "accepted");
    const auto second = next(study, "Mona");
    EXPECT_EQ(second.rated, 1);
    EXPECT_NE(second.photo->id, first.id);
    EXPECT_EQ(rate(study, "Mona", first.id, 3), "error.rated_already");
    unrate_agreement(book_, by(), db::ratings_of(book_, study).front().id);
    EXPECT_EQ(next(study, "Mona").photo->id, first.id);
}

TEST_F(RatingOfPhotos, FeedsTheStudyOfAgreement) {
    const auto study = start();
    round_of(study, "Mona", &grade);
    round_of(study, "Saleh", [](const Photo& photo) {
        return photo.patient.value % 3 == 0 ? std::min(4.0, grade(photo) + 1) : grade(photo);
    });
    round_of(study, "Mona", [](const Photo& photo) {
        return photo.patient.value % 5 == 0 ? std::min(4.0, grade(photo) + 1) : grade(photo);
    });
    const auto view = progress::load_study(book_, photo_study(book_, study));
    EXPECT_EQ(view.study.medium, schema::Medium::photo);
    EXPECT_EQ(view.result.ratings, 3 * patients);
    EXPECT_EQ(view.result.rated_by_all, patients);
    EXPECT_EQ(view.result.repeated, patients);
    EXPECT_THAT(view.result.raters, ElementsAre("Mona", "Saleh"));
    ASSERT_THAT(view.result.pairs, SizeIs(1));
    EXPECT_EQ(view.result.pairs[0].agreed.value->same, 8) << "of 12, four lie a grade apart";
    EXPECT_TRUE(view.adoption.sdc_other_rater);
    EXPECT_TRUE(view.adoption.sdc_same_rater);
}

TEST_F(RatingOfPhotos, ShowsNoPhotoWhoseConsentIsWithdrawnOrThatWasVoided) {
    const auto study = start();
    const auto photos = db::photos_of(book_, study);
    schema::ConsentForm form;
    form.name = "Photographs";
    form.edition = "1";
    form.scope = schema::ConsentScope::record;
    form.text_en = "I agree.";
    const auto form_id = record(book_, by(), form).id<schema::ConsentForm>();
    EXPECT_EQ(next(study, "Mona").of, 0) << "the clinic asks from now on, and nobody signed";
    EXPECT_FALSE(next(study, "Mona").photo);
    schema::Id<schema::Consent> last{};
    for (const auto patient : patients_) {
        last = record_consent(book_,
                              by(),
                              {.patient = patient,
                               .form = form_id,
                               .language = schema::PatientLanguage::en,
                               .manner = schema::ConsentManner::paper},
                              now_)
                   .id<schema::Consent>();
    }
    EXPECT_EQ(next(study, "Mona").of, patients);
    withdraw_consent(book_, by(), last, now_);
    EXPECT_EQ(next(study, "Mona").of, patients - 1);
    for (const auto& photo : photos) {
        if (photo.patient == patients_.back()) {
            EXPECT_EQ(rate(study, "Mona", photo.id, 2), "error.photo_withdrawn");
        }
    }
    void_record(book_, by(), *db::find(book_, photos.front().id));
    EXPECT_EQ(next(study, "Mona").of,
              patients - (photos.front().patient == patients_.back() ? 1 : 2));
    EXPECT_EQ(refusal([&] { start(patients); }), "error.study_photos");
}

TEST_F(RatingOfPhotos, RefusesWhatIsNoRatingOfTheStudy) {
    const auto study = start();
    const auto photo = next(study, "Mona").photo->id;
    const auto other = add_photo(0, PhotoView::front);
    EXPECT_EQ(rate(study, " ", photo, 2), "error.rater_missing");
    EXPECT_EQ(rate(study, "Mona", photo, 5), "error.misfit_value");
    EXPECT_EQ(rate(study, "Mona", photo, 1.5), "error.misfit_value");
    EXPECT_EQ(rate(study, "Mona", other, 2), "error.gone");
    EXPECT_EQ(rate(StudyId(9), "Mona", photo, 2), "error.gone");
    void_agreement(book_, by(), study);
    EXPECT_EQ(rate(study, "Mona", photo, 2), "error.gone");
    EXPECT_THAT(db::all_ratings_of(book_, study), IsEmpty());
}

}  // namespace
}  // namespace tracking::rating_test
