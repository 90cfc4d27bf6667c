// What keeps the book: its ledger, whether it is whole, and files that come into it.

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/exchange/dry_run.h"
#include "app/exchange/import.h"
#include "app/exchange/import_request.h"
#include "app/exchange/ledger_json.h"
#include "app/server/book_check.h"
#include "app/server/route.h"
#include "app/server/written.h"
#include "app/tracking/check.h"
#include "db/clock.h"

namespace server {

namespace {

constexpr std::size_t most_rows = 200;  // of an entry: an import has millions

Response ledger(const Question& question) {
    const int most = question.page_length();
    const auto after = question.read_asked<std::int64_t>("after");
    std::ostringstream json;
    exchange::write_ledger_json(json,
                                question.book,
                                {.with_changes = true,
                                 .after = after.value_or(0),
                                 .before = question.read_asked<std::int64_t>("before"),
                                 .most = most,
                                 .newest_first = !after},
                                most_rows);
    return json_response(std::move(json).str());
}

Response ledger_of_patient(const Question& question) {
    std::ostringstream json;
    exchange::write_ledger_json(
        json, question.book, {.patient = question.patient().id, .with_changes = true}, most_rows);
    return json_response(std::move(json).str());
}

// What everybody who works with the book must be told before anything else.
Response health(const Question& question) {
    auto warnings = question.book.warnings();
    if (auto behind = db::clock_problem(question.book)) {
        warnings.push_back(std::move(*behind));
    }
    nlohmann::ordered_json json{{"warnings", exchange::problems_json(warnings)},
                                {"check", nullptr}};
    const auto end = db::ledger_end(question.book);
    json["ledger"] = {{"entry", end.seq}, {"hash", db::hex(end.hash)}};
    if (const auto last = question.setup.check->last()) {
        json["check"] = {{"at", last->at.text()},
                         {"whole", last->problems.empty()},
                         {"problems", exchange::problems_json(last->problems)}};
    }
    return json_response(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

Response check(const Question& question) {
    return json_response(
        exchange::check_json(tracking::check(question.book, [](std::int64_t, std::int64_t) {})));
}

Response import(Order& order) {
    const auto options = exchange::read_import_request(order.body);
    const auto submission = order.submission("import");
    if (options.dry_run) {
        return json_response(
            exchange::dry_run_json(exchange::dry_run_file(order.book, submission, options, {})));
    }
    const auto report =
        exchange::import_file(order.book, submission, options, {}, [&](const auto& write) {
            const std::lock_guard turn(*order.setup.writing);
            write();
        });
    if (report.repeated) {
        order.answered_before("import " + report.kind);  // refuses a key of something else
    }
    return json_response(exchange::import_report_json(report), 201);
}

}  // namespace

std::vector<Route> keeping_routes() {
    return {
        {.method = "GET",
         .path = "/api/v1/ledger",
         .lane = Lane::slow,
         .asks = {"after", "before", "limit"},
         .read = &ledger},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/ledger",
         .lane = Lane::slow,
         .read = &ledger_of_patient},
        {.method = "GET", .path = "/api/v1/health", .read = &health, .has_own_moment = true},
        {.method = "GET",
         .path = "/api/v1/check",
         .lane = Lane::slow,
         .read = &check,
         .has_own_moment = true},
        {.method = "POST", .path = "/api/v1/imports", .lane = Lane::import, .write = &import},
    };
}

}  // namespace server
