#include "app/backup/backup_file.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/shared_photos.h"
#include "app/json/json_reading.h"
#include "app/json/json_value.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/utc.h"
#include "schema/types/disk_fault.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_manifest = 64 * 1024 * 1024;  // of a million photographs
constexpr std::size_t read_at_once = 1024 * 1024;
constexpr const char* marker = "needlebook-backups.json";

Json json_of(const Manifest& manifest) {
    Json json{{"needlebook_backup", 1},
              {"book", manifest.book},
              {"moment", manifest.moment},
              {"at", db::utc_text(manifest.moment)},
              {"entry", manifest.end.seq},
              {"hash", db::hex(manifest.end.hash)},
              {"rows", manifest.rows},
              {"content", manifest.content},
              {"program", manifest.program},
              {"sealed_for", exchange::json_value(manifest.sealed_for)}};
    json["files"] = exchange::array_of(manifest.files, [](const Stored& file) {
        return Json{{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}};
    });
    if (!manifest.photos.empty()) {
        json["photos"] = manifest.photos;
    }
    return json;
}

Manifest manifest_of(const Json& json, const std::string& name) {
    if (json.at("needlebook_backup") != 1) {
        throw std::invalid_argument("another version");
    }
    Manifest manifest{.name = name,
                      .book = json.at("book").get<std::string>(),
                      .moment = json.at("moment").get<std::int64_t>(),
                      .end = {.seq = json.at("entry").get<std::int64_t>(),
                              .hash = db::hash_of_hex(json.at("hash").get<std::string>())},
                      .rows = json.at("rows").get<std::int64_t>(),
                      .content = json.at("content").get<std::string>(),
                      .program = json.at("program").get<std::string>()};
    if (const auto& key = json.at("sealed_for"); !key.is_null()) {
        manifest.sealed_for = key.get<std::string>();
    }
    for (const auto& file : json.at("files")) {
        Stored stored{.name = file.at("name").get<std::string>(),
                      .size = file.at("size").get<std::uint64_t>(),
                      .sha256 = file.at("sha256").get<std::string>()};
        // Beside the manifest, and called as it is: what it names may be removed.
        if (!stored.name.starts_with(name + ".") || stored.name.find('/') != std::string::npos) {
            throw std::invalid_argument("it names a file of something else");
        }
        manifest.files.push_back(std::move(stored));
    }
    if (const auto photos = json.find("photos"); photos != json.end()) {
        manifest.photos = photos->get<std::vector<std::string>>();
        if (!std::all_of(manifest.photos.begin(), manifest.photos.end(), &is_photo_id)) {
            throw std::invalid_argument("it names what is no photograph");
        }
    }
    if (manifest.files.empty()) {
        throw std::invalid_argument("it names no file");
    }
    return manifest;
}

std::string text_of(const fs::path& file) {
    const auto found = db::File::open_if_there(file, O_RDONLY);
    const auto size = found ? static_cast<std::size_t>(found->status().st_size) : 0;
    return found ? found->read_at(0, std::min(size, longest_manifest)) : std::string();
}

// Its SHA-256. What the system remembers of the file is forgotten first.
std::string read_all(const fs::path& path, const std::function<void(std::string_view)>& use) {
    const auto file = db::File::open_if_there(path, O_RDONLY);
    if (!file) {
        throw schema::missing(path.string(), "is not there", "take another backup");
    }
    ::posix_fadvise(file->descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    db::ValueHash hash;
    for (off_t at = 0;;) {
        const auto bytes = file->read_at(at, read_at_once);
        hash.raw(bytes);
        use(bytes);
        if (bytes.size() < read_at_once) {
            return db::hex(hash.finish());
        }
        at += static_cast<off_t>(bytes.size());
    }
}

}  // namespace

fs::path Manifest::main_file(const fs::path& folder) const {
    return folder / files.front().name;
}

std::string name_of(const fs::path& book, std::int64_t moment, const db::Head& end) {
    auto at = db::utc_text(moment);
    std::erase_if(at, [](char each) { return each == '-' || each == ':'; });
    return fmt::format("{}-{}-entry{}-{}",
                       book.stem().string(),
                       at,
                       end.seq,
                       db::hex(end.hash).substr(0, db::witness_digits));
}

std::string identity_of_book(const db::Book& book) {
    std::string first;
    db::for_each_entry(book, {.most = 1}, [&](const db::LedgerEntry& entry) {
        first = entry.seq == 1 ? db::hex(entry.hash) : "";
    });
    return first;
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
    db::PrivateFile file(folder / (manifest.name + ".json"));
    file.write(exchange::json_text(json_of(manifest)) + "\n");
    file.close();
}

Manifest read_manifest(const fs::path& file) {
    const auto text = text_of(file);
    try {
        return manifest_of(exchange::read_json_object(text), file.stem().string());
    } catch (const std::exception& error) {
        throw schema::damaged(file.string(),
                              fmt::format("is no manifest of a backup ({})", error.what()),
                              "take another backup");
    }
}

std::vector<Manifest> backups_in(const fs::path& folder, const std::string& book, Unread unread) {
    std::vector<Manifest> all;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const auto& file = entry.path();
        if (file.extension() != ".json" || file.filename() == marker) {
            continue;
        }
        try {
            auto manifest = read_manifest(file);
            if (book.empty() || manifest.book == book) {
                all.push_back(std::move(manifest));
            }
        } catch (const schema::Error& error) {
            // Somebody else's, or broken: it counts as none, and is never removed.
            if (unread == Unread::refused && schema::is_of_the_disk(error.fault())) {
                throw;
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const Manifest& a, const Manifest& b) {
        return std::pair(a.moment, a.name) < std::pair(b.moment, b.name);
    });
    return all;
}

void remove_backup(const fs::path& folder, const Manifest& manifest) {
    db::remove_if_there(folder / (manifest.name + ".json"));
    db::sync(folder);  // or a loss of power leaves a manifest without its files
    for (const auto& file : manifest.files) {
        db::remove_if_there(folder / file.name);
    }
    std::error_code none;  // what is left goes with the next backup
    fs::remove_all(folder / (manifest.name + ".needlebook.photos"), none);
}

std::optional<std::string> owner_of(const fs::path& folder) {
    const auto text = text_of(folder / marker);
    if (text.empty()) {
        return std::nullopt;
    }
    try {
        return exchange::read_json_object(text).at("book").get<std::string>();
    } catch (const std::exception&) {
        return "";  // nobody's: as another book's
    }
}

void claim(const fs::path& folder, const std::string& book) {
    db::PrivateFile file(folder / marker, db::PrivateFile::Over::itself);
    file.write(exchange::json_text(Json{{"needlebook_backups", 1}, {"book", book}}) + "\n");
    file.close();
}

std::string copy_bytes(const fs::path& from, const fs::path& to) {
    db::PrivateFile out(to);
    auto hash = read_all(from, [&](std::string_view bytes) { out.write(bytes); });
    out.close();
    return hash;
}

std::string sha256_of(const fs::path& path) {
    return read_all(path, [](std::string_view) {});
}

}  // namespace backup
