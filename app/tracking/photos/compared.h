#pragma once
// Two photographs of a patient, held against each other.

#include "app/clinical/comparing/comparability.h"
#include "db/book.h"
#include "schema/records/photo.h"
#include "schema/types/date.h"

namespace tracking {

struct ComparedPhotos {
    schema::Photo first;
    schema::Photo second;
    clinical::Comparability pair;
};

// By the clinic's limit. Throws schema::Error: missing where there is no such photograph; refused
// for two of different patients, one and the same, and papers; forbidden where either may not be
// shown for the record on that day (consents.h).
ComparedPhotos compare_photos(const db::Book& book,
                              schema::Id<schema::Photo> first,
                              schema::Id<schema::Photo> second,
                              schema::Date day);

}  // namespace tracking
