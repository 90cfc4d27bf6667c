#include "app/tracking/photos/compared.h"

#include <fmt/format.h>

#include "app/tracking/photos/consents.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "schema/types/error.h"

namespace tracking {

using schema::Photo;

namespace {

Photo shown_photo(const db::Book& book, schema::Id<Photo> id, schema::Date day) {
    auto photo = db::find(book, id);
    const auto where = fmt::format("photo {}", id.value);
    if (!photo) {
        throw schema::missing(where,
                              "there is no photograph with this id",
                              "look at the patient's list",
                              "needlebook photo list CHART")
            .as("gone");
    }
    refuse_hidden(book, *photo, schema::ConsentScope::record, day);
    if (photo->view == schema::PhotoView::document) {
        throw schema::refused(where, "is a paper and shows no patient", "choose a photograph")
            .as("photo_paper");
    }
    return std::move(*photo);
}

}  // namespace

ComparedPhotos compare_photos(const db::Book& book,
                              schema::Id<Photo> first,
                              schema::Id<Photo> second,
                              schema::Date day) {
    auto a = shown_photo(book, first, day);
    auto b = shown_photo(book, second, day);
    if (a.id == b.id) {
        throw schema::refused(fmt::format("photo {}", a.id.value),
                              "is the same photograph twice",
                              "choose two photographs")
            .as("photo_twice");
    }
    if (a.patient != b.patient) {
        throw schema::refused(fmt::format("photo {}", b.id.value),
                              "is of another patient",
                              "choose two photographs of one patient")
            .as("photo_other_patient");
    }
    auto pair = clinical::compare(a, b, db::read_clinic(book).comparable_from);
    return {.first = std::move(a), .second = std::move(b), .pair = std::move(pair)};
}

}  // namespace tracking
