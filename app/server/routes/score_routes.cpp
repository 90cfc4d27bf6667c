// Scores: those of a patient, and entering one that was read off a paper chart.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/move.h"
#include "app/tracking/restore.h"
#include "app/tracking/score.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/records/entered_score.h"

namespace server {

namespace {

using schema::EnteredScore;
using schema::Score;

Score stored(const db::Book& book, const std::string& text) {
    const auto id = schema::Text<schema::Id<Score>>::read(text);
    auto score = id ? db::find_score(book, *id) : std::nullopt;
    if (!score) {
        throw schema::missing(
            "score", fmt::format("there is none with id \"{}\"", text), "look at the list")
            .as("gone");
    }
    return *score;
}

exchange::OrderedJson json_of(const db::Book& book, const Score& score) {
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

Response list_scores(const ReadRequest& call) {
    const auto patient = call.patient();
    return json_response(exchange::scores_json(
        db::scores_of(call.book(), patient.id), db::all_instruments(call.book()), patient.chart));
}

Response show_score(const ReadRequest& call) {
    const auto score = stored(call.book(), call.path_parameter("id"));
    call.shows(*db::find(call.book(), score.patient));
    return shown(call.book(), score);
}

// {"treated": "yes"}; null or an empty object: none.
schema::Labels labels_of(const exchange::OrderedJson& said,
                         std::vector<schema::Problem>& problems) {
    schema::Labels labels;
    bool is_object_of_texts = said.is_null() || said.is_object();
    for (const auto& [key, value] : said.items()) {
        is_object_of_texts = is_object_of_texts && value.is_string();
        if (is_object_of_texts) {
            labels.emplace(key, value.get<std::string>());
        }
    }
    if (!is_object_of_texts) {
        problems.push_back({"labels",
                            "is not an object of texts",
                            "write what was on by its key: {\"treated\": \"yes\"}"});
    }
    return labels;
}

// Puts what the body says into the score; what a correction leaves out stays.
void fill(const WriteRequest& call, Score& score, bool is_new) {
    EnteredScore entered{
        .at = score.at, .value = score.value, .region = score.region, .rater = score.rater};
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason", "labels"}, entered, problems);
    if (const auto said = call.body.find("labels"); said != call.body.end()) {
        score.labels = labels_of(*said, problems);
    }
    if (is_new) {
        exchange::require_members(call.body, kinds::of<schema::EnteredScore>(), problems);
    } else if (call.body.contains("instrument") || call.body.contains("region")) {
        problems.push_back({"score",
                            "a correction changes its time, value, rater and labels only",
                            "void it, and record it anew"});
    }
    const auto instrument = db::find_instrument(call.book, entered.instrument);
    if (is_new && problems.empty() && !instrument) {
        problems.push_back(
            schema::Problem{"instrument",
                            fmt::format("\"{}\" is not an instrument", entered.instrument),
                            "/api/v1/instruments lists them"}
                .as("gone"));
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

Response enter_score(WriteRequest& call) {
    const std::string what = "score record";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, stored(call.book, *answer), 201));
    }
    Score score;
    score.patient = call.patient().id;
    fill(call, score, true);
    const auto receipt = tracking::record_score(call.book, call.submission(what), score);
    return shown(call.book, stored(call.book, receipt.answer), 201);
}

Response correct_score(WriteRequest& call) {
    const std::string what = "score correct";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, stored(call.book, *answer)));
    }
    auto score = stored(call.book, call.path_parameter("id"));
    if (auto other =
            other_version(call, score.version, [&] { return json_of(call.book, score); })) {
        return std::move(*other);
    }
    fill(call, score, false);
    tracking::correct_score(call.book, call.submission(what), score);
    return shown(call.book, stored(call.book, call.path_parameter("id")));
}

Response void_score(WriteRequest& call) {
    const std::string what = "score void";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, stored(call.book, *answer)));
    }
    const auto score = stored(call.book, call.path_parameter("id"));
    refuse_other_members(call.body, {"reason"});
    tracking::void_score(call.book, call.submission(what), score.id);
    return shown(call.book, stored(call.book, call.path_parameter("id")));
}

Response restore_score(WriteRequest& call) {
    const std::string what = "score restore";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, stored(call.book, *answer)));
    }
    const auto score = stored(call.book, call.path_parameter("id"));
    refuse_other_members(call.body, {"confirm", "reason"});
    tracking::restore_score(call.book, call.submission(what), score.id);
    return shown(call.book, stored(call.book, call.path_parameter("id")));
}

Response move_score(WriteRequest& call) {
    const std::string what = "score move";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, stored(call.book, *answer)));
    }
    const auto score = stored(call.book, call.path_parameter("id"));
    refuse_other_members(call.body, {"confirm", "reason", "to"});
    const auto to = tracking::patient_with_chart(call.book, need_text(call.body, "to"));
    tracking::move_score(call.book, call.submission(what), score.id, to.id);
    return shown(call.book, stored(call.book, call.path_parameter("id")));
}

}  // namespace

std::vector<Route> score_routes() {
    const std::string of_patient = "/api/v1/patients/{chart}/score";
    const std::string one = "/api/v1/score/{id}";
    return {
        {.method = "GET",
         .path = of_patient,
         .access = Right::read_records,
         .read = {AccessAct::records, &list_scores}},
        {.method = "POST",
         .path = of_patient,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &enter_score},
        {.method = "GET",
         .path = one,
         .access = Right::read_records,
         .read = {AccessAct::record, &show_score}},
        {.method = "PATCH",
         .path = one,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &correct_score},
        {.method = "POST",
         .path = one + "/void",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &void_score},
        {.method = "POST",
         .path = one + "/restore",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &restore_score},
        {.method = "POST",
         .path = one + "/move",
         .access = Right::void_others,
         .pool = WorkerPool::write,
         .write = &move_score},
    };
}

}  // namespace server
