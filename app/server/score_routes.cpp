// Scores: those of a patient, and entering one that was read off a paper chart.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/records/entered_score.h"
#include "app/exchange/record_json.h"
#include "app/exchange/record_reading.h"
#include "app/server/route.h"
#include "app/server/written.h"
#include "app/tracking/score.h"
#include "db/instruments.h"
#include "db/records.h"
#include "db/scores.h"

namespace server {

namespace {

using schema::EnteredScore;
using schema::Score;

Score stored(const db::Book& book, const std::string& text) {
    const auto id = schema::Text<schema::Id<Score>>::read(text);
    auto score = id ? db::find_score(book, *id) : std::nullopt;
    if (!score) {
        throw schema::missing(
            "score", fmt::format("there is none with id \"{}\"", text), "look at the list");
    }
    return *score;
}

std::string json_of(const db::Book& book, const Score& score) {
    return exchange::score_json(
        score, db::all_instruments(book), db::find(book, score.patient)->chart);
}

Response shown(const db::Book& book, const Score& score, int status = 200) {
    auto response = json_response(json_of(book, score), status);
    response.headers.emplace_back("ETag", version_tag(score.version));
    if (status == 201) {
        response.headers.emplace_back("Location", fmt::format("/api/v1/score/{}", score.id.value));
    }
    return response;
}

Response list_scores(const Question& question) {
    const auto patient = question.patient();
    return json_response(exchange::scores_json(db::scores_of(question.book, patient.id),
                                               db::all_instruments(question.book),
                                               patient.chart));
}

Response show_score(const Question& question) {
    return shown(question.book, stored(question.book, question.place("id")));
}

// Puts what the body says into the score; what a correction leaves out stays.
void fill(const Order& order, Score& score, bool is_new) {
    EnteredScore entered{
        .at = score.at, .value = score.value, .region = score.region, .rater = score.rater};
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, entered, problems);
    if (is_new) {
        exchange::require_members(order.body, kinds::of<schema::EnteredScore>(), problems);
    } else if (order.body.contains("instrument") || order.body.contains("region")) {
        problems.push_back({"score",
                            "a correction changes its time, value and rater only",
                            "void it, and record it anew"});
    }
    const auto instrument = db::find_instrument(order.book, entered.instrument);
    if (is_new && problems.empty() && !instrument) {
        problems.push_back({"instrument",
                            fmt::format("\"{}\" is not an instrument", entered.instrument),
                            "/api/v1/instruments lists them"});
    }
    schema::refuse_any(std::move(problems));
    if (is_new) {
        score.instrument = instrument->id;
        score.region = entered.region;
    }
    score.at = entered.at;
    score.value = entered.value;
    score.rater = entered.rater;
}

Response enter_score(Order& order) {
    const std::string what = "score record";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, stored(order.book, *answer), 201));
    }
    Score score;
    score.patient = order.patient().id;
    fill(order, score, true);
    const auto receipt = tracking::record_score(order.book, order.submission(what), score);
    return shown(order.book, stored(order.book, receipt.answer), 201);
}

Response correct_score(Order& order) {
    const std::string what = "score correct";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, stored(order.book, *answer)));
    }
    auto score = stored(order.book, order.place("id"));
    if (auto other =
            other_version(order, score.version, [&] { return json_of(order.book, score); })) {
        return std::move(*other);
    }
    fill(order, score, false);
    tracking::correct_score(order.book, order.submission(what), score);
    return shown(order.book, stored(order.book, order.place("id")));
}

Response void_score(Order& order) {
    const std::string what = "score void";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, stored(order.book, *answer)));
    }
    const auto score = stored(order.book, order.place("id"));
    refuse_other_members(order.body, {"reason"});
    tracking::void_score(order.book, order.submission(what), score.id);
    return shown(order.book, stored(order.book, order.place("id")));
}

}  // namespace

std::vector<Route> score_routes() {
    const std::string of_patient = "/api/v1/patients/{chart}/score";
    const std::string one = "/api/v1/score/{id}";
    return {
        {.method = "GET", .path = of_patient, .read = &list_scores},
        {.method = "POST", .path = of_patient, .lane = Lane::write, .write = &enter_score},
        {.method = "GET", .path = one, .read = &show_score},
        {.method = "PATCH", .path = one, .lane = Lane::write, .write = &correct_score},
        {.method = "POST", .path = one + "/void", .lane = Lane::write, .write = &void_score},
    };
}

}  // namespace server
