#pragma once
// A real server on a real book with one patient, and a browser that was let in; over TLS that of an
// owner who is signed in (test_certificate.h).

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json_fwd.hpp>

#include "app/access/turn.h"
#include "app/server/http/device_token.h"
#include "app/server/server.h"
#include "app/tracking/catalogue.h"
#include "tests/app/server/http/client.h"
#include "tests/app/server/over_tls.h"
#include "tests/support/temporary_folder.h"

namespace server {

using Json = nlohmann::ordered_json;

class ServedBook : public testing::Test {
  protected:
    explicit ServedBook(const Limits& limits = {}) : server_(options(limits)) {
        over_tls() ? sign_in() : let_in();
        made_ = post("/api/v1/patients",
                     R"({"chart":"C-001","name":"Huda Saleh","born":"1996-04-02"})");
    }

    int port() const { return over_tls() ? network_port(server_) : server_.port(); }
    std::string host() const { return fmt::format("127.0.0.1:{}", port()); }
    std::string origin() const { return (over_tls() ? "https://" : "http://") + host(); }
    // A connection of the kind that this process tests.
    std::unique_ptr<Wire> wire() const {
        return std::make_unique<Wire>(port(), "127.0.0.1", test_trust());
    }
    std::string secret() const {
        const auto address = server_.address();
        return address.substr(address.find('?') + 1);
    }

    std::string exchange(const std::string& line, const Pairs& headers, std::string_view body) {
        return server::exchange(port(), line, headers, body, "127.0.0.1", test_trust());
    }
    Reply ask(const std::string& method,
              const std::string& target,
              const Pairs& headers,
              std::string_view body = "") {
        return read_reply(exchange(method + " " + target + " HTTP/1.1", headers, body));
    }
    Reply get(const std::string& target) { return ask("GET", target, {{"Cookie", cookie_}}); }

    // The headers that a page of ours sends with a write.
    Pairs writing() const {
        return {{"Cookie", cookie_},
                {"Origin", origin()},
                {"X-Needlebook-Key", key_},
                {"Content-Type", "application/json"}};
    }
    Reply write(const std::string& method,
                const std::string& target,
                const std::string& body,
                const Pairs& more = {}) {
        auto headers = writing();
        headers.insert(headers.end(), more.begin(), more.end());
        return ask(method, target, headers, body);
    }
    Reply post(const std::string& target, const std::string& body, const std::string& key = "") {
        const auto own = key.empty() ? fmt::format("test-{}", ++keys_) : key;
        return write("POST", target, body, {{"Idempotency-Key", own}});
    }
    std::filesystem::path book() const { return folder_ / "clinic.needlebook"; }
    Server& server() { return server_; }
    // What was told of let-ins, refusals and guesses, without the times.
    std::string messages() const {
        const std::lock_guard lock(messages_mutex_);
        return messages_;
    }

    std::string cookie_;
    std::string key_;
    Reply made_;

  private:
    void let_in() {
        const auto in = read_reply(exchange("GET /start?" + secret() + " HTTP/1.1", {}, ""));
        cookie_ = in.header("set-cookie");
        cookie_ = cookie_.substr(0, cookie_.find(';'));
        const auto me = get("/api/v1/me").body;
        const auto key = me.find("\"key\": \"") + 8;
        key_ = me.substr(key, me.find('"', key) - key);
    }
    void sign_in() {
        auto in = db::Book::open(book());
        const auto token =
            access_control::sign_in_device(
                in, db::find_account(in, "nurse")->id, std::nullopt, "desk", test_moment())
                .token;
        cookie_ = fmt::format("__Host-needlebook-{}={}", port(), token);
        key_ = page_key(token);
    }
    static access_control::Moment test_moment() {
        return access_control::Moment(std::chrono::seconds(1781524800));  // 2026-06-15, 12:00 UTC
    }

    Options options(const Limits& limits) {
        tracking::create_book(book(), {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
        if (over_tls()) {
            auto in = db::Book::open(book());
            add_owner(in, "nurse");
        }
        return {
            .book = book(),
            .port = 0,
            .actor = "nurse",
            .version = "test",
            .now = [](const std::string&) { return *schema::CivilTime::read("2026-06-15T12:00"); },
            .network = test_network(),
            .log = [](const std::string& line) { ADD_FAILURE() << line; },
            .on_message =
                [this](const std::string& line) {
                    const std::lock_guard lock(messages_mutex_);
                    messages_ += line.substr(line.find(' ') + 1) + "\n";
                },
            .limits = limits,
            .reachable = {"https://clinic.local:8443"},
            .moment = over_tls() ? std::function(&test_moment)
                                 : std::function<std::chrono::sys_seconds()>()};
    }

    mutable std::mutex messages_mutex_;
    std::string messages_;
    support::TemporaryFolder folder_;
    Server server_;
    int keys_ = 0;
};

}  // namespace server
