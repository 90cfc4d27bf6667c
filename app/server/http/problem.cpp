#include "app/server/http/problem.h"

#include <string_view>

#include <nlohmann/json.hpp>

#include "app/json/phrase_json.h"
#include "app/json/safety_json.h"
#include "db/clock.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

// The status phrase, as RFC 9457 asks of about:blank: RFC 9110, of 428 and 429 RFC 6585, of 507 RFC
// 4918.
std::string_view title_of(int status) {
    switch (status) {
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 421:
            return "Misdirected Request";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 503:
            return "Service Unavailable";
        case 507:
            return "Insufficient Storage";
        default:
            return "Internal Server Error";
    }
}

Json object_of(int status,
               std::string_view detail,
               std::string_view remedy,
               const schema::Phrase& told) {
    Json json{{"type", "about:blank"},
              {"title", title_of(status)},
              {"status", status},
              {"detail", detail},
              {"try", remedy},
              {"errors", Json::array()}};
    exchange::add_told(json, told);
    return json;
}

Response answer(const Json& json) {
    auto response = json_response(json, json["status"].get<int>());
    response.content_type = "application/problem+json";
    return response;
}

Json object_of(const schema::Error& error) {
    const int status = status_of(error.fault());
    if (error.fault() == schema::Fault::full) {
        return object_of(status,
                         "the disk is full, nothing was saved",
                         "make room, then try again",
                         {"error.full"});
    }
    if (error.fault() == schema::Fault::unavailable) {
        return object_of(status,
                         "the book is not to be written now: its file was replaced, or its disk "
                         "does not answer; what you sent is not acknowledged",
                         "see what the program says where it was started",
                         {"error.unavailable"});
    }
    if (error.fault() == schema::Fault::damaged) {
        return object_of(status,
                         "the book is damaged or cannot be used",
                         "see what the program says where it was started, and have the book "
                         "checked there",
                         {"error.damaged"});
    }
    const auto& problems = error.problems();
    auto json =
        problems.empty()
            ? object_of(status, "refused", "", {})
            : object_of(
                  status, problems.front().what, problems.front().remedy, problems.front().told);
    if (!problems.empty() && problems.front().where == db::clock_behind) {
        json["type"] = "/problems/clock_behind";
        json["title"] = "The clock of this machine is behind the book";
    }
    for (const auto& each : problems) {
        Json one{{"field", each.where}, {"detail", each.what}, {"try", each.remedy}};
        exchange::add_told(one, each.told);
        json["errors"].push_back(std::move(one));
    }
    return json;
}

}  // namespace

int status_of(schema::Fault fault) {
    switch (fault) {
        case schema::Fault::refused:
            return 422;
        case schema::Fault::missing:
            return 404;
        case schema::Fault::changed:
        case schema::Fault::implausible:
        case schema::Fault::duplicate:
        case schema::Fault::dependents:
            return 409;
        case schema::Fault::forbidden:
            return 403;
        case schema::Fault::busy:
        case schema::Fault::unavailable:
            return 503;
        case schema::Fault::full:
            return 507;
        case schema::Fault::misused:
            return 400;
        case schema::Fault::damaged:
            break;
    }
    return 500;
}

Response problem(const Refusal& refusal) {
    auto json = object_of(refusal.status, refusal.detail, refusal.remedy, refusal.told);
    if (!refusal.code.empty()) {
        json["code"] = refusal.code;
    }
    if (refusal.tries_left) {
        json["tries_left"] = *refusal.tries_left;
    }
    auto response = answer(json);
    response.headers = refusal.headers;
    return response;
}

Response problem(const schema::Error& error) {
    return answer(object_of(error));
}

namespace {

std::string_view code_of(schema::Fault fault) {
    return fault == schema::Fault::duplicate    ? "duplicate"
           : fault == schema::Fault::dependents ? "dependents"
                                                : "implausible";
}

Json question_json(const tracking::Question& question) {
    Json json{{"code", code_of(question.fault)},
              {"field", question.place()},
              {"reason", question.reason},
              {"confirm", question.confirmed_by()},
              {"twin",
               question.twin ? Json{{"kind", question.twin->kind}, {"id", question.twin->id}}
                             : Json(nullptr)}};
    exchange::add_told(json, question.told);
    return json;
}

}  // namespace

Response problem(const tracking::Asked& asked) {
    auto json = object_of(asked);
    json["type"] = "/problems/confirm";
    json["title"] = "Is it so?";
    json.update(question_json(asked.questions().front()));
    for (const auto& each : asked.questions()) {
        json["questions"].push_back(question_json(each));
    }
    return answer(json);
}

Response problem(const schema::Error& error, const std::vector<clinical::Finding>& findings) {
    auto json = object_of(error);
    json["type"] = "/problems/safety";
    json["title"] = "The safety rules ask for a reason";
    json["findings"] = exchange::findings_json(findings);
    return answer(json);
}

Response outdated(const Json& yours, const Json& stored) {
    auto json = object_of(412,
                          "someone corrected it meanwhile",
                          "look at what is stored now, then correct that",
                          {"error.changed"});
    json["yours"] = yours;
    json["stored"] = stored;
    return answer(json);
}

}  // namespace server
