// Books of every earlier version (tests/books): each opens as it is, is brought up to date, is
// whole and can go back; one of a later version is refused and stays as it was.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::old_books_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;

constexpr int first_with_patients = 2;  // and with a clinic: none of version 1 was a book
constexpr int last_that_was_made = 28;

struct OldBook {
    fs::path archive;
    int version = 0;
};

std::vector<OldBook> old_books() {
    std::vector<OldBook> all;
    const std::regex name(R"(v(\d+)(-.+)?\.tar\.gz)");
    for (const auto& each : fs::directory_iterator(SOURCE_DIR "/tests/books")) {
        std::smatch found;
        const auto file = each.path().filename().string();
        if (std::regex_match(file, found, name)) {
            all.push_back({each.path(), std::stoi(found[1])});
        }
    }
    std::sort(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.version < b.version; });
    return all;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class OldBooks : public testing::Test {
  protected:
    fs::path unpacked(const OldBook& book) const {
        const auto to = folder_.path() / book.archive.stem();
        fs::create_directory(to);
        const auto ran =
            support::Process({"/bin/tar", "-xzf", book.archive.string(), "-C", to.string()}).wait();
        EXPECT_EQ(ran.status, 0) << ran.err;
        for (const auto& each : fs::directory_iterator(to)) {
            if (each.path().extension() == ".needlebook") {
                return each.path();
            }
        }
        ADD_FAILURE() << book.archive;
        return {};
    }

    support::TemporaryFolder folder_;
};

TEST_F(OldBooks, AreThereForEveryVersion) {
    std::set<int> versions;
    for (const auto& book : old_books()) {
        versions.insert(book.version);
    }
    for (int version = first_with_patients; version <= last_that_was_made; ++version) {
        EXPECT_TRUE(versions.contains(version)) << version;
    }
}

TEST_F(OldBooks, OpenAsTheyAreAreBroughtUpToDateAreWholeAndGoBack) {
    for (const auto& old : old_books()) {
        SCOPED_TRACE(old.archive.filename().string());
        const support::CommandLine desk(unpacked(old));
        const auto before = bytes_of(desk.book());
        const auto plan = Json::parse(desk.must("upgrade --dry-run --json"));
        EXPECT_EQ(plan["from"], old.version);
        const auto check = desk("check");
        EXPECT_EQ(check.status, 0) << check.err;
        EXPECT_EQ(bytes_of(desk.book()), before) << "looking changes nothing";

        const auto upgraded = desk("upgrade");
        ASSERT_EQ(upgraded.status, 0) << upgraded.err;
        EXPECT_EQ(Json::parse(desk.must("upgrade --dry-run --json"))["steps"].size(), 0U);
        EXPECT_EQ(desk("check").err, "");
        desk.must("export '" + desk.book().string() + ".out'");
        if (old.version >= first_with_patients) {
            EXPECT_THAT(desk.must("patient list"), HasSubstr("C-001"));
            EXPECT_THAT(desk.must("patient show C-001"), HasSubstr("Huda Saleh"));
            EXPECT_THAT(desk.must("patient show C-001"), HasSubstr("0100 555 0142"));
        }
        const auto version = plan["to"].get<int>();
        if (old.version == version) {
            continue;
        }
        EXPECT_TRUE(fs::exists(fmt::format("{}.before-v{}", desk.book().string(), version)));
        const auto back = desk("upgrade --back --yes");
        ASSERT_EQ(back.status, 0) << back.err;
        EXPECT_EQ(Json::parse(desk.must("upgrade --dry-run --json"))["from"], old.version);
        EXPECT_EQ(desk("check").status, 0);
        desk.must("patient add --chart C-100");
        EXPECT_THAT(desk.must("patient list"), HasSubstr("C-100"));
        EXPECT_EQ(desk("check").status, 0);
    }
}

TEST_F(OldBooks, OfANewerProgramAreRefusedUntouchedWithTheVersionThatTheyNeed) {
    const support::CommandLine desk(folder_ / "clinic.needlebook");
    desk.must("init --name Clinic");
    desk.must("patient add --chart C-001");
    const auto version = Json::parse(desk.must("upgrade --dry-run --json"))["to"].get<int>();
    ASSERT_TRUE(
        support::sqlite_shell(desk.book(), fmt::format("PRAGMA user_version = {}", version + 3)));
    const auto before = bytes_of(desk.book());
    for (const auto* line : {"patient list",
                             "patient add --chart C-002",
                             "check",
                             "upgrade",
                             "upgrade --dry-run",
                             "upgrade --back --yes",
                             "backup run"}) {
        const auto ran = desk(line);
        EXPECT_EQ(ran.status, 3) << line << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(fmt::format("knows version {}", version + 3))) << line;
        EXPECT_EQ(bytes_of(desk.book()), before) << line;
    }
}

}  // namespace
}  // namespace whole::old_books_test
