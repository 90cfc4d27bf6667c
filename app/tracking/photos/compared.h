#pragma once
// Two photographs of a patient, held against each other.

#include <optional>

#include "app/clinical/comparing/comparability.h"
#include "db/book.h"
#include "schema/records/consent_form.h"
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

// Which days a choice of photographs is about: what was taken until `until`, and may be shown on
// `today`.
struct PhotoDays {
    schema::Date until;
    schema::Date today;
};

// The two that stand beside each other in a report or on a page (clinical::pair_to_show), of those
// that may be shown for this purpose. Nothing where there are none.
std::optional<ComparedPhotos> pair_to_show(const db::Book& book,
                                           schema::Id<schema::Patient> patient,
                                           schema::ConsentScope purpose,
                                           const PhotoDays& days);

}  // namespace tracking
