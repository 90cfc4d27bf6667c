#include "db/file/book_names.h"

#include <system_error>

namespace db {

namespace {

namespace fs = std::filesystem;

fs::path from_the_root(const fs::path& path) {
    std::error_code nowhere;
    const auto whole = fs::absolute(path, nowhere);
    return (nowhere ? path : whole).lexically_normal();
}

fs::path without_links(const fs::path& path) {
    std::error_code cannot;
    auto whole = fs::weakly_canonical(from_the_root(path), cannot);
    return cannot ? from_the_root(path) : whole;
}

}  // namespace

fs::path resolved(const fs::path& file) {
    std::error_code cannot;
    auto path = fs::canonical(file, cannot);
    return cannot ? file : path;
}

BookNames::BookNames(const fs::path& given) : file(resolved(given)), named(from_the_root(given)) {}

std::vector<fs::path> BookNames::all() const {
    auto lies = without_links(file);
    return lies == named ? std::vector{lies} : std::vector{lies, named};
}

}  // namespace db
