// Photographs, which come and go as bytes, and what patients agree to. What all records have stands
// in record_routes.

#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/comparison_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/picture_response.h"
#include "app/server/routes/recorded_entry.h"
#include "app/server/routes/route.h"
#include "app/tracking/photos/compared.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/photos/photos.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace server {

namespace {

using exchange::OrderedJson;
using schema::Consent;
using schema::ConsentScope;
using schema::Photo;

template <class Record>
schema::Id<Record> id_in(const Call& call) {
    const auto id = schema::Text<schema::Id<Record>>::read(call.path_parameter("id"));
    if (!id) {
        throw schema::missing(std::string(kinds::of<Record>().noun),
                              fmt::format("\"{}\" is not an id", call.path_parameter("id")),
                              "look at the patient's list")
            .as("gone");
    }
    return *id;
}

template <class Record>
OrderedJson shown_record(const db::Book& book, schema::Id<Record> id) {
    const auto record = *db::find(book, id);
    return exchange::record_json(record, db::find(book, record.patient)->chart);
}

template <class Record>
Response created(const WriteRequest& call, const std::string& answer) {
    return json_response(shown_record(call.book, schema::Id<Record>(std::stoll(answer))), 201);
}

// The fields stand in the query, the picture is the body.
tracking::NewPhoto photo_in(const WriteRequest& call) {
    tracking::NewPhoto photo;
    photo.said.patient = call.patient().id;
    std::vector<schema::Problem> problems;
    for (const auto name : tracking::sent_with_photo) {
        if (const auto text = call.request.query_parameter(name); text && !text->empty()) {
            kinds::set_field(photo.said, name, *text, std::string(name), problems);
        }
    }
    if (!call.request.query_parameter("view")) {
        problems.push_back(kinds::lacks(*kinds::of<Photo>().field("view"), "view"));
    }
    schema::refuse_any(std::move(problems));
    if (!call.request.query_parameter("taken_at").value_or("").empty()) {
        photo.taken_at = photo.said.taken_at;
    }
    return photo;
}

// The picture is looked into before anybody is kept from writing.
Response add_photo(WriteRequest& call) {
    const std::string what = "photo add";
    if (const auto answer = call.answered_before(what)) {
        return repeated(created<Photo>(call, *answer));
    }
    const auto photo = photo_in(call);
    auto submission = call.submission(what);
    submission.confirm = call.request.query_parameters("confirm");
    const auto picture = libraries::accept_picture(call.request.body);
    const std::lock_guard turn(*call.setup.writing);
    return created<Photo>(
        call, tracking::add_photo(call.book, submission, photo, picture, call.now).answer);
}

Response corrected_photo(const WriteRequest& call, schema::Id<Photo> id) {
    auto response = json_response(recorded_entry(call.book, kinds::of<Photo>(), id.value));
    response.headers.emplace_back("ETag", version_tag(db::find(call.book, id)->version));
    return response;
}

Response correct_photo(WriteRequest& call) {
    const std::string what = "photo correct";
    const auto id = id_in<Photo>(call);
    if (call.answered_before(what)) {
        return repeated(corrected_photo(call, id));
    }
    auto photo = db::find(call.book, id);
    if (!photo) {
        throw schema::missing("photo", "there is none with this id", "look at the patient's list")
            .as("gone");
    }
    if (auto other =
            other_version(call, photo->version, [&] { return shown_record(call.book, id); })) {
        return std::move(*other);
    }
    std::vector<std::string_view> known(tracking::said_of_photo.begin(),
                                        tracking::said_of_photo.end());
    known.insert(known.end(), {"confirm", "reason"});
    refuse_other_members(call.body, known);
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason"}, *photo, problems);
    schema::refuse_any(std::move(problems));
    tracking::correct_photo(call.book, call.submission(what), *photo, call.now);
    return corrected_photo(call, id);
}

std::string_view word_of(tracking::Showing showing) {
    switch (showing) {
        case tracking::Showing::allowed:
            return "allowed";
        case tracking::Showing::voided:
            return "voided";
        case tracking::Showing::not_agreed:
            return "not_agreed";
        case tracking::Showing::withdrawn:
            return "withdrawn";
        case tracking::Showing::expired:
            break;
    }
    return "expired";
}

// With whether each may be shown, so that a page asks for no other.
Response list_photos(const ReadRequest& call) {
    const auto patient = call.patient();
    auto list = OrderedJson::array();
    for (const auto& photo : db::records_of<Photo>(call.book(), patient.id)) {
        list.push_back({{"photo", exchange::record_json(photo, patient.chart)},
                        {"showing",
                         word_of(tracking::showing(
                             call.book(), photo, ConsentScope::record, call.now.day()))}});
    }
    return json_response(list);
}

schema::Id<Photo> photo_asked_for(const ReadRequest& call, std::string_view name) {
    const auto id = call.read_query_parameter<std::int64_t>(name);
    if (!id) {
        throw schema::misused(std::string(name), "is missing", "give the id of a photograph")
            .as("lacking_text");
    }
    return schema::Id<Photo>(*id);
}

// Of the patient of the address: an id of another one is none here.
Response compare_photos(const ReadRequest& call) {
    const auto patient = call.patient();
    const auto first = photo_asked_for(call, "first");
    const auto second = photo_asked_for(call, "second");
    for (const auto id : {first, second}) {
        const auto photo = db::find(call.book(), id);
        if (!photo || photo->patient != patient.id) {
            throw schema::missing("photo",
                                  fmt::format("the patient has no photograph {}", id.value),
                                  "look at the patient's list")
                .as("gone");
        }
    }
    const auto compared = tracking::compare_photos(call.book(), first, second, call.now.day());
    return json_response(exchange::comparison_json(first.value, second.value, compared.pair));
}

// The two that a report and the patient's page show beside each other.
Response photo_pair(const ReadRequest& call) {
    const auto patient = call.patient();
    const auto today = call.now.day();
    const auto found = tracking::pair_to_show(
        call.book(), patient.id, ConsentScope::record, {call.today(), today});
    if (!found) {
        return json_response(OrderedJson{{"pair", nullptr}});
    }
    const auto& [first, second, pair] = *found;
    return json_response(OrderedJson{
        {"pair",
         {{"first", exchange::record_json(first, patient.chart)},
          {"second", exchange::record_json(second, patient.chart)},
          {"comparison", exchange::comparison_json(first.id.value, second.id.value, pair)}}}});
}

// Kept by no cache: who looks again is asked again.
Response photo_image(const ReadRequest& call) {
    const auto& book = call.book();
    const auto photo = db::find(book, id_in<Photo>(call));
    if (!photo) {
        throw schema::missing("photo", "there is none with this id", "look at the patient's list")
            .as("gone");
    }
    tracking::refuse_hidden(book, *photo, ConsentScope::record, call.now.day());
    auto response = picture_response(book, *photo, size_asked_for(call));
    call.shows(*db::find(book, photo->patient));
    return response;
}

template <class Value>
std::optional<Value> value_in(const nlohmann::ordered_json& body, std::string_view name) {
    const auto member = body.find(name);
    if (member == body.end() || member->is_null()) {
        return std::nullopt;
    }
    const auto text = member->is_string() ? member->get<std::string>() : member->dump();
    auto value = schema::Text<Value>::read(text);
    if (!value) {
        throw schema::refused(std::string(name),
                              fmt::format("is not {}", schema::Text<Value>::form()),
                              "give " + schema::Text<Value>::form())
            .as("unknown");
    }
    return value;
}

tracking::Signing signing_in(const WriteRequest& call) {
    const auto& body = call.body;
    refuse_other_members(body,
                         {"form",
                          "language",
                          "manner",
                          "at",
                          "guardian",
                          "witness",
                          "device",
                          "signature",
                          "scan",
                          "confirm",
                          "reason"});
    tracking::Signing signing;
    signing.patient = call.patient().id;
    const auto form = value_in<schema::Id<schema::ConsentForm>>(body, "form");
    if (!form) {
        throw schema::refused("form", "is missing", "give the form's id").as("lacking_text");
    }
    signing.form = *form;
    signing.language = need_word<schema::PatientLanguage>(body, "language");
    signing.manner = need_word<schema::ConsentManner>(body, "manner");
    signing.at = value_in<schema::CivilTime>(body, "at");
    signing.scan = value_in<schema::Id<Photo>>(body, "scan");
    signing.guardian = text_in(body, "guardian");
    signing.witness = text_in(body, "witness");
    signing.device = text_in(body, "device");
    signing.signature = text_in(body, "signature");
    return signing;
}

Response record_consent(WriteRequest& call) {
    const std::string what = "consent record";
    if (const auto answer = call.answered_before(what)) {
        return repeated(created<Consent>(call, *answer));
    }
    return created<Consent>(
        call,
        tracking::record_consent(call.book, call.submission(what), signing_in(call), call.now)
            .answer);
}

Response withdraw_consent(WriteRequest& call) {
    const std::string what = "consent withdraw";
    refuse_other_members(call.body, {"reason"});
    const auto id = id_in<Consent>(call);
    if (call.answered_before(what)) {
        return repeated(json_response(shown_record(call.book, id)));
    }
    tracking::withdraw_consent(call.book, call.submission(what), id, call.now);
    return json_response(shown_record(call.book, id));
}

}  // namespace

std::vector<Route> photo_routes() {
    return {
        {.method = "POST",
         .path = "/api/v1/patients/{chart}/photo",
         .access = Right::write_observations,
         .pool = WorkerPool::import,
         .query_parameters = {"taken_at",
                              "view",
                              "region",
                              "side",
                              "session",
                              "device",
                              "light",
                              "make_up",
                              "pose",
                              "confirm"},
         .write = &add_photo},
        {.method = "PATCH",
         .path = "/api/v1/photo/{id}",
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &correct_photo},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/photos",
         .access = Right::read_records,
         .read = {AccessAct::records, &list_photos}},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/photos/compare",
         .access = Right::read_records,
         .query_parameters = {"first", "second"},
         .read = {AccessAct::records, &compare_photos}},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/photos/pair",
         .access = Right::read_records,
         .query_parameters = {"as_of"},
         .read = {AccessAct::records, &photo_pair}},
        {.method = "GET",
         .path = "/api/v1/photo/{id}/image",
         .access = Right::read_records,
         .query_parameters = {"size"},
         .read = {AccessAct::record, &photo_image}},
        {.method = "POST",
         .path = "/api/v1/patients/{chart}/consent",
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &record_consent},
        {.method = "POST",
         .path = "/api/v1/consent/{id}/withdraw",
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &withdraw_consent},
    };
}

}  // namespace server
