#pragma once
// The way back from a backup: found, opened, proved, and only then put in place.

#include <filesystem>
#include <optional>
#include <vector>

#include "app/backup/backup_file.h"
#include "app/backup/proof.h"
#include "app/backup/recovery_key.h"

namespace backup {

// What was named to be restored.
struct Source {
    std::filesystem::path file;             // the book or the encrypted file
    std::optional<Manifest> manifest{};     // none beside it: nobody can say what it must hold
    std::optional<Recipient> sealed_for{};  // none: it is not encrypted
};

// A file, or a folder: then the newest backup in it. Throws schema::Error: missing where there is
// none; damaged where the manifest is none.
Source source_of(const std::filesystem::path& named);

// A book, decrypted where that is needed, which nobody changed since it was written.
class Opened {
  public:
    // `secret` is asked for where it is encrypted. It is opened beside `to`, the book that it is to
    // become. Throws schema::Error as fetched does; damaged where a file is not what its manifest
    // says.
    Opened(const Source& source, const std::filesystem::path& to, const SecretOf& secret);

    const std::filesystem::path& book() const { return book_; }

    // The photographs that the backup has not as they were kept: the book comes back without.
    const std::vector<schema::Problem>& photos_left_out() const { return photos_left_out_; }

    // Restores it to a temporary place and checks it whole; of what was unpacked, the photographs
    // where that is asked. Throws schema::Error (damaged).
    db::Content prove(bool with_photos) const;

  private:
    ProvingPlace place_;
    std::filesystem::path book_;
    bool is_unpacked_ = false;
    std::vector<schema::Problem> photos_left_out_;
};

}  // namespace backup
