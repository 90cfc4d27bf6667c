#pragma once
// Photographs that the backups of a folder have in common, in FOLDER/needlebook-photos: those of
// encrypted backups, each sealed by itself; and plain ones where the file system knows no hard
// links, by which each backup has its own elsewhere. A file there is never changed, and its name
// says its SHA-256: whoever has the folder alone can prove it.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/backup/policy.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace backup {

// A photograph by its SHA-256, and by what manifests call it: that again where it is plain; where
// it is sealed, 32 digits that only who has the policy can compute of it.
struct SharedPhoto {
    std::string sha256;
    std::string id;
};

class SharedPhotos {
  public:
    // Of this folder of backups. What is there is looked at now.
    explicit SharedPhotos(const std::filesystem::path& folder);

    bool has(const std::string& id) const { return files_.contains(id); }
    std::uint64_t size(const std::string& id) const;  // of its file, bytes; 0 where there is none

    // Keeps the bytes, whole and read back from the medium, or not at all; a file that is there of
    // the same photograph goes after that. Only by who makes backups of the book now. Throws
    // schema::Error: full, unavailable; damaged for what is read back as something else.
    void put(const SharedPhoto& photo, std::string_view bytes);
    void put_sealed(const SharedPhoto& photo, std::string_view bytes, const Recipient& recipient);

    // The bytes, as they were given, by the secret key where it is sealed. Throws schema::Error:
    // missing, damaged; refused for another key.
    std::string bytes_of(const SharedPhoto& photo, const db::Wiped& secret) const;

    // By their ids, those that are not there, or not as their names say: of each file every byte is
    // read.
    std::map<std::string, schema::Problem> problems(const std::set<std::string>& ids) const;

    // Removes what is not among these, and what a kill left, a file that a newer one stands for
    // among it. Only by who makes backups of the book.
    void remove_all_but(const std::set<std::string>& ids);

  private:
    std::filesystem::path file_of(const std::string& id) const;
    void make_folder() const;
    void take_name(const std::string& id, std::string name);

    std::filesystem::path folder_;
    std::map<std::string, std::string> files_;  // by what they are called in manifests
};

// The name of a sealed photograph for this recipient.
std::string sealed_photo_id(const Policy& policy, const std::string& sha256);

// What follows the book's name, of the part of an encrypted backup that lists its photographs.
inline constexpr const char* photo_list_part = ".photo-list";

// How encrypted backups say, within what is encrypted, which photographs they need: of each a line
// of its SHA-256 and its id.
std::string photo_list_text(const std::vector<SharedPhoto>& photos);
// Throws schema::Error (damaged) for what is none.
std::vector<SharedPhoto> read_photo_list(const std::filesystem::path& file);

bool is_photo_id(std::string_view id);

// Whether files in this folder can have a second name.
bool has_hard_links(const std::filesystem::path& folder);

}  // namespace backup
