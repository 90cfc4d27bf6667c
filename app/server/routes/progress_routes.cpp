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
#include "app/progress/words/sentences_en.h"
#include "app/report/progress_html.h"
#include "app/server/http/target.h"
#include "app/server/routes/route.h"
#include "app/tracking/planned_session.h"
#include "app/tracking/safety.h"
#include "db/clock.h"

namespace server {

namespace {

progress::Summary summary_of(const Question& question) {
    return progress::summarise(progress::load_history(question.book, question.patient()),
                               question.today());
}

Response progress(const Question& question) {
    return json_response(exchange::progress_json(summary_of(question)));
}

// The report is one file with its styles in it. It is shown with no rights of ours: sandboxed, it
// is of another origin than the interface.
Response report(const Question& question) {
    const auto whom = question.request.asked("for").value_or("clinic");
    const auto audience = schema::read_word<exchange::Audience>(whom);
    if (!audience) {
        throw schema::misused("for",
                              fmt::format("\"{}\" is not one of them", whom),
                              "give " + schema::word_list<exchange::Audience>());
    }
    const auto summary = summary_of(question);
    auto response = json_response(exchange::progress_html(summary, *audience));
    response.content_type = "text/html; charset=utf-8";
    response.headers = {
        {"Content-Security-Policy",
         "sandbox allow-scripts allow-modals; default-src 'none'; style-src 'unsafe-inline'; "
         "script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"},
        {"Content-Disposition",
         fmt::format("inline; filename*=UTF-8''{}.html", percent_encoded(summary.patient.chart))}};
    return response;
}

Response safety(const Question& question) {
    db::refuse_clock_behind(question.book);
    const auto& request = question.request;
    const auto plan = tracking::planned_session(question.book,
                                                question.patient().id,
                                                question.today(),
                                                {.at = request.asked("on"),
                                                 .areas = request.all_asked("area"),
                                                 .device = request.asked("device"),
                                                 .lot = request.asked("lot"),
                                                 .anaesthetic = request.asked("anaesthetic"),
                                                 .glide = request.asked("glide")});
    return json_response(
        exchange::assessment_json(clinical::assess(tracking::load_situation(question.book, plan))));
}

Response aftercare(const Question& question) {
    const auto history = progress::load_history(question.book, question.patient());
    const auto at = question.read_asked<schema::CivilTime>("at").value_or(question.now);
    const auto care = clinical::aftercare(progress::care_facts(history), at);
    return json_response(
        exchange::aftercare_json(care, progress::care_card(history, care, progress::english())));
}

Response outcomes(const Question& question) {
    const auto& request = question.request;
    const auto wanted =
        progress::read_outcomes_request(question.book,
                                        question.today(),
                                        {.instruments = request.all_asked("instrument"),
                                         .by = request.asked("by"),
                                         .at = request.asked("at")});
    return json_response(exchange::outcomes_json(progress::load_outcomes(question.book, wanted)));
}

}  // namespace

std::vector<Route> progress_routes() {
    const std::string patient = "/api/v1/patients/{chart}/";
    return {
        {.method = "GET",
         .path = patient + "progress",
         .asks = {"as_of"},
         .read = &progress,
         .kept = Kept::while_unchanged},
        {.method = "GET",
         .path = patient + "report",
         .asks = {"as_of", "for"},
         .read = &report,
         .kept = Kept::while_unchanged},
        {.method = "GET",
         .path = patient + "safety",
         .asks = {"as_of", "on", "area", "device", "lot", "anaesthetic", "glide"},
         .read = &safety},
        {.method = "GET", .path = patient + "aftercare", .asks = {"at"}, .read = &aftercare},
        {.method = "GET",
         .path = "/api/v1/outcomes",
         .lane = Lane::slow,
         .asks = {"as_of", "instrument", "by", "at"},
         .read = &outcomes,
         .kept = Kept::while_unchanged},
    };
}

}  // namespace server
