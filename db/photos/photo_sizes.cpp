#include "db/photos/photo_sizes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/photos/photo_store.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

fs::path sizes_folder(const fs::path& book) {
    return resolved(book).string() + ".previews";
}

bool is_a_folder(const fs::path& folder) {
    struct stat found {};
    return ::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

fs::path size_path(const fs::path& book, const std::string& sha256, int longest_side) {
    return sizes_folder(book) / fmt::format("{}-{}.jpg", sha256, longest_side);
}

}  // namespace

std::optional<std::string> find_size(const fs::path& book,
                                     const std::string& sha256,
                                     int longest_side) {
    try {
        if (!is_photo_name(sha256) || !is_a_folder(sizes_folder(book))) {
            return std::nullopt;
        }
        const auto file = File::open_if_there(size_path(book, sha256, longest_side), O_RDONLY);
        return file ? std::optional(
                          file->read_at(0, static_cast<std::size_t>(file->status().st_size)))
                    : std::nullopt;
    } catch (const schema::Error&) {
        return std::nullopt;
    }
}

void keep_size(const fs::path& book,
               const std::string& sha256,
               int longest_side,
               std::string_view bytes) {
    const auto folder = sizes_folder(book);
    ::mkdir(folder.c_str(), 0700);
    try {
        if (is_photo_name(sha256) && is_a_folder(folder)) {
            PrivateFile file(size_path(book, sha256, longest_side), PrivateFile::Over::itself);
            file.write(bytes);
            file.close();
        }
    } catch (const schema::Error&) {
        // It is made again the next time.
    }
}

void remove_sizes_but(const fs::path& book, const std::set<std::string>& named) {
    const auto folder = sizes_folder(book);
    if (!is_a_folder(folder)) {
        return;
    }
    constexpr std::size_t digits = 64;
    std::error_code stopped;
    fs::directory_iterator each(folder, stopped);
    for (; !stopped && each != fs::directory_iterator(); each.increment(stopped)) {
        if (!named.contains(each->path().filename().string().substr(0, digits))) {
            remove_if_there(each->path());
        }
    }
    if (stopped) {
        throw_system_error(folder, "cannot be read", stopped.value());
    }
}

}  // namespace db
