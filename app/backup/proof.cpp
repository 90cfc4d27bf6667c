#include "app/backup/proof.h"

#include <utility>

#include <fmt/format.h>

#include "app/backup/sealed_file.h"
#include "app/backup/shared_photos.h"
#include "app/tracking/check.h"
#include "db/backup.h"
#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/file/staged_path.h"
#include "db/photos/carry_photos.h"
#include "db/photos/photo_store.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

// Whatever one of them is, the others come.
std::vector<schema::Problem> bring_photos(const fs::path& folder,
                                          const std::vector<SharedPhoto>& photos,
                                          const db::Wiped& secret,
                                          const fs::path& to) {
    const SharedPhotos shared(folder);
    const db::PhotoStore store(to);
    std::vector<schema::Problem> problems;
    for (const auto& photo : photos) {
        std::string bytes;
        try {
            bytes = shared.bytes_of(photo, secret);
        } catch (const schema::Error& error) {
            problems.push_back(error.problems().front());
            continue;
        }
        store.put(bytes);
    }
    return problems;
}

}  // namespace

struct ProvingPlace::Inside {
    explicit Inside(const fs::path& name) : staged(name, db::StagedPath::As::folder) {}
    db::StagedPath staged;
};

ProvingPlace::ProvingPlace(const fs::path& book)
    : inside_(std::make_unique<Inside>(db::resolved(book).string() + ".proving")) {}

ProvingPlace::~ProvingPlace() = default;

const fs::path& ProvingPlace::folder() const {
    return inside_->staged.path();
}

void refuse_changed(const fs::path& folder, const Manifest& manifest) {
    for (const auto& file : manifest.files) {
        const auto path = folder / file.name;
        std::error_code none;
        const auto size = fs::file_size(path, none);
        if (none && none != std::errc::no_such_file_or_directory) {
            db::throw_system_error(path, "cannot be looked at", none.value());
        }
        if (none || size != file.size || sha256_of(path) != file.sha256) {
            throw schema::damaged(path.string(),
                                  "is not as it was written into the folder of backups",
                                  "take another backup, and look at what this one lies on");
        }
    }
}

std::vector<schema::Problem> open_sealed(const fs::path& sealed,
                                         const db::Wiped& secret,
                                         const fs::path& to) {
    unseal(sealed, stream_key(sealed, secret), to);
    const auto photos = read_photo_list(to.string() + photo_list_part);
    return bring_photos(sealed.parent_path(), photos, secret, to);
}

std::vector<schema::Problem> copy_plain(const fs::path& folder,
                                        const Manifest& manifest,
                                        const fs::path& to) {
    for (const auto& file : manifest.files) {
        copy_bytes(folder / file.name,
                   to.string() + file.name.substr(manifest.files.front().name.size()));
    }
    if (manifest.photos.empty()) {
        db::carry_photos(manifest.main_file(folder), to, to);  // what is missing the check finds
        return {};
    }
    std::vector<SharedPhoto> photos;
    for (const auto& id : manifest.photos) {
        photos.push_back({.sha256 = id, .id = id});
    }
    return bring_photos(folder, photos, db::Wiped(""), to);
}

fs::path fetched(const fs::path& folder,
                 const Manifest& manifest,
                 const SecretOf& secret,
                 const ProvingPlace& place) {
    auto book = place.folder() / "book";
    const auto main = manifest.main_file(folder);
    auto problems = manifest.sealed_for ? open_sealed(main, secret(recipient_of(main)), book)
                                        : copy_plain(folder, manifest, book);
    if (!problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
    return book;
}

db::Content proved(const fs::path& book, bool with_photos) {
    auto found = tracking::check(db::Book::open_for_check(book), {}, {}, with_photos);
    if (!found.problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(found.problems));
    }
    return std::move(found.content);
}

db::Content proved_copy(const fs::path& copy, const ProvingPlace& place) {
    const auto book = place.folder() / "restored";
    db::copy_verified(db::Book::open_as_stored(copy), book);
    return proved(book, true);
}

}  // namespace backup
