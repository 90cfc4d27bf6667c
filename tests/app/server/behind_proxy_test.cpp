// What a proxy of this machine passes on: by which name, and who is asking.

#include <limits>

#include <gmock/gmock.h>

#include "db/secrets/delays.h"
#include "tests/app/server/served_network.h"

namespace server::behind_proxy_test {
namespace {

using Json = NetworkJson;

class BehindAProxy : public ServedNetwork {
  protected:
    BehindAProxy() {
        add_people();
        serve([](auto& all) {
            all.network.listen.clear();
            all.network.behind = {"book.clinic.example", "other.example:8443"};
        });
    }
    Reply passed_on(const std::string& line, const Pairs& more, std::string_view body = "") const {
        Pairs headers{{"Host", "book.clinic.example"}};
        headers.insert(headers.end(), more.begin(), more.end());
        return ask_here(line, headers, body);
    }
    void forget_guesses() const {
        auto book = open();
        db::change_secrets(book, [](db::SecretWrite& write) {
            db::remove_delays_before(write, std::numeric_limits<std::int64_t>::max());
        });
    }
    Reply guess(const std::string& forwarded, const std::string& name) const {
        return passed_on("POST /api/v1/sign-in",
                         {{"X-Forwarded-For", forwarded},
                          {"Origin", "https://book.clinic.example"},
                          {"Content-Type", "application/json"}},
                         Json{{"name", name}, {"password", "guess"}, {"device", "x"}}.dump());
    }
};

TEST_F(BehindAProxy, IsAnsweredByTheNameOfTheProxyWhereItSaysWhoAsks) {
    EXPECT_EQ(passed_on("GET /api/v1/sign-in", {{"X-Forwarded-For", "10.0.0.7"}}).status, 200);
    EXPECT_EQ(passed_on("GET /api/v1/sign-in", {}).status, 400);
    EXPECT_EQ(passed_on("GET /api/v1/sign-in", {{"X-Forwarded-For", "unknown"}}).status, 400);
    EXPECT_EQ(passed_on("GET /",
                        {{"X-Forwarded-For", "10.0.0.7"}, {"Origin", "http://book.clinic.example"}})
                  .status,
              403);
    EXPECT_EQ(ask_here("GET /", {{"Host", "evil.example"}, {"X-Forwarded-For", "10.0.0.7"}}).status,
              421);
    EXPECT_EQ(ask_here("GET /", {}).status, 200) << "and by that of this machine";
    EXPECT_EQ(
        server_->network_addresses(),
        (std::vector<std::string>{"https://book.clinic.example/", "https://other.example:8443/"}));
}

// Guesses at several accounts in turn: none of them has so many that it waits for its own.
TEST_F(BehindAProxy, CountsGuessesByTheAddressThatTheProxyHasSeen) {
    const auto last_of_six = [&](auto forwarded) {
        int last = 0;
        for (int i = 0; i < 6; ++i) {
            last = guess(forwarded(i), i % 2 == 0 ? "huda" : "salma").status;
        }
        return last;
    };
    EXPECT_NE(last_of_six([](int i) { return fmt::format("10.0.0.{}", i + 20); }), 429);
    forget_guesses();
    // What stands before the proxy's own word, whoever guesses can write.
    EXPECT_EQ(last_of_six([](int i) { return fmt::format("172.16.0.{}, 10.0.0.7", i); }), 429);
    forget_guesses();
    EXPECT_EQ(last_of_six([](int i) { return fmt::format("2001:db8::{}", i + 1); }), 429)
        << "one machine has all of the addresses of its network";
}

TEST_F(BehindAProxy, NeedsASecondFactorOfOwnersToo) {
    {
        auto book = open();
        db::change_secrets(book, [&](db::SecretWrite& write) {
            db::remove_totp_secret(write, db::find_account(book, "huda")->id);
        });
    }
    const auto in =
        passed_on("POST /api/v1/sign-in",
                  {{"X-Forwarded-For", "10.0.0.7"},
                   {"Origin", "https://book.clinic.example"},
                   {"Content-Type", "application/json"}},
                  Json{{"name", "huda"}, {"password", network_password}, {"device", "x"}}.dump());
    EXPECT_EQ(code_of(in), "owner_needs_second_factor");
}

}  // namespace
}  // namespace server::behind_proxy_test
