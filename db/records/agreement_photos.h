#pragma once
// Which photographs a study of agreement shows to its raters.

#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/agreement.h"
#include "schema/records/photo.h"

namespace db {

void insert_agreement_photo(Write& write,
                            schema::Id<schema::Agreement> study,
                            schema::Id<schema::Photo> photo);

// In the order of their ids, voided ones too; none of a study that was begun without.
std::vector<schema::Photo> photos_of(const Book& book, schema::Id<schema::Agreement> study);

// The studies that have photographs and are not voided, the newest first.
std::vector<schema::Agreement> studies_of_photos(const Book& book);

}  // namespace db
