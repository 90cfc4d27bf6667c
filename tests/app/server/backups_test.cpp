// Backups that a server keeps unasked, and what it tells of them.

#include <chrono>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/backup/backup_file.h"
#include "app/backup/keeping.h"
#include "app/backup/policy.h"
#include "app/server/backup_keeper.h"
#include "app/tracking/wall_clock.h"
#include "tests/app/server/served_book.h"

namespace server::backups_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class BackupsOfServer : public ServedBook {
  protected:
    fs::path beside() const { return backup::folder_beside(book()); }
    // Whether it comes to be so within ten seconds.
    static bool comes(const std::function<bool()>& is_so) {
        for (int i = 0; i < 1000 && !is_so(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return is_so();
    }
    // Of the served book, which looks each few milliseconds.
    std::unique_ptr<BackupKeeper> keeper() {
        return std::make_unique<BackupKeeper>(
            book(),
            "test",
            std::chrono::milliseconds(5),
            [] { return tracking::moment_now(); },
            [this](const auto& line) { failures_ += line + "\n"; },
            [this](const auto& line) { made_lines_ += line + "\n"; });
    }
    nlohmann::json health() { return nlohmann::json::parse(get("/api/v1/health").body)["backup"]; }

    std::string failures_;
    std::string made_lines_;
};

TEST_F(BackupsOfServer, AreMadeUnaskedAndOnceForWhatNobodyChanged) {
    EXPECT_EQ(health()["level"], "caution");
    EXPECT_EQ(health()["at"], nullptr);
    auto keeping = keeper();
    ASSERT_TRUE(comes([&] { return backup::backups_in(beside()).size() == 1; })) << failures_;
    ASSERT_TRUE(comes([&] { return !health()["at"].is_null(); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    keeping.reset();
    EXPECT_EQ(backup::backups_in(beside()).size(), 1U);
    EXPECT_THAT(made_lines_, HasSubstr("a backup was made: clinic-"));
    EXPECT_THAT(made_lines_, HasSubstr("restored and checked whole"));
    EXPECT_EQ(failures_, "");
    EXPECT_EQ(health()["other_medium"], false);
    EXPECT_EQ(health()["problems"][0]["id"], "error.backup_same_medium");
    EXPECT_EQ(post("/api/v1/patients", R"({"chart":"C-002"})").status, 201) << "and go on";
}

TEST_F(BackupsOfServer, AreNotMadeWhereThePolicySaysSo) {
    backup::write_policy(book(), {.automatic = false});
    auto keeping = keeper();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    keeping.reset();
    EXPECT_FALSE(fs::exists(beside()));
}

TEST_F(BackupsOfServer, AFailureIsToldOnce) {
    backup::write_policy(book(), {.folders = {"/no/such/folder"}});
    auto keeping = keeper();
    ASSERT_TRUE(comes([&] { return !health()["problems"].empty(); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    keeping.reset();
    EXPECT_EQ(failures_, "backup: /no/such/folder: there is no such folder for backups\n");
    EXPECT_EQ(health()["problems"].back()["id"], "error.backup_folder_missing");
}

TEST_F(BackupsOfServer, TheHealthIsForAnybodyAndHasNothingOfRecord) {
    const auto good = ask("GET", "/healthz", {});
    EXPECT_EQ(good.status, 200);
    EXPECT_EQ(nlohmann::json::parse(good.body),
              nlohmann::json::parse(R"({"level":"caution","problems":["backup_none"]})"));
    EXPECT_EQ(ask("POST", "/healthz", {}).status, 405);
    EXPECT_EQ(ask("GET", "/healthz?x=1", {}).status, 400);
    fs::remove(book().string() + ".head");
    const auto bad = ask("GET", "/healthz", {});
    EXPECT_EQ(bad.status, 503);
    EXPECT_EQ(nlohmann::json::parse(bad.body)["level"], "bad");
}

TEST_F(BackupsOfServer, MetricsAreForThisMachineOnly) {
    const auto answer = ask("GET", "/metrics", {});
    if (over_tls()) {
        EXPECT_EQ(answer.status, 403);
        return;
    }
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_THAT(answer.body, HasSubstr("needlebook_health 1\n"));
    EXPECT_THAT(answer.body, HasSubstr("needlebook_ledger_entries 2\n"));
    EXPECT_THAT(answer.body, Not(HasSubstr("Huda")));
    EXPECT_THAT(answer.body, Not(HasSubstr("C-001")));
}

}  // namespace
}  // namespace server::backups_test
