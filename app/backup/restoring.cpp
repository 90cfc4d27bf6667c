#include "app/backup/restoring.h"

#include <utility>

#include "app/backup/sealed_file.h"
#include "db/file/book_files.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

Source of_manifest(const fs::path& folder, Manifest manifest) {
    Source source{.file = manifest.main_file(folder)};
    if (manifest.sealed_for) {
        source.sealed_for = recipient_of(source.file);
    }
    source.manifest = std::move(manifest);
    return source;
}

}  // namespace

Source source_of(const fs::path& named) {
    if (fs::is_directory(named)) {
        auto all = backups_in(named, "", Unread::refused);  // not an older one for the newest
        if (all.empty()) {
            throw schema::missing(named.string(),
                                  "has no backup",
                                  "name the folder that backups were made into, or a file in it");
        }
        return of_manifest(named, std::move(all.back()));
    }
    if (named.extension() == ".json") {
        return of_manifest(named.parent_path(), read_manifest(named));
    }
    auto manifest = named;
    manifest.replace_extension(".json");
    if (fs::exists(manifest)) {
        return of_manifest(named.parent_path(), read_manifest(manifest));
    }
    Source source{.file = named};
    if (is_sealed(named)) {
        source.sealed_for = recipient_of(named);
    }
    return source;
}

Opened::Opened(const Source& source, const fs::path& to, const SecretOf& secret)
    : place_((db::make_folders_of(to), to)), book_(source.file) {
    if (source.manifest) {
        refuse_changed(source.file.parent_path(), *source.manifest);
    }
    const bool has_photos_apart = source.manifest && !source.manifest->photos.empty();
    if (!source.sealed_for && !has_photos_apart) {
        return;
    }
    book_ = place_.folder() / "book";
    is_unpacked_ = true;
    photos_left_out_ = source.sealed_for
                           ? open_sealed(source.file, secret(*source.sealed_for), book_)
                           : copy_plain(source.file.parent_path(), *source.manifest, book_);
}

db::Content Opened::prove(bool with_photos) const {
    return is_unpacked_ ? proved(book_, with_photos) : proved_copy(book_, place_);
}

}  // namespace backup
