// Erasure of a patient by law, and whose records need not be kept any more.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/erasure_json.h"
#include "app/server/drafts.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/erasure.h"
#include "app/tracking/questions.h"
#include "app/tracking/restore.h"

namespace server {

namespace {

constexpr std::string_view confirms = "erase";

// What would go, for whoever is asked whether it is meant.
Response show_erasure(const ReadRequest& call) {
    const auto& book = call.book();
    const auto patient = tracking::patient_voided_or_not(book, call.path_parameter("chart"));
    call.shows(patient);
    const auto plan = tracking::plan_erasure(book, patient, call.today());
    return json_response(
        exchange::erasure_plan_json(plan, call.setup.drafts->names_of(book, patient).size()));
}

std::optional<std::string> legal_reason_in(const nlohmann::ordered_json& body) {
    const auto found = body.find("legal_reason");
    if (found == body.end() || found->is_null()) {
        return std::nullopt;
    }
    if (!found->is_string()) {
        throw schema::refused("legal_reason", "is not a text", "say by which law, in a sentence");
    }
    return found->get<std::string>();
}

// Throws tracking::Asked with how much there is, unless it is confirmed.
void ask_whether_meant(const WriteRequest& call,
                       const db::Submission& submission,
                       const tracking::ErasureRequest& request) {
    const auto patient = tracking::patient_voided_or_not(call.book, request.chart);
    const auto plan = tracking::plan_erasure(call.book, patient);
    tracking::refuse_erasure(plan, submission, request);
    if (std::find(submission.confirm.begin(), submission.confirm.end(), confirms) !=
        submission.confirm.end()) {
        return;
    }
    std::string counts;
    for (const auto& [what, count] : plan.counts) {
        counts += fmt::format(", {}: {}", what, count);
    }
    throw tracking::Asked({{.fault = schema::Fault::implausible,
                            .field = std::string(confirms),
                            .reason = "erases the patient for good" + counts,
                            .told = {"error.erases"}}});
}

Response erase(WriteRequest& call) {
    refuse_other_members(call.body, {"confirm", "legal_reason", "reason"});
    const auto submission = call.submission(std::string(db::erases_patient));
    const tracking::ErasureRequest request{
        .chart = call.path_parameter("chart"),
        .legal_reason = legal_reason_in(call.body),
        .discard_drafts = [&](const db::Book& book, const schema::Patient& patient) {
            return call.setup.drafts->discard_of(book, patient);
        }};
    if (!tracking::was_erased(call.book, submission, request.chart)) {
        ask_whether_meant(call, submission, request);
    }
    const auto erased = tracking::erase_patient(call.book, submission, request);
    if (erased.repeated) {
        return repeated(json_response(exchange::erased_json(erased, {}, std::nullopt)));
    }
    const auto copies =
        db::copies_with(call.book, erased.plan.patient.id, erased.plan.patient.chart, {});
    return json_response(exchange::erased_json(
        erased, copies, tracking::erasure_certificate(call.book, erased, copies)));
}

Response retention_due(const ReadRequest& call) {
    return json_response(
        exchange::retention_json(tracking::retention_due(call.book(), call.today())));
}

}  // namespace

std::vector<Route> erasure_routes() {
    const std::string one = "/api/v1/patients/{chart}";
    return {
        {.method = "GET",
         .path = one + "/erasure",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .query_parameters = {"as_of"},
         .read = {AccessAct::erasure, &show_erasure}},
        {.method = "POST",
         .path = one + "/erase",
         .access = Right::keep_book,
         .pool = WorkerPool::write,
         .write = &erase},
        {.method = "GET",
         .path = "/api/v1/retention/due",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .query_parameters = {"as_of"},
         .read = {AccessAct::retention, &retention_due}},
    };
}

}  // namespace server
