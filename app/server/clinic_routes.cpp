// The clinic as a whole: who asks, its settings, its day, its catalogues and profiles.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/rules.h"
#include "app/exchange/aftercare_json.h"
#include "app/exchange/kinds_json.h"
#include "app/exchange/outcomes_json.h"
#include "app/exchange/record_json.h"
#include "app/exchange/record_reading.h"
#include "app/exchange/safety_json.h"
#include "app/exchange/today_json.h"
#include "app/progress/due_list.h"
#include "app/server/guard.h"
#include "app/server/route.h"
#include "app/server/wall_clock.h"
#include "app/server/written.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/profile.h"
#include "app/tracking/settings.h"
#include "db/clinic.h"
#include "db/instruments.h"
#include "db/lots.h"
#include "db/profile.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

Response me(const Question& question) {
    const auto clinic = db::read_clinic(question.book);
    const Json json = {{"key", question.setup.guard->key()},
                       {"actor", actor_of(question.request, question.setup.actor)},
                       {"as_of", question.now.day().text()},
                       {"now", question.now.text()},
                       {"clinic", clinic.name},
                       {"version", question.setup.version}};
    return json_response(json.dump(2));
}

Response show_clinic(const Question& question) {
    return json_response(exchange::clinic_json(db::read_clinic(question.book)));
}

Response set_clinic(Order& order) {
    auto clinic = db::read_clinic(order.book);
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, clinic, problems);
    schema::refuse_any(std::move(problems));
    refuse_unknown_zone(clinic.time_zone);
    tracking::set_clinic(order.book, order.submission("clinic set"), clinic);
    return json_response(exchange::clinic_json(db::read_clinic(order.book)));
}

Response kinds(const Question&) {
    static const auto all = exchange::kinds_json();
    return json_response(all);
}

Response today(const Question& question) {
    return json_response(exchange::today_json(question.book, question.today()));
}

Response due(const Question& question) {
    return json_response(
        exchange::due_json(progress::load_due_list(question.book, question.today())));
}

Response lot(const Question& question) {
    const auto name = question.place("lot");
    const auto& book = question.book;
    return json_response(
        exchange::lot_json(name,
                           exchange::lot_uses(book, db::sessions_with_lot(book, name)),
                           exchange::lot_uses(book, db::applications_with_lot(book, name))));
}

Response list_rules(const Question&) {
    return json_response(exchange::rules_json(clinical::rules()));
}

Response show_rule(const Question& question) {
    const auto& all = clinical::rules();
    const auto rule = std::find_if(
        all.begin(), all.end(), [&](const auto& each) { return each.id == question.place("id"); });
    if (rule == all.end()) {
        throw schema::missing("rule",
                              fmt::format("there is no \"{}\"", question.place("id")),
                              "/api/v1/rules lists them");
    }
    return json_response(exchange::rules_json({*rule}));
}

Response list_instruments(const Question& question) {
    return json_response(exchange::instruments_json(db::all_instruments(question.book)));
}

Response instrument_of(const db::Book& book, const std::string& code, int status) {
    const auto instrument = db::find_instrument(book, code);
    if (!instrument) {
        throw schema::missing("instrument",
                              fmt::format("there is no \"{}\"", code),
                              "/api/v1/instruments lists them");
    }
    return json_response(exchange::instrument_json(*instrument), status);
}

Response show_instrument(const Question& question) {
    return instrument_of(question.book, question.place("code"), 200);
}

Response add_instrument(Order& order) {
    const std::string what = "instrument add";
    if (const auto code = order.answered_before(what)) {
        return repeated(instrument_of(order.book, *code, 201));
    }
    schema::Instrument instrument;
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, instrument, problems);
    exchange::require_members(order.body, kinds::of<schema::Instrument>(), problems);
    schema::refuse_any(std::move(problems));
    tracking::add_instrument(order.book, order.submission(what), instrument);
    auto response = instrument_of(order.book, instrument.code, 201);
    response.headers.emplace_back("Location", "/api/v1/instruments/" + instrument.code);
    return response;
}

template <class Row>
std::string profile_json(const db::Book& book) {
    const auto own = db::profile_rows<Row>(book);
    if constexpr (std::is_same_v<Row, schema::DepthLimit>) {
        return exchange::depth_limits_json(clinical::depth_profile(own));
    } else {
        return exchange::advice_json(clinical::care_profile(own));
    }
}

template <class Row>
Response list_profile(const Question& question) {
    return json_response(profile_json<Row>(question.book));
}

// Sets the clinic's own row, or takes it out again; then the profile as it is.
template <class Row>
Response change_profile(Order& order) {
    const bool removes = order.request.method == "DELETE";
    Row row;
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, row, problems);
    if (!removes) {
        exchange::require_members(order.body, kinds::of<Row>(), problems);
    }
    schema::refuse_any(std::move(problems));
    const auto what =
        fmt::format("{} {}", kinds::of<Row>().noun, removes ? "remove" : "set");
    removes ? tracking::remove_profile_row(order.book, order.submission(what), row)
            : tracking::set_profile_row(order.book, order.submission(what), row);
    return json_response(profile_json<Row>(order.book));
}

template <class Row>
void add_profile(std::vector<Route>& routes, const std::string& path) {
    routes.push_back({.method = "GET", .path = path, .read = &list_profile<Row>});
    for (const auto* method : {"PUT", "DELETE"}) {
        routes.push_back(
            {.method = method, .path = path, .lane = Lane::write, .write = &change_profile<Row>});
    }
}

}  // namespace

std::vector<Route> clinic_routes() {
    const std::string root = "/api/v1/";
    std::vector<Route> routes{
        {.method = "GET", .path = root + "me", .read = &me},
        {.method = "GET", .path = root + "clinic", .read = &show_clinic},
        {.method = "PATCH", .path = root + "clinic", .lane = Lane::write, .write = &set_clinic},
        {.method = "GET", .path = root + "kinds", .read = &kinds},
        {.method = "GET",
         .path = root + "today",
         .lane = Lane::slow,
         .asks = {"as_of"},
         .read = &today,
         .kept = Kept::while_unchanged},
        {.method = "GET",
         .path = root + "due",
         .lane = Lane::slow,
         .asks = {"as_of"},
         .read = &due,
         .kept = Kept::while_unchanged},
        {.method = "GET", .path = root + "lots/{lot}", .read = &lot},
        {.method = "GET", .path = root + "rules", .read = &list_rules},
        {.method = "GET", .path = root + "rules/{id}", .read = &show_rule},
        {.method = "GET", .path = root + "instruments", .read = &list_instruments},
        {.method = "POST",
         .path = root + "instruments",
         .lane = Lane::write,
         .write = &add_instrument},
        {.method = "GET", .path = root + "instruments/{code}", .read = &show_instrument},
    };
    add_profile<schema::DepthLimit>(routes, root + "depth-limits");
    add_profile<schema::CareAdvice>(routes, root + "advice");
    return routes;
}

}  // namespace server
