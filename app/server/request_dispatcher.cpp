#include "app/server/request_dispatcher.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/json/json_reading.h"
#include "app/server/http/problem.h"
#include "app/server/routes/pages.h"
#include "app/tracking/catalogue.h"
#include "db/clock.h"
#include "db/file/book_file.h"
#include "db/ledger/erasure.h"
#include "db/ledger/ledger.h"
#include "db/ledger/touched.h"
#include "db/records/clinic.h"
#include "db/snapshot.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_cached_bytes = 12 * 1024 * 1024;
constexpr std::size_t longest_record = 1024 * 1024;
constexpr std::size_t longest_of_a_page = 1024;  // a page is only read
constexpr std::size_t longest_import = 64 * 1024 * 1024;

Refusal fault(int status) {
    switch (status) {
        case 413:
            return {.status = status,
                    .detail = "the body is longer than this takes",
                    .remedy = "send less at a time"};
        case 503:
            return {.status = status,
                    .detail =
                        "too much waits to be done, for this browser or for all, or the "
                        "server is about to stop",
                    .remedy = "try again in a moment",
                    .headers = {{"Retry-After", "1"}}};
        default:
            return {.status = 400,
                    .detail = "this is not a sound HTTP request",
                    .remedy = "look at the target, Host, and how the body's length is told"};
    }
}

Refusal no_route(const Found& found) {
    if (found.methods.empty()) {
        return {.status = 404,
                .detail = "there is nothing under this address",
                .remedy = "docs/openapi.yaml lists what there is"};
    }
    return {.status = 405,
            .detail = "this address does not take the method",
            .remedy = "use one of those in Allow",
            .headers = {{"Allow", fmt::format("{}", fmt::join(found.methods, ", "))}}};
}

// A parameter that is not known was meant to say something.
void refuse_unknown_query(const Route& route, const Request& request) {
    for (const auto& [name, value] : request.query) {
        if (std::find(route.query_parameters.begin(), route.query_parameters.end(), name) ==
            route.query_parameters.end()) {
            throw schema::misused(
                "query",
                fmt::format("parameter \"{}\" is not known here", name),
                route.query_parameters.empty()
                    ? "leave it out"
                    : fmt::format("there are {}", fmt::join(route.query_parameters, ", ")));
        }
    }
}

void require_submission_key(const Request& request) {
    constexpr std::size_t longest = 200;
    const auto key = request.header("idempotency-key");
    const bool sound =
        key && !key->empty() && key->size() <= longest &&
        std::all_of(key->begin(), key->end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
    if ((request.method == "POST" || key) && !sound) {
        throw schema::misused("Idempotency-Key",
                              key ? "is not a key" : "is missing",
                              "send a new random key with each submission, and the same key when "
                              "you send it again: 1 to 200 visible ASCII characters");
    }
}

Json body_of(const Request& request) {
    return request.body.empty() ? Json::object() : exchange::read_json_object(request.body);
}

}  // namespace

Server::RequestDispatcher::RequestDispatcher(const Options& options, int port)
    : options_(options),
      guard_(port, new_secrets()),
      events_(options.on_message),
      drafts_(db::resolved(options.book)),
      setup_{.actor = options.actor,
             .version = options.version,
             .guard = &guard_,
             .events = &events_,
             .patients = &patients_,
             .check = &check_,
             .drafts = &drafts_,
             .writing = &writing_},
      was_not_closed_(was_not_closed(options.book)),
      book_(tracking::open_book(options.book, options.actor)),
      import_book_(db::Book::open(options.book)),
      books_(options.book),
      cache_(most_cached_bytes),
      clock_(options.now),
      check_(
          options.book,
          [now = options.now, zone = db::read_clinic(book_).time_zone] { return now(zone); },
          options.log,
          was_not_closed_) {}

RequestHandler Server::RequestDispatcher::handler() {
    return {.refusal =
                [this](const Request& request) {
                    auto refused = guard_.refusal(request);
                    if (refused) {
                        report_refusal(refused->status);
                        add_safeguards(request, *refused);
                    }
                    return refused;
                },
            .body_limit =
                [](const Request& request) {
                    const bool imports = !request.segments.empty() && is_interface(request) &&
                                         request.segments.back() == "imports";
                    if (!is_interface(request)) {
                        return longest_of_a_page;
                    }
                    return imports ? longest_import : longest_record;
                },
            .placement = [this](const Request& request) { return placement(request); },
            .answer = [this](const Request& request) { return answer(request); },
            .fault =
                [](int status) {
                    auto response = problem(fault(status));
                    add_safeguards({}, response);
                    return response;
                }};
}

Response Server::RequestDispatcher::answer(const Request& request) {
    Response response;
    try {
        response = answer_or_throw(request);
    } catch (const Refused& refused) {
        response = problem(refused.refusal());
    } catch (const tracking::Asked& asked) {
        response = problem(asked);
    } catch (const schema::Error& error) {
        if (status_of(error.fault()) >= 500 && error.fault() != schema::Fault::busy) {
            options_.log(error.what());
        }
        response = problem(error);
    } catch (const std::exception& error) {
        response = unknown_inside(error);
    }
    add_safeguards(request, response);
    return response;
}

// Who asks for the same and still waits gets the same answer: of routes whose answer rests on
// nothing but the target and the book.
Placement Server::RequestDispatcher::placement(const Request& request) const {
    const auto found = find_route(request);
    if (found.route == nullptr) {
        return {};
    }
    const auto& route = *found.route;
    const bool is_shared = request.reads() && (route.depends_on || route.pool == WorkerPool::slow);
    return {.pool = route.pool,
            .client = guard_.browser_of(request).value_or(0),
            .same_as = is_shared ? request.method + " " + request.target : ""};
}

void Server::RequestDispatcher::report_refusal(int status) {
    events_.happened(fmt::format("a request was refused with {}", status));
}

// What happened is for the person at the machine; who asks learns only that it did.
Response Server::RequestDispatcher::unknown_inside(const std::exception& error) const {
    options_.log(error.what());
    return problem(Refusal{.status = 500,
                           .detail = "something failed inside; nothing was written that was not "
                                     "acknowledged",
                           .remedy = "see what the program says where it was started"});
}

Response Server::RequestDispatcher::answer_or_throw(const Request& request) {
    const auto found = find_route(request);
    if (found.route == nullptr && !is_interface(request)) {
        return page(request, guard_, events_);
    }
    if (found.route == nullptr) {
        throw Refused(no_route(found));
    }
    refuse_unknown_query(*found.route, request);
    const auto body = body_of(request);
    return found.route->write != nullptr ? write(found, request, body) : read(found, request, body);
}

Response Server::RequestDispatcher::read(const Found& found,
                                         const Request& request,
                                         const Json& body) {
    const auto loan = books_.lend();
    auto response = read(*loan, found, request, body);
    if (const auto behind = db::clock_problem(*loan)) {
        response.headers.emplace_back("Needlebook-Clock-Behind", behind->what);
    }
    return response;
}

Response Server::RequestDispatcher::read(const db::Book& book,
                                         const Found& found,
                                         const Request& request,
                                         const Json& body) {
    const auto& route = *found.route;
    const auto moment = route.has_own_moment ? nullptr : std::make_unique<db::Snapshot>(book);
    const auto entry = db::last_entry(book);
    const auto now = clock_.now(book, entry);
    if (route.depends_on) {
        cache_.catch_up(
            entry, now.day(), [&](std::int64_t since) { return db::touched_after(book, since); });
        if (auto known = cache_.find(now.day(), request.target)) {
            return std::move(*known);
        }
    }
    const ReadRequest call{{setup_, request, found.path_parameters, now}, book, body};
    auto response = route.read(call);
    if (route.depends_on && response.status == 200) {
        cache_.keep(entry, now.day(), request.target, route.depends_on(call), response);
    }
    return response;
}

Response Server::RequestDispatcher::write(const Found& found,
                                          const Request& request,
                                          const Json& body) {
    require_submission_key(request);
    const bool imports = found.route->pool == WorkerPool::import;
    auto& book = imports ? import_book_ : book_;
    std::unique_lock writing(writing_, std::defer_lock);
    if (!imports) {  // an import waits for its turn when it has read its file
        writing.lock();
    }
    db::finish_erasure(book);
    const auto now = clock_.now(book, db::last_entry(book));
    WriteRequest call{{setup_, request, found.path_parameters, now}, book, body};
    auto response = found.route->write(call);
    if (const auto key = request.header("idempotency-key"); key && response.status < 300) {
        drafts_.recorded(*key);
        if (const auto done = db::submitted(book, *key)) {
            response.headers.emplace_back("Ledger-Entry", std::to_string(done->seq));
        }
    }
    return response;
}

}  // namespace server
