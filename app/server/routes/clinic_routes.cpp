// The clinic as a whole: who asks, its settings, its day, its catalogues and profiles.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/rules.h"
#include "app/json/aftercare_json.h"
#include "app/json/kinds_json.h"
#include "app/json/outcomes_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/json/safety_json.h"
#include "app/json/today_json.h"
#include "app/progress/cohort/due_list.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/server/routes/sign_in_state.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/profile.h"
#include "app/tracking/settings.h"
#include "app/tracking/today.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/lots.h"
#include "db/records/profile.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

Response me(const ReadRequest& call) {
    const auto clinic = db::read_clinic(call.book_without_records());
    const auto& grant = call.asker.grant;
    Json json = {{"key", call.asker.key},
                 {"actor", grant.actor()},
                 {"as_of", call.now.day().text()},
                 {"now", call.now.text()},
                 {"clinic", clinic.name},
                 {"version", call.setup.version},
                 {"accounts", grant.account().has_value()},
                 {"account", nullptr},
                 {"role", nullptr},
                 {"language", nullptr},
                 {"rights", rights_json(grant.rights())}};
    if (call.asker.person) {
        json["account"] = person_json(call.asker.person->account);
        const auto own = own_json(call.book_without_records(), call.asker.person->account);
        json["role"] = own["role"];
        json["language"] = own["language"];
    }
    return json_response(json);
}

Response show_clinic(const ReadRequest& call) {
    return json_response(exchange::clinic_json(db::read_clinic(call.book())));
}

Response set_clinic(WriteRequest& call) {
    auto clinic = db::read_clinic(call.book);
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"reason"}, clinic, problems);
    schema::refuse_any(std::move(problems));
    tracking::refuse_unknown_zone(clinic.time_zone);
    tracking::set_clinic(call.book, call.submission("clinic set"), clinic);
    return json_response(exchange::clinic_json(db::read_clinic(call.book)));
}

Response kinds(const ReadRequest&) {
    static const auto all = exchange::json_text(exchange::kinds_json());
    return json_response(all);
}

Response today(const ReadRequest& call) {
    return json_response(exchange::today_json(tracking::load_today(call.book(), call.today())));
}

Response due(const ReadRequest& call) {
    const auto& book = call.book();
    const auto as_of = call.today();
    return json_response(exchange::due_text(book, progress::load_due_list(book, as_of), as_of));
}

Response lot(const ReadRequest& call) {
    const auto name = call.path_parameter("lot");
    const auto& book = call.book();
    return json_response(
        exchange::lot_json(name,
                           {exchange::lot_uses(book, db::sessions_with_lot(book, name)),
                            exchange::lot_uses(book, db::applications_with_lot(book, name))},
                           {exchange::lot_uses(book, db::sessions_near_lot(book, name)),
                            exchange::lot_uses(book, db::applications_near_lot(book, name))}));
}

Response list_rules(const ReadRequest&) {
    return json_response(exchange::rules_json(clinical::rules()));
}

Response show_rule(const ReadRequest& call) {
    const auto& all = clinical::rules();
    const auto rule = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return each.id == call.path_parameter("id");
    });
    if (rule == all.end()) {
        throw schema::missing("rule",
                              fmt::format("there is no \"{}\"", call.path_parameter("id")),
                              "/api/v1/rules lists them")
            .as("gone");
    }
    return json_response(exchange::rules_json({*rule}));
}

Response list_instruments(const ReadRequest& call) {
    return json_response(exchange::instruments_json(db::all_instruments(call.book())));
}

Response instrument_of(const db::Book& book, const std::string& code, int status) {
    const auto instrument = db::find_instrument(book, code);
    if (!instrument) {
        throw schema::missing(
            "instrument", fmt::format("there is no \"{}\"", code), "/api/v1/instruments lists them")
            .as("gone");
    }
    return json_response(exchange::instrument_json(*instrument), status);
}

Response show_instrument(const ReadRequest& call) {
    return instrument_of(call.book(), call.path_parameter("code"), 200);
}

Response add_instrument(WriteRequest& call) {
    const std::string what = "instrument add";
    if (const auto code = call.answered_before(what)) {
        return repeated(instrument_of(call.book, *code, 201));
    }
    schema::Instrument instrument;
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"reason"}, instrument, problems);
    exchange::require_members(call.body, kinds::of<schema::Instrument>(), problems);
    schema::refuse_any(std::move(problems));
    tracking::add_instrument(call.book, call.submission(what), instrument);
    auto response = instrument_of(call.book, instrument.code, 201);
    response.headers.emplace_back("Location", "/api/v1/instruments/" + instrument.code);
    return response;
}

template <class Row>
Json profile_json(const db::Book& book) {
    const auto own = db::profile_rows<Row>(book);
    if constexpr (std::is_same_v<Row, schema::DepthLimit>) {
        return exchange::depth_limits_json(clinical::depth_profile(own));
    } else {
        return exchange::advice_json(clinical::care_profile(own));
    }
}

template <class Row>
Response list_profile(const ReadRequest& call) {
    return json_response(profile_json<Row>(call.book()));
}

// Sets the clinic's own row, or takes it out again; then the profile as it is.
template <class Row>
Response change_profile(WriteRequest& call) {
    const bool removes = call.request.method == "DELETE";
    Row row;
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"reason"}, row, problems);
    if (!removes) {
        exchange::require_members(call.body, kinds::of<Row>(), problems);
    }
    schema::refuse_any(std::move(problems));
    const auto what = fmt::format("{} {}", kinds::of<Row>().noun, removes ? "remove" : "set");
    removes ? tracking::remove_profile_row(call.book, call.submission(what), row)
            : tracking::set_profile_row(call.book, call.submission(what), row);
    return json_response(profile_json<Row>(call.book));
}

template <class Row>
void add_profile(std::vector<Route>& routes, const std::string& path) {
    routes.push_back({.method = "GET",
                      .path = path,
                      .access = Right::read_records,
                      .read = {NoRecord{}, &list_profile<Row>}});
    for (const auto* method : {"PUT", "DELETE"}) {
        routes.push_back({.method = method,
                          .path = path,
                          .access = Right::change_settings,
                          .pool = WorkerPool::write,
                          .write = &change_profile<Row>});
    }
}

}  // namespace

std::vector<Route> clinic_routes() {
    const std::string root = "/api/v1/";
    std::vector<Route> routes{
        {.method = "GET", .path = root + "me", .access = SignedIn{}, .read = {NoRecord{}, &me}},
        {.method = "GET",
         .path = root + "clinic",
         .access = Right::read_records,
         .read = {NoRecord{}, &show_clinic}},
        {.method = "PATCH",
         .path = root + "clinic",
         .access = Right::change_settings,
         .pool = WorkerPool::write,
         .write = &set_clinic},
        {.method = "GET",
         .path = root + "kinds",
         .access = SignedIn{},
         .read = {NoRecord{}, &kinds}},
        {.method = "GET",
         .path = root + "today",
         .access = Right::read_records,
         .query_parameters = {"as_of"},
         .read = {AccessAct::today, &today},
         .depends_on = &on_clinic},
        {.method = "GET",
         .path = root + "due",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .query_parameters = {"as_of"},
         .read = {AccessAct::due, &due},
         .depends_on = &on_clinic},
        {.method = "GET",
         .path = root + "lots/{lot}",
         .access = Right::read_records,
         .read = {AccessAct::lot, &lot}},
        {.method = "GET",
         .path = root + "rules",
         .access = SignedIn{},
         .read = {NoRecord{}, &list_rules}},
        {.method = "GET",
         .path = root + "rules/{id}",
         .access = SignedIn{},
         .read = {NoRecord{}, &show_rule}},
        {.method = "GET",
         .path = root + "instruments",
         .access = Right::read_records,
         .read = {NoRecord{}, &list_instruments}},
        {.method = "POST",
         .path = root + "instruments",
         .access = Right::change_settings,
         .pool = WorkerPool::write,
         .write = &add_instrument},
        {.method = "GET",
         .path = root + "instruments/{code}",
         .access = Right::read_records,
         .read = {NoRecord{}, &show_instrument}},
    };
    add_profile<schema::DepthLimit>(routes, root + "depth-limits");
    add_profile<schema::CareAdvice>(routes, root + "advice");
    return routes;
}

}  // namespace server
