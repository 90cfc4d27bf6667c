#pragma once
// A real server on a real book with accounts: huda is an owner, omar a clinician, salma an
// assistant, rami a reader, nada a disabled clinician; all have the same password. Over TLS huda
// has a second factor, as owners there must (over_tls.h).

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/access/password.h"
#include "app/access/turn.h"
#include "app/json/json_value.h"
#include "app/server/http/device_token.h"
#include "app/server/server.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/write.h"
#include "db/records/accounts.h"
#include "db/secrets/passwords.h"
#include "tests/app/server/http/client.h"
#include "tests/app/server/over_tls.h"
#include "tests/support/temporary_folder.h"

namespace server {

using PeopleJson = nlohmann::ordered_json;

inline constexpr const char* peoples_password = "thistle kettle orbit";

class ServedPeople : public testing::Test {
  protected:
    using AccountId = schema::Id<schema::Account>;

    // `change` makes the server's options what a test needs.
    explicit ServedPeople(std::function<void(Options&)> change = {}) : change_(std::move(change)) {
        make_book();
        start(0);
    }

    // Again on the same port, as after an update of the program.
    void restart() {
        stop();
        resume();
    }
    void stop() {
        port_ = port();
        server_.reset();
    }
    void resume() { start(port_); }

    db::Book open() const { return db::Book::open(book()); }
    std::filesystem::path book() const { return folder_ / "clinic.needlebook"; }
    int port() const { return over_tls() ? network_port(*server_) : server_->port(); }
    Server& server() { return *server_; }
    std::string origin() const {
        return fmt::format("{}://127.0.0.1:{}", over_tls() ? "https" : "http", port());
    }
    std::string cookie(const std::string& token) const {
        return fmt::format("__Host-needlebook-{}={}", port(), token);
    }
    AccountId account(const std::string& name) const {
        const auto in = open();
        return db::find_account(in, name)->id;
    }
    access_control::Moment now() const {
        return access_control::Moment(std::chrono::seconds(now_.load()));
    }
    void pass(std::chrono::seconds time) { now_ += time.count(); }

    // Signed in without a password, which takes long: the token of a device.
    std::string sign_in(const std::string& name) {
        auto in = open();
        return access_control::sign_in_device(
                   in, db::find_account(in, name)->id, std::nullopt, "desk", now())
            .token;
    }

    Reply ask(const std::string& method,
              const std::string& target,
              const Pairs& headers,
              std::string_view body = "",
              const std::string& from = "127.0.0.1") const {
        return read_reply(exchange(
            port(), method + " " + target + " HTTP/1.1", headers, body, from, test_trust()));
    }
    // What the body of a request is: a photograph's is a picture.
    static std::string type_for(const std::string& method, const std::string& target) {
        const auto path = target.substr(0, target.find('?'));
        return method == "POST" && path.ends_with("/photo") ? "image/jpeg" : "application/json";
    }
    // What a page of ours sends; without a token a page of nobody.
    Pairs page(const std::string& token, const std::string& type = "application/json") {
        Pairs headers{{"Origin", origin()},
                      {"Content-Type", type},
                      {"Idempotency-Key", fmt::format("test-{}", ++keys_)}};
        if (!token.empty()) {
            headers.emplace_back("Cookie", cookie(token));
            headers.emplace_back("X-Needlebook-Key", page_key(token));
        }
        return headers;
    }
    Reply as(const std::string& token,
             const std::string& method,
             const std::string& target,
             std::string_view body = "{}") {
        return ask(
            method, target, page(token, type_for(method, target)), method == "GET" ? "" : body);
    }
    // What a program sends: no cookie, no Origin.
    Reply program(const std::string& token,
                  const std::string& method,
                  const std::string& target,
                  std::string_view body = "{}") {
        return ask(method,
                   target,
                   {{"Authorization", "Bearer " + token},
                    {"Content-Type", type_for(method, target)},
                    {"Idempotency-Key", fmt::format("test-{}", ++keys_)}},
                   method == "GET" ? "" : body);
    }
    // What the telephone shows that opened the page of the link, as its making was answered.
    Pairs opened_own_page(const PeopleJson& link) const {
        const auto reply = ask("POST",
                               link["path"].get<std::string>() + "/open",
                               {{"Origin", origin()}, {"Content-Type", "application/json"}},
                               PeopleJson{{"code", link["code"]}}.dump());
        EXPECT_EQ(reply.status, 200) << reply.body;
        const auto cookie = reply.header("set-cookie");
        return {{"Cookie", cookie.substr(0, cookie.find(';'))}};
    }
    // The token in the Set-Cookie of an answer; empty if there is none.
    std::string token_in(const Reply& reply) const {
        const auto header = reply.header("set-cookie");
        const auto begin = header.find('=') + 1;
        return header.empty() ? "" : header.substr(begin, header.find(';') - begin);
    }

  private:
    void make_book() {
        tracking::create_book(book(), {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
        auto in = open();
        tracking::record(in, {.actor = "test", .action = "patient add"}, patient());
        static const auto hash = access_control::hash_secret(peoples_password);
        for (const auto& [name, role] : {std::pair{"huda", schema::AccountRole::owner},
                                         {"omar", schema::AccountRole::clinician},
                                         {"salma", schema::AccountRole::assistant},
                                         {"rami", schema::AccountRole::reader},
                                         {"nada", schema::AccountRole::clinician}}) {
            const schema::Account one{
                .name = name, .role = role, .active = std::string(name) != "nada"};
            db::transact(in, {.actor = "test", .action = "account add"}, [&](db::Write& write) {
                const auto id = db::insert_account(write, one);
                db::put_password(db::SecretWrite(write), id, hash, 0);
                return std::to_string(id.value);
            });
        }
        if (over_tls()) {
            give_second_factor(in, db::find_account(in, "huda")->id);
        }
    }
    static schema::Patient patient() {
        schema::Patient patient;
        patient.chart = "C-001";
        return patient;
    }
    void start(int port) {
        Options options{
            .book = book(),
            .port = over_tls() ? 0 : port,
            .actor = "nurse",
            .version = "test",
            .now = [](const std::string&) { return *schema::CivilTime::read("2026-06-15T12:00"); },
            .network = test_network(port),
            .log = [](const std::string& line) { ADD_FAILURE() << line; },
            .between_backup_looks = std::chrono::hours(24),  // no key signs this book
            .moment = [this] { return now(); }};
        if (change_) {
            change_(options);
        }
        server_ = std::make_unique<Server>(options);
    }

    const std::function<void(Options&)> change_;

    support::TemporaryFolder folder_;
    std::atomic<std::int64_t> now_ = 1781524800;  // 2026-06-15, 12:00 UTC
    std::unique_ptr<Server> server_;
    int port_ = 0;
    int keys_ = 0;
};

}  // namespace server
