// One entry for a whole visit, and one for its correction.

#include <memory>

#include <nlohmann/json.hpp>

#include "app/json/entry_json.h"
#include "app/json/record_json.h"
#include "app/json/visit_reading.h"
#include "app/server/http/problem.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/recorded_entry.h"
#include "app/server/routes/route.h"
#include "app/tracking/visit/visit_preview.h"
#include "db/records/instruments.h"

namespace server {

namespace {

using Json = exchange::OrderedJson;

Response recorded_at_visit(const WriteRequest& call, const std::string& answer, int status) {
    auto records = Json::array();
    for (const auto& name : tracking::written_at_visit(answer)) {
        Json one = {{"kind", name.kind}};
        one.update(recorded_entry(call.book, kinds::named(name.kind), name.id));
        records.push_back(std::move(one));
    }
    return json_response(Json{{"records", std::move(records)}}, status);
}

Response record_visit_sent(WriteRequest& call) {
    const std::string what = "visit record";
    if (const auto answer = call.answered_before(what)) {
        return repeated(recorded_at_visit(call, *answer, 201));
    }
    auto read = exchange::read_visit(call.body, call.patient().id);
    schema::refuse_any(std::move(read.problems));
    return asking_for_reasons([&] {
        const auto receipt =
            tracking::record_visit(call.book, call.submission(what), std::move(read.visit));
        return recorded_at_visit(call, receipt.answer, 201);
    });
}

// 412 with what is stored of the records that somebody corrected or voided meanwhile.
Response corrected_meanwhile(const WriteRequest& call,
                             const schema::Patient& patient,
                             const std::vector<schema::AnyRecord>& records) {
    auto stored = Json::array();
    for (const auto& each : records) {
        stored.push_back({{"kind", kinds::ConstRecord(each).kind().noun},
                          {"record", exchange::record_json(each, patient.chart)}});
    }
    auto response = outdated(call.body, {{"records", std::move(stored)}});
    response.shown = std::make_shared<const std::vector<ShownPatient>>(
        1, ShownPatient{patient.id, patient.chart});
    return response;
}

Response correct_visit_sent(WriteRequest& call) {
    const std::string what = "visit correct";
    if (const auto answer = call.answered_before(what)) {
        return repeated(recorded_at_visit(call, *answer, 200));
    }
    const auto patient = call.patient();
    auto read = exchange::read_visit_correction(call.body, patient.id, call.book);
    if (!read.outdated.empty()) {
        return corrected_meanwhile(call, patient, read.outdated);
    }
    schema::refuse_any(std::move(read.problems));
    return asking_for_reasons([&] {
        const auto receipt =
            tracking::correct_visit(call.book, call.submission(what), std::move(read.visit));
        return recorded_at_visit(call, receipt.answer, 200);
    });
}

Response preview_visit_sent(const ReadRequest& call) {
    const auto read = exchange::read_visit_correction(call.body, call.patient().id, call.book());
    auto preview = tracking::preview_visit(call.book(), read.visit, read.session_is_whole);
    preview.problems.insert(preview.problems.begin(), read.problems.begin(), read.problems.end());
    return json_response(exchange::visit_preview_json(preview, db::all_instruments(call.book())));
}

}  // namespace

std::vector<Route> visit_routes() {
    const std::string path = "/api/v1/patients/{chart}/visits";
    return {
        {.method = "POST",
         .path = path,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &record_visit_sent},
        {.method = "PATCH",
         .path = path,
         .access = Right::write_observations,
         .pool = WorkerPool::write,
         .write = &correct_visit_sent},
        {.method = "POST",
         .path = path + "/preview",
         .access = Right::read_records,
         .read = {AccessAct::preview, &preview_visit_sent}},
    };
}

}  // namespace server
