#include "app/import/manifest.h"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/import/carried.h"
#include "app/import/import_bytes.h"
#include "app/json/json_value.h"
#include "app/text/csv.h"
#include "db/ledger/sha256.h"

namespace exchange {

namespace {

using std::filesystem::path;

constexpr auto export_again =
    "export again and import that; if you changed the files on purpose, take manifest.json out "
    "first: they are then read as they are";

std::optional<Manifest> manifest_in(const std::string& text) {
    const auto json = OrderedJson::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("files") || !json["files"].is_object() ||
        !json.contains("for") || !json["for"].is_string()) {
        return std::nullopt;
    }
    Manifest manifest;
    manifest.reader =
        json["for"].get<std::string>() == "import" ? Reader::import : Reader::spreadsheet;
    for (const auto& [name, file] : json["files"].items()) {
        if (!file.is_object() || !file.contains("rows") || !file["rows"].is_number_unsigned() ||
            !file.contains("sha256") || !file["sha256"].is_string()) {
            return std::nullopt;
        }
        manifest.files[name] = {file["rows"].get<std::size_t>(), file["sha256"].get<std::string>()};
    }
    return manifest;
}

std::vector<schema::Problem> differences(const path& folder, const Manifest& manifest) {
    std::vector<schema::Problem> problems;
    for (const auto& [name, listed] : manifest.files) {
        const auto file = folder / path(name).filename();
        if (!std::filesystem::exists(file)) {
            problems.push_back({file.string(), "is missing from the export", export_again});
            continue;
        }
        const auto found = described_file(file);
        if (found.sha256 != listed.sha256) {
            problems.push_back(
                {file.string(),
                 found.rows == listed.rows
                     ? "was changed after it was exported"
                     : fmt::format("has {} rows, and {} were exported", found.rows, listed.rows),
                 export_again});
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        const bool is_known = name == manifest_name || name == photos_folder;
        if (!is_known && !manifest.files.contains(name)) {
            problems.push_back({entry.path().string(),
                                "is no file of the export",
                                "move it away; import it by itself if it holds data"});
        }
    }
    return problems;
}

}  // namespace

Manifest::File described_file(const path& file) {
    const auto bytes = bytes_of_file(file);
    CsvReader reader(bytes, file.string());
    std::size_t lines = 0;
    while (reader.next() != nullptr) {
        ++lines;
    }
    return {.rows = lines == 0 ? 0 : lines - 1, .sha256 = db::hex(db::sha256(bytes))};
}

std::string manifest_text(const Manifest& manifest) {
    OrderedJson json = {
        {"program", "needlebook " + manifest.program},
        {"schema", manifest.schema},
        {"of", manifest.one_patient ? "one patient" : "the whole book"},
        {"book_content", manifest.content},
        {"for", manifest.reader == Reader::import ? "import" : "spreadsheet"},
    };
    if (manifest.reader == Reader::spreadsheet) {
        json["note"] =
            "for reading only: cells that a spreadsheet would take for formulas begin "
            "with an apostrophe";
    }
    json["files"] = OrderedJson::object();
    for (const auto& [name, file] : manifest.files) {
        json["files"][name] = {{"rows", file.rows}, {"sha256", file.sha256}};
    }
    return json_text(json) + "\n";
}

bool verify_manifest(const path& folder) {
    const auto file = folder / manifest_name;
    if (!std::filesystem::exists(file)) {
        return false;
    }
    const auto manifest = manifest_in(bytes_of_file(file));
    if (!manifest) {
        throw schema::refused(file.string(), "is not the manifest of an export", export_again);
    }
    if (manifest->reader != Reader::import) {
        throw schema::refused(folder.string(),
                              "was exported for spreadsheets, for reading only: some of its cells "
                              "are not what was recorded",
                              "export without `--for spreadsheet`, and import that");
    }
    schema::refuse_any(differences(folder, *manifest));
    return true;
}

}  // namespace exchange
