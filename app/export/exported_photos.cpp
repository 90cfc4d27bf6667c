#include "app/export/exported_photos.h"

#include "app/import/carried.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/wall_clock.h"
#include "db/file/private_file.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "db/records/clinic.h"

namespace exchange {

ExportedPhotos::ExportedPhotos(const db::Book& book, schema::ConsentScope purpose)
    : book_(book), purpose_(purpose), today_(tracking::today_in(db::read_clinic(book).time_zone)) {}

bool ExportedPhotos::take(const schema::Photo& photo) {
    const bool for_clinics = purpose_ == schema::ConsentScope::record;
    const auto showing = for_clinics ? tracking::agreed_showing(book_, photo, purpose_, today_)
                                     : tracking::showing(book_, photo, purpose_, today_);
    const bool is_agreed = showing == tracking::Showing::allowed;
    if (is_agreed) {
        taken_.insert(photo.sha256);
    } else {
        ++withheld_;
    }
    return is_agreed;
}

void ExportedPhotos::write_into(const std::filesystem::path& directory) const {
    if (taken_.empty()) {
        return;
    }
    const auto folder = directory / photos_folder;
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    const db::PhotoStore store(book_.file());
    for (const auto& name : taken_) {
        const auto bytes = store.find(name);
        if (!bytes || db::hex(db::sha256(*bytes)) != name) {
            throw schema::damaged((store.folder() / name).string(),
                                  "is missing or has other bytes than were kept",
                                  "put it back from a backup: FILE.photos beside the copy");
        }
        db::PrivateFile file(folder / name);
        file.write(*bytes);
        file.close();
    }
}

}  // namespace exchange
