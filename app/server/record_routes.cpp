// Every kind of record, by one implementation: what differs stands in its description.

#include <type_traits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/clinical/contradictions.h"
#include "app/clinical/safety/assessment.h"
#include "app/exchange/entry_json.h"
#include "app/exchange/record_json.h"
#include "app/exchange/record_reading.h"
#include "app/server/problem.h"
#include "app/server/route.h"
#include "app/server/written.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "db/instruments.h"
#include "db/records.h"
#include "db/scores.h"
#include "schema/records/set_field.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;
using schema::Description;
using schema::Problem;

template <class Record>
constexpr bool is_session = std::is_same_v<Record, schema::Session>;

template <class Record>
std::string action(std::string_view verb) {
    return fmt::format("{} {}", Description<Record>::noun, verb);
}

template <class Record>
Record stored(const Call& call, const db::Book& book) {
    const auto id = schema::Text<schema::Id<Record>>::read(call.place("id"));
    auto record = id ? db::find(book, *id) : std::nullopt;
    if (!record) {
        throw schema::missing(std::string(Description<Record>::noun),
                              fmt::format("there is none with id \"{}\"", call.place("id")),
                              "look at the patient's list");
    }
    return std::move(*record);
}

// The record as it is kept by now, with what came of it.
template <class Record>
Response entry(const Order& order, schema::Id<Record> id, int status) {
    const auto record = *db::find(order.book, id);
    const auto chart = db::find(order.book, record.patient)->chart;
    std::vector<schema::Score> scores;
    if constexpr (tracking::Scored<Record>) {
        scores = db::scores_from(order.book, {*tracking::origin_of<Record>, id.value});
    }
    std::vector<schema::SessionFinding> findings;
    if constexpr (is_session<Record>) {
        findings = tracking::findings_of(order.book, record);
    }
    auto response = json_response(
        exchange::entry_json(record, chart, scores, db::all_instruments(order.book), findings),
        status);
    response.headers.emplace_back("ETag", version_tag(record.version));
    if (status == 201) {
        response.headers.emplace_back(
            "Location", fmt::format("/api/v1/{}/{}", Description<Record>::noun, id.value));
    }
    return response;
}

template <class Record>
Response entry(const Order& order, const std::string& answer, int status) {
    return entry(order, *schema::Text<schema::Id<Record>>::read(answer), status);
}

tracking::Overrides overrides_of(const Json& body) {
    tracking::Overrides overrides;
    std::vector<Problem> problems;
    const auto given = body.find("overrides");
    if (given == body.end() || given->is_null()) {
        return overrides;
    }
    if (!given->is_object()) {
        throw schema::refused("overrides", "is not an object", "give {\"RULE\": \"reason\"}");
    }
    for (const auto& [rule, reason] : given->items()) {
        if (reason.is_string()) {
            overrides.emplace(rule, reason.template get<std::string>());
        } else {
            problems.push_back(
                {"overrides." + rule, "is not a text", "give the reason in a sentence"});
        }
    }
    schema::refuse_any(std::move(problems));
    return overrides;
}

template <class Record>
exchange::OtherMembers other_members() {
    return is_session<Record> ? exchange::OtherMembers{"reason", "overrides"}
                              : exchange::OtherMembers{"reason"};
}

template <class Record>
Response list(const Question& question) {
    const auto patient = question.patient();
    return json_response(exchange::records_json(
        is_asked(question, "voided") ? db::all_records_of<Record>(question.book, patient.id)
                                     : db::records_of<Record>(question.book, patient.id),
        patient.chart));
}

template <class Record>
Response show(const Question& question) {
    const auto record = stored<Record>(question, question.book);
    const auto patient = db::find(question.book, record.patient);
    auto response = json_response(exchange::record_json(record, patient->chart));
    response.headers.emplace_back("ETag", version_tag(record.version));
    return response;
}

template <class Record>
Response enter(Order& order) {
    const auto what = action<Record>(schema::entering_verb(Description<Record>::noun));
    if (const auto answer = order.answered_before(what)) {
        return repeated(entry<Record>(order, *answer, 201));
    }
    Record record;
    record.patient = order.patient().id;
    std::vector<Problem> problems;
    exchange::set_members(order.body, other_members<Record>(), record, problems);
    exchange::require_members<Record>(order.body, problems);
    schema::refuse_any(std::move(problems));
    if constexpr (is_session<Record>) {
        return asking_for_reasons([&] {
            const auto done = tracking::record_session(
                order.book, order.submission(what), record, overrides_of(order.body));
            return entry<Record>(order, done.receipt.answer, 201);
        });
    } else {
        const auto receipt = tracking::record(order.book, order.submission(what), record);
        return entry<Record>(order, receipt.answer, 201);
    }
}

template <class Record>
Response correct(Order& order) {
    const auto what = action<Record>("correct");
    if (const auto answer = order.answered_before(what)) {
        return repeated(entry<Record>(order, *answer, 200));
    }
    auto record = stored<Record>(order, order.book);
    const auto chart = db::find(order.book, record.patient)->chart;
    if (auto other = other_version(
            order, record.version, [&] { return exchange::record_json(record, chart); })) {
        return std::move(*other);
    }
    std::vector<Problem> problems;
    exchange::set_members(order.body, other_members<Record>(), record, problems);
    schema::refuse_any(std::move(problems));
    if constexpr (is_session<Record>) {
        return asking_for_reasons([&] {
            tracking::correct_session(
                order.book, order.submission(what), record, overrides_of(order.body));
            return entry(order, record.id, 200);
        });
    } else {
        tracking::correct(order.book, order.submission(what), record);
        return entry(order, record.id, 200);
    }
}

template <class Record>
Response void_one(Order& order) {
    const auto what = action<Record>("void");
    if (const auto answer = order.answered_before(what)) {
        return repeated(entry<Record>(order, *answer, 200));
    }
    const auto record = stored<Record>(order, order.book);
    refuse_other_members(order.body, {"reason"});
    tracking::void_record(order.book, order.submission(what), record);
    return entry(order, record.id, 200);
}

// Sets the field that says when it was over.
template <class Record>
Response end(Order& order, std::string_view field) {
    const auto what = action<Record>("end");
    if (const auto answer = order.answered_before(what)) {
        return repeated(entry<Record>(order, *answer, 200));
    }
    auto record = stored<Record>(order, order.book);
    refuse_other_members(order.body, {"reason", "on"});
    std::vector<Problem> problems;
    const auto on = order.body.find("on");
    schema::set_field(record,
                      field,
                      on != order.body.end() && on->is_string() ? on->get<std::string>() : " ",
                      "on",
                      problems);
    schema::refuse_any(std::move(problems));
    tracking::correct(order.book, order.submission(what), record);
    return entry(order, record.id, 200);
}

// What the record would score and what the rules say of it; nothing is written.
template <class Record>
Response preview(const Question& question) {
    Record record;
    record.patient = question.patient().id;
    exchange::Preview preview;
    exchange::set_members(question.body, other_members<Record>(), record, preview.problems);
    const bool is_sound = preview.problems.empty();
    exchange::require_members<Record>(question.body, preview.problems);
    const bool is_whole = preview.problems.empty();
    if (is_sound) {
        auto faults = clinical::contradictions(record);
        if constexpr (tracking::Scored<Record>) {
            if (faults.empty()) {
                preview.scores = tracking::due_scores(tracking::Scales(question.book), record);
            }
        }
        preview.problems.insert(preview.problems.end(), faults.begin(), faults.end());
    }
    if constexpr (is_session<Record>) {
        if (is_whole) {
            preview.findings = clinical::as_kept(clinical::assess(
                tracking::load_situation(question.book, clinical::plan_of(record))));
        }
    }
    return json_response(exchange::preview_json(preview, db::all_instruments(question.book)));
}

template <class Record>
void add_routes(std::vector<Route>& routes) {
    const auto of_patient = fmt::format("/api/v1/patients/{{chart}}/{}", Description<Record>::noun);
    const auto one = fmt::format("/api/v1/{}/{{id}}", Description<Record>::noun);
    routes.push_back(
        {.method = "GET", .path = of_patient, .asks = {"voided"}, .read = &list<Record>});
    routes.push_back({.method = "GET", .path = one, .read = &show<Record>});
    if constexpr (!schema::MadeByProgram<Record>) {
        routes.push_back(
            {.method = "POST", .path = of_patient, .lane = Lane::write, .write = &enter<Record>});
        routes.push_back(
            {.method = "POST", .path = of_patient + "/preview", .read = &preview<Record>});
        routes.push_back(
            {.method = "PATCH", .path = one, .lane = Lane::write, .write = &correct<Record>});
        routes.push_back({.method = "POST",
                          .path = one + "/void",
                          .lane = Lane::write,
                          .write = &void_one<Record>});
    }
}

template <class Record>
Route end_route(Response (*write)(Order&)) {
    return {.method = "POST",
            .path = fmt::format("/api/v1/{}/{{id}}/end", Description<Record>::noun),
            .lane = Lane::write,
            .write = write};
}

}  // namespace

std::vector<Route> record_routes() {
    std::vector<Route> routes;
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        if constexpr (!std::is_same_v<Record, schema::Patient>) {
            add_routes<Record>(routes);
        }
    });
    routes.push_back(end_route<schema::Condition>(
        [](Order& order) { return end<schema::Condition>(order, "until"); }));
    routes.push_back(end_route<schema::Course>(
        [](Order& order) { return end<schema::Course>(order, "ended"); }));
    routes.push_back(end_route<schema::OtherTreatment>(
        [](Order& order) { return end<schema::OtherTreatment>(order, "until"); }));
    return routes;
}

}  // namespace server
