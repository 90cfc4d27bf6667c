#pragma once
// A book with accounts that a test serves to the network, and what asks it there.

#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/access/password.h"
#include "app/json/json_value.h"
#include "app/server/http/device_token.h"
#include "app/tracking/catalogue.h"
#include "db/secrets/passwords.h"
#include "schema/types/error.h"
#include "tests/app/server/over_tls.h"
#include "tests/support/temporary_folder.h"

namespace server {

using NetworkJson = nlohmann::ordered_json;

inline constexpr const char* network_password = "thistle kettle orbit";

class ServedNetwork : public testing::Test {
  protected:
    ServedNetwork() : certificate_(test_certificates().put("network.pem", now_)) {
        tracking::create_book(book(), {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
    }

    std::filesystem::path book() const { return folder_ / "clinic.needlebook"; }
    db::Book open() const { return db::Book::open(book()); }
    void add(const std::string& name, schema::AccountRole role) const {
        auto in = open();
        static const auto hash = access_control::hash_secret(network_password);
        const schema::Account one{.name = name, .role = role, .active = true};
        db::transact(in, {.actor = "test", .action = "account add"}, [&](db::Write& write) {
            const auto id = db::insert_account(write, one);
            db::put_password(db::SecretWrite(write), id, hash, 0);
            return std::to_string(id.value);
        });
    }
    void add_people() const {
        add("huda", schema::AccountRole::owner);
        add("salma", schema::AccountRole::assistant);
        auto in = open();
        give_second_factor(in, db::find_account(in, "huda")->id);
    }

    Options options() {
        return {
            .book = book(),
            .port = 0,
            .actor = "nurse",
            .version = "test",
            .now = [](const std::string&) { return *schema::CivilTime::read("2026-06-15T12:00"); },
            .network = {.listen = {SocketAddress::loopback(0)},
                        .certificate = CertificateFiles{certificate_, certificate_},
                        .authority = authority_file(),
                        .between_looks = std::chrono::milliseconds(20)},
            .log = [this](const auto& line) { log_ += line + "\n"; },
            .moment = [this] { return now_; }};
    }
    std::filesystem::path authority_file() const {
        const auto file = folder_ / "authority.pem";
        std::ofstream(file) << test_certificates().authority();
        return file;
    }
    void serve(const std::function<void(Options&)>& change = {}) {
        auto all = options();
        if (change) {
            change(all);
        }
        server_ = std::make_unique<Server>(all);
    }
    // Why it is not served, all of it.
    std::string refusal(const std::function<void(Options&)>& change = {}) {
        try {
            serve(change);
            return "";
        } catch (const schema::Error& error) {
            std::string all;
            for (const auto& problem : error.problems()) {
                all += problem.where + " " + problem.what + "\n";
            }
            return all;
        }
    }

    int port() const { return network_port(*server_); }
    std::string host() const { return fmt::format("127.0.0.1:{}", port()); }
    static Trust trust(const char* priorities = "NORMAL") {
        return {test_certificates().authority(), "127.0.0.1", priorities};
    }
    Reply ask(const std::string& line,
              const Pairs& headers = {},
              std::string_view body = "") const {
        return read_reply(
            exchange(port(), line + " HTTP/1.1", headers, body, "127.0.0.1", trust()));
    }
    // Without encryption, to the port that is for encrypted connections.
    Reply ask_plainly(const std::string& line, const Pairs& headers = {}) const {
        return read_reply(exchange(port(), line + " HTTP/1.1", headers, ""));
    }
    Reply ask_here(const std::string& line,
                   const Pairs& headers,
                   std::string_view body = "") const {
        return read_reply(exchange(server_->port(), line + " HTTP/1.1", headers, body));
    }
    Reply sign_in(const std::string& name,
                  const std::string& given,
                  const NetworkJson& more = NetworkJson::object()) const {
        NetworkJson body = {{"name", name}, {"password", given}, {"device", "tablet"}};
        body.update(more);
        return ask("POST /api/v1/sign-in",
                   {{"Origin", "https://" + host()}, {"Content-Type", "application/json"}},
                   body.dump());
    }
    static std::string cookie_in(const Reply& reply) {
        const auto all = reply.header("set-cookie");
        return all.substr(0, all.find(';'));
    }
    static std::string code_of(const Reply& reply) {
        return NetworkJson::parse(reply.body).value("code", "");
    }

    support::TemporaryFolder folder_;
    std::chrono::sys_seconds now_ = TestCertificates::made;
    std::filesystem::path certificate_;
    std::string log_;
    std::unique_ptr<Server> server_;
};

}  // namespace server
