// `needlebook certificate` and `needlebook serve --listen` as processes, and a real proxy in front.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access/totp.h"
#include "app/server/http/listening_socket.h"
#include "app/tracking/wall_clock.h"
#include "db/book.h"
#include "db/records/accounts.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/server/http/client.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::network_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Network : public testing::Test {
  protected:
    Network() {
        fs::create_directory(book_folder_);
        desk_.must("init --name 'Skin clinic' --time-zone Etc/UTC");
    }

    // Runs a line with a text on standard input.
    support::Ran typed(const std::string& line, const std::string& text) const {
        return support::Process(
                   {"/bin/sh",
                    "-c",
                    fmt::format("echo '{}' | {} {} --actor huda", text, NEEDLEBOOK, line)},
                   desk_.settings())
            .wait();
    }
    support::Ran made(const std::string& more = "--name 127.0.0.1 --name book.clinic.test") const {
        return typed("certificate make " + more + " --password-stdin", passphrase_);
    }
    void add_huda() const {
        const auto ran = typed("account add huda --role owner --password-stdin", password_);
        ASSERT_EQ(ran.status, 0) << ran.err;
    }
    void give_her_a_second_factor() const {
        const auto line = "account totp huda --actor huda";
        const auto secret = desk_.must(line).substr(0, 32);
        auto book = db::Book::open(desk_.book());
        const auto hex = db::totp_secret(book, db::find_account(book, "huda")->id)->secret;
        EXPECT_EQ(secret.size(), 32U);
        desk_.must(fmt::format(
            "{} --code {}",
            line,
            access_control::totp_code(hex, access_control::totp_step(tracking::moment_now()))));
    }
    support::Process serve(const std::string& more) const {
        return support::Process(desk_.line("serve --port 0 " + more), desk_.settings());
    }
    static int port_in(const std::string& address) {
        return std::stoi(address.substr(address.rfind(':') + 1));
    }
    server::Trust trust() const {
        return {text_of(folder_.keys() / "tls" / "authority.pem"), "127.0.0.1", "NORMAL"};
    }
    server::Reply ask(int port, const std::string& target) const {
        return server::read_reply(
            server::exchange(port, "GET " + target + " HTTP/1.1", {}, "", "127.0.0.1", trust()));
    }

    const std::string passphrase_ = "grey herons over the river";
    const std::string password_ = "thistle kettle orbit";
    support::TemporaryFolder folder_;
    fs::path book_folder_ = folder_ / "book";
    support::CommandLine desk_{book_folder_ / "clinic.needlebook"};
};

TEST_F(Network, IsRefusedStepByStepUntilAllIsThere) {
    const auto line = "serve --port 0 --listen 127.0.0.1:0";
    const auto says = [&](const std::string& what) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 1);
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(what));
    };
    says("only when people have accounts");
    add_huda();
    says("has no second factor");
    give_her_a_second_factor();
    says("needs a certificate");
    ASSERT_EQ(made().status, 0);
    auto served = serve("--listen 127.0.0.1:0");
    EXPECT_THAT(served.first_line(), StartsWith("http://127.0.0.1:"));
    const auto address = served.first_line();
    EXPECT_THAT(address, StartsWith("https://127.0.0.1:"));
    EXPECT_THAT(served.first_line(), StartsWith("https://book.clinic.test:"));
    EXPECT_EQ(ask(port_in(address), "/api/v1/sign-in").status, 200);
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
}

TEST_F(Network, OptionsThatSayNothingAreRefused) {
    for (const auto* wrong : {"--listen desk",
                              "--listen 192.168.1.10:port",
                              "--certificate x.pem",
                              "--key x.pem",
                              "--ca-passphrase x",
                              "--listen 127.0.0.1 --key x.pem",
                              "--behind https://book.example",
                              "--behind book.example:0"}) {
        const auto ran = desk_(std::string("serve --port 0 ") + wrong);
        EXPECT_EQ(ran.status, 1) << wrong;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    }
}

TEST_F(Network, CertificateIsMadeShownRenewedAndSaidOnASheet) {
    EXPECT_EQ(desk_("certificate show").status, 1);
    EXPECT_THAT(typed("certificate make --name 127.0.0.1 --password-stdin", "short").err,
                HasSubstr("fewer than 12 characters"));
    EXPECT_EQ(made("--name 'not a name'").status, 1);
    const auto first = made("--name 127.0.0.1 --name book.clinic.test");
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_EQ(first.out.size(), 96U);
    EXPECT_THAT(made().err, HasSubstr("is there already"));
    const auto shown = desk_.must("certificate show");
    EXPECT_THAT(shown, HasSubstr(first.out.substr(0, 95)));
    EXPECT_THAT(shown, HasSubstr("127.0.0.1, book.clinic.test"));
    EXPECT_EQ(typed("certificate renew --password-stdin", "another passphrase").status, 1);
    EXPECT_EQ(typed("certificate renew --name evil.example --password-stdin", passphrase_).status,
              1);
    ASSERT_EQ(typed("certificate renew --password-stdin", passphrase_).status, 0);
    EXPECT_NE(desk_.must("certificate show"), shown);
    EXPECT_THAT(desk_.must("certificate show"), HasSubstr(first.out.substr(0, 95)))
        << "the authority is the same: devices need not be told";
    const auto sheet = (folder_ / "sheet.html").string();
    desk_.must("certificate sheet '" + sheet + "' --language en+ar --actor huda");
    const auto text = text_of(sheet);
    EXPECT_THAT(text, HasSubstr("http://127.0.0.1:8443/authority.crt"));
    EXPECT_THAT(text, HasSubstr(first.out.substr(0, 23)));
    EXPECT_THAT(text, HasSubstr("Skin clinic"));
    EXPECT_THAT(text, HasSubstr("dir=\"rtl\""));
    EXPECT_THAT(text, Not(HasSubstr("certificate.")));
}

TEST_F(Network, KeyOfTheAuthorityMayLieElsewhere) {
    const auto key = (folder_ / "usb.pem").string();
    ASSERT_EQ(made("--name 127.0.0.1 --ca-key '" + key + "'").status, 0);
    EXPECT_FALSE(fs::exists(folder_.keys() / "tls" / "authority-key.pem"));
    EXPECT_THAT(text_of(key), StartsWith("-----BEGIN NEEDLEBOOK SEALED KEY-----"));
    EXPECT_THAT(typed("certificate renew --password-stdin", passphrase_).err,
                HasSubstr("the authority's key is not here"));
    EXPECT_EQ(
        typed("certificate renew --ca-key '" + key + "' --password-stdin", passphrase_).status, 0);
}

TEST_F(Network, ARunningServerShowsARenewedCertificate) {
    add_huda();
    give_her_a_second_factor();
    ASSERT_EQ(made("--name 127.0.0.1").status, 0);
    auto served = serve("--listen 127.0.0.1:0");
    served.first_line();
    const int port = port_in(served.first_line());
    const auto shown = [&] {
        return server::Wire(port, "127.0.0.1", trust()).encrypted()->shown();
    };
    const auto before = shown();
    ASSERT_EQ(typed("certificate renew --password-stdin", passphrase_).status, 0);
    auto later = shown();
    for (int i = 0; i < 300 && later == before; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        later = shown();
    }
    EXPECT_NE(later, before);
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
}

// Debian's nginx, as docs/serve.md configures it.
class BehindNginx : public Network {
  protected:
    void configure(int port, int to) const {
        const auto certificate = (folder_.keys() / "tls" / "server.pem").string();
        std::ofstream(folder_ / "nginx.conf")
            << "pid " << (folder_ / "nginx.pid").string() << ";\n"
            << "daemon off;\nerror_log stderr;\nworker_processes 1;\nevents {}\nhttp {\n"
            << "access_log off;\n"
            << "client_body_temp_path " << (folder_ / "body").string() << ";\n"
            << "proxy_temp_path " << (folder_ / "proxy").string() << ";\n"
            << "fastcgi_temp_path " << (folder_ / "fastcgi").string() << ";\n"
            << "uwsgi_temp_path " << (folder_ / "uwsgi").string() << ";\n"
            << "scgi_temp_path " << (folder_ / "scgi").string() << ";\n"
            << "server {\nlisten 127.0.0.1:" << port << " ssl;\n"
            << "ssl_certificate " << certificate << ";\nssl_certificate_key " << certificate
            << ";\nssl_protocols TLSv1.2 TLSv1.3;\nclient_max_body_size 64m;\n"
            << "location / {\nproxy_pass http://127.0.0.1:" << to
            << ";\nproxy_http_version 1.1;\nproxy_set_header Host $http_host;\n"
            << "proxy_set_header X-Forwarded-For $remote_addr;\n"
            << "proxy_set_header Connection \"\";\n}\n}\n}\n";
    }
    static int free_port() {
        const server::ListeningSocket one(server::SocketAddress::loopback(0));
        return one.port();
    }
};

TEST_F(BehindNginx, PeopleSignInAndGuessesAreCountedByTheirAddress) {
    if (!fs::exists("/usr/sbin/nginx")) {
        GTEST_SKIP() << "there is no nginx here";
    }
    add_huda();
    give_her_a_second_factor();
    ASSERT_EQ(made("--name 127.0.0.1").status, 0);
    const int port = free_port();
    auto served = serve(fmt::format("--behind 127.0.0.1:{}", port));
    const int to = port_in(served.first_line());
    EXPECT_EQ(served.first_line(), fmt::format("https://127.0.0.1:{}/", port));
    configure(port, to);
    support::Process proxy({"/usr/sbin/nginx",
                            "-p",
                            folder_.path().string(),
                            "-c",
                            (folder_ / "nginx.conf").string()});
    const auto post = [&](const std::string& name, const std::string& from) {
        return server::read_reply(server::exchange(
            port,
            "POST /api/v1/sign-in HTTP/1.1",
            {{"Origin", fmt::format("https://127.0.0.1:{}", port)},
             {"Content-Type", "application/json"},
             {"X-Forwarded-For", "10.1.1.1"}},
            fmt::format(R"({{"name":"{}","password":"{}","device":"x"}})", name, password_),
            from,
            trust()));
    };
    server::Reply first;
    for (int i = 0; i < 100 && first.status == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        try {
            first = ask(port, "/api/v1/sign-in");
        } catch (const std::runtime_error&) {  // it has not begun yet
        }
    }
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(post("huda", "127.0.0.1").status, 401);
    EXPECT_THAT(post("huda", "127.0.0.1").body, HasSubstr("second_factor"));
    int last = 0;
    for (int i = 0; i < 6; ++i) {
        last = post(fmt::format("name {}", i), "127.0.0.9").status;
    }
    EXPECT_EQ(last, 429);
    // Names that nobody has wait together, and so a known one asks.
    EXPECT_EQ(post("huda", "127.0.0.9").status, 429);
    EXPECT_EQ(post("huda", "127.0.0.10").status, 401) << "another address is somebody else's";
    proxy.ask_to_end();
    proxy.wait();
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
}

}  // namespace
}  // namespace whole::network_test
