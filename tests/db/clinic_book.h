#pragma once
// A book with patients, for tests of what keeps it.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/ledger/transact.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db {

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

// The first problem as one line: where: what.
inline std::string said(const schema::Error& error) {
    return error.problems().front().where + ": " + error.problems().front().what;
}

inline std::string said(const std::vector<schema::Problem>& problems) {
    std::string text;
    for (const auto& each : problems) {
        text += each.where + ": " + each.what + "\n";
    }
    return text;
}

class ClinicBook : public testing::Test {
  protected:
    static void add(Book& book, const std::string& chart) {
        transact(book, {.actor = "nurse", .action = "patient add"}, [&](Write& write) {
            return std::to_string(insert(write, schema::Patient{.chart = chart}).value);
        });
    }
    std::filesystem::path beside(const char* end) const { return file_.string() + end; }
    static bool has(const std::filesystem::path& file, const std::string& chart) {
        return find_patient(Book::open(file), chart).has_value();
    }
    // The names in the folder that begin with this one's.
    std::vector<std::string> names(const std::filesystem::path& file) const {
        std::vector<std::string> all;
        for (const auto& each : std::filesystem::directory_iterator(file.parent_path())) {
            if (each.path().filename().string().starts_with(file.filename().string())) {
                all.push_back(each.path().filename().string());
            }
        }
        return all;
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
};

}  // namespace db
