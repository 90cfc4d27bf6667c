// Bytes that no browser sends, clients that stand still, and the end.

#include <chrono>
#include <memory>
#include <thread>

#include "schema/types/error.h"
#include "tests/app/server/served_book.h"

namespace server::hostile_test {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

class Hostile : public ServedBook {
  protected:
    Hostile() : ServedBook({.time = milliseconds(700)}) {}

    // The status that comes for exactly these bytes; 0 for none.
    int status_of(const std::string& bytes) const {
        const auto connection = wire();
        connection->send(bytes);
        return read_reply(connection->read(5000)).status;
    }
    std::string line(const std::string& first, const std::string& headers) const {
        return first + "\r\nHost: " + host() + "\r\n" + headers + "\r\n";
    }
    std::string write_line(const std::string& headers) const {
        std::string text = "POST /api/v1/patients HTTP/1.1\r\nHost: " + host() + "\r\n";
        for (const auto& [name, value] : writing()) {
            text += name + ": " + value + "\r\n";
        }
        return text + "Idempotency-Key: k\r\n" + headers + "\r\n";
    }
};

TEST_F(Hostile, AreAnsweredWithAStatusOrCutOff) {
    const std::string one = "7\r\n{\"a\":1}\r\n0\r\n\r\n";
    const std::vector<std::pair<std::string, int>> table{
        {write_line("Content-Length: 7\r\nTransfer-Encoding: chunked\r\n") + one, 400},
        {write_line("Content-Length: 7\r\nContent-Length: 7\r\n") + "{\"a\":1}", 400},
        {write_line("Transfer-Encoding: gzip, chunked\r\n") + one, 400},
        {write_line("Transfer-Encoding: chunked\r\n") + one, 422},
        {write_line("Content-Length: -7\r\n"), 400},
        {write_line("Content-Length: 99999999999\r\n"), 413},
        {line("GET / HTTP/1.1", "Host: evil.example\r\n"), 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {line("GET / HTTP/1.1", "X : blank before the colon\r\n"), 400},
        {line("GET / HTTP/1.1", "X\t: tab before the colon\r\n"), 400},
        {line("GET / HTTP/1.1", "X(y): no token\r\n"), 400},
        {line("GET / HTTP/1.1", "X: bell \x07\r\n"), 400},
        {line("GET / HTTP/1.1", "X: a\tb \xC3\xA9 `~\r\n"), 200},
        {write_line("Content-Length: 7x\r\n") + "{\"a\":1}", 400},
        {write_line("Content-Length: +7\r\n") + "{\"a\":1}", 400},
        {write_line("Content-Length: 7,7\r\n") + "{\"a\":1}", 400},
        {write_line("Content-Length:\r\n"), 400},
        {line("GET http://evil.example/ HTTP/1.1", ""), 400},
        {line("GET //evil.example HTTP/1.1", ""), 404},
        {line("GET /%zz HTTP/1.1", ""), 400},
        {line("GET / HTTP/1.1", "X: " + std::string(100'000, 'x') + "\r\n"), 431},
        {"\x16\x03\x01\x02\x01\x01", 0},
        {std::string("GET /\0 HTTP/1.1\r\n\r\n", 19), 400},
    };
    for (const auto& [bytes, status] : table) {
        SCOPED_TRACE(bytes.substr(0, 400));
        EXPECT_EQ(status_of(bytes), status);
    }
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
}

TEST_F(Hostile, BodiesAreRefusedWhole) {
    for (const auto& body : {std::string("{"),
                             std::string("[]"),
                             std::string("{}{}"),
                             std::string("{} x"),
                             std::string("{\"chart\":\"C-9\"}\0 more", 22),
                             std::string("{\"chart\":\"C-9\"}\0", 17),
                             std::string("\xEF\xBB\xBF{\"chart\":\"C-9\"}"),
                             std::string("{\"chart\":\"a\",\"chart\":\"b\"}"),
                             std::string("{\"chart\":\"a\\u0000b\"}"),
                             std::string("{\"chart\":\"\\ud800\"}"),
                             std::string("{\"chart\":\"\xff\"}"),
                             std::string("{\"monk\":1e999}"),
                             "{\"chart\":" + std::string(65, '[') + std::string(65, ']') + "}",
                             std::string(200'000, '[')}) {
        EXPECT_EQ(post("/api/v1/patients", body).status, 400) << body.substr(0, 60);
    }
    EXPECT_EQ(
        post("/api/v1/patients", "{\"note\":\"" + std::string(1100 * 1024, 'x') + "\"}").status,
        413);
    EXPECT_EQ(get("/api/v1/patients").status, 200);
}

TEST_F(Hostile, OneThatTricklesIsCutOffAndHoldsUpNobody) {
    std::vector<std::unique_ptr<Wire>> stuck;
    for (int i = 0; i < 200; ++i) {
        stuck.push_back(wire());
        stuck.back()->send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: " : "POST /api");
    }
    const auto begin = steady_clock::now();
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
    EXPECT_LT(steady_clock::now() - begin, milliseconds(500));
    for (int i = 0; i < 6; ++i) {  // a byte now and then gives no more time
        for (const auto& each : stuck) {
            each->send("x");
        }
        std::this_thread::sleep_for(milliseconds(200));
    }
    for (const auto& each : stuck) {
        ASSERT_TRUE(each->ends_within(2000));
    }
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
}

TEST_F(Hostile, OneThatTakesNoAnswerIsCutOffToo) {
    const auto connection = wire();
    std::string many;
    for (int i = 0; i < 2000; ++i) {
        many += line("GET /api/v1/instruments HTTP/1.1", "Cookie: " + cookie_ + "\r\n");
    }
    std::thread sender([&] { connection->send(many); });
    std::this_thread::sleep_for(milliseconds(1500));
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
    sender.join();
}

TEST_F(Hostile, ASecondServerOnThePortIsRefusedBeforeItTouchesABook) {
    try {
        const Server second({.book = "/nowhere", .port = port()});
        FAIL() << "it serves";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.problems().front().what,
                  "is taken: perhaps Needlebook is being served there already");
    }
}

}  // namespace
}  // namespace server::hostile_test
