#pragma once
// What a book is called: where its file lies with every link followed, and the path by which it was
// asked for. Whoever puts a link in the place of a book changes the one and not the other.

#include <filesystem>
#include <vector>

namespace db {

// The path with every link followed, when there is a file; else as it is.
std::filesystem::path resolved(const std::filesystem::path& file);

struct BookNames {
    // Not explicit: a path that was given is all that there is to know.
    BookNames(const std::filesystem::path& given);

    // Absolute paths, links not followed in the second; one where they are the same.
    std::vector<std::filesystem::path> all() const;

    std::filesystem::path file;   // resolved(given)
    std::filesystem::path named;  // from the root
};

}  // namespace db
