// `needlebook serve` as a process: how it begins, is refused, and ends.

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/app/server/http/client.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::serve_test {
namespace {

class Serve : public testing::Test {
  protected:
    Serve() { desk_.must("init"); }

    support::Process start(const std::string& more = "") const {
        return support::Process(desk_.line("serve --port 0" + more), desk_.settings());
    }
    static int port_in(const std::string& address) {
        return std::stoi(address.substr(std::string("http://127.0.0.1:").size()));
    }
    // The answer to a request without a body.
    static server::Reply ask(int port, const std::string& line, const std::string& headers) {
        const server::Wire wire(port);
        wire.send(fmt::format("{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{}\r\n",
                              line,
                              port,
                              headers));
        return server::read_reply(wire.read(10'000));
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Serve, PrintsAnAddressThatLetsABrowserIn) {
    auto served = start();
    const auto address = served.first_line();
    ASSERT_TRUE(address.starts_with("http://127.0.0.1:")) << address;
    const int port = port_in(address);
    const auto in = ask(port, "GET " + address.substr(address.find("/start")), "");
    const auto cookie = in.header("set-cookie").substr(0, in.header("set-cookie").find(';'));
    EXPECT_EQ(ask(port, "GET /api/v1/clinic", "Cookie: " + cookie + "\r\n").body,
              desk_.must("clinic show --json"));
    EXPECT_EQ(ask(port, "GET /api/v1/clinic", "").status, 401);
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
}

TEST_F(Serve, PrintsAnotherAddressForAnotherBrowserAndTellsWhoIsLetIn) {
    auto served = start();
    const auto first = served.first_line();
    const int port = port_in(first);
    const auto open = [&](const std::string& address) {
        return ask(port, "GET " + address.substr(address.find("/start")), "").status;
    };
    EXPECT_EQ(open(first), 303);
    EXPECT_EQ(open(first), 403) << "an address works once";
    ::kill(served.id(), SIGUSR1);
    const auto second = served.first_line();
    EXPECT_NE(second, first);
    EXPECT_EQ(port_in(second), port);
    EXPECT_EQ(open(second), 303);
    served.ask_to_end();
    const auto ran = served.wait();
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.err.find("a browser was let in"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("a start address that lets nobody in was tried"), std::string::npos);
    EXPECT_EQ(ran.err.find("secret"), std::string::npos) << ran.err;
}

TEST_F(Serve, KeepsInAFileAnAddressThatWasNotUsedYet) {
    const auto file = folder_ / "address";
    auto served = start(" --address-file " + file.string());
    const auto first = served.first_line();
    const auto written = [&] {
        std::ifstream stream(file);
        std::string line;
        std::getline(stream, line);
        return line;
    };
    const auto open = [&](const std::string& address) {
        return ask(port_in(first), "GET " + address.substr(address.find("/start")), "").status;
    };
    EXPECT_EQ(written(), first);
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0640));
    EXPECT_EQ(open("/start?secret=guessed"), 403);
    EXPECT_EQ(written(), first) << "nobody was let in";
    EXPECT_EQ(open(first), 303);
    const auto second = served.first_line();  // once it is printed, it is in the file
    EXPECT_NE(second, first);
    EXPECT_EQ(written(), second);
    EXPECT_EQ(open(first), 403);
    EXPECT_EQ(open(second), 303);
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Serve, DoesNotBeginWhereTheAddressCannotBeKept) {
    const auto ran = desk_("serve --port 0 --address-file /nowhere/address");
    EXPECT_EQ(ran.status, 3);
    EXPECT_NE(ran.err.find("/nowhere/address"), std::string::npos) << ran.err;
}

TEST_F(Serve, ShowsAnotherDay) {
    auto served = start(" --as-of 2026-01-05");
    const auto address = served.first_line();
    const int port = port_in(address);
    const auto in = ask(port, "GET " + address.substr(address.find("/start")), "");
    const auto cookie = in.header("set-cookie").substr(0, in.header("set-cookie").find(';'));
    const auto me = ask(port, "GET /api/v1/me", "Cookie: " + cookie + "\r\n").body;
    EXPECT_NE(me.find("\"as_of\": \"2026-01-05\""), std::string::npos) << me;
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
}

TEST_F(Serve, FinishesWhatWasBegunWhenItIsAskedToEnd) {
    auto served = start();
    const auto address = served.first_line();
    const int port = port_in(address);
    const auto in = ask(port, "GET " + address.substr(address.find("/start")), "");
    const auto cookie = in.header("set-cookie").substr(0, in.header("set-cookie").find(';'));
    const auto me = ask(port, "GET /api/v1/me", "Cookie: " + cookie + "\r\n").body;
    const auto key = me.substr(me.find("\"key\": \"") + 8, 22);
    std::string rows = "chart\\n";
    for (int i = 0; i < 5000; ++i) {
        rows += fmt::format("P-{}\\n", i);
    }
    const auto body = fmt::format(R"({{"kind":"patients","content":"{}"}})", rows);
    const server::Wire wire(port);
    wire.send(
        fmt::format("POST /api/v1/imports HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\nOrigin: "
                    "http://127.0.0.1:{0}\r\nCookie: {1}\r\nX-Needlebook-Key: {2}\r\n"
                    "Content-Type: application/json\r\nIdempotency-Key: one\r\n"
                    "Content-Length: {3}\r\n\r\n{4}",
                    port,
                    cookie,
                    key,
                    body.size(),
                    body));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // it has come
    served.ask_to_end();
    EXPECT_EQ(server::read_reply(wire.read(20'000)).status, 201);
    EXPECT_EQ(served.wait().status, 0);
    EXPECT_NE(desk_.must("patient show P-4999").find("P-4999"), std::string::npos);
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(Serve, OffersToBeginABookWhereNoneIsAndNamesThoseBesideIt) {
    const support::CommandLine fresh(folder_ / "new.needlebook");
    support::Process served(fresh.line("serve --port 0"), fresh.settings());
    const auto address = served.first_line();
    EXPECT_EQ(ask(port_in(address), "GET /api/v1/sign-in", "").status, 404);
    EXPECT_FALSE(std::filesystem::exists(fresh.book()));
    served.ask_to_end();
    const auto ran = served.wait();
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.err.find("There is no book " + fresh.book().string()), std::string::npos)
        << ran.err;
    EXPECT_NE(ran.err.find("clinic.needlebook: if that is the one"), std::string::npos) << ran.err;
}

TEST_F(Serve, IsRefusedInAFolderThatIsNotThereAndWhereABookWasMovedAway) {
    const support::CommandLine mistyped(folder_ / "mistyped" / "clinic.needlebook");
    const auto none = mistyped("serve --port 0");
    EXPECT_EQ(none.status, 3);
    EXPECT_NE(none.err.find("no folder"), std::string::npos) << none.err;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "mistyped"));
    std::filesystem::rename(desk_.book(), folder_ / "away");
    const auto moved = desk_("serve --port 0");
    EXPECT_EQ(moved.status, 3);
    EXPECT_NE(moved.err.find("it was moved or removed"), std::string::npos) << moved.err;
}

TEST_F(Serve, IsRefusedOnAPortThatIsTaken) {
    auto served = start();
    const int port = port_in(served.first_line());
    const auto second = desk_(fmt::format("serve --port {}", port));
    EXPECT_EQ(second.status, 1);
    EXPECT_TRUE(support::is_error_pairs(second.err)) << second.err;
    EXPECT_NE(second.err.find("is taken"), std::string::npos);
    for (const auto* port_text : {"-1", "65536", "http", "''"}) {
        EXPECT_EQ(desk_(std::string("serve --port ") + port_text).status, 1) << port_text;
    }
    EXPECT_EQ(desk_("serve --as-of yesterday").status, 1);
}

TEST_F(Serve, TheCommandLineWritesMeanwhileAndThePagesSeeIt) {
    auto served = start();
    const auto address = served.first_line();
    const int port = port_in(address);
    const auto in = ask(port, "GET " + address.substr(address.find("/start")), "");
    const auto cookie =
        "Cookie: " + in.header("set-cookie").substr(0, in.header("set-cookie").find(';')) + "\r\n";
    desk_.must("patient add --chart C-001");
    EXPECT_EQ(ask(port, "GET /api/v1/patients/C-001/progress", cookie).status, 200);
    const auto before = ask(port, "GET /api/v1/patients/C-001/progress", cookie).body;
    desk_.must("acne record C-001 --on 2026-01-05 --iga 2");
    const auto after = ask(port, "GET /api/v1/patients/C-001/progress", cookie).body;
    EXPECT_NE(before, after);
    EXPECT_EQ(after, desk_.must("progress C-001 --json"));
}

}  // namespace
}  // namespace whole::serve_test
