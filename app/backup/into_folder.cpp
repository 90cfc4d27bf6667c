#include "app/backup/into_folder.h"

#include <algorithm>
#include <regex>
#include <utility>
#include <vector>

#include "app/backup/medium.h"
#include "app/backup/proof.h"
#include "app/backup/rotation.h"
#include "app/backup/sealed_file.h"
#include "db/clock.h"
#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/photos/carry_photos.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t room_beside = 1024 * 1024;  // for manifest and folder

Stored stored_copy(const Part& part, const fs::path& folder, const std::string& name) {
    auto hash = copy_bytes(part.file, folder / name);
    return {.name = name, .size = fs::file_size(folder / name), .sha256 = std::move(hash)};
}

// What of a backup came to its folder, until it is whole.
class Unfinished {
  public:
    Unfinished(fs::path folder, const Manifest& manifest)
        : folder_(std::move(folder)), manifest_(manifest) {}
    ~Unfinished() {
        if (is_whole_) {
            return;
        }
        try {
            remove_backup(folder_, manifest_);
        } catch (const schema::Error&) {
            // Without a manifest it is no backup; see remove_leftovers.
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    void keep() { is_whole_ = true; }

  private:
    const fs::path folder_;
    const Manifest& manifest_;
    bool is_whole_ = false;
};

// Files that a kill left: named as backups of this book are, to the second, with no manifest.
// Nobody else makes backups of this book now; a copy that somebody made by hand has a day in its
// name, and stays.
void remove_leftovers(const fs::path& folder, const std::string& stem) {
    static const std::regex of_backups(R"(-\d{8}T\d{6}Z-entry\d+-[0-9a-f]+)");
    std::vector<fs::path> left;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const auto name = entry.path().filename().string();
        const auto end = std::min(name.find(".needlebook"), name.find(".sealed"));
        if (end != std::string::npos && name.starts_with(stem) && stem.size() <= end &&
            std::regex_match(name.substr(stem.size(), end - stem.size()), of_backups) &&
            (entry.is_regular_file(none) || name.ends_with(".photos")) &&
            !fs::exists(folder / (name.substr(0, end) + ".json"), none)) {
            left.push_back(entry.path());
        }
    }
    for (const auto& file : left) {
        fs::remove_all(file, none);
    }
}

}  // namespace

fs::path ready_folder(const std::string& folder,
                      const fs::path& book,
                      const std::string& identity,
                      bool had_backups) {
    const auto place = place_of(folder);
    if (!place) {
        throw Stopped{Trouble::medium_missing, ""};
    }
    const bool is_own = *place == fs::absolute(folder_beside(book));
    const bool is_label = folder.starts_with("label:");
    if (is_own || is_label) {
        db::make_folders_of(*place / "file");
    }
    if (!fs::is_directory(*place)) {
        throw Stopped{Trouble::folder_missing, ""};
    }
    const auto owner = owner_of(*place);
    if (owner && *owner != identity) {
        throw Stopped{Trouble::other_book, ""};
    }
    if (!owner && had_backups && !is_own && !is_label) {
        throw Stopped{Trouble::folder_empty, ""};
    }
    if (!owner) {
        claim(*place, identity);
    }
    return *place;
}

IntoFolder::Made IntoFolder::make(const fs::path& folder) const {
    remove_leftovers(folder, book.stem().string());
    const auto before = backups_in(folder, copy.identity());
    const bool is_late =
        !before.empty() && before.back().moment > now + db::clock_tolerance_seconds;
    refuse_full(folder);
    const auto moment = is_late || before.empty() ? now : std::max(now, before.back().moment + 1);
    Made made{.manifest = {.name = name_of(book, moment, copy.end()),
                           .book = copy.identity(),
                           .moment = moment,
                           .end = copy.end(),
                           .rows = copy.content().rows,
                           .content = copy.content().hash,
                           .program = program},
              .is_clock_behind = is_late || is_clock_behind};
    Unfinished unfinished(folder, made.manifest);
    const auto key = write_files(folder, made.manifest);
    refuse_changed(folder, made.manifest);
    if (is_proved) {
        prove(folder, made.manifest, key);
    }
    write_manifest(folder, made.manifest);
    unfinished.keep();
    if (!made.is_clock_behind) {
        made.removed = remove_old(folder);
    }
    return made;
}

void IntoFolder::refuse_full(const fs::path& folder) const {
    const auto room = free_bytes(folder);
    if (room && *room < copy.size() + room_beside) {
        throw Stopped{Trouble::full, ""};
    }
}

// Nothing for what is not encrypted.
std::optional<db::Wiped> IntoFolder::write_files(const fs::path& folder, Manifest& manifest) const {
    auto& files = manifest.files;  // what is named there is removed where it fails
    if (!policy.recipient) {
        for (const auto& part : copy.parts()) {
            files.push_back({.name = manifest.name + ".needlebook" + part.name});
            files.back() = stored_copy(part, folder, files.back().name);
        }
        // What is missing in the book, its check tells.
        db::carry_photos(book, copy.file(), folder / files.front().name);
        return std::nullopt;
    }
    manifest.sealed_for = fingerprint_of(*policy.recipient);
    const auto name = manifest.name + ".sealed";
    files.push_back({.name = name});
    auto key = seal(copy.parts(), *policy.recipient, folder / name);
    files.back() = {
        .name = name, .size = fs::file_size(folder / name), .sha256 = sha256_of(folder / name)};
    return key;
}

void IntoFolder::prove(const fs::path& folder,
                       const Manifest& manifest,
                       const std::optional<db::Wiped>& key) const {
    const ProvingPlace place(book);
    const auto fetched_book = fetched(
        folder,
        manifest,
        [&](const fs::path&) { return db::Wiped(std::string(key->view())); },
        place);
    if (proved(fetched_book, !manifest.sealed_for).hash != manifest.content) {
        throw Stopped{Trouble::not_whole, "its content is not the book's"};
    }
}

int IntoFolder::remove_old(const fs::path& folder) const {
    const auto all = backups_in(folder, copy.identity());
    std::vector<std::int64_t> moments;
    for (const auto& each : all) {
        moments.push_back(each.moment);
    }
    const auto kept = stays(moments, policy.keep);
    int removed = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!kept[at]) {
            remove_backup(folder, all[at]);
            ++removed;
        }
    }
    return removed;
}

}  // namespace backup
