#include "db/records/agreement_photos.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "db/records/agreements.h"
#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

void insert_agreement_photo(Write& write,
                            schema::Id<schema::Agreement> study,
                            schema::Id<schema::Photo> photo) {
    Query(write.connection(), "INSERT INTO agreement_photo (agreement_id, photo_id) VALUES (?, ?)")
        .with(study, photo)
        .run();
}

std::vector<schema::Photo> photos_of(const Book& book, schema::Id<schema::Agreement> study) {
    const auto ids = translated([&] {
        std::vector<schema::Id<schema::Photo>> all;
        Query rows(book.connection(),
                   "SELECT photo_id FROM agreement_photo WHERE agreement_id = ? ORDER BY photo_id");
        rows.with(study);
        while (rows.step()) {
            all.push_back(rows.get<schema::Id<schema::Photo>>());
        }
        return all;
    });
    std::vector<schema::Photo> photos;
    for (const auto id : ids) {
        if (auto photo = find(book, id)) {
            photos.push_back(std::move(*photo));
        }
    }
    return photos;
}

std::vector<schema::Agreement> studies_of_photos(const Book& book) {
    const auto with_photos = translated([&] {
        std::set<std::int64_t> all;
        Query rows(book.connection(), "SELECT DISTINCT agreement_id FROM agreement_photo");
        while (rows.step()) {
            all.insert(rows.get<std::int64_t>());
        }
        return all;
    });
    auto studies = all_agreements(book);
    std::erase_if(studies, [&](const schema::Agreement& each) {
        return each.voided || !with_photos.contains(each.id.value);
    });
    std::reverse(studies.begin(), studies.end());
    return studies;
}

}  // namespace db
