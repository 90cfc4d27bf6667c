// The photographs on a patient's own page: those of the scope "patient's file", each asked for
// anew.

#include <nlohmann/json.hpp>

#include "app/json/comparison_json.h"
#include "app/json/record_json.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/own_page.h"
#include "app/server/routes/picture_response.h"
#include "app/server/routes/route.h"
#include "app/tracking/photos/compared.h"
#include "app/tracking/photos/consents.h"
#include "db/records/records.h"
#include "schema/types/text.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

// Of the photographs those that belong to the patient's file by their consent.
bool is_in_patients_file(const OpenRequest& call, const schema::Photo& photo) {
    return tracking::may_show(
        call.book, photo, schema::ConsentScope::patients_file, call.now.day());
}

Json own_photo_json(const schema::Photo& photo) {
    return {{"id", photo.id.value},
            {"taken_at", exchange::json_value(photo.taken_at)},
            {"view", schema::word(photo.view)},
            {"region", exchange::json_value(photo.region)},
            {"side", exchange::json_value(photo.side)}};
}

Json pair_json(const OpenRequest& call, schema::Id<schema::Patient> patient) {
    const auto today = call.now.day();
    const auto found = tracking::pair_to_show(
        call.book, patient, schema::ConsentScope::patients_file, {today, today});
    return found ? exchange::comparison_json(
                       found->first.id.value, found->second.id.value, found->pair)
                 : Json(nullptr);
}

Response own_photos(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    auto list = Json::array();
    for (const auto& photo : db::records_of<schema::Photo>(call.book, link->patient)) {
        if (is_in_patients_file(call, photo)) {
            list.push_back(own_photo_json(photo));
        }
    }
    return showing(
        json_response(Json{{"photos", std::move(list)}, {"pair", pair_json(call, link->patient)}}),
        *db::find(call.book, link->patient));
}

// Of another patient, or not in the patient's file: there is none.
Response own_image(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    const auto id = schema::Text<schema::Id<schema::Photo>>::read(call.path_parameter("id"));
    const auto photo = id ? db::find(call.book, *id) : std::nullopt;
    if (!photo || photo->patient != link->patient || !is_in_patients_file(call, *photo)) {
        throw schema::missing("photo", "is not on this page", "ask the clinic").as("gone");
    }
    return showing(picture_response(call.book, *photo, size_asked_for(call)),
                   *db::find(call.book, link->patient));
}

}  // namespace

std::vector<Route> own_photo_routes() {
    return {
        {.method = "GET", .path = "/p/{key}/photos", .access = Open{}, .open = &own_photos},
        {.method = "GET",
         .path = "/p/{key}/photos/{id}",
         .access = Open{},
         .query_parameters = {"size"},
         .open = &own_image},
    };
}

}  // namespace server
