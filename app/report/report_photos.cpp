#include "app/report/report_photos.h"

#include <vector>

#include <sodium.h>

#include "app/json/comparison_json.h"
#include "app/libraries/pictures.h"
#include "app/tracking/photos/photos.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

using schema::Photo;

// A report is made without a picture that is missing, damaged, or cannot be looked into here.
std::optional<std::string> picture_of(const db::Book& book, const Photo& photo) {
    try {
        return tracking::photo_size(book, photo, libraries::screen_picture);
    } catch (const schema::Error&) {
        return std::nullopt;
    }
}

std::string as_data(const std::string& jpeg) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::vector<char> digits(sodium_base64_ENCODED_LEN(jpeg.size(), variant));
    sodium_bin2base64(digits.data(),
                      digits.size(),
                      reinterpret_cast<const unsigned char*>(jpeg.data()),
                      jpeg.size(),
                      variant);
    return std::string("data:image/jpeg;base64,") + digits.data();
}

OrderedJson photo_json(const Photo& photo, const std::optional<std::string>& picture) {
    return {{"id", photo.id.value},
            {"taken_at", json_value(photo.taken_at)},
            {"view", schema::word(photo.view)},
            {"region", json_value(photo.region)},
            {"side", json_value(photo.side)},
            {"image", picture ? OrderedJson(as_data(*picture)) : OrderedJson(nullptr)}};
}

}  // namespace

std::optional<ReportPhotos> report_photos(const db::Book& book,
                                          schema::Id<schema::Patient> patient,
                                          Audience audience,
                                          const tracking::PhotoDays& days) {
    const auto purpose = audience == Audience::clinic ? schema::ConsentScope::record
                                                      : schema::ConsentScope::patients_file;
    auto compared = tracking::pair_to_show(book, patient, purpose, days);
    if (!compared) {
        return std::nullopt;
    }
    auto first = picture_of(book, compared->first);
    auto second = picture_of(book, compared->second);
    return ReportPhotos{std::move(*compared), std::move(first), std::move(second)};
}

OrderedJson report_photos_json(const ReportPhotos& photos) {
    const auto& [first, second, pair] = photos.compared;
    return {{"first", photo_json(first, photos.first)},
            {"second", photo_json(second, photos.second)},
            {"comparison", comparison_json(first.id.value, second.id.value, pair)}};
}

}  // namespace exchange
