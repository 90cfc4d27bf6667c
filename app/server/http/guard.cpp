#include "app/server/http/guard.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/server/http/device_token.h"
#include "app/server/http/optional_whitespace.h"
#include "app/server/http/problem.h"
#include "app/server/http/secrets.h"
#include "app/server/http/socket_address.h"
#include "app/server/tls/served_certificate.h"
#include "db/records/patient_links.h"
#include "schema/types/text.h"

namespace server {

namespace {

std::string content_type(const Request& request) {
    const auto type = request.header("content-type").value_or("");
    return std::string(without_blanks(std::string_view(type).substr(0, type.find(';'))));
}

bool is_json(const Request& request) {
    return content_type(request) == "application/json";
}

// None of these can be sent by a form of another page.
bool is_picture(const Request& request) {
    constexpr std::array types{"image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"};
    return std::find(types.begin(), types.end(), content_type(request)) != types.end();
}

// Browsers keep a Secure cookie on http://127.0.0.1: nobody else is on the way.
constexpr std::string_view cookie_attributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";

Refusal other_host() {
    return {.status = 421,
            .detail = "this server answers only to the addresses that it has, and Host is none",
            .remedy =
                "open the address that `needlebook serve` printed; Enter there prints "
                "another",
            .told = {"error.not_let_in"}};
}

// Whom a proxy passes a request on for: the last address, which the proxy itself has seen. What
// stands before it, whoever asks has sent.
std::optional<std::string> passed_on_for(const Request& request) {
    std::optional<std::string> last;
    for (const auto& [name, value] : request.headers) {
        if (name == "x-forwarded-for") {
            const auto parts = schema::split(value, ',');
            last = parts.empty() ? std::nullopt : ip_address(without_blanks(parts.back()));
        }
    }
    return last;
}

}  // namespace

Refusal not_signed_in() {
    return {.status = 401,
            .detail = "nobody is signed in here",
            .remedy = "sign in, or send the token of a program: Authorization: Bearer TOKEN",
            .headers = {{"WWW-Authenticate", "Bearer"}},
            .code = "sign_in",
            .told = {"error.sign_in"}};
}

Secrets new_secrets() {
    return {.start = db::unguessable_key(), .key = db::unguessable_key()};
}

Guard::Guard(int port, Secrets secrets, Reach reach)
    : port_(port),
      host_(port == 80 ? "127.0.0.1" : fmt::format("127.0.0.1:{}", port)),
      cookie_name_(fmt::format("__Host-needlebook-start-{}", port)),
      reach_(std::move(reach)),
      secrets_(std::move(secrets)) {}

bool Guard::is_passed_on(const Request& request) const {
    const auto host = request.header("host").value_or("");
    return request.way == Way::loopback &&
           std::find(reach_.behind.begin(), reach_.behind.end(), host) != reach_.behind.end();
}

std::optional<std::string> Guard::origin_of(const Request& request) const {
    const auto host = request.header("host").value_or("");
    if (request.way == Way::loopback) {
        return host == host_           ? std::optional(origin())
               : is_passed_on(request) ? std::optional("https://" + host)
                                       : std::nullopt;
    }
    const auto end = request.port == https_port ? std::string() : fmt::format(":{}", request.port);
    if (host.size() <= end.size() || !host.ends_with(end)) {
        return std::nullopt;
    }
    auto name = std::string_view(host).substr(0, host.size() - end.size());
    if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
        name = name.substr(1, name.size() - 2);
    } else if (name.find(':') != std::string_view::npos) {
        return std::nullopt;
    }
    return is_for(reach_.certificate->shown(), name) ? std::optional("https://" + host)
                                                     : std::nullopt;
}

bool Guard::is_from_network(const Request& request) const {
    return request.way != Way::loopback || is_passed_on(request);
}

std::string Guard::guesser_of(const Request& request) const {
    return network_of(is_passed_on(request) ? passed_on_for(request).value_or("")
                                            : request.address);
}

// Who typed http:// is told where to go; what is not a page, a program asks for, which is to be
// told and not led (ASVS 4.1.2).
Response Guard::way_to_encryption(const Request& request) const {
    const auto origin = origin_of(request);
    if (!origin) {
        return problem(other_host());
    }
    if (request.reads() && request.target == "/authority.crt" && !reach_.authority.empty()) {
        return {.content_type = "application/x-x509-ca-cert", .fixed = reach_.authority};
    }
    if (request.reads() && !is_interface(request)) {
        return {
            .status = 308, .content_type = "", .headers = {{"Location", *origin + request.target}}};
    }
    return problem(
        Refusal{.status = 403,
                .detail = "this is answered over encrypted connections only",
                .remedy = "ask " + *origin + "; what was sent could be read on its way"});
}

std::optional<Response> Guard::refusal(const Request& request, bool is_open) const {
    if (request.way == Way::unencrypted) {
        return way_to_encryption(request);
    }
    if (auto refused = refusal_of_place(request)) {
        return refused;
    }
    if (!is_interface(request)) {
        const bool is_own_page_write = is_open && !request.reads();
        return is_own_page_write ? refusal_of_write(request, is_open) : std::nullopt;
    }
    if (!is_open) {
        if (auto refused = refusal_of_stranger(request)) {
            return refused;
        }
    }
    return request.reads() ? std::nullopt : refusal_of_write(request, is_open);
}

std::optional<Response> Guard::refusal_of_place(const Request& request) const {
    const auto ours = origin_of(request);
    if (!ours) {
        return problem(other_host());
    }
    if (is_passed_on(request) && !passed_on_for(request)) {
        return problem(Refusal{.status = 400,
                               .detail = "the proxy does not say who asks",
                               .remedy = "have it send X-Forwarded-For; docs/serve.md shows how"});
    }
    const auto origin_given = request.header("origin");
    const auto site = request.header("sec-fetch-site");
    if ((origin_given && *origin_given != *ours) ||
        (site && *site != "same-origin" && *site != "none")) {
        return problem(Refusal{
            .status = 403,
            .detail = "the request comes from another page",
            .remedy = "open the address that `needlebook serve` printed; Enter there prints "
                      "another",
            .told = {"error.not_let_in"}});
    }
    return std::nullopt;
}

std::optional<Response> Guard::refusal_of_stranger(const Request& request) const {
    if (has_accounts_) {
        return bearer_token(request) || device_token(request)
                   ? std::nullopt
                   : std::optional(problem(not_signed_in()));
    }
    return browser_of(request)
               ? std::nullopt
               : std::optional(problem(Refusal{
                     .status = 401,
                     .detail = "this browser was not let in since the server started",
                     .remedy = "open the address that `needlebook serve` printed; Enter there "
                               "prints another",
                     .told = {"error.not_let_in"}}));
}

// A program has neither pages nor cookies that another page could use.
bool Guard::has_key(const Request& request) const {
    if (has_accounts_ && bearer_token(request)) {
        return true;
    }
    const auto key = request.header("x-needlebook-key");
    if (!request.header("origin") || !key) {
        return false;
    }
    if (!has_accounts_) {
        return same_secret(*key, secrets_.key);
    }
    const auto token = device_token(request);
    return token && same_secret(*key, page_key(*token));
}

std::optional<Response> Guard::refusal_of_write(const Request& request, bool is_open) const {
    if (is_open ? !request.header("origin") : !has_key(request)) {
        return problem(Refusal{.status = 403,
                               .detail = "a write needs the headers Origin and X-Needlebook-Key",
                               .remedy = "take the key from GET /api/v1/me",
                               .told = {"error.not_let_in"}});
    }
    if (is_upload(request)) {
        return is_picture(request)
                   ? std::nullopt
                   : std::optional(problem(Refusal{
                         .status = 415,
                         .detail = "a photograph is sent as JPEG, PNG, WebP or HEIC",
                         .remedy = "send Content-Type: image/jpeg, and the picture as the body",
                         .told = {"error.photo_format"}}));
    }
    if (!is_json(request)) {
        return problem(Refusal{.status = 415,
                               .detail = "a write is sent as JSON",
                               .remedy = "send Content-Type: application/json"});
    }
    return std::nullopt;
}

std::optional<std::string> Guard::device_token(const Request& request) const {
    return cookie_of(request, device_cookie_name(request));
}

// By the port of the address that the browser knows.
std::string Guard::device_cookie_name(const Request& request) const {
    int port = request.way == Way::loopback ? port_ : request.port;
    if (is_passed_on(request)) {
        const auto host = request.header("host").value_or("");
        const auto colon = host.find(':');
        port = colon == std::string::npos
                   ? https_port
                   : schema::Text<int>::read(host.substr(colon + 1)).value_or(https_port);
    }
    return fmt::format("__Host-needlebook-{}", port);
}

std::string Guard::device_cookie(const Request& request, const std::string& token) const {
    constexpr int longest = 400 * 24 * 60 * 60;  // seconds, as browsers allow
    return fmt::format(
        "{}={}{}; Max-Age={}", device_cookie_name(request), token, cookie_attributes, longest);
}

std::string Guard::address() const {
    if (has_accounts_) {
        return origin() + "/";
    }
    const std::lock_guard lock(mutex_);
    return fmt::format("{}/start?secret={}", origin(), secrets_.start);
}

void Guard::renew_address() {
    const std::lock_guard lock(mutex_);
    secrets_.start = db::unguessable_key();
    is_used_ = false;
}

std::optional<std::string> Guard::admit(std::string_view secret) {
    const std::lock_guard lock(mutex_);
    if (has_accounts_ || is_used_ || !same_secret(secret, secrets_.start)) {
        return std::nullopt;
    }
    is_used_ = true;
    cookies_.push_back(db::unguessable_key());
    return fmt::format("{}={}{}", cookie_name_, cookies_.back(), cookie_attributes);
}

std::optional<std::size_t> Guard::browser_of(const Request& request) const {
    std::optional<std::size_t> browser;
    const std::lock_guard lock(mutex_);
    for (const auto& [name, value] : request.headers) {
        if (name != "cookie") {
            continue;
        }
        for (const auto piece : schema::split(value, ';')) {
            const auto pair = without_blanks(piece);
            const auto equals = std::min(pair.find('='), pair.size());
            if (pair.substr(0, equals) != cookie_name_ || equals == pair.size()) {
                continue;
            }
            for (std::size_t i = 0; i < cookies_.size(); ++i) {
                if (same_secret(pair.substr(equals + 1), cookies_[i])) {
                    browser = i;
                }
            }
        }
    }
    return browser;
}

bool is_upload(const Request& request) {
    constexpr std::size_t pieces = 5;  // api, v1, patients, the chart number, photo
    return request.method == "POST" && request.segments.size() == pieces &&
           request.segments[2] == "patients" && request.segments[4] == "photo";
}

bool is_interface(const Request& request) {
    return !request.segments.empty() && request.segments.front() == "api";
}

}  // namespace server
