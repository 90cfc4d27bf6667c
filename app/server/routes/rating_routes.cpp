// Photographs that are rated without names and dates, for studies of agreement.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/agreement_json.h"
#include "app/json/record_json.h"
#include "app/progress/agreement/load_study.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/photos/rating.h"
#include "db/records/agreement_photos.h"
#include "db/records/instruments.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace server {

namespace {

using exchange::OrderedJson;
using schema::Agreement;

schema::Id<Agreement> study_id_in(const Call& call) {
    const auto id = schema::Text<schema::Id<Agreement>>::read(call.path_parameter("id"));
    if (!id) {
        throw schema::missing("study",
                              fmt::format("\"{}\" is not an id", call.path_parameter("id")),
                              "look at the list")
            .as("gone");
    }
    return *id;
}

template <class Value>
OrderedJson value_or_null(const std::optional<Value>& value) {
    return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

// What somebody has to know to rate, and nothing that was rated.
OrderedJson photo_study_json(const db::Book& book,
                             const std::vector<schema::Instrument>& instruments,
                             const Agreement& study) {
    const auto scale = db::instrument_among(instruments, study.instrument);
    return {{"id", study.id.value},
            {"instrument", scale.code},
            {"name", scale.name},
            {"low", scale.low},
            {"high", value_or_null(scale.high)},
            {"step", value_or_null(scale.step)},
            {"on", study.on.text()},
            {"photos", db::photos_of(book, study.id).size()}};
}

OrderedJson photo_study_json(const db::Book& book, schema::Id<Agreement> id) {
    return photo_study_json(book, db::all_instruments(book), tracking::photo_study(book, id));
}

Response list_photo_studies(const ReadRequest& call) {
    const auto& book = call.book();
    const auto instruments = db::all_instruments(book);
    auto list = OrderedJson::array();
    for (const auto& study : db::studies_of_photos(book)) {
        list.push_back(photo_study_json(book, instruments, study));
    }
    return json_response(list);
}

Response show_photo_study(const ReadRequest& call) {
    const auto study = tracking::photo_study(call.book(), study_id_in(call));
    return json_response(exchange::agreement_json(progress::load_study(call.book(), study)));
}

// `form`: a text of error.form.
template <class Value>
Value number_in(const nlohmann::ordered_json& body, std::string_view name, const char* form) {
    const auto member = body.find(name);
    const auto value = member != body.end() && member->is_number()
                           ? schema::Text<Value>::read(member->dump())
                           : std::nullopt;
    if (!value) {
        const auto wanted = schema::Text<Value>::form();
        throw schema::refused(std::string(name), "is not " + wanted, "give " + wanted)
            .as("misfit", {{"form", schema::Phrase{form}}});
    }
    return *value;
}

Response begin_photo_study(WriteRequest& call) {
    const std::string what = "agreement start";
    const auto shown = [&](const std::string& answer) {
        return json_response(photo_study_json(call.book, schema::Id<Agreement>(std::stoll(answer))),
                             201);
    };
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(*answer));
    }
    refuse_other_members(call.body, {"instrument", "view", "region", "patients", "reason"});
    Agreement study;
    study.instrument = db::find_instrument(call.book, need_text(call.body, "instrument"))
                           .value_or(schema::Instrument{})
                           .id;
    if (study.instrument.value == 0) {
        throw schema::missing(
            "instrument", "there is none with this code", "choose one of the list")
            .as("gone");
    }
    study.patients = number_in<int>(call.body, "patients", "error.form.whole");
    study.on = call.now.day();
    tracking::Drawing drawing{.view = need_word<schema::PhotoView>(call.body, "view")};
    if (text_in(call.body, "region")) {
        drawing.region = need_word<schema::Region>(call.body, "region");
    }
    return shown(tracking::start_photo_study(
                     call.book, call.submission(what), study, drawing, call.now.day())
                     .answer);
}

// Who rates: as they say, else under whose name they work here.
std::string rater_of(const std::optional<std::string>& said, const Asker& asker) {
    return kinds::is_blank(said.value_or("")) ? asker.grant.actor() : *said;
}

Response next_photo(const ReadRequest& call) {
    const auto study = tracking::photo_study(call.book(), study_id_in(call));
    const auto rater = rater_of(call.request.query_parameter("rater"), call.asker);
    const auto next = tracking::next_photo(call.book(), study.id, rater, call.now.day());
    return json_response(OrderedJson{
        {"rater", rater},
        {"photo", next.photo ? OrderedJson(next.photo->id.value) : OrderedJson(nullptr)},
        {"round", next.round},
        {"rated", next.rated},
        {"of", next.of}});
}

Response rate_photo(WriteRequest& call) {
    const std::string what = "agreement rate";
    const auto rated = [](const std::string& answer) {
        return json_response(OrderedJson{{"rating", std::stoll(answer)}}, 201);
    };
    const auto study = study_id_in(call);
    if (const auto answer = call.answered_before(what)) {
        return repeated(rated(*answer));
    }
    refuse_other_members(call.body, {"photo", "value", "rater", "reason"});
    const tracking::PhotoRating rating{
        .study = study,
        .photo = number_in<schema::Id<schema::Photo>>(call.body, "photo", "error.form.id"),
        .rater = rater_of(text_in(call.body, "rater"), call.asker),
        .value = number_in<double>(call.body, "value", "error.form.number")};
    return rated(tracking::rate_photo(call.book, call.submission(what), rating, call.now).answer);
}

}  // namespace

std::vector<Route> rating_routes() {
    const std::string all = "/api/v1/photo_studies";
    const auto one = all + "/{id}";
    return {
        {.method = "GET",
         .path = all,
         .access = Right::read_records,
         .read = {NoRecord(), &list_photo_studies}},
        {.method = "POST",
         .path = all,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &begin_photo_study},
        {.method = "GET",
         .path = one,
         .access = Right::read_records,
         .read = {NoRecord(), &show_photo_study}},
        {.method = "GET",
         .path = one + "/next",
         .access = Right::read_records,
         .query_parameters = {"rater"},
         .read = {NoRecord(), &next_photo}},
        {.method = "POST",
         .path = one + "/ratings",
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &rate_photo},
    };
}

}  // namespace server
