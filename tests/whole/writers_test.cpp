// Several processes on one book at the same moment.

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "db/book.h"
#include "db/file/file_lock.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::writers_test {
namespace {

using Json = nlohmann::json;

class Writers : public testing::Test {
  protected:
    void SetUp() override {
        desk_.must("init");
        desk_.must("patient add --chart C-001");
    }
    Json check() const { return Json::parse(desk_.must("check --json")); }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

// What one of several writers got, in order.
struct Written {
    std::vector<support::Ran> ran;
};

TEST_F(Writers, FourAtOnceLoseNothingAndNoneIsToldToWaitWhileReadersGoOn) {
    constexpr int writers = 4;
    constexpr int writes = 50;
    const auto entries_before = check()["entries"].get<int>();
    std::vector<Written> written(writers);
    std::atomic<bool> writing = true;
    std::vector<support::Ran> read;
    std::thread reader([&] {
        while (writing) {
            read.push_back(desk_("progress C-001 --json --as-of 2026-06-01"));
            read.push_back(desk_("reading list C-001"));
        }
    });
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < writes; ++i) {
                written[static_cast<std::size_t>(writer)].ran.push_back(
                    desk_(fmt::format("reading record C-001 --on 2026-01-05T{:02}:{:02} --what "
                                      "sebum --region chin --value {} --actor writer-{}",
                                      8 + writer,
                                      i,
                                      100 + i,
                                      writer)));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    writing = false;
    reader.join();

    std::set<std::string> ids;
    for (const auto& each : written) {
        for (const auto& ran : each.ran) {
            EXPECT_EQ(ran.status, 0);
            EXPECT_EQ(ran.err, "");
            ids.insert(ran.out);
        }
    }
    for (const auto& ran : read) {
        EXPECT_EQ(ran.status, 0);
        EXPECT_EQ(ran.err, "");
    }
    EXPECT_EQ(ids.size(), writers * writes) << "each write has an id of its own";
    EXPECT_GT(read.size(), 10U);
    const auto readings = Json::parse(desk_.must("reading list C-001 --json"));
    EXPECT_EQ(readings.size(), writers * writes);
    const auto after = check();
    EXPECT_EQ(after["entries"], entries_before + writers * writes);
    EXPECT_EQ(after["whole"], true);
}

TEST_F(Writers, OneKeySubmittedByFourAtOnceIsWrittenOnce) {
    const auto before = check()["entries"].get<int>();
    for (int round = 0; round < 10; ++round) {
        std::vector<support::Ran> ran(4);
        std::vector<std::thread> threads;
        for (auto& each : ran) {
            threads.emplace_back([&] {
                each = desk_(fmt::format(
                    "acne record C-001 --on 2026-01-05 --iga 3 --confirm duplicate --key k{}",
                    round));
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        for (const auto& each : ran) {
            EXPECT_EQ(each.status, 0) << each.err;
            EXPECT_EQ(each.out, ran.front().out);
        }
    }
    EXPECT_EQ(check()["entries"], before + 10);
}

TEST_F(Writers, OneThatWaitsTooLongIsToldWhoHoldsTheBookWhileReadersAreNotBlocked) {
    const auto before = check();
    db::FileLock lock(db::lock_path(desk_.book()));
    lock.become_writer("nightly copy");
    support::Process waiting(
        support::CommandLine::line("acne record C-001 --on 2026-01-05 --iga 3"), desk_.settings());
    EXPECT_EQ(desk_("patient list").status, 0);
    EXPECT_EQ(desk_("progress C-001").status, 0);
    const auto ran = waiting.wait();
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    EXPECT_NE(ran.err.find(fmt::format("is being written by process {} (nightly copy) since 20",
                                       ::getpid())),
              std::string::npos)
        << ran.err;
    lock.release(db::FileLock::Part::writer);
    EXPECT_EQ(check(), before);
    EXPECT_EQ(desk_("acne record C-001 --on 2026-01-05 --iga 3").status, 0) << "and it goes on";
}

TEST_F(Writers, OneThatWaitsLessIsServed) {
    db::FileLock lock(db::lock_path(desk_.book()));
    lock.become_writer("import");
    support::Process waiting(
        support::CommandLine::line("acne record C-001 --on 2026-01-05 --iga 3"), desk_.settings());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    lock.release(db::FileLock::Part::writer);
    const auto ran = waiting.wait();
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out, "1\n");
}

TEST_F(Writers, NobodyRestoresOntoAnOpenBook) {
    desk_.must("backup " + (folder_ / "copy.needlebook").string());
    const auto before = check();
    {
        const auto open = db::Book::open(desk_.book());
        const auto ran = desk_("restore --replace --yes " + (folder_ / "copy.needlebook").string());
        EXPECT_EQ(ran.status, 1);
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    }
    EXPECT_EQ(check(), before);
    EXPECT_EQ(desk_("restore --replace --yes " + (folder_ / "copy.needlebook").string()).status, 0);
    EXPECT_EQ(check(), before);
}

}  // namespace
}  // namespace whole::writers_test
