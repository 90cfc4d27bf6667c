#include "db/photos/carry_photos.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Folders of photographs beside `to` that belong to copies: nobody writes into these. A book that
// is worked with has a lock beside it.
std::vector<fs::path> folders_of_copies(const fs::path& to, const fs::path& own) {
    std::vector<fs::path> folders;
    const auto parent = fs::absolute(to).parent_path();
    std::error_code stopped;
    fs::directory_iterator each(parent, stopped);
    for (; !stopped && each != fs::directory_iterator(); each.increment(stopped)) {
        std::error_code unknown;
        const auto& folder = each->path();
        const auto book = fs::path(folder).replace_extension();
        if (folder.extension() == ".photos" && each->is_directory(unknown) &&
            !each->is_symlink(unknown) && folder != own && fs::exists(book) &&
            !fs::exists(lock_path(book))) {
            folders.push_back(folder);
        }
    }
    return folders;
}

bool is_linked(const std::vector<fs::path>& folders,
               const std::string& name,
               const fs::path& target) {
    for (const auto& folder : folders) {
        const auto there = File::open_if_there(folder / name, O_RDONLY);
        if (there && ::link((folder / name).c_str(), target.c_str()) == 0) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::set<std::string> photos_named_by(const fs::path& copy) {
    return translated([&] {
        Connection connection(copy);
        auto named = photos_named(connection);
        connection.checkpoint_on_close();
        return named;
    });
}

std::vector<schema::Problem> carry_photos(const fs::path& book,
                                          const fs::path& copy,
                                          const fs::path& to) {
    std::vector<schema::Problem> left_out;
    const auto named = photos_named_by(copy);
    if (named.empty()) {
        return left_out;
    }
    const PhotoStore from(book);
    const PhotoStore into(to);
    if (from.folder() == into.folder()) {
        return left_out;
    }
    into.make_folder();
    const auto there = into.files().photos;
    const auto copies = folders_of_copies(into.folder(), into.folder());
    bool has_links = false;
    for (const auto& name : named) {
        if (there.contains(name)) {
            continue;
        }
        if (is_linked(copies, name, into.folder() / name)) {
            has_links = true;
            continue;
        }
        const auto bytes = from.find(name);
        if (!bytes || hex(sha256(*bytes)) != name) {
            left_out.push_back({(from.folder() / name).string(),
                                bytes ? "has other bytes than were kept" : "is missing",
                                "see what `needlebook check` says of it; it is not in the copy"});
            continue;
        }
        into.put(*bytes);
    }
    if (has_links) {
        sync(into.folder());
    }
    return left_out;
}

}  // namespace db
