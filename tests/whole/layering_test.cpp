// Who may include whom: docs/architecture.md, held.

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

#include "tests/whole/source_tree.h"

namespace whole::layering_test {
namespace {

namespace fs = std::filesystem;

// From the top: a folder may include those after it. Rules, texts and statistics are pure and know
// no database; how text files are read knows no records.
constexpr std::array<std::string_view, 19> layers{"app/cli",
                                                  "app/server",
                                                  "app/report",
                                                  "app/export",
                                                  "app/import",
                                                  "app/backup",
                                                  "app/json",
                                                  "app/text",
                                                  "app/tracking",
                                                  "app/progress",
                                                  "app/progress/statistics",
                                                  "app/access",
                                                  "app/clinical",
                                                  "app/texts",
                                                  "db",
                                                  "app/pictures",
                                                  "app/libraries",
                                                  "schema",
                                                  "app/web"};

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
    const bool is_pure = layers[*own] == "app/clinical" || layers[*own] == "app/texts" ||
                         layers[*own] == "app/progress/statistics";
    if (is_pure && (layers[*below] == "db" || layers[*below] == "app/access")) {
        return "rules, texts and statistics know no database";
    }
    if (layers[*own] == "app/text" && below != own && layers[*below] != "schema") {
        return "how text files are read knows no records";
    }
    return *below >= *own ? "" : "includes what stands above it";
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
    EXPECT_EQ(files,
              (std::set<std::string>{"app/access/grant.cpp",
                                     "app/tracking/people/accounts.cpp",
                                     "app/tracking/catalogue.cpp"}));
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

}  // namespace
}  // namespace whole::layering_test
