// Who is still a patient, and a clock that is behind the book, as people meet them.

#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/server/client.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::people_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class People : public testing::Test {
  protected:
    People() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must("patient add --chart C1 --born 1990-01-01");
    }
    // The program with another clock of the machine. The sanitizer's library comes after
    // faketime's, which it would refuse.
    support::Ran at(const std::string& clock, const std::string& line) const {
        auto words = support::Desk::line(line);
        words.insert(
            words.begin(),
            {"/usr/bin/env", "ASAN_OPTIONS=verify_asan_link_order=0", "/usr/bin/faketime", clock});
        return support::Process(words, desk_.settings()).wait();
    }
    support::Ran in_2016(const std::string& line) const { return at("2016-01-01 10:00:00", line); }

    support::TemporaryFolder folder_;
    support::Desk desk_{folder_ / "clinic.needlebook"};
};

// Case 23.
TEST_F(People, WhoDiedAreNotDueAndTakeNoSession) {
    desk_.must("course start C1 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05");
    desk_.must("session record C1 --at 2026-01-05 --device pen --area nose:0.5:1");
    EXPECT_THAT(desk_.must("due --as-of 2026-02-02"), HasSubstr("C1"));
    desk_.must("event record C1 --kind other --severity 5 --onset 2026-01-20");
    EXPECT_THAT(desk_.must("due --as-of 2026-02-02"), Not(HasSubstr("C1")));
    EXPECT_THAT(desk_.must("due --as-of 2026-01-19"), Not(HasSubstr("overdue")));
    EXPECT_THAT(desk_.must("progress C1 --as-of 2026-02-02"),
                AllOf(HasSubstr("died 2026-01-20"), Not(HasSubstr("Next session due"))));
    for (const auto* line : {"safety C1 --area nose --device pen --on 2026-02-02",
                             "session record C1 --at 2026-02-02 --device pen --area nose:0.5:1"}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_THAT(ran.err, HasSubstr("the patient died on 2026-01-20"));
    }
}

// Case 05.
TEST_F(People, AreNotJudgedByAClockThatIsBehindTheBook) {
    desk_.must("condition add C1 --kind pregnancy --from 2026-10-01");
    std::ofstream(folder_ / "seen.csv") << "patient,on,rest\nC1,2016-01-01,clear\n";
    const auto dry_run = "import " + (folder_ / "seen.csv").string() + " --as acne --dry-run";
    for (const auto& line :
         {std::string("safety C1 --area chin --device pen"),
          std::string("session record C1 --at 2016-01-01 --device pen --area chin:0.5:1"),
          dry_run}) {
        const auto ran = in_2016(line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_TRUE(ran.out.empty()) << ran.out;
        EXPECT_THAT(ran.err,
                    AllOf(HasSubstr("clock_behind"), HasSubstr("2016-01-01"), HasSubstr("try: ")));
    }
    EXPECT_EQ(desk_(dry_run).status, 0);
    const auto read = in_2016("progress C1");
    EXPECT_EQ(read.status, 0);
    EXPECT_THAT(read.err, HasSubstr("clock_behind"));
    EXPECT_THAT(desk_("progress C1").err, Not(HasSubstr("clock_behind")));
    EXPECT_THAT(desk_("progress C1 --as-of 2016-01-01").err, Not(HasSubstr("clock_behind")));
}

TEST_F(People, GoOnWhereTheClockIsSaidToBeRight) {
    const auto bare = in_2016("patient add --chart C2 --clock-is-right");
    EXPECT_EQ(bare.status, 1);
    EXPECT_THAT(bare.err, HasSubstr("without a reason"));
    EXPECT_EQ(in_2016("patient add --chart C2 --clock-is-right --reason 'set wrong'").status, 0);
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("the clock is right: set wrong"));
    EXPECT_EQ(in_2016("patient add --chart C3").status, 0) << "the last entry is of 2016 now";
}

// The last entry is of 2036, so that the server's own clock is behind.
TEST_F(People, AreNotJudgedOverHttpByAClockThatIsBehindTheBook) {
    at("2036-01-01 10:00:00", "patient add --chart C2");
    support::Process served(support::Desk::line("serve --port 0"), desk_.settings());
    const auto address = served.first_line();
    const auto host = address.substr(7, address.find("/start") - 7);
    const auto ask = [&](const std::string& line, const std::string& more) {
        const server::Wire wire(std::stoi(host.substr(host.find(':') + 1)));
        wire.send(
            fmt::format("{} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{}", line, host, more));
        return server::read_reply(wire.read(10'000));
    };
    const auto in = ask("GET " + address.substr(address.find("/start")), "\r\n");
    const auto cookie = fmt::format(
        "Cookie: {}\r\n", in.header("set-cookie").substr(0, in.header("set-cookie").find(';')));
    const auto me = ask("GET /api/v1/me", cookie + "\r\n").body;
    const auto key = me.substr(me.find("\"key\": \"") + 8, 22);
    const std::string seen = "{\"kind\":\"pregnancy\"}";
    const auto write = fmt::format(
        "{}Origin: http://{}\r\nX-Needlebook-Key: {}\r\nContent-Type: application/json\r\n"
        "Idempotency-Key: one\r\nContent-Length: {}\r\n\r\n{}",
        cookie,
        host,
        key,
        seen.size(),
        seen);
    for (const auto& reply :
         {ask("GET /api/v1/patients/C1/safety?area=chin&device=pen", cookie + "\r\n"),
          ask("POST /api/v1/patients/C1/condition", write)}) {
        EXPECT_EQ(reply.status, 422);
        EXPECT_THAT(reply.body, AllOf(HasSubstr("/problems/clock_behind"), HasSubstr("2036")));
    }
    EXPECT_EQ(ask("GET /api/v1/patients/C1/condition", cookie + "\r\n").body, "[]\n");
    EXPECT_EQ(ask("GET /api/v1/patients/C1/progress", cookie + "\r\n").status, 200);
}

}  // namespace
}  // namespace whole::people_test
