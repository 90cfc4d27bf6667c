// Patients: the list, one of them, and the clinic's labels.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/patient_list_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/server/http/problem.h"
#include "app/server/http/target.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/merge.h"
#include "app/tracking/restore.h"
#include "app/tracking/settings.h"
#include "app/tracking/write.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/tags.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;
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

db::PatientQuery query_of(const ReadRequest& call) {
    const auto& request = call.request;
    const auto word = request.query_parameter("sort").value_or("chart");
    const auto order = schema::read_word<db::PatientOrder>(word);
    if (!order) {
        throw schema::misused("sort",
                              fmt::format("\"{}\" is not one of them", word),
                              "give " + schema::word_list<db::PatientOrder>())
            .as("address_value", {{"value", std::string(word)}});
    }
    const int most = call.page_length();
    db::PatientQuery query{.search = request.query_parameter("search").value_or(""),
                           .order = *order,
                           .most = static_cast<std::size_t>(most)};
    if (const auto after = call.read_query_parameter<std::int64_t>("after")) {
        query.after = schema::Id<Patient>(*after);
    }
    return query;
}

Response list_patients(const ReadRequest& call) {
    const auto page = call.setup.patients->page(call.book(), query_of(call));
    if (!page) {
        throw schema::misused("after",
                              "that patient is not in this list, or not any more",
                              "begin with the first page again")
            .as("list_changed");
    }
    std::vector<schema::Tag> tags;
    for (const auto& listed : page->patients) {
        const auto own = db::tags_of(call.book(), listed.patient.id);
        tags.insert(tags.end(), own.begin(), own.end());
    }
    return json_response(exchange::patient_page_json(*page, tags));
}

Response show_patient(const ReadRequest& call) {
    return shown(call.book(), call.patient());
}

Response add(WriteRequest& call) {
    const std::string what = "patient add";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, *answer, 201));
    }
    Patient patient;
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason"}, patient, problems);
    exchange::require_members(call.body, kinds::of<Patient>(), problems);
    schema::refuse_any(std::move(problems));
    const auto receipt = tracking::record(call.book, call.submission(what), patient);
    return shown(call.book, receipt.answer, 201);
}

Response correct_patient(WriteRequest& call) {
    const std::string what = "patient correct";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, *answer, 200));
    }
    auto patient = call.patient();
    if (auto other = other_version(call, patient.version, [&] {
            return exchange::patient_json(patient, db::tags_of(call.book, patient.id));
        })) {
        return std::move(*other);
    }
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason"}, patient, problems);
    schema::refuse_any(std::move(problems));
    tracking::correct(call.book, call.submission(what), patient);
    return shown(call.book, *db::find(call.book, patient.id));
}

Response void_patient(WriteRequest& call) {
    const std::string what = "patient void";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, *answer, 200));
    }
    const auto patient = call.patient();
    refuse_other_members(call.body, {"reason"});
    tracking::void_record(call.book, call.submission(what), patient);
    return shown(call.book, *db::find(call.book, patient.id));
}

Response restore_patient(WriteRequest& call) {
    const std::string what = "patient restore";
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, *answer, 200));
    }
    const auto patient = tracking::patient_to_restore(call.book, call.path_parameter("chart"));
    refuse_other_members(call.body, {"confirm", "reason"});
    tracking::restore_record(call.book, call.submission(what), patient);
    return shown(call.book, *db::find(call.book, patient.id));
}

// Of the patient in the path, what differs from the one it would be merged into.
Response merging(const ReadRequest& call) {
    const auto into = call.request.query_parameter("into");
    if (!into) {
        throw schema::misused("into", "is missing", "name the other chart: ?into=C-002");
    }
    const auto other = tracking::patient_with_chart(call.book(), *into);
    call.shows(other);
    const auto plan = tracking::plan_merge(call.book(), call.patient(), other);
    auto differences = Json::array();
    for (const auto& each : plan.differences) {
        differences.push_back({{"field", each.field}, {"from", each.from}, {"into", each.into}});
    }
    return json_response(Json{{"records", plan.records}, {"differences", differences}});
}

Response merge(WriteRequest& call) {
    const std::string what(tracking::merges_patients);
    if (const auto answer = call.answered_before(what)) {
        return repeated(shown(call.book, *answer, 200));
    }
    refuse_other_members(call.body, {"into", "reason", "take"});
    const auto from = call.patient();
    const auto into = tracking::patient_with_chart(call.book, need_text(call.body, "into"));
    std::set<std::string> take;
    if (const auto names = call.body.find("take"); names != call.body.end() && !names->is_null()) {
        for (const auto& each : *names) {
            if (!names->is_array() || !each.is_string()) {
                throw schema::refused(
                    "take", "is not an array of texts", "give the fields: [\"born\"]");
            }
            take.insert(each.get<std::string>());
        }
    }
    const auto receipt =
        tracking::merge_patients(call.book, call.submission(what), from, into, take);
    return shown(call.book, receipt.answer, 200);
}

Response tag(WriteRequest& call) {
    const auto patient = call.patient();
    refuse_other_members(call.body, {"reason", "value"});
    const auto value = call.body.find("value");
    if (value == call.body.end() || !value->is_string()) {
        throw schema::refused("value", "is missing or is not a text", "give {\"value\": \"…\"}");
    }
    tracking::tag(call.book,
                  call.submission("patient tag"),
                  {patient.id, call.path_parameter("key"), value->get<std::string>()});
    return shown(call.book, patient);
}

Response untag(WriteRequest& call) {
    const auto patient = call.patient();
    refuse_other_members(call.body, {"reason"});
    tracking::untag(
        call.book, call.submission("patient untag"), patient.id, call.path_parameter("key"));
    return shown(call.book, patient);
}

}  // namespace

std::vector<Route> patient_routes() {
    const std::string all = "/api/v1/patients";
    const std::string one = all + "/{chart}";
    const std::string label = one + "/tags/{key}";
    return {
        {.method = "GET",
         .path = all,
         .access = Right::read_records,
         .query_parameters = {"search", "sort", "limit", "after"},
         .read = {AccessAct::list, &list_patients}},
        {.method = "POST",
         .path = all,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &add},
        {.method = "GET",
         .path = one,
         .access = Right::read_records,
         .read = {AccessAct::patient, &show_patient}},
        {.method = "PATCH",
         .path = one,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &correct_patient},
        {.method = "POST",
         .path = one + "/void",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &void_patient},
        {.method = "POST",
         .path = one + "/restore",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &restore_patient},
        {.method = "GET",
         .path = one + "/merge",
         .access = Right::read_records,
         .query_parameters = {"into"},
         .read = {AccessAct::merge, &merging}},
        {.method = "POST",
         .path = one + "/merge",
         .access = Right::void_others,
         .pool = WorkerPool::write,
         .write = &merge},
        {.method = "PUT",
         .path = label,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &tag},
        {.method = "DELETE",
         .path = label,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &untag},
    };
}

}  // namespace server
