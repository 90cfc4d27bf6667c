#include "app/tracking/photos/compared.h"

#include <fmt/format.h>

#include "app/clinical/comparing/pair.h"
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

std::optional<ComparedPhotos> pair_to_show(const db::Book& book,
                                           schema::Id<schema::Patient> patient,
                                           schema::ConsentScope purpose,
                                           const PhotoDays& days) {
    auto photos = db::records_of<Photo>(book, patient);
    std::erase_if(photos, [&](const Photo& photo) {
        return photo.taken_at.day() > days.until || !may_show(book, photo, purpose, days.today);
    });
    auto found = clinical::pair_to_show(std::move(photos), db::read_clinic(book).comparable_from);
    if (!found) {
        return std::nullopt;
    }
    return ComparedPhotos{.first = std::move(found->first),
                          .second = std::move(found->second),
                          .pair = std::move(found->comparability)};
}

}  // namespace tracking
