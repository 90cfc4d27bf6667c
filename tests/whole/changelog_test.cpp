// CHANGELOG.md is as Keep a Changelog has it, and names the version that the program says of
// itself.

#include <array>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::changelog_test {
namespace {

using Version = std::array<int, 3>;

struct Section {
    Version version{};
    std::string date;
    std::vector<std::string> groups;
    int changes = 0;
};

// Fails the test for a heading that is none.
std::vector<Section> sections_of(std::istream& changelog) {
    const std::regex heading(
        R"(## \[(\d+)\.(\d+)\.(\d+)\] - (unreleased|\d{4}-\d{2}-\d{2})( \[YANKED\])?)");
    std::vector<Section> all;
    for (std::string line; std::getline(changelog, line);) {
        std::smatch found;
        if (std::regex_match(line, found, heading)) {
            all.push_back(
                {{std::stoi(found[1]), std::stoi(found[2]), std::stoi(found[3])}, found[4], {}, 0});
        } else if (line.starts_with("## ")) {
            ADD_FAILURE() << line;
        } else if (line.starts_with("### ") && !all.empty()) {
            all.back().groups.push_back(line.substr(4));
        } else if (line.starts_with("- ") && !all.empty()) {
            ++all.back().changes;
        }
    }
    return all;
}

TEST(Changelog, NamesTheVersionOfTheProgramFirst) {
    std::ifstream file(SOURCE_DIR "/CHANGELOG.md");
    const auto sections = sections_of(file);
    ASSERT_FALSE(sections.empty());
    const auto& version = sections.front().version;
    const support::TemporaryFolder folder;
    const support::CommandLine desk(folder / "clinic.needlebook");
    EXPECT_THAT(desk.must("--version"),
                testing::HasSubstr(std::to_string(version[0]) + "." + std::to_string(version[1]) +
                                   "." + std::to_string(version[2])));
}

TEST(Changelog, HasVersionsThatGoDownAndOnlyTheSixKindsOfChanges) {
    std::ifstream file(SOURCE_DIR "/CHANGELOG.md");
    const auto sections = sections_of(file);
    const std::set<std::string> kinds{
        "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"};
    for (std::size_t i = 0; i < sections.size(); ++i) {
        EXPECT_GT(sections[i].changes, 0);
        EXPECT_FALSE(sections[i].groups.empty());
        for (const auto& group : sections[i].groups) {
            EXPECT_TRUE(kinds.contains(group)) << group;
        }
        if (i > 0) {
            EXPECT_GT(sections[i - 1].version, sections[i].version);
            EXPECT_NE(sections[i].date, "unreleased") << "only the newest may be";
        }
    }
}

}  // namespace
}  // namespace whole::changelog_test
