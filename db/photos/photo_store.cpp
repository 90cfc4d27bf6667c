#include "db/photos/photo_store.h"

#include <cerrno>
#include <ctime>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/file/staged_path.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_sizes.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 64;
constexpr std::time_t seconds_to_be_named = 60;

void write_all(int descriptor, const fs::path& path, std::string_view bytes) {
    off_t offset = 0;
    while (!bytes.empty()) {
        const auto length =
            uninterrupted([&] { return ::pwrite(descriptor, bytes.data(), bytes.size(), offset); });
        if (length <= 0) {
            throw_system_error(path, "cannot be written", length < 0 ? errno : EIO);
        }
        bytes.remove_prefix(static_cast<std::size_t>(length));
        offset += length;
    }
}

std::optional<std::string> bytes_of(const fs::path& path) {
    const auto file = File::open_if_there(path, O_RDONLY);
    return file ? std::optional(file->read_at(0, static_cast<std::size_t>(file->status().st_size)))
                : std::nullopt;
}

bool is_older_than_a_minute(const fs::path& path) {
    struct stat found {};
    return ::lstat(path.c_str(), &found) == 0 &&
           found.st_mtime + seconds_to_be_named < std::time(nullptr);
}

schema::Problem without_record(const fs::path& path) {
    return {path.string(),
            "is named by no record",
            "`needlebook photo tidy` removes it; keep it where a newer book is to come back"};
}

}  // namespace

bool is_photo_name(std::string_view name) {
    return name.size() == digits &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

PhotoStore::PhotoStore(const fs::path& book) : folder_(resolved(book).string() + ".photos") {}

fs::path PhotoStore::path_of(const std::string& sha256) const {
    return folder_ / sha256;
}

bool PhotoStore::is_there() const {
    struct stat found {};
    if (::lstat(folder_.c_str(), &found) != 0) {
        if (errno == ENOENT) {
            return false;
        }
        throw_system_error(folder_, "cannot be looked at", errno);
    }
    if (!S_ISDIR(found.st_mode)) {
        throw schema::damaged(
            folder_.string(),
            S_ISLNK(found.st_mode) ? "is a symbolic link, not a folder" : "is no folder",
            "move it away and put the folder itself there");
    }
    return true;
}

void PhotoStore::make_folder() const {
    if (is_there()) {
        return;
    }
    if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
        throw_system_error(folder_, "cannot be made", errno);
    }
    sync_folder_of(folder_);
}

std::string PhotoStore::put(std::string_view bytes) const {
    make_folder();
    auto name = hex(sha256(bytes));
    const auto path = path_of(name);
    if (bytes_of(path) == bytes) {
        sync(path);  // whoever put it there may have been killed before
        sync(folder_);
        return name;
    }
    StagedPath staged(path, StagedPath::As::file);
    write_all(staged.descriptor(), path, bytes);
    staged.put_in_place();
    return name;
}

std::optional<std::string> PhotoStore::find(const std::string& sha256) const {
    return is_photo_name(sha256) && is_there() ? bytes_of(path_of(sha256)) : std::nullopt;
}

PhotoStore::Files PhotoStore::files() const {
    Files found;
    if (!is_there()) {
        return found;
    }
    std::error_code stopped;
    fs::directory_iterator each(folder_, stopped);
    for (; !stopped && each != fs::directory_iterator(); each.increment(stopped)) {
        std::error_code unknown;
        const auto name = each->path().filename().string();
        if (is_photo_name(name) && each->is_regular_file(unknown) && !each->is_symlink(unknown)) {
            found.photos.emplace(name, each->file_size(unknown));
        } else {
            found.others.push_back(each->path());
        }
    }
    if (stopped) {
        throw_system_error(folder_, "cannot be read", stopped.value());
    }
    return found;
}

int PhotoStore::remove_all_but(const std::set<std::string>& named) const {
    int removed = 0;
    const auto found = files();
    for (const auto& [name, size] : found.photos) {
        if (!named.contains(name)) {
            remove_if_there(path_of(name));
            ++removed;
        }
    }
    for (const auto& path : found.others) {
        if (path.extension() == StagedPath::ending) {
            remove_if_there(path);
            ++removed;
        }
    }
    if (removed > 0) {
        sync(folder_);
    }
    return removed;
}

std::set<std::string> photos_named(Connection& connection) {
    std::set<std::string> named;
    if (!Query(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'photo'").step()) {
        return named;
    }
    Query rows(connection, "SELECT DISTINCT sha256 FROM photo");
    while (rows.step()) {
        named.insert(rows.get<std::string>());
    }
    return named;
}

std::vector<schema::Problem> photo_problems(const Book& book) {
    const PhotoStore store(book.file());
    const auto found = store.files();
    std::vector<schema::Problem> problems;
    std::set<std::string> seen;
    translate([&] {
        Query rows(book.connection(), "SELECT id, sha256, bytes FROM photo ORDER BY id");
        while (rows.step()) {
            const auto where = fmt::format("photo {}", rows.get<std::int64_t>());
            const auto name = rows.get<std::string>();
            const auto size = rows.get<std::int64_t>();
            const bool is_new = seen.insert(name).second;
            const auto file = found.photos.find(name);
            const auto bytes =
                is_new && file != found.photos.end() ? store.find(name) : std::nullopt;
            if (file == found.photos.end()) {
                problems.push_back({where,
                                    fmt::format("its file {} is missing", name),
                                    "put it back from a backup: FILE.photos beside the copy"});
            } else if (file->second != static_cast<std::uintmax_t>(size) ||
                       (bytes && hex(sha256(*bytes)) != name)) {
                problems.push_back({where,
                                    fmt::format("its file {} has other bytes than were kept", name),
                                    "put it back from a backup: FILE.photos beside the copy"});
            }
        }
    });
    for (const auto& [name, size] : found.photos) {
        if (!seen.contains(name) && is_older_than_a_minute(store.folder() / name)) {
            problems.push_back(without_record(store.folder() / name));
        }
    }
    for (const auto& path : found.others) {
        if (is_older_than_a_minute(path)) {
            problems.push_back(without_record(path));
        }
    }
    return problems;
}

int remove_unnamed_photos(Connection& connection, const fs::path& book) {
    const auto named = photos_named(connection);
    remove_sizes_but(book, named);
    return PhotoStore(book).remove_all_but(named);
}

}  // namespace db
