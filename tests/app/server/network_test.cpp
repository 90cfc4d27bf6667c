// What comes over the network, over real TLS: to whom it opens, what is said unencrypted, and who
// is who.

#include "app/server/network.h"

#include <functional>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/access/turn.h"
#include "tests/app/server/served_network.h"

namespace server::network_test {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::days;
using testing::HasSubstr;

constexpr auto password = network_password;

class Network : public ServedNetwork {};

TEST_F(Network, IsServedOnlyWithAccountsOwnersWithASecondFactorAndACertificate) {
    EXPECT_THAT(refusal(), HasSubstr("only when people have accounts"));
    add("huda", schema::AccountRole::owner);
    add("omar", schema::AccountRole::owner);
    add("salma", schema::AccountRole::assistant);
    EXPECT_EQ(refusal(),
              "the owner \"huda\" has no second factor: on the network a password alone does not "
              "let an owner in\n"
              "the owner \"omar\" has no second factor: on the network a password alone does not "
              "let an owner in\n");
    EXPECT_THAT(refusal([](auto& all) {
                    all.network.listen.clear();
                    all.network.behind = {"book.clinic.example"};
                }),
                HasSubstr("has no second factor"));
    auto in = open();
    give_second_factor(in, db::find_account(in, "huda")->id);
    give_second_factor(in, db::find_account(in, "omar")->id);
    EXPECT_THAT(refusal([](auto& all) { all.network.certificate.reset(); }),
                HasSubstr("needs a certificate"));
    EXPECT_THAT(refusal([](auto& all) {
                    all.network.listen = {*SocketAddress::read("127.0.0.2", 0)};
                    const auto file =
                        test_certificates().put("other.pem", TestCertificates::made, {"127.0.0.1"});
                    all.network.certificate = CertificateFiles{file, file};
                }),
                HasSubstr("is not among the names of the certificate"));
    EXPECT_THAT(
        refusal([](auto& all) { all.network.listen = {*SocketAddress::read("192.0.2.1", 0)}; }),
        HasSubstr("is no address of this machine"));
    EXPECT_THAT(refusal([this](auto& all) { all.book = folder_ / "none.needlebook"; }),
                HasSubstr("is not there"));
    EXPECT_EQ(refusal(), "");
}

TEST_F(Network, StaysClosedByItself) {
    add_people();
    serve([](auto& all) { all.network = {}; });
    EXPECT_TRUE(server_->network_addresses().empty());
    EXPECT_EQ(ask_here("GET /api/v1/sign-in", {{"Host", "book.clinic.test"}}).status, 421);
}

TEST_F(Network, IsAnsweredByTheNamesOfTheCertificateAndNoOthers) {
    add_people();
    serve();
    const auto end = fmt::format(":{}", port());
    for (const auto& own : {"127.0.0.1" + end, "book.clinic.test" + end}) {
        EXPECT_EQ(ask("GET /api/v1/sign-in", {{"Host", own}}).status, 200) << own;
        EXPECT_EQ(ask("GET /api/v1/sign-in", {{"Host", own}, {"Origin", "https://" + own}}).status,
                  200);
        EXPECT_EQ(ask("GET /api/v1/sign-in", {{"Host", own}, {"Origin", "http://" + own}}).status,
                  403);
        EXPECT_EQ(ask("GET /", {{"Host", own}}).header("strict-transport-security"),
                  "max-age=31536000");
    }
    EXPECT_EQ(
        ask("GET /", {{"Host", "127.0.0.1" + end}, {"Origin", "https://book.clinic.test" + end}})
            .status,
        403)
        << "another of our names is another place to a browser";
    for (const auto& other : {std::string("book.clinic.test"),
                              "other.clinic.test" + end,
                              "[127.0.0.1" + end,
                              "a:b" + end,
                              end,
                              fmt::format("127.0.0.1:{}", server_->port())}) {
        EXPECT_EQ(ask("GET /", {{"Host", other}}).status, 421) << other;
    }
    const auto here = ask_here("GET /", {});
    EXPECT_EQ(here.status, 200);
    EXPECT_EQ(here.header("strict-transport-security"), "") << "of this machine nothing is secret";
}

TEST_F(Network, TellsWhoComesUnencryptedTheWayAndNothingElse) {
    add_people();
    serve();
    const auto page = ask_plainly("GET /patients/C-001?x=1");
    EXPECT_EQ(page.status, 308);
    EXPECT_EQ(page.header("location"), "https://" + host() + "/patients/C-001?x=1");
    EXPECT_EQ(page.header("set-cookie"), "");
    EXPECT_EQ(page.header("strict-transport-security"), "") << "RFC 6797, 7.2";
    EXPECT_EQ(ask_plainly("GET /api/v1/sign-in").status, 403) << "a program is not led there";
    EXPECT_EQ(ask_plainly("POST /patients").status, 403);
    EXPECT_EQ(ask_plainly("GET /", {{"Host", "evil.example"}}).status, 421) << "nor elsewhere";
    const auto authority = ask_plainly("GET /authority.crt");
    EXPECT_EQ(authority.status, 200);
    EXPECT_EQ(authority.header("content-type"), "application/x-x509-ca-cert");
    EXPECT_EQ(authority.body, test_certificates().authority());
}

TEST_F(Network, SpeaksNothingOlderThanTls12AndNoWeakCipher) {
    add_people();
    serve();
    const auto protocol = [&](const char* priorities) -> std::string {
        try {
            return Wire(port(), "127.0.0.1", trust(priorities)).encrypted()->protocol();
        } catch (const std::runtime_error&) {
            return "refused";
        }
    };
    EXPECT_EQ(protocol("NORMAL"), "TLS1.3");
    EXPECT_EQ(protocol("NORMAL:-VERS-ALL:+VERS-TLS1.2"), "TLS1.2");
    EXPECT_EQ(protocol("NORMAL:-VERS-ALL:+VERS-TLS1.1:+VERS-TLS1.0"), "refused");
    EXPECT_EQ(protocol("NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+AES-128-CBC"), "refused");
    EXPECT_EQ(protocol("NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+RSA"), "refused");
}

TEST_F(Network, GivesOneAddressNoMoreThanItsShareOfConnections) {
    add_people();
    serve([](auto& all) { all.limits.connections = 16; });
    std::vector<std::unique_ptr<Wire>> held;
    const auto connect = [&](const std::string& from) {
        try {
            held.push_back(std::make_unique<Wire>(port(), from, trust()));
            return true;
        } catch (const std::runtime_error&) {
            return false;
        }
    };
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(connect("127.0.0.9")) << i;
    }
    EXPECT_FALSE(connect("127.0.0.9"));
    EXPECT_TRUE(connect("127.0.0.10")) << "others come in";
    EXPECT_EQ(ask_here("GET /", {}).status, 200) << "the desk does too";
}

TEST_F(Network, EndsTheLongestSilentOfTooManyForOneThatSpeaks) {
    add_people();
    serve([](auto& all) { all.limits.connections = 16; });
    std::vector<std::unique_ptr<Wire>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<Wire>(port()));
    }
    EXPECT_EQ(ask("GET /").status, 200);
    EXPECT_TRUE(silent.front()->ends_within(2000));
    EXPECT_FALSE(silent.back()->ends_within(50));
}

TEST_F(Network, ShowsARenewedCertificateFromTheNextConnectionOn) {
    add_people();
    serve();
    const Wire before(port(), "127.0.0.1", trust());
    const auto shown = before.encrypted()->shown();
    test_certificates().put("network.pem", now_ + days(1), {"127.0.0.1", "new.clinic.test"});
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(Wire(port(), "127.0.0.1", trust()).encrypted()->shown(), shown) << "not valid yet";
    now_ += days(2);
    std::string later = shown;
    for (int i = 0; i < 200 && later == shown; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        later = Wire(port(), "127.0.0.1", trust()).encrypted()->shown();
    }
    EXPECT_NE(later, shown);
    before.send(fmt::format("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", host()));
    EXPECT_EQ(read_reply(before.read(5000)).status, 200) << "who was there goes on";
    const auto end = fmt::format(":{}", port());
    EXPECT_EQ(ask("GET /", {{"Host", "new.clinic.test" + end}}).status, 200);
    EXPECT_EQ(ask("GET /", {{"Host", "book.clinic.test" + end}}).status, 421);
}

TEST_F(Network, GivesADeviceACookieThatLeavesItEncryptedOnly) {
    add_people();
    serve();
    const auto in = sign_in("salma", password);
    ASSERT_EQ(in.status, 200) << in.body;
    EXPECT_TRUE(in.header("set-cookie").starts_with(fmt::format("__Host-needlebook-{}=", port())));
    EXPECT_THAT(in.header("set-cookie"), HasSubstr("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    EXPECT_EQ(ask("GET /api/v1/me", {{"Cookie", cookie_in(in)}}).status, 200);
    EXPECT_EQ(ask_plainly("GET /api/v1/me", {{"Cookie", cookie_in(in)}}).status, 403);
}

TEST_F(Network, LetsNoOwnerInByAPasswordAlone) {
    add_people();
    serve();
    EXPECT_EQ(code_of(sign_in("huda", password)), "second_factor");
    const auto code = access_control::totp_code(test_totp_secret, access_control::totp_step(now_));
    const auto in = sign_in("huda", password, {{"code", code}});
    ASSERT_EQ(in.status, 200) << in.body;
    EXPECT_EQ(ask("GET /api/v1/me", {{"Cookie", cookie_in(in)}}).status, 200);
    // Meanwhile the second factor is taken out, and a new owner has none.
    {
        auto book = open();
        db::change_secrets(book, [&](db::SecretWrite& write) {
            db::remove_totp_secret(write, db::find_account(book, "huda")->id);
        });
    }
    add("omar", schema::AccountRole::owner);
    EXPECT_EQ(code_of(ask("GET /api/v1/me", {{"Cookie", cookie_in(in)}})),
              "owner_needs_second_factor");
    EXPECT_EQ(code_of(sign_in("omar", password)), "owner_needs_second_factor");
    EXPECT_EQ(sign_in("salma", password).status, 200) << "others go on";
    const Json body = {{"name", "omar"}, {"password", password}, {"device", "desk"}};
    EXPECT_EQ(ask_here("POST /api/v1/sign-in",
                       {{"Origin", fmt::format("http://127.0.0.1:{}", server_->port())},
                        {"Content-Type", "application/json"}},
                       body.dump())
                  .status,
              200)
        << "where the book lies, to set it up";
}

TEST_F(Network, TellsOwnersThatTheCertificateEndsAndNobodyElse) {
    add_people();
    now_ = TestCertificates::made + days(380);
    serve();
    const auto as = [&](const std::string& name) {
        auto in = open();
        const auto token = access_control::sign_in_device(
                               in, db::find_account(in, name)->id, std::nullopt, "desk", now_)
                               .token;
        return ask("GET /api/v1/health",
                   {{"Cookie", fmt::format("__Host-needlebook-{}={}", port(), token)}})
            .body;
    };
    EXPECT_THAT(as("huda"), HasSubstr("error.certificate_ends"));
    EXPECT_THAT(as("salma"), testing::Not(HasSubstr("certificate")));
    EXPECT_THAT(log_, HasSubstr("the certificate ends on"));
}

TEST(PublicName, IsTakenWithAPortOrWithout) {
    EXPECT_EQ(checked_public_name("Book.Clinic.Example"), "book.clinic.example");
    EXPECT_EQ(checked_public_name("book.clinic.example:443"), "book.clinic.example");
    EXPECT_EQ(checked_public_name("book.clinic.example:8443"), "book.clinic.example:8443");
    for (const auto* wrong : {"https://x.example", "x.example:", "x.example:0", "", ":443"}) {
        EXPECT_THROW(checked_public_name(wrong), schema::Error) << wrong;
    }
}

}  // namespace
}  // namespace server::network_test
