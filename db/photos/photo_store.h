#pragma once
// The bytes of photographs: NAME.photos/ beside the book (mode 0700), a file of mode 0600 for each,
// named by the SHA-256 of its bytes in hexadecimal digits. A file there is never changed. It is on
// the disk before a record names it, so that no record is without its bytes; what a kill leaves is
// a file that no record names, or one that ends in .unfinished.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "schema/types/error.h"

namespace db {

class PhotoStore {
  public:
    // Of the book at this path, links followed; the folder need not be there.
    explicit PhotoStore(const std::filesystem::path& book);

    const std::filesystem::path& folder() const { return folder_; }

    // Makes the folder where it is not there. Throws as put.
    void make_folder() const;

    // Keeps the bytes and returns their SHA-256; on return they survive kill -9 and power loss.
    // What is there already under that name is brought to the disk, or replaced where it has other
    // bytes. Only by who has the book's writer lock. Throws schema::Error: full, unavailable;
    // damaged if the folder is a link or no folder.
    std::string put(std::string_view bytes) const;

    // The bytes of this name; nothing if there is no file. They are not compared with the name.
    // Throws schema::Error as put.
    std::optional<std::string> find(const std::string& sha256) const;

    // Names and sizes of the files, and what has another name than a photograph can have.
    struct Files {
        std::map<std::string, std::uintmax_t> photos;
        std::vector<std::filesystem::path> others;
    };
    Files files() const;

    // Removes every file whose name is not among these, unfinished ones too; returns how many. Only
    // by who has the book's writer lock.
    int remove_all_but(const std::set<std::string>& named) const;

  private:
    std::filesystem::path path_of(const std::string& sha256) const;
    bool is_there() const;

    std::filesystem::path folder_;
};

bool is_photo_name(std::string_view name);

// Of the photographs that records of the book name, voided ones too; none in a book that is older
// than they are.
std::set<std::string> photos_named(Connection& connection);

// What is wrong with the bytes of a book's photographs: missing, of another size or hash; and files
// that no record names, unless they came within the last minute.
std::vector<schema::Problem> photo_problems(const Book& book);

// Removes what no record names, for who has the book's writer lock. Returns how many files.
int remove_unnamed_photos(Connection& connection, const std::filesystem::path& book);

}  // namespace db
