// What is said of a photograph is corrected; its bytes never.

#include <functional>

#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/photos/photos.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::correct_photo_test {
namespace {

using schema::CivilTime;
using schema::Date;
using schema::Photo;

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

class CorrectedPhotos : public testing::Test {
  protected:
    CorrectedPhotos() {
        schema::Patient patient;
        patient.chart = "C-001";
        patient_ = record(book_, by(), patient).id<schema::Patient>();
    }

    static db::Submission by(const std::string& action = "test") {
        return {.actor = "salma", .action = action, .reason = "as a test"};
    }
    Photo add_photo(schema::PhotoView view = schema::PhotoView::front,
                    const std::string& bytes = "one") {
        NewPhoto photo;
        photo.said.patient = patient_;
        photo.said.view = view;
        photo.taken_at = now_;
        const libraries::Picture picture{.bytes = bytes, .format = "jpeg", .width = 3, .height = 4};
        const auto receipt = tracking::add_photo(book_, by("photo add"), photo, picture, now_);
        return *db::find(book_, receipt.id<Photo>());
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    db::Book book_ = create_book(file_, {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    schema::Id<schema::Patient> patient_;
    CivilTime now_ = CivilTime::at_minute(day(2026, 1, 5), 630);
};

TEST_F(CorrectedPhotos, SaySomethingElseOfTheSameBytes) {
    auto photo = add_photo();
    photo.view = schema::PhotoView::left_45;
    photo.region = schema::Region::chin;
    photo.taken_at = CivilTime(day(2026, 1, 4));
    photo.sha256 = db::hex(db::sha256("other"));
    photo.bytes = 5;
    photo.width = 7;
    const auto fix = [&](const Photo& what) {
        return refusal([&] { correct_photo(book_, by("photo correct"), what, now_); });
    };
    EXPECT_EQ(fix(photo), "accepted");
    const auto after = *db::find(book_, photo.id);
    EXPECT_EQ(after.view, schema::PhotoView::left_45);
    EXPECT_EQ(after.region, schema::Region::chin);
    EXPECT_EQ(after.taken_at, CivilTime(day(2026, 1, 4)));
    EXPECT_EQ(after.version, 2);
    EXPECT_EQ(after.sha256, db::hex(db::sha256("one")));
    EXPECT_EQ(after.bytes, 3);
    EXPECT_EQ(after.width, 3);
    EXPECT_EQ(photo_bytes(book_, after), "one");
    EXPECT_EQ(fix(photo), "error.changed") << "of a version that is not there any more";
    const auto entries = db::last_entry(book_);
    EXPECT_EQ(fix(after), "accepted");
    EXPECT_EQ(db::last_entry(book_), entries) << "nothing differs, nothing is written";
    auto without_reason = by();
    without_reason.reason = std::nullopt;
    EXPECT_EQ(refusal([&] { correct_photo(book_, without_reason, after, now_); }),
              "error.reason_missing");
}

TEST_F(CorrectedPhotos, AreNotMadeIntoWhatConsentsRestOn) {
    auto photo = add_photo();
    auto paper = add_photo(schema::PhotoView::document, "paper");
    photo.view = schema::PhotoView::document;
    paper.view = schema::PhotoView::front;
    const auto fix = [&](const Photo& what) {
        return refusal([&] { correct_photo(book_, by("photo correct"), what, now_); });
    };
    EXPECT_EQ(fix(photo), "error.photo_document");
    EXPECT_EQ(fix(paper), "error.photo_document");
    EXPECT_EQ(db::find(book_, photo.id)->view, schema::PhotoView::front);
    photo.view = schema::PhotoView::back;
    photo.taken_at = CivilTime(day(2026, 1, 6));
    EXPECT_NE(fix(photo), "accepted") << "a day to come";
    photo.taken_at = now_;
    EXPECT_EQ(fix(photo), "accepted");
    void_record(book_, by(), photo);
    EXPECT_EQ(fix(photo), "error.voided");
}

}  // namespace
}  // namespace tracking::correct_photo_test
