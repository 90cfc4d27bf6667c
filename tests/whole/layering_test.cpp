// Who may include whom, and what may stand where: docs/architecture.md, held.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whole::layering_test {
namespace {

namespace fs = std::filesystem;

// From the top: a folder may include those after it. The rules and the statistics are pure and know
// no database; how text files are read knows no records.
constexpr std::array<std::string_view, 16> layers{"app/cli",
                                                  "app/server",
                                                  "app/report",
                                                  "app/export",
                                                  "app/import",
                                                  "app/json",
                                                  "app/text",
                                                  "app/libraries",
                                                  "app/tracking",
                                                  "app/progress",
                                                  "app/progress/statistics",
                                                  "app/access",
                                                  "app/clinical",
                                                  "db",
                                                  "schema",
                                                  "app/web"};

// One source file: its place under the root, and its lines.
struct Source {
    std::string path;
    std::vector<std::string> lines;

    bool is_in(std::string_view folder) const {
        return path.starts_with(std::string(folder) + "/");
    }
    bool is_header() const { return path.ends_with(".h"); }
    bool is_cpp() const { return path.ends_with(".cpp"); }
};

// The file that an #include names; with its brackets' kind.
struct Include {
    std::string file;
    bool is_ours = false;
};

std::vector<Source> sources() {
    std::vector<Source> all;
    const std::set<std::string> kinds{
        ".h", ".cpp", ".sql", ".cmake", ".sh", ".ts", ".tsx", ".css", ".html"};
    for (const auto* top : {"app", "db", "schema", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / top)) {
            const auto path = fs::relative(entry.path(), SOURCE_DIR).string();
            if (!entry.is_regular_file() || !kinds.contains(entry.path().extension()) ||
                path.find("node_modules") != std::string::npos || path == "app/web/openapi.ts") {
                continue;
            }
            Source source{path, {}};
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) {
                source.lines.push_back(line);
            }
            all.push_back(std::move(source));
        }
    }
    return all;
}

std::vector<Include> includes(const Source& source) {
    static const std::regex form(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> all;
    for (const auto& line : source.lines) {
        if (std::smatch found; std::regex_search(line, found, form)) {
            all.push_back({found[2], found[1] == "\""});
        }
    }
    return all;
}

std::optional<std::size_t> layer_of(std::string_view path) {
    std::optional<std::size_t> found;  // of a folder and one inside it, the inner one
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (path.starts_with(std::string(layers[i]) + "/") &&
            (!found || layers[*found].size() < layers[i].size())) {
            found = i;
        }
    }
    return found;
}

// Why a file under `from` may not include `to`; nothing if it may.
std::string fault(const std::string& from, const std::string& to) {
    const auto below = layer_of(to);
    if (from.starts_with("tests/")) {
        const auto mirrored = layer_of(from.substr(6));
        if (to.starts_with("tests/") || !mirrored) {
            return "";  // support, whole, bench and fuzz use the program from outside, all of it
        }
        return below && *below >= *mirrored ? "" : "a test includes what stands above its folder";
    }
    if (!below) {
        return "includes what is in no layer";
    }
    const auto own = layer_of(from);
    if (!own) {
        return "is in no layer";
    }
    const bool is_pure =
        layers[*own] == "app/clinical" || layers[*own] == "app/progress/statistics";
    if (is_pure && (layers[*below] == "db" || layers[*below] == "app/access")) {
        return "the rules and the statistics know no database";
    }
    if (layers[*own] == "app/text" && below != own && layers[*below] != "schema") {
        return "how text files are read knows no records";
    }
    return *below >= *own ? "" : "includes what stands above it";
}

std::set<std::string> files_that_include(std::string_view header) {
    std::set<std::string> files;
    for (const auto& source : sources()) {
        for (const auto& include : includes(source)) {
            if (include.file.starts_with(header)) {
                files.insert(source.path);
            }
        }
    }
    return files;
}

// The text between quotes, of strings in one line and of raw strings over many; comments left out.
std::string string_literals(const Source& source) {
    std::string all;
    bool raw = false;
    for (const auto& line : source.lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (raw) {
                const auto end = line.find(")\"", i);
                all += line.substr(i, end - i) + "\n";
                raw = end == std::string::npos;
                i = raw ? line.size() : end + 1;
            } else if (line.compare(i, 2, "//") == 0 || line.starts_with("#include")) {
                break;
            } else if (line.compare(i, 3, "R\"(") == 0) {
                raw = true;
                i += 2;
            } else if (line[i] == '\'' && i + 2 < line.size() &&
                       (line[i + 2] == '\'' || line[i + 1] == '\\')) {
                i = line.find('\'', i + 2);
            } else if (line[i] == '"') {
                auto end = i + 1;
                while (end < line.size() && line[end] != '"') {
                    end += line[end] == '\\' ? 2U : 1U;
                }
                all += line.substr(i + 1, end - i - 1);
                i = end;
            }
        }
        all += '\n';
    }
    return all;
}

// Collects the sources that break a rule, so that one failure shows them all.
std::string offenders(const std::function<bool(const Source&)>& breaks) {
    std::string list;
    for (const auto& source : sources()) {
        list += breaks(source) ? source.path + "\n" : "";
    }
    return list;
}

TEST(Layering, ThereIsSomethingToLookAt) {
    const auto all = sources();
    EXPECT_GT(all.size(), 100U);
    for (const auto layer : {"app/cli", "app/import", "app/clinical", "db", "schema", "tests"}) {
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& source) {
            return source.is_in(layer);
        })) << layer;
    }
}

TEST(Layering, AFileIncludesOnlyFromItsOwnFolderAndFromFoldersBelowIt) {
    for (const auto& source : sources()) {
        for (const auto& include : includes(source)) {
            if (include.is_ours) {
                EXPECT_EQ(fault(source.path, include.file), "")
                    << source.path << " includes " << include.file;
            }
        }
    }
}

TEST(Layering, TheRuleItselfRefusesWhatItShould) {
    EXPECT_NE(fault("db/records/records.cpp", "app/access/grant.h"), "");
    EXPECT_NE(fault("app/access/grant.cpp", "app/tracking/commit.h"), "");
    EXPECT_NE(fault("app/progress/statistics/wilson.cpp", "app/access/grant.h"), "");
    EXPECT_EQ(fault("app/tracking/commit.cpp", "app/access/grant.h"), "");
    EXPECT_NE(fault("db/records/records.cpp", "app/clinical/instruments/gags.h"), "");
    EXPECT_NE(fault("app/clinical/gags.cpp", "db/records/records.h"), "");
    EXPECT_NE(fault("app/progress/series/series.cpp", "app/text/csv.h"), "");
    EXPECT_NE(fault("app/json/progress_json.cpp", "app/report/report.h"), "");
    EXPECT_NE(fault("app/text/csv.cpp", "app/tracking/record.h"), "");
    EXPECT_NE(fault("app/progress/statistics/wilson.cpp", "app/progress/series/series.h"), "");
    EXPECT_NE(fault("app/progress/statistics/wilson.cpp", "db/book.h"), "");
    EXPECT_NE(fault("schema/types/date.cpp", "db/book.h"), "");
    EXPECT_NE(fault("tests/db/book_test.cpp", "app/cli/run.h"), "");
    EXPECT_EQ(fault("app/progress/series/series.cpp", "app/progress/statistics/wilson.h"), "");
    EXPECT_EQ(fault("tests/db/book_test.cpp", "schema/types/date.h"), "");
}

TEST(Layering, AnIncludeOfOursNamesAFileThatIsThere) {
    for (const auto& source : sources()) {
        for (const auto& include : includes(source)) {
            EXPECT_TRUE(!include.is_ours || fs::exists(fs::path(SOURCE_DIR) / include.file))
                << source.path << " includes " << include.file;
        }
    }
}

TEST(Layering, OnlyDbKnowsSqlite) {
    const std::set<std::string> headers{"db/sqlite/connection.h", "db/sqlite/sqlite.h"};
    for (const auto* library : {"SQLiteCpp", "sqlite3"}) {
        for (const auto& file : files_that_include(library)) {
            const bool allowed =
                headers.contains(file) || (file.starts_with("db/") && file.ends_with(".cpp")) ||
                file == "schema/migrations/definitions_main.cpp" ||  // part of the build
                file == "tests/bench/raw.h" ||    // the floors are written with nothing else
                file.starts_with("tests/fuzz/");  // books are changed behind the program's back
            EXPECT_TRUE(allowed) << file << " includes " << library;
        }
    }
    for (const auto* own : {"db/sqlite/connection.h",
                            "db/sqlite/sqlite.h",
                            "db/ledger/tables.h",
                            "db/sqlite/kind_rows.h"}) {
        for (const auto& file : files_that_include(own)) {
            EXPECT_TRUE(file.starts_with("db/") || file.starts_with("tests/db/"))
                << file << " includes " << own;
        }
    }
}

TEST(Layering, OnlyDbAndTheMigrationsSpeakSql) {
    const std::regex sql(
        R"(\b(SELECT\s+\S|INSERT\s+(OR \w+ )?INTO\b|DELETE\s+FROM\b|UPDATE\s+\S+\s+SET\b|)"
        R"(CREATE\s+(TABLE|INDEX|TRIGGER)\b|PRAGMA\s))");
    EXPECT_EQ(offenders([&](const Source& source) {
                  const bool looked_at = source.is_header() || source.is_cpp();
                  const bool allowed = source.is_in("db") || source.is_in("tests") ||
                                       source.is_in("schema/migrations") ||
                                       source.path == "schema/kinds/ddl.cpp";  // for migrations
                  return looked_at && !allowed && std::regex_search(string_literals(source), sql);
              }),
              "");
    const auto in_db = offenders([&](const Source& source) {
        return source.is_in("db") && std::regex_search(string_literals(source), sql);
    });
    EXPECT_NE(in_db, "") << "the rule sees SQL where there is some";
}

TEST(Layering, HeavyHeadersStayInFewFiles) {
    const auto in_one_cpp = [](std::string_view header) {
        std::set<std::string> files;
        for (const auto& file : files_that_include(header)) {
            EXPECT_TRUE(file.ends_with(".cpp")) << file << " includes " << header;
            if (!file.starts_with("tests/")) {
                files.insert(file);
            }
        }
        EXPECT_LE(files.size(), 1U) << header;
    };
    in_one_cpp("CLI/");
    in_one_cpp("boost/math");
    EXPECT_EQ(files_that_include("microhttpd.h"),
              std::set<std::string>{"app/libraries/microhttpd.h"});
    for (const auto& file : files_that_include("nlohmann/json.hpp")) {
        // json_value.h is for the .cpp files that write JSON.
        EXPECT_TRUE(file.ends_with(".cpp") || file == "app/json/json_value.h")
            << file << " includes nlohmann/json.hpp";
    }
    EXPECT_EQ(files_that_include("boost/date_time/gregorian/gregorian.hpp"),
              std::set<std::string>());
}

// Whoever else used it would pass by what people may.
TEST(Layering, FewFilesActAsTheProgramItself) {
    std::set<std::string> files;
    for (const auto& file : files_that_include("app/access/own_grant.h")) {
        if (!file.starts_with("tests/")) {
            files.insert(file);
        }
    }
    EXPECT_EQ(
        files,
        (std::set<std::string>{
            "app/access/grant.cpp", "app/tracking/accounts.cpp", "app/tracking/catalogue.cpp"}));
}

// A ledger entry that nobody had a right to: all but these go through tracking::commit.
TEST(Layering, FewFilesWriteWithoutAskingForARight) {
    std::set<std::string> files;
    for (const auto& source : sources()) {
        for (const auto& line : source.lines) {
            if (source.is_in("app") && line.find("db::transact(") != std::string::npos) {
                files.insert(source.path);
            }
        }
    }
    EXPECT_EQ(files,
              (std::set<std::string>{"app/access/turn.cpp",
                                     "app/cli/commands/keeping_commands.cpp",
                                     "app/tracking/commit.cpp"}));
}

TEST(Layering, OneFileKnowsTheChartLibrary) {
    EXPECT_EQ(
        offenders([](const Source& source) {
            const bool is_script = source.path.ends_with(".ts") || source.path.ends_with(".tsx");
            return is_script &&
                   std::any_of(source.lines.begin(), source.lines.end(), [](const auto& line) {
                       return line.find("@observablehq") != std::string::npos;
                   });
        }),
        "app/web/chart/plot.ts\n");
}

TEST(Layering, EveryHeaderIsIncludedOnce) {
    EXPECT_EQ(offenders([](const Source& source) {
                  return source.is_header() &&
                         (source.lines.empty() || source.lines.front() != "#pragma once");
              }),
              "");
}

TEST(Layering, NoHeaderOpensANamespaceForEverybody) {
    EXPECT_EQ(offenders([](const Source& source) {
                  return source.is_header() &&
                         std::any_of(
                             source.lines.begin(), source.lines.end(), [](const auto& line) {
                                 return line.find("using namespace") != std::string::npos;
                             });
              }),
              "");
}

TEST(Layering, NoFolderHoldsMoreFilesThanAPersonFindsTheirWayIn) {
    std::map<std::string, int> files;
    for (const auto& source : sources()) {
        ++files[fs::path(source.path).parent_path().string()];
    }
    for (const auto& [folder, number] : files) {
        EXPECT_LE(number, 60) << folder;
    }
}

TEST(Layering, NoFileIsLongerThanAPersonReadsAtOnce) {
    EXPECT_EQ(offenders([](const Source& source) {
                  // A language's texts are one list, however long.
                  const bool is_list = source.path.starts_with("app/web/app/messages_");
                  return !is_list && source.lines.size() > 400;
              }),
              "");
}

TEST(Layering, NoLineOfCodeIsWiderThanAScreen) {
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

TEST(Layering, TestsMirrorTheTree) {
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

TEST(Layering, TheTopLevelHoldsOnlyWhatIsAgreed) {
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
}  // namespace whole::layering_test
