#include "app/backup/into_folder.h"

#include <algorithm>
#include <regex>
#include <set>
#include <utility>
#include <vector>

#include "app/backup/medium.h"
#include "app/backup/proof.h"
#include "app/backup/rotation.h"
#include "app/backup/sealed_file.h"
#include "app/backup/timestamps.h"
#include "db/clock.h"
#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/ledger/sha256.h"
#include "db/photos/carry_photos.h"
#include "db/photos/photo_store.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t room_beside = 1024 * 1024;   // for manifest and folder
constexpr std::uint64_t room_of_photo = 128 * 1024;  // for what encrypting adds at most

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

// Whether every backup in the folder says what it needs: of one whose manifest cannot be read
// nobody knows.
bool all_say_what_they_need(const fs::path& folder, const std::vector<Manifest>& all) {
    std::set<std::string> names;
    for (const auto& manifest : all) {
        names.insert(manifest.name);
    }
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const auto& file = entry.path();
        const bool is_main = file.extension() == ".sealed" || file.extension() == ".needlebook";
        if (is_main && !names.contains(file.stem().string()) &&
            fs::exists(fs::path(file).replace_extension(".json"), none)) {
            return false;
        }
    }
    return true;
}

void remove_photos_nobody_needs(const fs::path& folder) {
    const auto all = backups_in(folder);
    if (!all_say_what_they_need(folder, all)) {
        return;
    }
    std::set<std::string> needed;
    for (const auto& manifest : all) {
        needed.insert(manifest.photos.begin(), manifest.photos.end());
    }
    SharedPhotos(folder).remove_all_but(needed);
}

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
    auto place = looked_at(folder);
    refuse_full(place);
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
    const auto key = write_files(place, made.manifest);
    refuse_changed(folder, made.manifest);
    if (is_proved) {
        auto healed = heal(place, made.manifest);
        made.healed = std::move(healed.done);
        if (!healed.left.empty()) {
            throw schema::Error(schema::Fault::damaged, std::move(healed.left));
        }
        prove(place, made.manifest, key);
    }
    keep_timestamps(book, folder);
    write_manifest(folder, made.manifest);
    unfinished.keep();
    if (!made.is_clock_behind) {
        made.removed = remove_old(folder);
    }
    return made;
}

// Where files can have a second name each plain backup has its photographs beside it, and they take
// room once; where they cannot, backups share them, as encrypted ones do.
IntoFolder::Place IntoFolder::looked_at(const fs::path& folder) const {
    Place place{.folder = folder, .shared = SharedPhotos(folder), .photos = {}};
    const auto named = db::photos_named_by(copy.file());
    if (named.empty() || (!policy.recipient && has_hard_links(folder))) {
        return place;
    }
    for (const auto& name : named) {
        place.photos.push_back(
            {.sha256 = name, .id = policy.recipient ? sealed_photo_id(policy, name) : name});
    }
    return place;
}

void IntoFolder::refuse_full(const Place& place) const {
    auto wanted = copy.size() + room_beside;
    const auto sizes = db::PhotoStore(book).files().photos;
    for (const auto& photo : place.photos) {
        const auto size = sizes.find(photo.sha256);
        if (size != sizes.end() && !place.shared.has(photo.id)) {
            wanted += size->second + room_of_photo;
        }
    }
    const auto room = free_bytes(place.folder);
    if (room && *room < wanted) {
        throw Stopped{Trouble::full, ""};
    }
}

// What is missing in the book or has other bytes there is left out; its check tells.
std::vector<SharedPhoto> IntoFolder::share_photos(Place& place) const {
    const db::PhotoStore store(book);
    std::vector<SharedPhoto> there;
    for (const auto& photo : place.photos) {
        if (!place.shared.has(photo.id)) {
            const auto bytes = store.find(photo.sha256);
            if (!bytes || db::hex(db::sha256(*bytes)) != photo.sha256) {
                continue;
            }
            if (policy.recipient) {
                place.shared.put_sealed(photo, *bytes, *policy.recipient);
            } else {
                place.shared.put(photo, *bytes);
            }
        }
        there.push_back(photo);
    }
    return there;
}

// The list goes through a file in the folder of the copy, which is as private as the book.
std::vector<Part> IntoFolder::parts_with(const std::vector<SharedPhoto>& photos) const {
    auto parts = copy.parts();
    if (!photos.empty()) {
        const Part list{photo_list_part, copy.file().string() + photo_list_part};
        db::PrivateFile file(list.file, db::PrivateFile::Over::itself);
        file.write(photo_list_text(photos));
        file.close();
        parts.push_back(list);
    }
    return parts;
}

// Nothing for what is not encrypted.
std::optional<db::Wiped> IntoFolder::write_files(Place& place, Manifest& manifest) const {
    const auto& folder = place.folder;
    const auto photos = share_photos(place);  // before what names them
    for (const auto& photo : photos) {
        manifest.photos.push_back(photo.id);
    }
    auto& files = manifest.files;  // what is named there is removed where it fails
    if (!policy.recipient) {
        for (const auto& part : copy.parts()) {
            files.push_back({.name = manifest.name + ".needlebook" + part.name});
            files.back() = stored_copy(part, folder, files.back().name);
        }
        if (place.photos.empty()) {
            // What is missing in the book, its check tells.
            db::carry_photos(book, copy.file(), folder / files.front().name);
        }
        return std::nullopt;
    }
    manifest.sealed_for = fingerprint_of(*policy.recipient);
    const auto name = manifest.name + ".sealed";
    files.push_back({.name = name});
    auto key = seal(parts_with(photos), *policy.recipient, folder / name);
    files.back() = {
        .name = name, .size = fs::file_size(folder / name), .sha256 = sha256_of(folder / name)};
    return key;
}

// Of encrypted photographs, which this machine cannot open, that each is there as it was written:
// when it was written it was opened once and compared.
Healed IntoFolder::heal(Place& place, const Manifest& manifest) const {
    if (!policy.recipient && place.photos.empty()) {
        return heal_linked(place.folder, manifest, db::photos_named_by(copy.file()), book);
    }
    const std::set<std::string> named(manifest.photos.begin(), manifest.photos.end());
    auto photos = place.photos;
    std::erase_if(photos, [&](const SharedPhoto& photo) { return !named.contains(photo.id); });
    return heal_shared(place.shared, photos, policy, book);
}

void IntoFolder::prove(const Place& place,
                       const Manifest& manifest,
                       const std::optional<db::Wiped>& key) const {
    const ProvingPlace proving(book);
    fs::path restored;
    if (key) {
        restored = proving.folder() / "book";
        unseal(manifest.main_file(place.folder), *key, restored);
    } else {
        restored = fetched(place.folder, manifest, {}, proving);
    }
    if (proved(restored, !key).hash != manifest.content) {
        throw Stopped{Trouble::not_whole, "its content is not the book's"};
    }
    if (key && manifest.photos.size() < place.photos.size()) {
        throw Stopped{Trouble::not_whole, "photographs of the book are missing or changed"};
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
    remove_photos_nobody_needs(folder);
    return removed;
}

}  // namespace backup
