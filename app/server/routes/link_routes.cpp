// The clinic's side of patients' own pages: making and withdrawing their addresses, and what
// patients told by them.

#include <nlohmann/json.hpp>

#include "app/access/patient_door.h"
#include "app/json/record_json.h"
#include "app/server/http/problem.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/link.h"
#include "app/tracking/patient_entries.h"
#include "db/records/records.h"
#include "db/utc.h"
#include "schema/types/text.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;
using schema::PatientEntry;

std::string_view state_of(const db::PatientLink& link,
                          const std::optional<db::LinkCode>& code,
                          schema::Date today) {
    if (!code || !link.expires) {
        return "no_code";
    }
    if (today > *link.expires) {
        return "over";
    }
    return access_control::is_open(link, code, today) ? "open" : "closed";
}

// Its addresses, as telephones can reach them.
Json link_json(const db::Book& book,
               const db::PatientLink& link,
               const Call& call,
               const std::optional<std::string>& told_code) {
    const auto path = "/p/" + link.key;
    auto addresses = Json::array();
    for (const auto& base : call.setup.reachable) {
        addresses.push_back(base + path);
    }
    const auto code = db::find_link_code(book, link.id);
    const auto opened_at =
        code && code->opened_at ? Json(db::utc_text(*code->opened_at)) : Json(nullptr);
    return {{"path", path},
            {"addresses", std::move(addresses)},
            {"expires", exchange::json_value(link.expires)},
            {"entries", link.entries},
            {"state", state_of(link, code, call.now.day())},
            {"openings", code ? code->openings : 0},
            {"opened_at", opened_at},
            {"code", exchange::json_value(told_code)}};
}

db::PatientLink link_in_force(const db::Book& book, const schema::Patient& patient) {
    auto link = db::link_of(book, patient.id);
    if (!link) {
        throw schema::missing("link", "the patient has no page of their own", "POST here makes one")
            .as("no_link");
    }
    return std::move(*link);
}

tracking::LinkTerms terms_in(const Json& body) {
    tracking::LinkTerms terms;
    if (const auto days = body.find("days"); days != body.end()) {
        const bool is_small = days->is_number_integer() && days->get<std::int64_t>() >= 0 &&
                              days->get<std::int64_t>() <= 10 * tracking::longest_link_days;
        terms.days = is_small ? days->get<int>() : 0;  // which is refused
    }
    if (const auto entries = body.find("entries"); entries != body.end()) {
        if (!entries->is_boolean()) {
            throw schema::refused("entries", "is not true or false", "give one of them");
        }
        terms.entries = entries->get<bool>();
    }
    return terms;
}

Response make_link(WriteRequest& call) {
    const std::string what = "patient link";
    const auto patient = call.patient();
    if (call.answered_before(what)) {
        return repeated(json_response(
            link_json(call.book, link_in_force(call.book, patient), call, std::nullopt), 201));
    }
    refuse_other_members(call.body, {"reason", "days", "entries"});
    if (call.setup.reachable.empty()) {
        throw Refused({.status = 409,
                       .detail =
                           "this server answers to this machine only: no telephone could open "
                           "the page",
                       .remedy = "print the page or give it as a file; or serve to the clinic's "
                                 "network",
                       .code = "not_reachable",
                       .told = {"error.not_reachable"}});
    }
    const auto made = tracking::link_patient(
        call.book, call.submission(what), patient.id, terms_in(call.body), call.now.day());
    return json_response(link_json(call.book, made.link, call, made.code), 201);
}

Response show_link(const ReadRequest& call) {
    const auto patient = call.patient();
    return json_response(
        link_json(call.book(), link_in_force(call.book(), patient), call, std::nullopt));
}

Response unlink(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    tracking::unlink_patient(call.book, call.submission("patient unlink"), call.patient().id);
    return {.status = 204, .content_type = ""};
}

// Where telephones can reach this server.
Response reachable(const ReadRequest& call) {
    return json_response(Json{{"addresses", call.setup.reachable}});
}

Json entry_json(const db::Book& book, schema::Id<PatientEntry> id) {
    const auto entry = *db::find(book, id);
    return exchange::record_json(entry, db::find(book, entry.patient)->chart);
}

template <auto act>
Response answer_entry(WriteRequest& call, const std::string& what) {
    refuse_other_members(call.body, {"reason"});
    const auto id = schema::Text<schema::Id<PatientEntry>>::read(call.path_parameter("id"));
    if (!id) {
        throw schema::missing(
            "own-entry", "\"" + call.path_parameter("id") + "\" is not an id", "look at what waits")
            .as("gone");
    }
    if (call.answered_before(what)) {
        return repeated(json_response(entry_json(call.book, *id)));
    }
    act(call.book, call.submission(what), *id, call.now);
    return json_response(entry_json(call.book, *id));
}

Response accept_one(WriteRequest& call) {
    return answer_entry<&tracking::accept_entry>(call, "own-entry accept");
}

Response decline_one(WriteRequest& call) {
    return answer_entry<&tracking::decline_entry>(call, "own-entry decline");
}

}  // namespace

std::vector<Route> link_routes() {
    const std::string link = "/api/v1/patients/{chart}/link";
    const std::string entry = "/api/v1/own-entry/{id}";
    return {
        {.method = "GET",
         .path = link,
         .access = Right::read_records,
         .read = {AccessAct::link, &show_link}},
        {.method = "POST",
         .path = link,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &make_link},
        {.method = "DELETE",
         .path = link,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &unlink},
        {.method = "GET",
         .path = "/api/v1/reachable",
         .access = SignedIn{},
         .read = {NoRecord{}, &reachable}},
        {.method = "POST",
         .path = entry + "/accept",
         .access = Right::accept_entries,
         .pool = WorkerPool::write,
         .write = &accept_one},
        {.method = "POST",
         .path = entry + "/decline",
         .access = Right::accept_entries,
         .pool = WorkerPool::write,
         .write = &decline_one},
    };
}

}  // namespace server
