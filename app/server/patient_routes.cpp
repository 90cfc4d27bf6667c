// Patients: the list, one of them, and the clinic's labels.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/exchange/patient_list_json.h"
#include "app/exchange/patient_view_json.h"
#include "app/exchange/record_json.h"
#include "app/exchange/record_reading.h"
#include "app/progress/care_card.h"
#include "app/progress/load_history.h"
#include "app/progress/sentences_en.h"
#include "app/progress/summary.h"
#include "app/server/events.h"
#include "app/server/guard.h"
#include "app/server/problem.h"
#include "app/server/route.h"
#include "app/server/target.h"
#include "app/server/written.h"
#include "app/tracking/link.h"
#include "app/tracking/settings.h"
#include "app/tracking/write.h"
#include "db/patient_links.h"
#include "db/patients.h"
#include "db/records.h"
#include "db/tags.h"

namespace server {

namespace {

using schema::Patient;

Response shown(const db::Book& book, const Patient& patient, int status = 200) {
    auto response =
        json_response(exchange::patient_json(patient, db::tags_of(book, patient.id)), status);
    response.headers.emplace_back("ETag", version_tag(patient.version));
    return response;
}

// The patient with this id as it is by now; voided ones too.
Response shown(const db::Book& book, const std::string& id, int status) {
    const auto patient = db::find(book, *schema::Text<schema::Id<Patient>>::read(id));
    auto response = shown(book, *patient, status);
    if (status == 201) {
        response.headers.emplace_back("Location",
                                      "/api/v1/patients/" + percent_encoded(patient->chart));
    }
    return response;
}

db::PatientQuery query_of(const Question& question) {
    const auto& request = question.request;
    const auto word = request.asked("sort").value_or("chart");
    const auto order = schema::read_word<db::PatientOrder>(word);
    if (!order) {
        throw schema::misused("sort",
                              fmt::format("\"{}\" is not one of them", word),
                              "give " + schema::word_list<db::PatientOrder>());
    }
    const int most = question.page_length();
    db::PatientQuery query{.search = request.asked("search").value_or(""),
                           .order = *order,
                           .most = static_cast<std::size_t>(most)};
    if (const auto after = question.read_asked<std::int64_t>("after")) {
        query.after = schema::Id<Patient>(*after);
    }
    return query;
}

Response list_patients(const Question& question) {
    const auto page = question.setup.patients->page(question.book, query_of(question));
    if (!page) {
        throw schema::misused("after",
                              "that patient is not in this list, or not any more",
                              "begin with the first page again");
    }
    std::vector<schema::Tag> tags;
    for (const auto& listed : page->patients) {
        const auto own = db::tags_of(question.book, listed.patient.id);
        tags.insert(tags.end(), own.begin(), own.end());
    }
    return json_response(exchange::patient_page_json(*page, tags));
}

Response show_patient(const Question& question) {
    return shown(question.book, question.patient());
}

Response add(Order& order) {
    const std::string what = "patient add";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, *answer, 201));
    }
    Patient patient;
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, patient, problems);
    exchange::require_members(order.body, kinds::of<Patient>(), problems);
    schema::refuse_any(std::move(problems));
    const auto receipt = tracking::record(order.book, order.submission(what), patient);
    return shown(order.book, receipt.answer, 201);
}

Response correct_patient(Order& order) {
    const std::string what = "patient correct";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, *answer, 200));
    }
    auto patient = order.patient();
    if (auto other = other_version(order, patient.version, [&] {
            return exchange::patient_json(patient, db::tags_of(order.book, patient.id));
        })) {
        return std::move(*other);
    }
    std::vector<schema::Problem> problems;
    exchange::set_members(order.body, {"reason"}, patient, problems);
    schema::refuse_any(std::move(problems));
    tracking::correct(order.book, order.submission(what), patient);
    return shown(order.book, *db::find(order.book, patient.id));
}

Response void_patient(Order& order) {
    const std::string what = "patient void";
    if (const auto answer = order.answered_before(what)) {
        return repeated(shown(order.book, *answer, 200));
    }
    const auto patient = order.patient();
    refuse_other_members(order.body, {"reason"});
    tracking::void_record(order.book, order.submission(what), patient);
    return shown(order.book, *db::find(order.book, patient.id));
}

Response tag(Order& order) {
    const auto patient = order.patient();
    refuse_other_members(order.body, {"reason", "value"});
    const auto value = order.body.find("value");
    if (value == order.body.end() || !value->is_string()) {
        throw schema::refused("value", "is missing or is not a text", "give {\"value\": \"…\"}");
    }
    tracking::tag(order.book,
                  order.submission("patient tag"),
                  {patient.id, order.place("key"), value->get<std::string>()});
    return shown(order.book, patient);
}

Response untag(Order& order) {
    const auto patient = order.patient();
    refuse_other_members(order.body, {"reason"});
    tracking::untag(order.book, order.submission("patient untag"), patient.id, order.place("key"));
    return shown(order.book, patient);
}

Response link_json(const std::string& key, const Call& call, int status) {
    const auto path = "/p/" + key;
    const nlohmann::ordered_json json = {{"path", path},
                                         {"url", call.setup.guard->origin() + path}};
    return json_response(json.dump(2), status);
}

Response link_in_force(const db::Book& book, const Call& call, int status) {
    const auto key = db::link_of(book, patient_with_chart(book, call.place("chart")).id);
    if (!key) {
        throw schema::missing(
            "link", "the patient has no page of their own", "POST here makes one");
    }
    return link_json(*key, call, status);
}

Response link(Order& order) {
    const std::string what = "patient link";
    if (order.answered_before(what)) {
        return repeated(link_in_force(order.book, order, 201));
    }
    refuse_other_members(order.body, {"reason"});
    return link_json(
        tracking::link_patient(order.book, order.submission(what), order.patient().id), order, 201);
}

Response show_link(const Question& question) {
    return link_in_force(question.book, question, 200);
}

Response unlink(Order& order) {
    refuse_other_members(order.body, {"reason"});
    tracking::unlink_patient(order.book, order.submission("patient unlink"), order.patient().id);
    return {.status = 204, .content_type = ""};
}

// What a patient reads of themselves, for who has the key of their page. A wrong key and a
// withdrawn one are the same: nothing is there.
Response own_view(const Question& question) {
    const auto patient = db::patient_of_link(question.book, question.place("key"));
    if (!patient) {
        question.setup.events->happened("a patient's page was asked for with a key of none");
        auto refused = problem(
            schema::missing("key", "there is no such page", "ask the clinic for a new address"));
        refused.is_late = true;
        return refused;
    }
    const auto history = progress::load_history(question.book, *patient);
    const auto care = clinical::aftercare(progress::care_facts(history), question.now);
    return json_response(
        exchange::patient_view_json(progress::summarise(history, question.now.day()),
                                    care,
                                    progress::care_card(history, care, progress::english()),
                                    history.clinic.name));
}

}  // namespace

std::vector<Route> patient_routes() {
    const std::string all = "/api/v1/patients";
    const std::string one = all + "/{chart}";
    const std::string label = one + "/tags/{key}";
    return {
        {.method = "GET",
         .path = all,
         .asks = {"search", "sort", "limit", "after"},
         .read = &list_patients},
        {.method = "POST", .path = all, .lane = Lane::write, .write = &add},
        {.method = "GET", .path = one, .read = &show_patient},
        {.method = "PATCH", .path = one, .lane = Lane::write, .write = &correct_patient},
        {.method = "POST", .path = one + "/void", .lane = Lane::write, .write = &void_patient},
        {.method = "GET", .path = one + "/link", .read = &show_link},
        {.method = "POST", .path = one + "/link", .lane = Lane::write, .write = &link},
        {.method = "DELETE", .path = one + "/link", .lane = Lane::write, .write = &unlink},
        {.method = "GET", .path = "/p/{key}/progress", .read = &own_view},
        {.method = "PUT", .path = label, .lane = Lane::write, .write = &tag},
        {.method = "DELETE", .path = label, .lane = Lane::write, .write = &untag},
    };
}

}  // namespace server
