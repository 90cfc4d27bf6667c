// What programs that watch the server ask. Nothing of a patient, and nothing of record.

#include <nlohmann/json.hpp>

#include "app/backup/health.h"
#include "app/json/json_value.h"
#include "app/server/http/guard.h"
#include "app/server/http/problem.h"
#include "app/server/routes/route.h"

namespace server {

namespace {

std::int64_t seconds_now(const Call& call) {
    return call.setup.moment().time_since_epoch().count();
}

// For anybody: a word, and of which kind what is wrong is. 503 for bad, so that whoever looks at
// the status alone sees it.
Response healthz(const OpenRequest& call) {
    const auto health = backup::health_of(call.book, seconds_now(call));
    auto kinds = nlohmann::ordered_json::array();
    for (const auto& problem : health.problems) {
        const auto& id = problem.told.id;
        kinds.push_back(id.starts_with("error.") ? id.substr(6) : std::string("other"));
    }
    auto response = json_response(nlohmann::ordered_json{{"level", schema::word(health.level)},
                                                         {"problems", std::move(kinds)}});
    response.status = health.level == backup::Level::bad ? 503 : 200;
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// For programs of this machine: how much is written is nobody else's business.
Response metrics(const OpenRequest& call) {
    if (call.setup.guard->is_from_network(call.request)) {
        throw Refused({.status = 403,
                       .detail = "this is for programs of the machine that serves the book",
                       .remedy = "ask there, on 127.0.0.1",
                       .told = {"error.of_this_machine"}});
    }
    const auto health = backup::health_of(call.book, seconds_now(call));
    return {.content_type = "text/plain; version=0.0.4; charset=utf-8",
            .headers = {{"Cache-Control", "no-store"}},
            .body = std::make_shared<const std::string>(
                backup::metrics_text(health, call.setup.version, seconds_now(call)))};
}

}  // namespace

std::vector<Route> watch_routes() {
    return {
        {.method = "GET",
         .path = "/healthz",
         .access = Open{},
         .open = &healthz,
         .has_own_moment = true},
        {.method = "GET",
         .path = "/metrics",
         .access = Open{},
         .open = &metrics,
         .has_own_moment = true},
    };
}

}  // namespace server
