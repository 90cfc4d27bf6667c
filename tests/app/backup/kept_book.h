#pragma once
// A clinic's book, somebody who writes into it, and folders for its backups.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/backup/backup_file.h"
#include "app/backup/keeping.h"
#include "app/backup/policy.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/wall_clock.h"
#include "db/ledger/transact.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace backup {

// What is thrown; fails the test if nothing is.
inline schema::Error error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was refused";
    return schema::misused("", "", "");
}

class KeptBook : public testing::Test {
  protected:
    KeptBook() {
        tracking::create_book(file_, {.name = "Clinic", .time_zone = "Etc/UTC"}, "nurse");
        for (const auto& folder : {disk_, stick_}) {
            std::filesystem::create_directory(folder);
        }
    }

    void add(const std::string& chart) const {
        auto book = db::Book::open(file_);
        db::transact(book, {.actor = "nurse", .action = "patient add"}, [&](db::Write& write) {
            return std::to_string(insert(write, schema::Patient{.chart = chart}).value);
        });
    }
    void keep_in(const std::vector<std::filesystem::path>& folders, Keep keep = {}) const {
        Policy policy{.keep = keep};
        for (const auto& folder : folders) {
            policy.folders.push_back(folder.string());
        }
        write_policy(file_, policy);
    }
    std::vector<Outcome> run(std::int64_t now, bool only_due = false) const {
        return make_backups(file_, {.now = now, .program = "test", .only_due = only_due});
    }
    static std::int64_t seconds_now() { return tracking::moment_now().time_since_epoch().count(); }
    static std::string bytes_of(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static void put(const std::filesystem::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
    static std::vector<std::string> names_in(const std::filesystem::path& folder) {
        std::vector<std::string> all;
        for (const auto& each : std::filesystem::directory_iterator(folder)) {
            all.push_back(each.path().filename().string());
        }
        return all;
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    std::filesystem::path disk_ = folder_ / "disk";
    std::filesystem::path stick_ = folder_ / "stick";
    std::int64_t now_ = seconds_now();
};

}  // namespace backup
