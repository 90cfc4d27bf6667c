// Asking somebody else to sign before a session, signing and declining.

#include <sstream>

#include <nlohmann/json.hpp>

#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/sign_off.h"
#include "db/records/records.h"
#include "schema/types/text.h"

namespace server {

namespace {

using schema::SignOff;

exchange::OrderedJson sign_off_json(const db::Book& book, schema::Id<SignOff> id) {
    const auto one = *db::find(book, id);
    return exchange::record_json(one, db::find(book, one.patient)->chart);
}

// What was asked for, by the answer of the ledger: "3, 4".
Response asked_for(const WriteRequest& call, const std::string& answer) {
    auto list = exchange::OrderedJson::array();
    std::istringstream ids(answer);
    for (std::string id; std::getline(ids, id, ',');) {
        list.push_back(sign_off_json(call.book, schema::Id<SignOff>(std::stoll(id))));
    }
    return json_response(list, 201);
}

schema::Session planned_session(const WriteRequest& call) {
    schema::AnyRecord record = schema::Session{};
    kinds::Record(record).set_kept({.patient = call.patient().id.value});
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason", "overrides"}, record, problems);
    exchange::require_members(call.body, kinds::of<schema::Session>(), problems);
    schema::refuse_any(std::move(problems));
    return std::get<schema::Session>(record);
}

Response ask_for_signature(WriteRequest& call) {
    const std::string what = "sign-off ask";
    if (const auto answer = call.answered_before(what)) {
        return repeated(asked_for(call, *answer));
    }
    return asked_for(call,
                     tracking::ask_for_sign_off(
                         call.book, call.submission(what), planned_session(call), call.now)
                         .answer);
}

schema::Id<SignOff> sign_off_id(const WriteRequest& call) {
    const auto id = schema::Text<schema::Id<SignOff>>::read(call.path_parameter("id"));
    if (!id) {
        throw schema::missing(
            "sign-off", "\"" + call.path_parameter("id") + "\" is not an id", "look at what waits")
            .as("gone");
    }
    return *id;
}

template <auto act>
Response answer_request(WriteRequest& call, const std::string& what) {
    refuse_other_members(call.body, {"reason"});
    const auto id = sign_off_id(call);
    if (call.answered_before(what)) {
        return repeated(json_response(sign_off_json(call.book, id)));
    }
    act(call.book, call.submission(what), id, call.now);
    return json_response(sign_off_json(call.book, id));
}

Response sign_request(WriteRequest& call) {
    return answer_request<&tracking::sign>(call, "sign-off sign");
}

Response decline_request(WriteRequest& call) {
    return answer_request<&tracking::decline>(call, "sign-off decline");
}

}  // namespace

std::vector<Route> sign_off_routes() {
    return {
        {.method = "POST",
         .path = "/api/v1/patients/{chart}/sign-off",
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &ask_for_signature},
        {.method = "POST",
         .path = "/api/v1/sign-off/{id}/sign",
         .access = Right::sign_off,
         .pool = WorkerPool::write,
         .write = &sign_request},
        {.method = "POST",
         .path = "/api/v1/sign-off/{id}/decline",
         .access = Right::sign_off,
         .pool = WorkerPool::write,
         .write = &decline_request},
    };
}

}  // namespace server
