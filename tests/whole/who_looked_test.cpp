// Who read what, of a server that is killed, and on the command line.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/access/turn.h"
#include "app/server/http/device_token.h"
#include "app/tracking/wall_clock.h"
#include "db/records/accounts.h"
#include "tests/app/server/http/client.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::who_looked_test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;
using testing::HasSubstr;

const std::vector<std::pair<std::string, std::string>> people{{"huda", "owner"},
                                                              {"omar", "clinician"},
                                                              {"salma", "assistant"},
                                                              {"rami", "reader"},
                                                              {"mona", "clinician"}};
constexpr int patients = 70;

class WhoLooked : public testing::Test {
  protected:
    WhoLooked() {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        for (int i = 0; i < patients; ++i) {
            desk_.must(fmt::format("patient add --chart C-{:03} --confirm duplicate", i));
        }
        for (const auto& [name, role] : people) {
            shell(
                fmt::format("account add {} --role {} --password-stdin --actor huda", name, role));
        }
        auto book = db::Book::open(book_);
        for (const auto& [name, role] : people) {
            tokens_.push_back(access_control::sign_in_device(book,
                                                             db::find_account(book, name)->id,
                                                             std::nullopt,
                                                             "desk of " + name,
                                                             tracking::moment_now())
                                  .token);
        }
    }
    support::Ran shell(const std::string& line) const {
        return support::Process({"/bin/sh",
                                 "-c",
                                 fmt::format("printf 'thistle kettle orbit\\n' | {} {} --book '{}'",
                                             NEEDLEBOOK,
                                             line,
                                             book_.string())})
            .wait();
    }
    support::Process serve() const {
        return support::Process(desk_.line("serve --port 0"), desk_.settings());
    }
    static int port_in(const std::string& address) {
        return std::stoi(address.substr(std::string("http://127.0.0.1:").size()));
    }
    // Reading number i: by the person i % 5, each another one within a minute.
    static std::string place_of(int i) {
        static const std::vector<std::string> kinds{"", "/acne", "/progress"};
        const int nth = i / static_cast<int>(people.size());
        return fmt::format(
            "C-{:03}{}", nth % patients, kinds.at(static_cast<std::size_t>(nth / patients)));
    }
    int read(int port, int i) const {
        const auto& token = tokens_.at(static_cast<std::size_t>(i) % people.size());
        return server::read_reply(
                   server::exchange(
                       port,
                       "GET /api/v1/patients/" + place_of(i) + " HTTP/1.1",
                       {{"Cookie", fmt::format("__Host-needlebook-{}={}", port, token)}},
                       ""))
            .status;
    }
    // "huda C-001 patient"
    std::set<std::string> logged() const {
        std::set<std::string> all;
        const auto page = Json::parse(shell("access --json --limit 100000 --actor huda").out);
        for (const auto& each : page["entries"]) {
            all.insert(fmt::format("{} {} {}",
                                   each["person"].get<std::string>(),
                                   each["chart"].is_null() ? "" : each["chart"].get<std::string>(),
                                   each["act"].get<std::string>()));
        }
        return all;
    }
    static std::string entry_of(int i) {
        const auto place = place_of(i);
        const auto slash = place.find('/');
        const auto kind = slash == std::string::npos ? "" : place.substr(slash);
        return fmt::format("{} {} {}",
                           people.at(static_cast<std::size_t>(i) % people.size()).first,
                           place.substr(0, slash),
                           kind.empty()      ? "patient"
                           : kind == "/acne" ? "records"
                                             : "progress");
    }

    support::TemporaryFolder folder_;
    fs::path book_ = folder_ / "clinic.needlebook";
    support::CommandLine desk_{book_};
    std::vector<std::string> tokens_;
};

TEST_F(WhoLooked, OfAThousandReadingsBeforeAKillAtMostTheLastSecondIsMissing) {
    constexpr int readings = 1000;
    const int kills = support::repetitions("ACCESS_KILLS", 1);
    for (int kill = 0; kill < kills; ++kill) {
        std::vector<Clock::time_point> answered;
        Clock::time_point killed_at;
        {
            auto served = serve();
            const int port = port_in(served.first_line());
            for (int i = 0; i < readings; ++i) {
                if (i == readings / 2) {  // however fast they are, some are older than a second
                    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
                }
                ASSERT_EQ(read(port, i), 200) << i;
                answered.push_back(Clock::now());
            }
            killed_at = Clock::now();
            served.kill();
            served.wait();
        }
        const auto found = logged();
        int missing = 0;
        for (int i = 0; i < readings; ++i) {
            const bool is_there = found.contains(entry_of(i));
            missing += is_there ? 0 : 1;
            EXPECT_TRUE(is_there ||
                        killed_at - answered[static_cast<std::size_t>(i)] < std::chrono::seconds(1))
                << i;
        }
        EXPECT_LE(missing, readings / 2);
        EXPECT_EQ(desk_("check").status, 0) << desk_("check").err;
        std::cout << missing << " of " << readings << " missing\n";
        RecordProperty("missing", missing);
    }
    // And what is read after it, is logged behind them.
    auto served = serve();
    const int port = port_in(served.first_line());
    EXPECT_EQ(read(port, readings), 200);
    served.ask_to_end();
    EXPECT_EQ(served.wait().status, 0);
    EXPECT_TRUE(logged().contains(entry_of(readings)));
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_FALSE(fs::exists(book_.string() + ".access-wal")) << "at rest it is one file";
}

TEST_F(WhoLooked, IsShownByTheCommandLineToWhoeverManagesPeople) {
    EXPECT_THAT(shell("access --actor huda").err, HasSubstr("Nothing of it was read"));
    {
        auto served = serve();
        const int port = port_in(served.first_line());
        for (const int i : {0, 1, 2, 5, 350}) {
            EXPECT_EQ(read(port, i), 200);
        }
        served.ask_to_end();
        served.wait();
    }
    const auto all = shell("access --actor huda").out;
    EXPECT_THAT(all, HasSubstr("salma"));
    EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 6) << all;
    const auto of_one = shell("access C-000 --person huda --actor huda").out;
    EXPECT_EQ(std::count(of_one.begin(), of_one.end(), '\n'), 3) << of_one;
    EXPECT_THAT(shell("access --limit 2 --actor huda").err, HasSubstr("--before 4"));
    EXPECT_EQ(Json::parse(shell("access --limit 2 --before 4 --json --actor huda").out)["next"], 2);
    EXPECT_EQ(
        Json::parse(shell("access --since 2999-01-01 --json --actor huda").out)["entries"].size(),
        0U);
    for (const auto* refused : {"access --actor omar",
                                "access --actor nobody",
                                "access C-999 --actor huda",
                                "access --person nobody --actor huda",
                                "access --limit 0 --actor huda",
                                "access --since someday --actor huda"}) {
        EXPECT_NE(shell(refused).status, 0) << refused;
    }
}

TEST_F(WhoLooked, IsProvedByCheckAndALogThatIsLostIsGivenUpWithAReason) {
    {
        auto served = serve();
        const int port = port_in(served.first_line());
        EXPECT_EQ(read(port, 0), 200);
        served.ask_to_end();
        served.wait();
    }
    const fs::path log = book_.string() + ".access";
    const auto shell_of_sqlite = [&](const std::string& sql) {
        return support::Process(
                   {"/bin/sh", "-c", fmt::format("sqlite3 -bail '{}' \"{}\"", log.string(), sql)})
            .wait()
            .status;
    };
    EXPECT_NE(shell_of_sqlite("UPDATE access SET person = 'omar'"), 0);
    EXPECT_EQ(shell_of_sqlite("DROP TRIGGER access_is_not_changed; UPDATE access SET person = "
                              "'omar' WHERE id = 1"),
              0);
    const auto check = desk_("check");
    EXPECT_NE(check.status, 0);
    EXPECT_THAT(check.err, HasSubstr("trigger access_is_not_changed is missing or was altered"));
    EXPECT_THAT(check.err, HasSubstr("entry 1 of"));
    EXPECT_NE(desk_("check --quick").status, 0);
    const auto copied = desk_("backup '" + (folder_ / "copy.needlebook").string() + "'");
    EXPECT_EQ(copied.status, 0) << "a broken log keeps no clinic from its backup";
    EXPECT_THAT(copied.err, HasSubstr("warning: "));
    EXPECT_THAT(copied.err, HasSubstr("entry 1 of"));
    EXPECT_THAT(copied.err, HasSubstr("the log of who read what is not in the copy"));
    EXPECT_FALSE(fs::exists(folder_ / "copy.needlebook.access"));
    EXPECT_NE(shell("access --begin-anew --actor huda").status, 0) << "without a reason";
    EXPECT_NE(shell("access --begin-anew --reason 'the disk died' --actor omar").status, 0);
    EXPECT_EQ(shell("access --begin-anew --reason 'the disk died' --actor huda").status, 0);
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_TRUE(fs::exists(log.string() + ".replaced"));
    EXPECT_THAT(shell("ledger --actor huda").out, HasSubstr("the disk died"));
}

TEST_F(WhoLooked, OfABookThatCanOnlyBeReadIsNotLoggedAndThatIsSaid) {
    EXPECT_EQ(shell("patient list --actor huda").err.find("not logged"), std::string::npos);
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const bool is_root = ::geteuid() == 0;
    const auto err = shell("patient list --actor huda").err;
    fs::permissions(folder_.path(), fs::perms::owner_all);
    if (is_root) {
        GTEST_SKIP() << "root may write everywhere";
    }
    EXPECT_THAT(err, HasSubstr("who reads it so is not logged"));
}

}  // namespace
}  // namespace whole::who_looked_test
