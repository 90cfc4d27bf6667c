#include "app/backup/proof.h"

#include <utility>

#include <fmt/format.h>

#include "app/backup/sealed_file.h"
#include "app/tracking/check.h"
#include "db/backup.h"
#include "db/file/book_names.h"
#include "db/file/staged_path.h"
#include "db/photos/carry_photos.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

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
        if (fs::file_size(path, none) != file.size || none || sha256_of(path) != file.sha256) {
            throw schema::damaged(path.string(),
                                  "is not as it was written into the folder of backups",
                                  "take another backup, and look at what this one lies on");
        }
    }
}

fs::path fetched(const fs::path& folder,
                 const Manifest& manifest,
                 const KeyOf& key,
                 const ProvingPlace& place) {
    auto book = place.folder() / "book";
    const auto main = manifest.main_file(folder);
    if (manifest.sealed_for) {
        unseal(main, key(main), book);
        return book;
    }
    for (const auto& file : manifest.files) {
        copy_bytes(folder / file.name,
                   book.string() + file.name.substr(manifest.files.front().name.size()));
    }
    db::carry_photos(main, book, book);  // what is missing the check finds
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
