#include "app/server/http/guard.h"

#include <memory>
#include <regex>
#include <type_traits>

#include <nlohmann/json.hpp>

#include "app/server/routes/route.h"
#include "app/web/bundle.h"
#include "tests/app/server/served_book.h"

namespace server::guard_test {
namespace {

class GuardOfServedBook : public ServedBook {
  protected:
    // Every address that is served, method and target.
    static std::vector<std::pair<std::string, std::string>> addresses() {
        std::vector<std::pair<std::string, std::string>> all{{"GET", "/"},
                                                             {"GET", "/patients/C-001"},
                                                             {"GET", "/p/AAAAAAAAAAAAAAAAAAAAAA"},
                                                             {"GET", "/start"},
                                                             {"GET", "/nothing.png"},
                                                             {"GET", "/api/v1/nothing"}};
        for (const auto& file : web::bundled_files()) {
            all.emplace_back("GET", "/" + std::string(file.name));
        }
        for (const auto& route : routes()) {
            all.emplace_back(route.method,
                             std::regex_replace(route.path, std::regex(R"(\{[a-z]+\})"), "1"));
        }
        return all;
    }

    // Expects the status for every address when these headers come beside those of a page of ours.
    void expect_everywhere(int status, const Pairs& headers) {
        for (const auto& [method, target] : addresses()) {
            auto all = headers;
            for (const auto& [name, value] : writing()) {
                const auto same = [&, own = name](const auto& pair) { return pair.first == own; };
                if (std::none_of(headers.begin(), headers.end(), same)) {
                    all.emplace_back(name, value);
                }
            }
            SCOPED_TRACE(method + " " + target + " " + headers.front().second);
            const auto reply = ask(method, target, all, method == "GET" ? "" : "{}");
            EXPECT_EQ(reply.status, status) << reply.body;
            EXPECT_EQ(reply.header("set-cookie"), "");
            EXPECT_EQ(reply.body.find("Huda"), std::string::npos);
        }
    }
};

TEST_F(GuardOfServedBook, RefusesEveryOtherHostOnEveryAddress) {
    for (const auto& other : {std::string("127.0.0.1.evil.example"),
                              std::string("127.0.0.1"),
                              std::string("127.0.0.1:1"),
                              host() + ".evil.example",
                              std::string("evil.example:8420"),
                              "localhost:" + host().substr(10),
                              std::string("[::1]:8420"),
                              "0.0.0.0:" + host().substr(10),
                              "user@" + host(),
                              std::string("needlebook.local")}) {
        expect_everywhere(421, {{"Host", other}});
    }
}

TEST_F(GuardOfServedBook, RefusesEveryOtherOriginOnEveryAddress) {
    for (const auto& other : {std::string("null"),
                              std::string("http://evil.example"),
                              std::string("http://127.0.0.1:1"),
                              "http://localhost:" + host().substr(10),
                              (over_tls() ? "http://" : "https://") + host(),
                              origin() + ".evil.example",
                              host(),
                              origin() + "/"}) {
        expect_everywhere(403, {{"Origin", other}});
    }
}

TEST_F(GuardOfServedBook, RefusesWhatTheBrowserCallsAnotherSite) {
    for (const auto* site : {"cross-site", "same-site", "unheard-of", ""}) {
        expect_everywhere(403, {{"Sec-Fetch-Site", site}});
    }
}

TEST_F(GuardOfServedBook, LetsOurOwnPagesAndTypedAddressesThrough) {
    for (const auto* site : {"same-origin", "none"}) {
        EXPECT_EQ(
            ask("GET", "/api/v1/clinic", {{"Cookie", cookie_}, {"Sec-Fetch-Site", site}}).status,
            200);
    }
    EXPECT_EQ(ask("GET", "/api/v1/clinic", {{"Cookie", cookie_}, {"Origin", origin()}}).status,
              200);
}

TEST_F(GuardOfServedBook, AnswersNothingOfTheInterfaceWithoutTheCookie) {
    const auto name = cookie_.substr(0, cookie_.find('=') + 1);
    for (const auto& route : routes()) {
        if (route.access.is_open()) {
            continue;
        }
        for (const auto& cookie : {std::string(),
                                   name,
                                   name + "guess",
                                   name + cookie_,
                                   "other" + cookie_.substr(cookie_.find('='))}) {
            SCOPED_TRACE(std::string(route.method) + " " + route.path + " " + cookie);
            Pairs headers{{"Origin", origin()},
                          {"X-Needlebook-Key", key_},
                          {"Content-Type", "application/json"}};
            if (!cookie.empty()) {
                headers.emplace_back("Cookie", cookie);
            }
            EXPECT_EQ(ask(std::string(route.method), route.path, headers, "{}").status, 401);
        }
    }
}

TEST_F(GuardOfServedBook, WritesNothingWithoutKeyOriginAndJson) {
    for (const auto& [left_out, status] : {std::pair("Origin", 403),
                                           std::pair("X-Needlebook-Key", 403),
                                           std::pair("Content-Type", 415)}) {
        for (const auto& route : routes()) {
            const bool needs_no_key =
                route.access.is_open() && left_out == std::string_view("X-Needlebook-Key");
            if (route.method == "GET" || needs_no_key) {
                continue;
            }
            auto headers = writing();
            std::erase_if(headers,
                          [&, name = left_out](const auto& pair) { return pair.first == name; });
            SCOPED_TRACE(std::string(route.method) + " " + route.path + " without " + left_out);
            EXPECT_EQ(ask(std::string(route.method), route.path, headers, "{}").status, status);
        }
    }
    for (const auto* type : {"text/plain",
                             "application/x-www-form-urlencoded",
                             "multipart/form-data; boundary=x",
                             "application/jsonx"}) {
        auto headers = writing();
        headers.back().second = type;
        EXPECT_EQ(ask("POST", "/api/v1/patients", headers, "{}").status, 415) << type;
    }
    EXPECT_EQ(write("POST", "/api/v1/patients", "{}", {{"X-Needlebook-Key", "guess"}}).status, 400)
        << "the first of two keys counts; then the Idempotency-Key is missing";
}

TEST_F(GuardOfServedBook, ShowsAnybodyOnlyPatientsOwnPagesWhetherPeopleSignInAndTheHealth) {
    std::string open;
    for (const auto& route : routes()) {
        open += route.access.is_open() ? std::string(route.method) + " " + route.path + "\n" : "";
    }
    EXPECT_EQ(open,
              "GET /p/{key}/door\n"
              "POST /p/{key}/open\n"
              "GET /p/{key}/progress\n"
              "GET /p/{key}/access\n"
              "GET /p/{key}/calendar\n"
              "GET /p/{key}/feed\n"
              "GET /p/feed/{link}/{token}\n"
              "GET /p/{key}/file\n"
              "GET /p/{key}/entries\n"
              "POST /p/{key}/entries\n"
              "GET /p/{key}/photos\n"
              "GET /p/{key}/photos/{id}\n"
              "GET /api/v1/sign-in\n"
              "POST /api/v1/sign-in\n"
              "POST /api/v1/sign-out\n"
              "POST /api/v1/unlock\n"
              "POST /api/v1/switch\n"
              "POST /api/v1/password\n"
              "GET /healthz\n"
              "GET /metrics\n");
    const auto state = Json::parse(ask("GET", "/api/v1/sign-in", {}).body);
    EXPECT_EQ(state["accounts"], false);
    EXPECT_EQ(state["clinic"], nullptr);
    EXPECT_EQ(state["signed_in"], nullptr);
    EXPECT_EQ(state["key"], nullptr);
}

// A route without `access` does not compile.
static_assert(!std::is_default_constructible_v<Access>);

TEST_F(GuardOfServedBook, LetsABrowserInOnlyWithTheSecretOfThisStart) {
    for (const auto* guess : {"", "?secret=", "?secret=AAAAAAAAAAAAAAAAAAAAAA", "?other=x"}) {
        const auto reply = ask("GET", "/start" + std::string(guess), {});
        EXPECT_EQ(reply.status, 403) << guess;
        EXPECT_EQ(reply.header("set-cookie"), "");
    }
    server().new_address();
    EXPECT_EQ(ask("HEAD", "/start?" + secret(), {}).status, 403) << "only what is opened lets in";
    const auto in = ask("GET", "/start?" + secret(), {});
    EXPECT_EQ(in.status, 303);
    EXPECT_EQ(in.header("location"), "/");
    EXPECT_EQ(in.header("clear-site-data"), "\"storage\"");
    const auto cookie = in.header("set-cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-needlebook-start-")) << cookie;
    EXPECT_TRUE(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict")) << cookie;
}

TEST_F(GuardOfServedBook, LetsOneBrowserInByAnAddressAndTheSameOneBackByAny) {
    const auto again = ask("GET", "/start?" + secret(), {});
    EXPECT_EQ(again.status, 403) << "this test's browser came by it";
    EXPECT_EQ(again.header("set-cookie"), "");
    for (const auto& target : {"/start?" + secret(), std::string("/start?secret=of-yesterday")}) {
        const auto back = ask("GET", target, {{"Cookie", cookie_}});
        EXPECT_EQ(back.status, 303) << target;
        EXPECT_EQ(back.header("location"), "/");
    }
    const auto old = secret();
    server().new_address();
    EXPECT_NE(secret(), old);
    server().new_address();
    const auto last = secret();
    EXPECT_EQ(ask("GET", "/start?" + old, {}).status, 403);
    EXPECT_EQ(ask("GET", "/start?" + last, {}).status, 303);
    EXPECT_EQ(ask("GET", "/start?" + last, {}).status, 403);
    EXPECT_EQ(get("/api/v1/clinic").status, 200) << "who was let in stays in";
}

TEST_F(GuardOfServedBook, TellsLetInsRefusalsAndGuessesWithoutASecret) {
    EXPECT_EQ(messages(), "a browser was let in\n");
    ask("GET", "/start?secret=guess", {});
    ask("GET", "/start?secret=another", {});
    ask("GET", "/p/AAAAAAAAAAAAAAAAAAAAAA/progress", {});
    ask("GET", "/api/v1/clinic", {});
    ask("GET", "/api/v1/clinic", {{"Host", "evil.example"}});
    get("/api/v1/clinic");
    EXPECT_EQ(messages(),
              "a browser was let in\n"
              "a start address that lets nobody in was tried\n"
              "a patient's page was asked for with a key of none\n"
              "a request was refused with 401\n"
              "a request was refused with 421\n");
}

// Long enough that only the end of the server lets the answer go.
class GuardWithLongDelay : public ServedBook {
  protected:
    GuardWithLongDelay() : ServedBook({.guess = std::chrono::hours(1)}) {}
};

TEST_F(GuardWithLongDelay, MakesAGuessWaitAndNobodyElse) {
    const int port = std::stoi(host().substr(10));
    std::vector<std::unique_ptr<Wire>> guesses;
    for (int i = 0; i < 50; ++i) {
        guesses.push_back(std::make_unique<Wire>(port));
        guesses.back()->send(fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n",
                                         i % 2 == 0 ? "/start?secret=guess" : "/p/guess/progress",
                                         host()));
    }
    EXPECT_EQ(get("/api/v1/patients").status, 200);
    EXPECT_EQ(get("/").status, 200);
    EXPECT_EQ(guesses.front()->read(50), "");
    EXPECT_EQ(guesses.back()->read(50), "");
    server().stop();
    EXPECT_EQ(read_reply(guesses.front()->read(5000)).status, 403);
    EXPECT_EQ(read_reply(guesses.back()->read(5000)).status, 404);
}

TEST_F(GuardOfServedBook, TellsTheBrowserWhatItMayDoWithEveryAnswer) {
    for (const auto* target : {"/",
                               "/app.js",
                               "/api/v1/clinic",
                               "/api/v1/nothing",
                               "/nothing.png",
                               "/p/AAAAAAAAAAAAAAAAAAAAAA/progress"}) {
        const auto reply = get(target);
        SCOPED_TRACE(target);
        EXPECT_TRUE(reply.header("content-security-policy").starts_with("default-src 'none'; "));
        const auto policy = reply.header("content-security-policy");
        EXPECT_EQ(policy.find("unsafe"), std::string::npos);
        for (const auto* part :
             {"; script-src 'self'; ", "; connect-src 'self'; ", "; base-uri 'none'; "}) {
            EXPECT_NE(policy.find(part), std::string::npos) << part;
        }
        EXPECT_TRUE(policy.ends_with("; frame-ancestors 'none'")) << policy;
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(reply.header("referrer-policy"), "same-origin");
        EXPECT_EQ(reply.header("access-control-allow-origin"), "");
        EXPECT_EQ(reply.header("cache-control"),
                  target == std::string("/") || target == std::string("/app.js") ? "no-cache"
                  : target == std::string("/nothing.png")                        ? ""
                                                                                 : "no-store");
    }
}

}  // namespace
}  // namespace server::guard_test
