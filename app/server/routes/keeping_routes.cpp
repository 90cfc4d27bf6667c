// What keeps the book: its ledger, whether it is whole, and files that come into it.

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/status.h"
#include "app/backup/status_json.h"
#include "app/import/dry_run.h"
#include "app/import/import.h"
#include "app/import/import_request.h"
#include "app/import/proposal/proposal_json.h"
#include "app/json/ledger_json.h"
#include "app/server/book_check.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/check.h"
#include "app/tracking/undo.h"
#include "app/tracking/wall_clock.h"
#include "db/clock.h"
#include "db/ledger/signature.h"
#include "db/records/clinic.h"
#include "schema/types/text.h"

namespace server {

namespace {

constexpr std::size_t most_rows = 200;  // of an entry: an import has millions

Response ledger(const ReadRequest& call) {
    const int most = call.page_length("after or before");
    const auto after = call.read_query_parameter<std::int64_t>("after");
    std::ostringstream json;
    exchange::write_ledger_json(json,
                                call.book(),
                                {.after = after.value_or(0),
                                 .before = call.read_query_parameter<std::int64_t>("before"),
                                 .most = most,
                                 .newest_first = !after},
                                most_rows);
    return json_response(std::move(json).str());
}

Response ledger_of_patient(const ReadRequest& call) {
    std::ostringstream json;
    exchange::write_ledger_json(json, call.book(), {.patient = call.patient().id}, most_rows);
    return json_response(std::move(json).str());
}

// A key of record that is none is forged too.
std::optional<db::Unsigned> unsigned_or_forged(const db::Book& book) {
    try {
        return db::unsigned_state(book);
    } catch (const schema::Error& error) {
        if (error.fault() != schema::Fault::damaged) {
            throw;
        }
        return db::Unsigned{db::Unsigned::Why::forged, error.problems().front()};
    }
}

nlohmann::ordered_json unsigned_json(const db::Book& book) {
    using Why = db::Unsigned::Why;
    const auto found = unsigned_or_forged(book);
    if (!found) {
        return nullptr;
    }
    const auto* const why = [&] {
        switch (found->why) {
            case Why::no_key:
                return "no_key";
            case Why::key_missing:
                return "key_missing";
            case Why::key_unusable:
                return "key_unusable";
            case Why::not_signed:
                return "not_signed";
            case Why::forged:
                break;
        }
        return "forged";
    }();
    return {{"why", why}, {"where", found->problem.where}};
}

// On the clinic's wall clock.
nlohmann::ordered_json backup_json(const ReadRequest& call) {
    const auto& book = call.book_without_records();
    const tracking::WallClock clock(db::read_clinic(book).time_zone);
    const auto status = backup::status_of(book, call.setup.moment().time_since_epoch().count());
    return backup::status_json(status, [&](std::int64_t moment) -> std::optional<std::string> {
        constexpr std::int64_t day = 24 * 60 * 60;
        const auto utc = schema::CivilTime::at_minute(
            schema::Date::of(1970, 1, 1)->plus_days(static_cast<int>(moment / day)),
            static_cast<int>(moment % day / 60));
        const auto shown = clock.shown(utc, 0);
        return shown ? std::optional(shown->text()) : std::nullopt;
    });
}

// What everybody who works with the book must be told before anything else. That entries are not
// signed is for who can do something about it.
Response health(const ReadRequest& call) {
    auto warnings = call.book_without_records().warnings();
    if (auto behind = db::clock_problem(call.book_without_records())) {
        warnings.push_back(std::move(*behind));
    }
    if (auto damaged = call.setup.drafts->damaged()) {
        warnings.push_back(std::move(*damaged));
    }
    const bool is_keeper = call.asker.grant.has(Right::keep_book);
    if (is_keeper) {
        if (auto ending = call.setup.certificate_problem()) {
            warnings.push_back(std::move(*ending));
        }
    }
    nlohmann::ordered_json json{
        {"warnings", exchange::problems_json(warnings)}, {"unsigned", nullptr}, {"check", nullptr}};
    if (is_keeper) {
        json["unsigned"] = unsigned_json(call.book_without_records());
    }
    const auto end = db::ledger_end(call.book_without_records());
    json["ledger"] = {{"entry", end.seq}, {"hash", db::hex(end.hash)}};
    json["backup"] = backup_json(call);
    if (const auto last = call.setup.check->last()) {
        json["check"] = {{"at", last->at.text()},
                         {"whole", last->problems.empty()},
                         {"problems", exchange::problems_json(last->problems)}};
    }
    return json_response(json);
}

Response check(const ReadRequest& call) {
    return json_response(
        exchange::check_json(tracking::check(call.book(), [](std::int64_t, std::int64_t) {})));
}

Response import(WriteRequest& call) {
    const auto options = exchange::read_import_request(call.body);
    const auto submission = call.submission("import");
    if (options.propose) {
        return json_response(
            exchange::proposal_json(exchange::propose_import(call.book, submission, options, {})));
    }
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

std::int64_t sequence_of(const WriteRequest& call) {
    const auto text = call.path_parameter("seq");
    const auto seq = schema::Text<std::int64_t>::read(text);
    if (!seq || *seq < 1) {
        throw schema::missing("ledger",
                              fmt::format("\"{}\" is not the number of an entry", text),
                              "GET /api/v1/ledger shows them")
            .as("gone");
    }
    return *seq;
}

// The sequences in the answer of an undo.
nlohmann::ordered_json sequences_json(const std::string& answer) {
    auto list = nlohmann::ordered_json::array();
    std::istringstream texts(answer);
    for (std::int64_t seq = 0; texts >> seq;) {
        list.push_back(seq);
    }
    return list;
}

Response undo(WriteRequest& call) {
    refuse_other_members(call.body, {"confirm", "reason"});
    const auto receipt =
        tracking::undo_entry(call.book, call.submission("undo"), sequence_of(call));
    auto response =
        json_response(nlohmann::ordered_json{{"undone", sequences_json(receipt.answer)}});
    return receipt.repeated ? repeated(std::move(response)) : response;
}

Response void_entry(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    const auto receipt =
        tracking::void_entry(call.book, call.submission("void"), sequence_of(call));
    auto response = json_response(nlohmann::ordered_json{{"voided", receipt.answer}});
    return receipt.repeated ? repeated(std::move(response)) : response;
}

}  // namespace

std::vector<Route> keeping_routes() {
    return {
        {.method = "GET",
         .path = "/api/v1/ledger",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .query_parameters = {"after", "before", "limit"},
         .read = {AccessAct::ledger, &ledger}},
        {.method = "GET",
         .path = "/api/v1/patients/{chart}/ledger",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .read = {AccessAct::history, &ledger_of_patient}},
        {.method = "POST",
         .path = "/api/v1/ledger/{seq}/undo",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &undo},
        {.method = "POST",
         .path = "/api/v1/ledger/{seq}/void",
         .access = Right::void_own,
         .pool = WorkerPool::write,
         .write = &void_entry},
        {.method = "GET",
         .path = "/api/v1/health",
         .access = SignedIn{},
         .read = {NoRecord{}, &health},
         .has_own_moment = true},
        {.method = "GET",
         .path = "/api/v1/check",
         .access = Right::read_records,
         .pool = WorkerPool::slow,
         .read = {NoRecord{}, &check},
         .has_own_moment = true},
        {.method = "POST",
         .path = "/api/v1/imports",
         .access = Right::import_records,
         .pool = WorkerPool::import,
         .write = &import},
    };
}

}  // namespace server
