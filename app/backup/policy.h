#pragma once
// Where backups of a book go, how many stay, and when a clinic wants to be told that none is
// fresh: a file beside the book, NAME.policy, since folders are of this machine. Without one
// backups lie beside the book.

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/backup/recovery_key.h"
#include "app/backup/rotation.h"

namespace backup {

// As long as a backup without a word may be missing; ours: a day and a night, and the time to come
// to work.
inline constexpr int usual_limit_hours = 36;
// Beside the book each takes of the book's own disk.
inline constexpr Keep beside_the_book{.hourly = 6, .daily = 7, .weekly = 4, .monthly = 0};

struct Policy {
    bool automatic = true;  // `serve` keeps them unasked
    // Paths from the root, or "label:STICK" and "label:STICK/FOLDER" for a medium by its label.
    // None: NAME.backups beside the book.
    std::vector<std::string> folders{};
    Keep keep = beside_the_book;
    int limit_hours = usual_limit_hours;   // 1 to 9999
    std::optional<Recipient> recipient{};  // none: backups are not encrypted
    // A secret of this machine, of which the names of encrypted photographs are made; made when
    // there is first something to encrypt.
    std::optional<std::array<unsigned char, key_size>> photo_names{};

    bool operator==(const Policy&) const = default;
};

// Without a file what is above. Throws schema::Error (damaged) for a file that is none,
// (unavailable) for one that cannot be read.
Policy read_policy(const std::filesystem::path& book);

// Throws schema::Error: refused for what is out of range or no folder's name; full, unavailable.
void write_policy(const std::filesystem::path& book, const Policy& policy);

// The policy to make backups by: with the secret of the names where they are encrypted, which is
// written the first time. Throws as the two above.
Policy policy_for_backups(const std::filesystem::path& book);

// NAME.backups, made by the first backup.
std::filesystem::path folder_beside(const std::filesystem::path& book);
// The folders, or the one beside the book.
std::vector<std::string> folders_of(const Policy& policy, const std::filesystem::path& book);

}  // namespace backup
