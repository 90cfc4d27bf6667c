#include "app/tracking/photos/photos.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/questions.h"
#include "app/tracking/write.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_sizes.h"
#include "db/photos/photo_store.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace tracking {

using access_control::Right;
using schema::Photo;

namespace {

// To the minute, as clocks are read.
std::optional<schema::CivilTime> minute_of(const std::string& taken) {
    constexpr std::size_t to_the_minute = 16;
    return schema::Text<schema::CivilTime>::read(taken.substr(0, to_the_minute));
}

std::string clock_of(const schema::CivilTime& time) {
    constexpr std::size_t after_the_day = 11;
    return time.has_clock() ? time.text().substr(after_the_day) : "";
}

schema::CivilTime time_taken(const NewPhoto& photo,
                             const libraries::Picture& picture,
                             std::vector<Question>& questions) {
    if (photo.taken_at) {
        return *photo.taken_at;
    }
    const auto told = picture.taken ? minute_of(*picture.taken) : std::nullopt;
    if (!told) {
        throw schema::refused("taken_at",
                              "is missing, and the picture does not say when it was taken",
                              "give the day, or the day and the time")
            .as("photo_time");
    }
    questions.push_back(
        {.fault = schema::Fault::implausible,
         .field = "taken_at",
         .reason =
             fmt::format("the camera says that it was taken at {}: is that so?", told->text()),
         .told = {"error.photo_taken",
                  {{"at", schema::When{.on = told->day(), .clock = clock_of(*told)}}}}});
    return *told;
}

void refuse_known(const db::Book& book, const Photo& photo) {
    for (const auto& other : db::records_of<Photo>(book, photo.patient)) {
        if (other.sha256 == photo.sha256) {
            throw schema::changed(
                "photo",
                fmt::format("is there already, as photo {}", other.id.value),
                "leave it; void that one first where something else is to be said of it")
                .as("photo_known", {{"id", static_cast<int>(other.id.value)}});
        }
    }
}

void refuse_later(const Photo& photo, schema::CivilTime now) {
    if (photo.taken_at.day() > now.day()) {
        throw schema::refused("taken_at", "is a day to come", "give when it was taken")
            .as("photo_later");
    }
}

// What `corrected` says, of the picture that is there.
Photo with_what_is_said(Photo photo, const Photo& corrected) {
    photo.taken_at = corrected.taken_at;
    photo.view = corrected.view;
    photo.region = corrected.region;
    photo.side = corrected.side;
    photo.session = corrected.session;
    photo.device = corrected.device;
    photo.light = corrected.light;
    photo.make_up = corrected.make_up;
    photo.version = corrected.version;
    return photo;
}

void refuse_other_subject(const Photo& before, const Photo& after) {
    using schema::PhotoView;
    if ((before.view == PhotoView::document) != (after.view == PhotoView::document)) {
        throw schema::refused("view",
                              "a document stays one, and a photograph of the patient too: what "
                              "may be shown rests on that",
                              "void it, and add the picture anew")
            .as("photo_document");
    }
}

void set_facts(Photo& photo, const libraries::Picture& picture) {
    photo.sha256 = db::hex(db::sha256(picture.bytes));
    photo.bytes = static_cast<int>(picture.bytes.size());
    photo.width = picture.width;
    photo.height = picture.height;
    photo.format = *schema::read_word<schema::PhotoFormat>(picture.format);
    photo.orientation = picture.orientation;
    photo.figures = picture.figures;
}

}  // namespace

db::Receipt add_photo(db::Book& book,
                      const db::Submission& submission,
                      const NewPhoto& added,
                      const libraries::Picture& picture,
                      schema::CivilTime now) {
    auto receipt = commit(book, submission, Right::write_observations, [&](db::Write& write) {
        auto photo = added.said;
        std::vector<Question> questions;
        photo.taken_at = time_taken(added, picture, questions);
        set_facts(photo, picture);
        refuse_later(photo, now);
        refuse_hidden(write.book(), photo, schema::ConsentScope::record, now.day());
        refuse_known(write.book(), photo);
        Scorer scorer(write);
        photo.id = store(write, scorer, photo);
        scorer.finish();
        ask_back(write, submission.confirm, std::move(questions));
        write.concerns(photo.patient);
        // Last: whatever was refused has left no file, and whatever is committed has one.
        db::PhotoStore(write.book().file()).put(picture.bytes);
        return std::to_string(photo.id.value);
    });
    const auto name = db::hex(db::sha256(picture.bytes));
    for (const auto& [side, bytes] : picture.smaller) {
        db::keep_size(book.file(), name, side, bytes);
    }
    return receipt;
}

db::Receipt correct_photo(db::Book& book,
                          const db::Submission& submission,
                          const Photo& corrected,
                          schema::CivilTime now) {
    require_reason(submission);
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        const auto before = db::find(write.book(), corrected.id);
        const auto after = before ? with_what_is_said(*before, corrected) : corrected;
        Scorer scorer(write);
        const auto stood = correct_in(write, scorer, after);
        if (kinds::differences(stood, after).empty()) {
            write.leave();
            return std::to_string(after.id.value);
        }
        refuse_other_subject(stood, after);
        refuse_later(after, now);
        scorer.finish();
        write.concerns(after.patient);
        return std::to_string(after.id.value);
    });
}

std::string photo_bytes(const db::Book& book, const Photo& photo) {
    auto bytes = db::PhotoStore(book.file()).find(photo.sha256);
    if (!bytes || db::hex(db::sha256(*bytes)) != photo.sha256) {
        throw schema::damaged(
            fmt::format("photo {}", photo.id.value),
            bytes ? "its file has other bytes than were kept" : "its file is missing",
            "put it back from a backup: FILE.photos beside the copy")
            .as("photo_lost");
    }
    return std::move(*bytes);
}

std::string photo_size(const db::Book& book, const Photo& photo, int longest_side) {
    if (auto kept = db::find_size(book.file(), photo.sha256, longest_side)) {
        return std::move(*kept);
    }
    auto made =
        libraries::smaller_picture(photo_bytes(book, photo), photo.orientation, longest_side);
    db::keep_size(book.file(), photo.sha256, longest_side, made);
    return made;
}

db::Receipt tidy_photos(db::Book& book, const db::Submission& submission) {
    return commit(book, submission, Right::keep_book, [](db::Write& write) {
        const int removed = db::remove_unnamed_photos(write.connection(), write.book().file());
        return fmt::format("{} files", removed);
    });
}

}  // namespace tracking
