// What may stand where in the tree, and how large it may be: docs/architecture.md, held.

#include <map>

#include <gtest/gtest.h>

#include "tests/whole/source_tree.h"

namespace whole::tree_test {
namespace {

namespace fs = std::filesystem;

TEST(Tree, EveryHeaderIsIncludedOnce) {
    EXPECT_EQ(offenders([](const Source& source) {
                  return source.is_header() &&
                         (source.lines.empty() || source.lines.front() != "#pragma once");
              }),
              "");
}

TEST(Tree, NoHeaderOpensANamespaceForEverybody) {
    EXPECT_EQ(offenders([](const Source& source) {
                  return source.is_header() &&
                         std::any_of(
                             source.lines.begin(), source.lines.end(), [](const auto& line) {
                                 return line.find("using namespace") != std::string::npos;
                             });
              }),
              "");
}

TEST(Tree, NoFolderHoldsMoreFilesThanAPersonFindsTheirWayIn) {
    std::map<std::string, int> files;
    for (const auto& source : sources()) {
        ++files[fs::path(source.path).parent_path().string()];
    }
    for (const auto& [folder, number] : files) {
        EXPECT_LE(number, 60) << folder;
    }
}

TEST(Tree, NoFileIsLongerThanAPersonReadsAtOnce) {
    EXPECT_EQ(offenders([](const Source& source) { return source.lines.size() > 400; }), "");
}

TEST(Tree, NoLineOfCodeIsWiderThanAScreen) {
    EXPECT_EQ(
        offenders([](const Source& source) {
            return (source.is_header() || source.is_cpp()) &&
                   std::any_of(source.lines.begin(), source.lines.end(), [](const auto& line) {
                       const auto width = std::count_if(line.begin(), line.end(), [](const char c) {
                           return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                       });
                       return width > 120;  // code points
                   });
        }),
        "");
}

TEST(Tree, TestsMirrorTheTree) {
    const std::set<std::string> beside{"tests/support",
                                       "tests/whole",
                                       "tests/bench",
                                       "tests/fuzz",
                                       "tests/mutation",
                                       "tests/data"};
    for (const auto& source : sources()) {
        if (!source.is_in("tests")) {
            continue;
        }
        const auto folder = fs::path(source.path).parent_path().string();
        const bool is_beside = std::any_of(beside.begin(), beside.end(), [&](const auto& each) {
            return folder == each || folder.starts_with(each + "/");
        });
        const auto mirrored = folder == "tests" ? "." : folder.substr(6);
        EXPECT_TRUE(is_beside || fs::is_directory(fs::path(SOURCE_DIR) / mirrored))
            << source.path << " tests nothing that is there";
    }
}

TEST(Tree, TheTopLevelHoldsOnlyWhatIsAgreed) {
    const std::set<std::string> agreed{"CHANGELOG.md",
                                       "CMakeLists.txt",
                                       "app",
                                       "db",
                                       "schema",
                                       "tests",
                                       "docs",
                                       "README.md",
                                       "LICENSE"};
    for (const auto& entry : fs::directory_iterator(SOURCE_DIR)) {
        const auto name = entry.path().filename().string();
        EXPECT_TRUE(agreed.contains(name) || name.starts_with(".") || name.starts_with("build"))
            << name;
    }
}

}  // namespace
}  // namespace whole::tree_test
