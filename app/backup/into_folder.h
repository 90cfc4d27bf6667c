#pragma once
// One copy of a book into one folder: written, read back, proved, and older ones removed.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/backup/backup_file.h"
#include "app/backup/healed_photos.h"
#include "app/backup/policy.h"
#include "app/backup/shared_photos.h"
#include "app/backup/staged_copy.h"
#include "app/backup/trouble.h"

namespace backup {

// Thrown for one folder; the others go on.
struct Stopped {
    Trouble trouble;
    std::string detail;
};

// The folder of the policy as it is now, which is this book's from then on. `had_backups`: it was
// used before; a path that was and is empty is a medium that is not mounted, and to write there
// would fill the disk below. Throws Stopped.
std::filesystem::path ready_folder(const std::string& folder,
                                   const std::filesystem::path& book,
                                   const std::string& identity,
                                   bool had_backups);

struct IntoFolder {
    const std::filesystem::path& book;
    const Policy& policy;
    const StagedCopy& copy;
    std::int64_t now = 0;  // seconds since 1970, UTC
    std::string program{};
    bool is_proved = false;        // restored from there and checked whole
    bool is_clock_behind = false;  // nothing is removed

    struct Made {
        Manifest manifest;
        int removed = 0;
        bool is_clock_behind = false;           // or what is in the folder is of a later moment
        std::vector<schema::Problem> healed{};  // photographs there; see healed_photos.h
    };
    // Nothing of it is left there unless it is whole. Throws Stopped, schema::Error.
    Made make(const std::filesystem::path& folder) const;

  private:
    // Of a folder, as it is while the backup is made.
    struct Place {
        const std::filesystem::path& folder;
        SharedPhotos shared;
        std::vector<SharedPhoto> photos;  // that the copy names and the folder's backups share
    };
    Place looked_at(const std::filesystem::path& folder) const;
    void refuse_full(const Place& place) const;
    std::vector<SharedPhoto> share_photos(Place& place) const;
    std::optional<db::Wiped> write_files(Place& place, Manifest& manifest) const;
    std::vector<Part> parts_with(const std::vector<SharedPhoto>& photos) const;
    Healed heal(Place& place, const Manifest& manifest) const;
    void prove(const Place& place,
               const Manifest& manifest,
               const std::optional<db::Wiped>& key) const;
    int remove_old(const std::filesystem::path& folder) const;
};

}  // namespace backup
