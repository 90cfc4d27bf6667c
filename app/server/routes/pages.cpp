#include "app/server/routes/pages.h"

#include <map>

#include <fmt/format.h>

#include "app/server/http/problem.h"
#include "app/web/bundle.h"
#include "db/ledger/sha256.h"

namespace server {

namespace {

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".js")) {
        return "text/javascript; charset=utf-8";
    }
    if (name.ends_with(".css")) {
        return "text/css; charset=utf-8";
    }
    if (name.ends_with(".json")) {
        return "application/json; charset=utf-8";
    }
    if (name.ends_with(".svg")) {
        return "image/svg+xml";
    }
    if (name.ends_with(".png")) {
        return "image/png";
    }
    if (name.ends_with(".webmanifest")) {
        return "application/manifest+json";
    }
    if (name.ends_with(".bin")) {
        return "application/octet-stream";
    }
    return name.ends_with(".woff2") ? "font/woff2" : "text/html; charset=utf-8";
}

// Names a state of a file, so that a browser asks for the bytes only when they are others.
const std::string& tag_of(std::string_view name) {
    static const auto tags = [] {
        std::map<std::string_view, std::string> all;
        for (const auto& file : web::bundled_files()) {
            all.emplace(file.name, fmt::format("\"{}\"", db::hex(db::sha256(file.bytes))));
        }
        return all;
    }();
    return tags.at(name);
}

Response file(const Request& request, std::string_view name) {
    const auto& tag = tag_of(name);
    Response response{.content_type = std::string(type_of(name)),
                      .headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}},
                      .fixed = web::bundled(name)};
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        response.content_type.clear();
        response.fixed = {};
    }
    return response;
}

bool is_bundled(std::string_view name) {
    for (const auto& each : web::bundled_files()) {
        if (each.name == name) {
            return true;
        }
    }
    return false;
}

// What earlier versions kept in the browser's storage goes.
Response let_in(const Request& request, Guard& guard, Events& events) {
    Response response{.status = 303,
                      .content_type = "",
                      .headers = {{"Location", "/"}, {"Cache-Control", "no-store"}}};
    if (guard.has_accounts()) {
        return response;  // one signs in there
    }
    response.headers.emplace_back("Clear-Site-Data", "\"storage\"");
    if (guard.browser_of(request)) {
        return response;
    }
    const auto cookie = request.method == "GET"
                            ? guard.admit(request.query_parameter("secret").value_or(""))
                            : std::nullopt;
    if (cookie) {
        events.admitted();
        response.headers.emplace_back("Set-Cookie", *cookie);
        return response;
    }
    events.happened("a start address that lets nobody in was tried");
    response = problem(Refusal{.status = 403,
                               .detail = "this address was used already, or is of an earlier start",
                               .remedy = "open the address that `needlebook serve` printed last; "
                                         "Enter there prints another"});
    response.is_late = true;
    return response;
}

bool is_patients_page(const Request& request) {
    return request.segments.front() == "p" && request.segments.size() == 2;
}

}  // namespace

Response page(const Request& request, Guard& guard, Events& events) {
    if (!request.reads()) {
        return problem(Refusal{.status = 405,
                               .detail = "a page is only read",
                               .remedy = "writes go to /api/v1",
                               .headers = {{"Allow", "GET, HEAD"}}});
    }
    const auto& segments = request.segments;
    if (segments.empty()) {
        return file(request, "index.html");
    }
    if (segments.size() == 1 && segments.front() == "start") {
        return let_in(request, guard, events);
    }
    if (segments.size() == 1 && is_bundled(segments.front())) {
        return file(request, segments.front());
    }
    // A chart number may have a dot; elsewhere one means a file that is not there.
    const bool names_a_file =
        segments.front() != "patients" && segments.back().find('.') != std::string::npos;
    const bool is_address = !names_a_file && (segments.front() != "p" || is_patients_page(request));
    if (is_address) {
        return file(request, "index.html");
    }
    return problem(Refusal{.status = 404, .detail = "there is no such page", .remedy = "go to /"});
}

void add_safeguards(const Request& request, Response& response) {
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value_of(response.headers, name)) {
            response.headers.emplace_back(name, value);
        }
    };
    add("Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'");
    if (request.way == Way::encrypted) {
        add("Strict-Transport-Security", "max-age=31536000");
    }
    add("X-Content-Type-Options", "nosniff");
    add("X-Frame-Options", "DENY");
    add("Referrer-Policy", "same-origin");
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
    if (is_interface(request) || request.segments.size() > 2) {
        add("Cache-Control", "no-store");
    }
}

}  // namespace server
