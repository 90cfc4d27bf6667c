// Who read what, and reading on where that cannot be logged.

#include <nlohmann/json.hpp>

#include "app/json/access_json.h"
#include "app/server/emergencies.h"
#include "app/server/events.h"
#include "app/server/http/problem.h"
#include "app/server/noted_answers.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/people/who_looked.h"
#include "db/utc.h"

namespace server {

namespace {

Response list_access(const ReadRequest& call) {
    const int most = call.page_length("before");
    const auto& book = call.book(Right::manage_people);
    return json_response(exchange::access_json(
        tracking::who_looked(book,
                             {.chart = call.request.query_parameter("patient"),
                              .person = call.request.query_parameter("person"),
                              .since = call.read_query_parameter<schema::Date>("since"),
                              .until = call.read_query_parameter<schema::Date>("until"),
                              .before = call.read_query_parameter<std::int64_t>("before"),
                              .most = most}),
        most));
}

Response list_emergencies(const ReadRequest& call) {
    return json_response(exchange::emergencies_json(
        tracking::emergency_readings(call.book(Right::manage_people), call.now.day())));
}

// Of a person: a program has nobody who could say why.
Response begin_emergency(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    const auto& person = call.asker.person;
    if (!person) {
        throw schema::forbidden("emergency",
                                "is for a person who is signed in",
                                "sign in; a program waits until reading can be logged again")
            .as("person_only");
    }
    const auto now = call.setup.moment();
    const auto submission = call.submission(std::string(tracking::reads_in_emergency));
    const tracking::EmergencyTurn turn{
        .device = person->device.id,
        .person = person->account.name,
        .reason = submission.reason.value_or(""),
        .since = db::utc_text(access_control::kept(now)),
        .until = db::utc_text(access_control::kept(now + Emergencies::lasts))};
    if (tracking::begin_emergency_reading(call.book, submission, turn).repeated) {
        return repeated(json_response(nlohmann::ordered_json{{"until", nullptr}}, 201));
    }
    call.setup.emergencies->begin(turn);
    call.setup.events->happened("emergency reading began");
    note_emergency(*call.setup.readings, call.asker, turn.reason, now);
    return json_response(nlohmann::ordered_json{{"until", turn.until}}, 201);
}

}  // namespace

std::vector<Route> access_routes() {
    return {
        {.method = "GET",
         .path = "/api/v1/access",
         .access = Right::manage_people,
         .query_parameters = {"patient", "person", "since", "until", "before", "limit"},
         .read = {AccessAct::access, &list_access}},
        {.method = "GET",
         .path = "/api/v1/emergencies",
         .access = Right::manage_people,
         .read = {NoRecord{}, &list_emergencies},
         .depends_on = &on_clinic},
        {.method = "POST",
         .path = "/api/v1/emergency",
         .access = Right::read_records,
         .pool = WorkerPool::write,
         .write = &begin_emergency},
    };
}

}  // namespace server
