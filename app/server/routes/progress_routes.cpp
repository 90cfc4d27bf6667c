// What the book says of one patient over time, and of the whole clinic.

#include <fmt/format.h>

#include "app/clinical/safety/assessment.h"
#include "app/json/aftercare_json.h"
#include "app/json/outcomes_json.h"
#include "app/json/progress_json.h"
#include "app/json/safety_json.h"
#include "app/progress/cohort/outcomes_texts.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "app/report/report_file.h"
#include "app/report/report_photos.h"
#include "app/server/http/target.h"
#include "app/server/routes/route.h"
#include "app/tracking/planned_session.h"
#include "app/tracking/restore.h"
#include "app/tracking/safety.h"
#include "db/clock.h"
#include "db/ledger/ledger.h"

namespace server {

namespace {

progress::Summary summary_of(const ReadRequest& call) {
    return progress::summarise(progress::load_history(call.book(), call.patient()), call.today());
}

Response progress(const ReadRequest& call) {
    return json_response(exchange::progress_json(summary_of(call)));
}

// The word of a query parameter, or `otherwise`; throws when it is none of them.
template <schema::Enumeration Enum>
Enum word_asked_for(const ReadRequest& call, const std::string& name, Enum otherwise) {
    const auto text = call.request.query_parameter(name);
    const auto value = text ? schema::read_word<Enum>(*text) : otherwise;
    if (!value) {
        throw schema::misused(name,
                              fmt::format("\"{}\" is not one of them", *text),
                              "give " + schema::word_list<Enum>())
            .as("address_value", {{"value", std::string(*text)}});
    }
    return *value;
}

// The report is one file with its styles in it. It is shown with no rights of ours: sandboxed, it
// is of another origin than the interface.
Response report(const ReadRequest& call) {
    const auto audience = word_asked_for(call, "for", exchange::Audience::clinic);
    const bool is_asked_for = call.request.query_parameter("language").has_value();
    const auto asked = word_asked_for(call, "language", exchange::ReportLanguage::english);
    const auto& book = call.book(Right::print_reports);
    const auto patient = tracking::patient_with_chart(book, call.path_parameter("chart"));
    call.shows(patient);
    const auto summary = progress::summarise(progress::load_history(book, patient), call.today());
    const auto language = is_asked_for || audience == exchange::Audience::clinic
                              ? asked
                              : exchange::language_for(summary.patient);
    const auto photos =
        exchange::report_photos(book, patient.id, audience, {call.today(), call.now.day()});
    auto response = json_response(exchange::progress_file(
        summary, audience, language, db::ledger_end(book), photos ? &*photos : nullptr));
    response.content_type = "text/html; charset=utf-8";
    response.headers = {
        {"Content-Security-Policy",
         "sandbox allow-scripts allow-modals; default-src 'none'; style-src 'unsafe-inline'; "
         "script-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"},
        {"Content-Disposition",
         fmt::format("inline; filename*=UTF-8''{}.html", percent_encoded(summary.patient.chart))}};
    return response;
}

Response safety(const ReadRequest& call) {
    db::refuse_clock_behind(call.book());
    const auto& request = call.request;
    const auto plan =
        tracking::planned_session(call.book(),
                                  call.patient().id,
                                  call.today(),
                                  {.at = request.query_parameter("on"),
                                   .areas = request.query_parameters("area"),
                                   .device = request.query_parameter("device"),
                                   .lot = request.query_parameter("lot"),
                                   .anaesthetic = request.query_parameter("anaesthetic"),
                                   .glide = request.query_parameter("glide")});
    return json_response(
        exchange::assessment_json(clinical::assess(tracking::load_situation(call.book(), plan))));
}

Response aftercare(const ReadRequest& call) {
    const auto history = progress::load_history(call.book(), call.patient());
    const auto at = call.read_query_parameter<schema::CivilTime>("at").value_or(call.now);
    const auto care = clinical::aftercare(progress::care_facts(history), at);
    return json_response(exchange::aftercare_json(care, progress::care_card(history, care)));
}

progress::OutcomesRequest outcomes_wanted(const ReadRequest& call) {
    const auto& request = call.request;
    return progress::read_outcomes_request(call.book(),
                                           call.today(),
                                           {.instruments = request.query_parameters("instrument"),
                                            .by = request.query_parameter("by"),
                                            .at = request.query_parameter("at")});
}

Response outcomes(const ReadRequest& call) {
    return json_response(
        exchange::outcomes_json(progress::load_outcomes(call.book(), outcomes_wanted(call))));
}

DependsOn on_wanted_scales(const ReadRequest& call) {
    DependsOn depends_on;
    for (const auto& each : outcomes_wanted(call).wanted) {
        depends_on.scales.push_back(each.instrument.id);
    }
    return depends_on;
}

}  // namespace

std::vector<Route> progress_routes() {
    const std::string patient = "/api/v1/patients/{chart}/";
    return {
        {.method = "GET",
         .path = patient + "progress",
         .access = Right::read_records,
         .query_parameters = {"as_of"},
         .read = {AccessAct::progress, &progress},
         .depends_on = &on_patient},
        {.method = "GET",
         .path = patient + "report",
         .access = Right::print_reports,
         .query_parameters = {"as_of", "for", "language"},
         .read = {AccessAct::report, &report},
         .depends_on = &on_patient},
        {.method = "GET",
         .path = patient + "safety",
         .access = Right::read_records,
         .query_parameters = {"as_of", "on", "area", "device", "lot", "anaesthetic", "glide"},
         .read = {AccessAct::safety, &safety}},
        {.method = "GET",
         .path = patient + "aftercare",
         .access = Right::read_records,
         .query_parameters = {"at"},
         .read = {AccessAct::aftercare, &aftercare}},
        {.method = "GET",
         .path = "/api/v1/outcomes",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .query_parameters = {"as_of", "instrument", "by", "at"},
         .read = {AccessAct::outcomes, &outcomes},
         .depends_on = &on_wanted_scales},
    };
}

}  // namespace server
