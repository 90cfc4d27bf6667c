#pragma once
// Photographs in a folder of backups that are not as they were written there, written anew from the
// book's own: every backup that names one has it again.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "app/backup/backup_file.h"
#include "app/backup/policy.h"
#include "app/backup/shared_photos.h"
#include "schema/types/error.h"

namespace backup {

struct Healed {
    std::vector<schema::Problem> done;  // of each that was, what it was
    std::vector<schema::Problem> left;  // those that the book has not as they were kept either
};

// Of these that the folder's backups share. Every byte of each is read; a file that is as it was
// written is left alone, and another one goes when the new one is proved.
Healed heal_shared(SharedPhotos& shared,
                   const std::vector<SharedPhoto>& photos,
                   const Policy& policy,
                   const std::filesystem::path& book);

// The same of those that a backup without encryption has beside it, NAME.needlebook.photos, and of
// the other backups in the folder whose file is the same one by a hard link.
Healed heal_linked(const std::filesystem::path& folder,
                   const Manifest& manifest,
                   const std::set<std::string>& names,
                   const std::filesystem::path& book);

}  // namespace backup
