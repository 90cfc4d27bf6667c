// What keeps the book: its ledger, whether it is whole, and files that come into it.

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/import/dry_run.h"
#include "app/import/import.h"
#include "app/import/import_request.h"
#include "app/json/ledger_json.h"
#include "app/server/book_check.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/check.h"
#include "db/clock.h"

namespace server {

namespace {

constexpr std::size_t most_rows = 200;  // of an entry: an import has millions

Response ledger(const ReadRequest& call) {
    const int most = call.page_length("after or before");
    const auto after = call.read_query_parameter<std::int64_t>("after");
    std::ostringstream json;
    exchange::write_ledger_json(json,
                                call.book,
                                {.with_changes = true,
                                 .after = after.value_or(0),
                                 .before = call.read_query_parameter<std::int64_t>("before"),
                                 .most = most,
                                 .newest_first = !after},
                                most_rows);
    return json_response(std::move(json).str());
}

Response ledger_of_patient(const ReadRequest& call) {
    std::ostringstream json;
    exchange::write_ledger_json(
        json, call.book, {.patient = call.patient().id, .with_changes = true}, most_rows);
    return json_response(std::move(json).str());
}

// What everybody who works with the book must be told before anything else.
Response health(const ReadRequest& call) {
    auto warnings = call.book.warnings();
    if (auto behind = db::clock_problem(call.book)) {
        warnings.push_back(std::move(*behind));
    }
    nlohmann::ordered_json json{{"warnings", exchange::problems_json(warnings)},
                                {"check", nullptr}};
    const auto end = db::ledger_end(call.book);
    json["ledger"] = {{"entry", end.seq}, {"hash", db::hex(end.hash)}};
    if (const auto last = call.setup.check->last()) {
        json["check"] = {{"at", last->at.text()},
                         {"whole", last->problems.empty()},
                         {"problems", exchange::problems_json(last->problems)}};
    }
    return json_response(json);
}

Response check(const ReadRequest& call) {
    return json_response(
        exchange::check_json(tracking::check(call.book, [](std::int64_t, std::int64_t) {})));
}

Response import(WriteRequest& call) {
    const auto options = exchange::read_import_request(call.body);
    const auto submission = call.submission("import");
    if (options.dry_run) {
        return json_response(
            exchange::dry_run_json(exchange::dry_run_file(call.book, submission, options, {})));
    }
    const auto report =
        exchange::import_file(call.book, submission, options, {}, [&](const auto& write) {
            const std::lock_guard turn(*call.setup.writing);
            write();
        });
    if (report.repeated) {
        call.answered_before("import " + report.kind);  // refuses a key of something else
    }
    return json_response(exchange::import_report_json(report), 201);
}

}  // namespace

std::vector<Route> keeping_routes() {
    return {
        {.method = "GET",
         .path = "/api/v1/ledger",
         .pool = WorkerPool::slow,
         .query_parameters = {"after", "before", "limit"},
         .read = &ledger},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/ledger",
         .pool = WorkerPool::slow,
         .read = &ledger_of_patient},
        {.method = "GET", .path = "/api/v1/health", .read = &health, .has_own_moment = true},
        {.method = "GET",
         .path = "/api/v1/check",
         .pool = WorkerPool::slow,
         .read = &check,
         .has_own_moment = true},
        {.method = "POST", .path = "/api/v1/imports", .pool = WorkerPool::import, .write = &import},
    };
}

}  // namespace server
