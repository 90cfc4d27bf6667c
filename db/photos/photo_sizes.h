#pragma once
// Smaller pictures of photographs, as JPEG: NAME.previews/ beside the book, one file for each
// photograph and width. A cache: what is not there is made anew, and what cannot be kept is not.

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace db {

// Nothing if it is not there or cannot be read.
std::optional<std::string> find_size(const std::filesystem::path& book,
                                     const std::string& sha256,
                                     int longest_side);

// Never throws for what the system says.
void keep_size(const std::filesystem::path& book,
               const std::string& sha256,
               int longest_side,
               std::string_view bytes);

// Removes those of all other photographs. Throws schema::Error (unavailable).
void remove_sizes_but(const std::filesystem::path& book, const std::set<std::string>& named);

}  // namespace db
