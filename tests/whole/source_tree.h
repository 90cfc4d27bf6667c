#pragma once
// The source files of the project, to hold rules against.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace whole {

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

inline std::vector<Source> sources() {
    std::vector<Source> all;
    const std::set<std::string> kinds{
        ".h", ".cpp", ".sql", ".cmake", ".sh", ".ts", ".tsx", ".css", ".html"};
    for (const auto* top : {"app", "db", "schema", "tests"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(SOURCE_DIR) / top)) {
            const auto path = std::filesystem::relative(entry.path(), SOURCE_DIR).string();
            if (!entry.is_regular_file() || !kinds.contains(entry.path().extension()) ||
                path.find("node_modules") != std::string::npos || path == "app/web/openapi.ts" ||
                path == "app/web/texts/ids.ts") {
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

inline std::vector<Include> includes(const Source& source) {
    static const std::regex form(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> all;
    for (const auto& line : source.lines) {
        if (std::smatch found; std::regex_search(line, found, form)) {
            all.push_back({found[2], found[1] == "\""});
        }
    }
    return all;
}

inline std::set<std::string> files_that_include(std::string_view header) {
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

// Collects the sources that break a rule, so that one failure shows them all.
inline std::string offenders(const std::function<bool(const Source&)>& breaks) {
    std::string list;
    for (const auto& source : sources()) {
        list += breaks(source) ? source.path + "\n" : "";
    }
    return list;
}

}  // namespace whole
