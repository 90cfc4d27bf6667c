// One entry for a whole visit.

#include <nlohmann/json.hpp>

#include "app/json/entry_json.h"
#include "app/json/visit_reading.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/recorded_entry.h"
#include "app/server/routes/route.h"
#include "db/records/instruments.h"

namespace server {

namespace {

using Json = exchange::OrderedJson;

Response recorded_at_visit(const WriteRequest& call, const std::string& answer) {
    auto records = Json::array();
    for (const auto& name : tracking::written_at_visit(answer)) {
        Json one = {{"kind", name.kind}};
        one.update(recorded_entry(call.book, kinds::named(name.kind), name.id));
        records.push_back(std::move(one));
    }
    return json_response(Json{{"records", std::move(records)}}, 201);
}

Response record_visit_sent(WriteRequest& call) {
    const std::string what = "visit record";
    if (const auto answer = call.answered_before(what)) {
        return repeated(recorded_at_visit(call, *answer));
    }
    auto read = exchange::read_visit(call.body, call.patient().id);
    schema::refuse_any(std::move(read.problems));
    return asking_for_reasons([&] {
        const auto receipt =
            tracking::record_visit(call.book, call.submission(what), std::move(read.visit));
        return recorded_at_visit(call, receipt.answer);
    });
}

Response preview_visit_sent(const ReadRequest& call) {
    const auto read = exchange::read_visit(call.body, call.patient().id);
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
        {.method = "POST",
         .path = path + "/preview",
         .access = Right::read_records,
         .read = {AccessAct::preview, &preview_visit_sent}},
    };
}

}  // namespace server
