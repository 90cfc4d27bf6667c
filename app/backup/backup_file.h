#pragma once
// One backup in a folder, as its manifest says it: NAME.json, which comes last, so that what has
// none is no backup. A folder is of one book: a file in it says which.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "db/file/head.h"

namespace backup {

struct Stored {
    std::string name;  // of a file beside the manifest
    std::uint64_t size = 0;
    std::string sha256;
};

struct Manifest {
    std::string name;         // of all its files, without their endings
    std::string book;         // see identity_of_book
    std::int64_t moment = 0;  // seconds since 1970, UTC
    db::Head end;             // of the ledger in it
    std::int64_t rows = 0;
    std::string content;                      // db::Content::hash of the book in it
    std::string program;                      // that made it: "0.2.0"
    std::optional<std::string> sealed_for{};  // the fingerprint of the key; none: not encrypted
    std::vector<Stored> files{};
    // The ids of the photographs that it needs of those which the folder's backups share; see
    // shared_photos.h.
    std::vector<std::string> photos{};

    std::filesystem::path main_file(const std::filesystem::path& folder) const;
};

// "clinic-20261130T201500Z-entry96-5f0c1a2b9d3e4f50": the name's hash is a witness, as
// `check --against` takes it.
std::string name_of(const std::filesystem::path& book, std::int64_t moment, const db::Head& end);

// Which book it is, wherever it lies: the hash of its first ledger entry; empty without one.
std::string identity_of_book(const db::Book& book);

// Writes it, durable. Throws schema::Error (full, unavailable).
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);
// Throws schema::Error: damaged for a file that is none, unavailable.
Manifest read_manifest(const std::filesystem::path& file);

// All in the folder of this book, oldest first; of any book for an empty identity. What is no
// manifest is passed over, and so is one that the disk does not give, unless that is refused: then
// throws schema::Error (unavailable).
enum class Unread { passed_over, refused };
std::vector<Manifest> backups_in(const std::filesystem::path& folder,
                                 const std::string& book = "",
                                 Unread unread = Unread::passed_over);

// Removes the manifest, then the files. Throws schema::Error (unavailable).
void remove_backup(const std::filesystem::path& folder, const Manifest& manifest);

// Whose folder it is; nothing for one that nobody has used.
std::optional<std::string> owner_of(const std::filesystem::path& folder);
// That it is this book's from now on.
void claim(const std::filesystem::path& folder, const std::string& book);

// Copies a file to a new one of mode 0600, durable; returns the SHA-256 of what was read. Throws
// schema::Error (refused, full, unavailable).
std::string copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to);

// SHA-256 of a file, read from its medium as far as the system allows that.
std::string sha256_of(const std::filesystem::path& file);

}  // namespace backup
