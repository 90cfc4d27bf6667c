#include "app/server/first_start.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/json_reading.h"
#include "app/json/record_reading.h"
#include "app/server/answered.h"
#include "app/server/http/problem.h"
#include "app/server/http/refusals.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/pages.h"
#include "app/tracking/clinic/begin.h"
#include "app/tracking/wall_clock.h"
#include "db/file/head.h"

namespace server {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_beginning = 64 * 1024;
constexpr std::size_t longest_of_a_page_alone = 1024;
constexpr std::string_view ending_of_books = ".needlebook";

std::string interface_path(const Request& request) {
    return fmt::format("/{}", fmt::join(request.segments, "/"));
}

// Pages ask it first, of everybody.
bool asks_who_is_here(const Request& request) {
    return request.reads() && interface_path(request) == "/api/v1/sign-in";
}

Refusal no_book() {
    return {.status = 404,
            .detail = "there is no book yet",
            .remedy = "begin one at the address that `needlebook serve` printed",
            .code = "no_book",
            .told = {"error.no_book"}};
}

std::vector<std::string> books_beside(const fs::path& file) {
    std::vector<std::string> names;
    for (const auto& each : fs::directory_iterator(file.parent_path())) {
        const auto name = each.path().filename();
        if (name.extension() == ending_of_books && name != file.filename() &&
            each.is_regular_file()) {
            names.push_back(name.string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

// The records of the clinic's own under `name`.
template <class Record>
std::vector<Record> records_in(const Json& body,
                               const std::string& name,
                               std::vector<schema::Problem>& problems) {
    std::vector<Record> records;
    const auto found = body.find(name);
    if (found == body.end()) {
        return records;
    }
    if (!found->is_array()) {
        problems.push_back({name, "is no list", "give an array of objects"});
        return records;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        std::vector<schema::Problem> own;
        const auto& each = (*found)[i];
        Record record;
        if (each.is_object()) {
            exchange::set_members(each, {}, record, own);
            exchange::require_members(each, kinds::of<Record>(), own);
        } else {
            own.push_back({"", "is no object", "give its fields as members"});
        }
        for (auto& problem : own) {
            problem.where = fmt::format("{}/{}/{}", name, i, problem.where);
            problems.push_back(std::move(problem));
        }
        records.push_back(std::move(record));
    }
    return records;
}

tracking::Beginning beginning_in(const Json& body) {
    refuse_other_members(body, {"clinic", "protocols", "stock"});
    tracking::Beginning beginning;
    std::vector<schema::Problem> problems;
    const auto clinic = body.find("clinic");
    if (clinic == body.end() || !clinic->is_object()) {
        throw schema::refused("clinic", "is missing", "give its name and its time zone")
            .as("lacking_text");
    }
    exchange::set_members(*clinic, {}, beginning.clinic, problems);
    beginning.protocols = records_in<schema::Protocol>(body, "protocols", problems);
    beginning.stock = records_in<schema::Stock>(body, "stock", problems);
    schema::refuse_any(std::move(problems));
    return beginning;
}

}  // namespace

std::optional<PlaceOfBook> place_of_book(const fs::path& book) {
    if (fs::symlink_status(book).type() != fs::file_type::not_found) {
        return std::nullopt;
    }
    const auto file = fs::absolute(book).lexically_normal();
    if (!fs::is_directory(file.parent_path())) {
        throw schema::damaged(book.string(),
                              "there is no book, and no folder in which to begin one",
                              "look at the path; a new book is begun in a folder that is there");
    }
    if (fs::exists(db::head_path(file))) {
        throw schema::damaged(book.string(),
                              "there is no book, but what belongs to one lies here: it was moved "
                              "or removed",
                              "bring it back, or a backup: `needlebook restore FILE`");
    }
    return PlaceOfBook{.file = file, .others = books_beside(file)};
}

FirstStart::FirstStart(const Options& options,
                       Guard& guard,
                       Events& events,
                       std::function<void()> begun)
    : options_(options), guard_(guard), events_(events), begun_(std::move(begun)) {}

RequestHandler FirstStart::handler() {
    return {
        .refusal =
            [this](const Request& request) {
                auto refused = guard_.refusal(request, asks_who_is_here(request));
                if (refused) {
                    events_.happened(fmt::format("a request was refused with {}", refused->status));
                    add_safeguards(request, *refused);
                }
                return refused;
            },
        .body_limit =
            [](const Request& request) {
                return is_interface(request) ? longest_beginning : longest_of_a_page_alone;
            },
        .placement =
            [](const Request& request) {
                return Placement{.pool = request.reads() ? WorkerPool::network : WorkerPool::write};
            },
        .answer =
            [this](const Request& request) {
                return answered(
                    request, [&] { return answer(request); }, options_.log);
            },
        .fault = answer_of_fault};
}

Response FirstStart::answer(const Request& request) {
    if (!is_interface(request)) {
        return page(request, guard_, events_);
    }
    if (interface_path(request) == "/api/v1/first-start") {
        return request.reads() ? place() : begin(request);
    }
    throw Refused(no_book());
}

Response FirstStart::place() const {
    const auto place = place_of_book(options_.book);
    if (!place) {
        throw schema::changed(options_.book.filename().string(),
                              "a file came there meanwhile",
                              "end the program and start it again: it serves what lies there")
            .as("book_came");
    }
    return json_response(Json{{"file", place->file.filename().string()},
                              {"folder", place->file.parent_path().string()},
                              {"others", place->others},
                              {"zone", tracking::local_time_zone()},
                              {"key", guard_.key()}});
}

Response FirstStart::begin(const Request& request) {
    if (request.method != "POST") {
        throw Refused({.status = 405,
                       .detail = "this address does not take the method",
                       .remedy = "use one of those in Allow",
                       .headers = {{"Allow", "GET, HEAD, POST"}}});
    }
    const auto beginning = beginning_in(exchange::read_json_object(request.body));
    place();  // that it is still free
    tracking::begin_book(options_.book, beginning, options_.actor);
    events_.happened(fmt::format("a book was begun: {}",
                                 fs::absolute(options_.book).lexically_normal().string()));
    begun_();
    return json_response(Json{{"clinic", beginning.clinic.name}}, 201);
}

}  // namespace server
