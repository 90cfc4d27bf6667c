#include "app/server/request_dispatcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/json/json_reading.h"
#include "app/server/answered.h"
#include "app/server/body_limit.h"
#include "app/server/http/device_token.h"
#include "app/server/http/problem.h"
#include "app/server/http/refusals.h"
#include "app/server/noted_answers.h"
#include "app/server/routes/pages.h"
#include "app/server/sealed_text.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/wall_clock.h"
#include "db/clock.h"
#include "db/file/book_file.h"
#include "db/ledger/erasure.h"
#include "db/ledger/invalidation.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/secrets/access_head.h"
#include "db/secrets/draft_key.h"
#include "db/snapshot.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_cached_bytes = 12 * 1024 * 1024;

Refusal no_route(const Found& found) {
    if (found.methods.empty()) {
        return {.status = 404,
                .detail = "there is nothing under this address",
                .remedy = "docs/openapi.yaml lists what there is",
                .told = {"error.gone"}};
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

// What is asked, by people of the same rights: nobody gets an answer that was made for others.
std::string question_of(const Request& request, const access_control::Grant& grant) {
    return fmt::format("{} {}", access_control::rights_text(grant.rights()), request.target);
}

std::function<access_control::Moment()> clock_of(const Options& options) {
    return options.moment ? options.moment : &tracking::moment_now;
}

bool is_open(const Request& request) {
    const auto found = find_route(request);
    return found.route != nullptr && found.route->access.is_open();
}

Json body_of(const Request& request) {
    return request.body.empty() || is_upload(request) ? Json::object()
                                                      : exchange::read_json_object(request.body);
}

}  // namespace

Server::RequestDispatcher::RequestDispatcher(
    const Options& options,
    Guard& guard,
    Events& events,
    std::function<std::optional<schema::Problem>()> certificate_problem)
    : options_(options),
      guard_(guard),
      events_(events),
      setup_{.actor = options.actor,
             .version = options.version,
             .guard = &guard,
             .events = &events,
             .patients = &patients_,
             .check = &check_,
             .drafts = &drafts_,
             .readings = &readings_,
             .emergencies = &emergencies_,
             .moment = clock_of(options),
             .reachable = options.reachable,
             .certificate_problem = std::move(certificate_problem),
             .writing = &writing_},
      was_not_closed_(was_not_closed(options.book)),
      book_(tracking::open_book(options.book, options.actor)),
      import_book_(db::Book::open(options.book)),
      drafts_(db::resolved(options.book), db::draft_key(book_)),
      books_(options.book),
      emergencies_(book_, setup_.moment()),
      readings_([this](const auto& known) { return db::AccessLog(*books_.lend(), known); },
                options.log,
                options.longest_unlogged),
      cache_(most_cached_bytes),
      clock_(options.now),
      check_(
          options.book,
          [now = options.now, zone = db::read_clinic(book_).time_zone] { return now(zone); },
          options.log,
          was_not_closed_),
      backups_(options.book,
               options.version,
               options.between_backup_looks,
               setup_.moment,
               options.log,
               [&events](const auto& line) { events.happened(line); }) {
    look_for_accounts(book_);
    if (const auto damaged = drafts_.damaged()) {
        options.log(fmt::format("drafts: {}: {}", damaged->where, damaged->what));
    }
}

void Server::RequestDispatcher::look_for_accounts(const db::Book& book) {
    if (guard_.has_accounts() || !db::has_accounts(book)) {
        return;
    }
    const std::lock_guard lock(writing_);
    if (guard_.has_accounts()) {
        return;  // somebody was quicker
    }
    auto key = db::draft_key(book_);
    if (!key) {
        db::change_secrets(book_, [&](db::SecretWrite& write) {
            key = db::keep_draft_key(write, new_seal_key());
        });
    }
    drafts_.encrypt(*key, drafts_of(db::all_accounts(book_).front().id));
    guard_.accounts_found();
    readings_.begin();
}

RequestHandler Server::RequestDispatcher::handler() {
    return {.refusal =
                [this](const Request& request) {
                    auto refused = guard_.refusal(request, is_open(request));
                    if (refused) {
                        report_refusal(refused->status);
                        add_safeguards(request, *refused);
                    }
                    return refused;
                },
            .body_limit =
                [](const Request& request) { return longest_body(request, is_open(request)); },
            .placement = [this](const Request& request) { return placement(request); },
            .answer =
                [this](const Request& request) {
                    return answered(
                        request, [&] { return answer_or_throw(request); }, options_.log);
                },
            .fault = answer_of_fault};
}

// Same_as: of routes whose answer rests on nothing but the target, the book and who asks.
Placement Server::RequestDispatcher::placement(const Request& request) const {
    const auto found = find_route(request);
    if (found.route == nullptr) {
        return {};
    }
    const auto& route = *found.route;
    const bool is_shared = !route.access.is_open() && request.reads() &&
                           (route.depends_on || route.pool == WorkerPool::slow);
    const auto question = request.method + " " + request.target;
    if (!guard_.has_accounts()) {
        return {.pool = route.pool,
                .client = guard_.browser_of(request).value_or(0),
                .same_as = is_shared ? question : ""};
    }
    // Whose token it is, nobody has looked up yet: only the same one is the same asker.
    const auto token = token_of(request, guard_).value_or("");
    return {.pool = route.pool,
            .client = tokens_.number_of(token),
            .same_as = is_shared ? question + "\n" + token : ""};
}

// Who is shown the way to the encrypted port is not refused.
void Server::RequestDispatcher::report_refusal(int status) {
    if (status < 400) {
        return;
    }
    events_.happened(fmt::format("a request was refused with {}", status));
}

Response Server::RequestDispatcher::answer_or_throw(const Request& request) {
    const auto found = find_route(request);
    if (found.route == nullptr && !is_interface(request)) {
        return page(request, guard_, events_);
    }
    if (found.route == nullptr) {
        throw Refused(no_route(found));
    }
    const auto loan = books_.lend();
    look_for_accounts(*loan);
    const auto& route = *found.route;
    auto response = route.access.is_open() ? answer_anybody(*loan, found, request)
                                           : answer_asker(*loan, found, request);
    if (route.write != nullptr) {
        look_for_accounts(*loan);  // the next request is looked at before it comes here
    } else if (const auto behind = db::clock_problem(*loan)) {
        response.headers.emplace_back("Needlebook-Clock-Behind", behind->what);
    }
    return response;
}

Response Server::RequestDispatcher::answer_anybody(const db::Book& book,
                                                   const Found& found,
                                                   const Request& request) {
    refuse_unknown_query(*found.route, request);
    if (found.route->sign_in != nullptr) {
        return sign_in(found, request);
    }
    const auto moment =
        found.route->has_own_moment ? nullptr : std::make_unique<db::Snapshot>(book);
    const auto now = clock_.now(book, db::last_entry(book));
    auto response = found.route->open({{setup_, request, found.path_parameters, now}, book});
    if (guard_.has_accounts()) {
        note_own_page(readings_, response, setup_.moment());
    }
    return response;
}

Response Server::RequestDispatcher::answer_asker(const db::Book& book,
                                                 const Found& found,
                                                 const Request& request) {
    auto asker = asker_of(book, request, guard_, options_.actor, setup_.moment());
    if (asker.grant.account()) {
        tokens_.keep(*token_of(request, guard_));
        asker.emergency = emergencies_.reason_of(asker.person, setup_.moment());
    }
    try {
        return answer_known(asker, book, found, request);
    } catch (const schema::Error& error) {
        if (error.fault() == schema::Fault::forbidden && asker.grant.account()) {
            note_refused(readings_, asker, error.problems().front().where, setup_.moment());
        }
        throw;
    }
}

Response Server::RequestDispatcher::answer_known(const Asker& asker,
                                                 const db::Book& book,
                                                 const Found& found,
                                                 const Request& request) {
    const auto& route = *found.route;
    if (const auto right = route.access.right()) {
        access_control::require(asker.grant, *right);
    }
    // Pages ask by themselves what time it is and how the book is.
    if (asker.person && (route.access.right() || !request.reads())) {
        note_use(*asker.person);
    }
    refuse_unknown_query(route, request);
    if (route.sign_in != nullptr) {
        return sign_in(found, request);
    }
    return route.write != nullptr ? write(asker, found, request)
                                  : read(asker, book, found, request);
}

// While somebody writes for long it is kept by the next request. No reader is refused for it.
void Server::RequestDispatcher::note_use(const access_control::Person& person) {
    const std::unique_lock lock(writing_, std::try_to_lock);
    if (!lock.owns_lock()) {
        return;
    }
    try {
        access_control::note_use(book_, person, setup_.moment());
    } catch (const schema::Error& error) {
        if (error.fault() != schema::Fault::busy) {
            options_.log(error.what());
        }
    }
}

Response Server::RequestDispatcher::read(const Asker& asker,
                                         const db::Book& book,
                                         const Found& found,
                                         const Request& request) {
    const auto act = asker.grant.account() ? found.route->read.act(request) : std::nullopt;
    if (!act) {
        return read_or_known(asker, book, found, request);
    }
    refuse_unlogged(readings_, asker);
    auto response = read_or_known(asker, book, found, request);
    note_answer(readings_, asker, *act, response, setup_.moment());
    return response;
}

Response Server::RequestDispatcher::read_or_known(const Asker& asker,
                                                  const db::Book& book,
                                                  const Found& found,
                                                  const Request& request) {
    const auto& route = *found.route;
    const auto body = body_of(request);
    const auto moment = route.has_own_moment ? nullptr : std::make_unique<db::Snapshot>(book);
    const auto entry = db::last_entry(book);
    const auto now = clock_.now(book, entry);
    const auto question = route.depends_on ? question_of(request, asker.grant) : "";
    if (route.depends_on) {
        cache_.catch_up(entry, now.day(), [&](std::int64_t since) {
            return db::invalidation_after(book, since);
        });
        if (auto known = cache_.find(now.day(), question)) {
            return std::move(*known);
        }
    }
    const ReadRequest call({setup_, request, found.path_parameters, now}, asker, book, body);
    auto response = route.read(call);
    if (!call.shown().empty()) {
        response.shown = std::make_shared<const std::vector<ShownPatient>>(call.shown());
    }
    if (route.depends_on && response.status == 200) {
        cache_.keep(entry, now.day(), question, route.depends_on(call), response);
    }
    return response;
}

Response Server::RequestDispatcher::write(const Asker& asker,
                                          const Found& found,
                                          const Request& request) {
    const auto body = body_of(request);
    require_submission_key(request);
    const bool imports = found.route->pool == WorkerPool::import;
    auto& book = imports ? import_book_ : book_;
    std::unique_lock writing(writing_, std::defer_lock);
    if (!imports) {  // an import waits for its turn when it has read its file
        writing.lock();
    }
    db::finish_erasure(book);
    const auto now = clock_.now(book, db::last_entry(book));
    WriteRequest call{{setup_, request, found.path_parameters, now}, asker, book, body};
    auto response = found.route->write(call);
    if (asker.grant.account() && response.shown) {  // refused, and shows what is there
        refuse_unlogged(readings_, asker);
        note_answer(readings_, asker, AccessAct::record, response, setup_.moment());
    }
    if (const auto key = request.header("idempotency-key"); key && response.status < 300) {
        drafts_.recorded(*key, asker.owner_of_drafts());
        if (const auto done = db::submitted(book, *key)) {
            response.headers.emplace_back("Ledger-Entry", std::to_string(done->seq));
        }
    }
    return response;
}

// Who is signed in changes in the turn of the writer, but for what the ledger tells.
Response Server::RequestDispatcher::sign_in(const Found& found, const Request& request) {
    const auto body = body_of(request);
    const auto answer = [&] {
        const std::lock_guard lock(writing_);
        const auto now = clock_.now(book_, db::last_entry(book_));
        return found.route->sign_in({{setup_, request, found.path_parameters, now}, book_, body});
    };
    auto response = answer();
    keep_end_of_log();
    return response;
}

void Server::RequestDispatcher::keep_end_of_log() {
    const auto end = readings_.written();
    const std::lock_guard lock(writing_);
    try {
        if (end) {
            db::change_secrets(book_,
                               [&](db::SecretWrite& write) { db::keep_access_head(write, *end); });
        }
    } catch (const schema::Error& error) {
        options_.log(error.what());  // whoever signed in is signed in; the next one keeps it
    }
}

}  // namespace server
