#include "app/backup/healed_photos.h"

#include <cerrno>
#include <cstdio>
#include <map>
#include <optional>

#include <unistd.h>

#include "db/file/file.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

// As it was kept; nothing where it is missing or has other bytes.
std::optional<std::string> own_bytes(const db::PhotoStore& store, const std::string& sha256) {
    auto bytes = store.find(sha256);
    return bytes && db::hex(db::sha256(*bytes)) == sha256 ? std::move(bytes) : std::nullopt;
}

schema::Problem written_anew(const fs::path& file) {
    return {file.string(),
            "was not as it was written: a photograph, which is written anew from the book's own",
            "look at what the folder lies on"};
}

bool is_as_named(const fs::path& file) {
    return !fs::exists(file) || sha256_of(file) == file.filename();
}

fs::path photos_of(const fs::path& folder, const Manifest& manifest) {
    return folder / (manifest.name + ".needlebook.photos");
}

// The other backups have it by a name of their own.
void give_second_name(const fs::path& file, const fs::path& damaged) {
    const fs::path fresh = damaged.string() + ".new";
    db::remove_if_there(fresh);  // of a run that was killed
    if (::link(file.c_str(), fresh.c_str()) != 0 ||
        std::rename(fresh.c_str(), damaged.c_str()) != 0) {
        db::throw_system_error(damaged, "cannot be written anew", errno);
    }
    db::sync_folder_of(damaged);
}

}  // namespace

Healed heal_shared(SharedPhotos& shared,
                   const std::vector<SharedPhoto>& photos,
                   const Policy& policy,
                   const fs::path& book) {
    std::set<std::string> ids;
    for (const auto& photo : photos) {
        ids.insert(photo.id);
    }
    const auto problems = shared.problems(ids);
    const db::PhotoStore store(book);
    Healed healed;
    for (const auto& photo : photos) {
        const auto problem = problems.find(photo.id);
        if (problem == problems.end()) {
            continue;
        }
        const auto bytes = own_bytes(store, photo.sha256);
        if (!bytes) {
            healed.left.push_back(problem->second);
            continue;
        }
        if (policy.recipient) {
            shared.put_sealed(photo, *bytes, *policy.recipient);
        } else {
            shared.put(photo, *bytes);
        }
        healed.done.push_back(written_anew(problem->second.where));
    }
    return healed;
}

Healed heal_linked(const fs::path& folder,
                   const Manifest& manifest,
                   const std::set<std::string>& names,
                   const fs::path& book) {
    const db::PhotoStore store(book);
    const db::PhotoStore there(manifest.main_file(folder));
    Healed healed;
    for (const auto& name : names) {
        const auto file = photos_of(folder, manifest) / name;
        if (is_as_named(file)) {
            continue;
        }
        const auto bytes = own_bytes(store, name);
        if (!bytes) {
            healed.left.push_back({file.string(),
                                   "is not as it was written, and the book has it no better",
                                   "take it from another folder of backups"});
            continue;
        }
        const auto damaged = db::identity_of(file);
        there.put(*bytes);
        for (const auto& other : backups_in(folder)) {
            const auto same = photos_of(folder, other) / name;
            if (damaged && db::identity_of(same) == damaged) {
                give_second_name(file, same);
            }
        }
        healed.done.push_back(written_anew(file));
    }
    return healed;
}

}  // namespace backup
