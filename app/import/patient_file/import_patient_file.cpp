#include "app/import/patient_file/import_patient_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "app/import/carried.h"
#include "app/import/file_kinds.h"
#include "app/import/import_directory.h"
#include "app/import/patient_file/patient_file.h"
#include "app/libraries/pictures.h"
#include "app/text/csv.h"
#include "app/tracking/commit.h"
#include "db/file/memory_folder.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "db/records/clinic_keys.h"
#include "schema/kinds/kinds.h"
#include "schema/records/consent.h"
#include "schema/records/instrument.h"
#include "schema/records/photo.h"
#include "schema/records/tag.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

using std::filesystem::path;

constexpr std::size_t shown_digits = 16;  // of a fingerprint, as the file shows it

schema::Error not_whole(const PatientFileImport& given, const std::string& what) {
    return schema::refused(given.name,
                           fmt::format("is a patient's file whose {}", what),
                           "ask the clinic for the file again")
        .as("patient_file_damaged");
}

// What of a patient's file comes into a book: the kinds of records of patients but for consents,
// tags, scores, and the scales that they need.
bool is_taken(std::string_view name) {
    const auto& all = kinds::of_patients();
    return name != schema::Description<schema::Consent>::plural &&
           (name == "scores" || name == schema::Description<schema::Tag>::plural ||
            name == schema::Description<schema::Instrument>::plural ||
            std::ranges::any_of(all, [&](const auto& each) { return each.plural == name; }));
}

void write_file(const path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        throw schema::Error(schema::Fault::full,
                            file.string(),
                            "was not written whole",
                            "make room there, or set XDG_RUNTIME_DIR");
    }
}

// The pictures of the file by the SHA-256 of the photographs that they are of.
struct Picture {
    std::string sha256;
    std::size_t bytes = 0;
    libraries::Picture facts;
};
using PicturesByPhoto = std::map<std::string, Picture>;

std::string text_of(const OrderedJson& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Each is looked into by the program that nothing can be done from; what is no picture is refused.
PicturesByPhoto pictures_into(const path& folder,
                              const PatientFileImport& given,
                              const PatientFileContent& content) {
    PicturesByPhoto pictures;
    const auto& list = content.json["pictures"];
    for (std::size_t i = 0; i < content.pictures.size(); ++i) {
        const auto& bytes = content.pictures[i];
        const auto name = db::hex(db::sha256(bytes));
        if (text_of(list[i], "sha256") != name) {
            throw not_whole(given, "pictures are others than it says");
        }
        std::filesystem::create_directory(folder / photos_folder);
        write_file(folder / photos_folder / name, bytes);
        pictures[text_of(list[i], "of")] = {name, bytes.size(), libraries::accept_picture(bytes)};
    }
    return pictures;
}

// The table of photographs with the pictures that the file has, each row of another one left out.
// One that cannot be read stays as it is: the import says what is wrong with it.
std::string photos_table(const std::string& csv,
                         const PicturesByPhoto& pictures,
                         const std::set<std::string>& in_book) {
    CsvReader reader(csv, "photos.csv");
    const auto* header = reader.next();
    if (header == nullptr || header->cells.empty()) {
        return csv;
    }
    const std::vector<std::string> names(header->cells.begin(), header->cells.end());
    std::string table = csv_line(names);
    const auto place_of = [&](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    const auto sha256 = place_of("sha256");
    while (const auto* row = reader.next()) {
        if (row->cells.empty()) {
            return csv;
        }
        std::vector<std::string> cells(row->cells.begin(), row->cells.end());
        const auto set = [&](std::string_view name, std::string text) {
            if (const auto place = place_of(name); place < cells.size()) {
                cells[place] = std::move(text);
            }
        };
        const auto name = sha256 < cells.size() ? cells[sha256] : std::string();
        const auto found = pictures.find(name);
        if (found == pictures.end()) {
            continue;
        }
        if (found->second.sha256 != name && !in_book.contains(name)) {
            const auto& [own, bytes, facts] = found->second;
            set("sha256", own);
            set("bytes", std::to_string(bytes));
            set("width", std::to_string(facts.width));
            set("height", std::to_string(facts.height));
            set("format", facts.format);
            set("orientation", std::to_string(facts.orientation));
        }
        table += csv_line(cells);
    }
    return table;
}

// Writes the tables; whether consents were left out.
bool tables_into(const path& folder,
                 const PatientFileImport& given,
                 const PatientFileContent& content,
                 const PicturesByPhoto& pictures,
                 const db::Book& book) {
    const auto tables = content.json.find("tables");
    if (tables == content.json.end() || !tables->is_object()) {
        throw not_whole(given, "tables are missing");
    }
    std::set<std::string> in_book;
    for (const auto& [name, size] : db::PhotoStore(book.file()).files().photos) {
        in_book.insert(name);
    }
    for (const auto& kind : file_kinds()) {
        const auto name = std::string(kind.name) + ".csv";
        const auto found = tables->find(name);
        if (found == tables->end() || !is_taken(kind.name)) {
            continue;
        }
        if (!found->is_string()) {
            throw not_whole(given, "tables are no texts");
        }
        const auto csv = found->get<std::string>();
        const bool is_photos = kind.name == schema::Description<schema::Photo>::plural;
        write_file(folder / name, is_photos ? photos_table(csv, pictures, in_book) : csv);
    }
    const auto consents = tables->find("consents.csv");
    return consents != tables->end() && consents->is_string() &&
           std::ranges::count(consents->get_ref<const std::string&>(), '\n') > 1;
}

// "of Skin clinic, made on 2026-01-05T10:30, signed by the key 1a2b…": texts of the file within the
// bounds of a reason.
std::string provenance(const db::Book& book, const PatientFileData::Opened& opened) {
    constexpr std::size_t longest = 120;
    const auto& json = opened.content.json;
    const auto view = json.find("view");
    auto clinic =
        view != json.end() && view->is_object() ? text_of(*view, "clinic") : std::string();
    auto made_at = text_of(json, "made_at");
    for (auto* text : {&clinic, &made_at}) {
        if (text->size() > longest || schema::text_fault(schema::TextKind::line, *text)) {
            *text = "?";
        }
    }
    std::string by = "signed by nobody";
    if (opened.signed_by) {
        const auto keys = db::clinic_keys(book);
        const bool is_own = std::ranges::any_of(
            keys, [&](const auto& each) { return each.fingerprint == *opened.signed_by; });
        by = fmt::format("signed by {}the key {}",
                         is_own ? "this clinic's, " : "",
                         opened.signed_by->substr(0, shown_digits));
    }
    return fmt::format("patient's file of {}, made on {}, {}", clinic, made_at, by);
}

Joining joining_of(const PatientFileImport& given) {
    Joining joining;
    if (given.chart) {
        joining.chart = schema::as_kept(schema::TextKind::chart, *given.chart);
        if (auto fault = schema::text_fault(schema::TextKind::chart, *joining.chart)) {
            fault->where = "--patient";
            throw schema::Error(schema::Fault::refused, {std::move(*fault)});
        }
    }
    return joining;
}

}  // namespace

ImportReport import_patient_file(db::Book& book,
                                 const db::Submission& submission,
                                 const PatientFileImport& given,
                                 const Progress& progress) {
    access_control::require(tracking::grant_of(book, submission),
                            access_control::Right::import_records);
    const auto joining = joining_of(given);
    const auto opened = PatientFileData(given.html, given.name).open(given.passphrase);
    const db::MemoryFolder room;
    const auto pictures = pictures_into(room.path(), given, opened.content);
    const bool left_consents = tables_into(room.path(), given, opened.content, pictures, book);
    auto submitted = submission;
    submitted.action = "import";
    const auto from = provenance(book, opened);
    submitted.reason = submitted.reason ? *submitted.reason + "; " + from : from;
    auto report =
        import_patient_folder(book, submitted, room.path(), joining, given.confirm, progress);
    report.file = given.name;
    if (left_consents) {
        report.warnings.push_back({given.name,
                                   "has consents, which stay with the clinic that they were "
                                   "given to",
                                   "ask the patient anew for what is wanted here"});
    }
    if (!opened.signed_by) {
        report.warnings.push_back({given.name,
                                   "is signed by nobody: whoever had it may have changed it",
                                   "compare what matters with the patient's papers"});
    }
    return report;
}

}  // namespace exchange
