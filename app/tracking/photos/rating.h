#pragma once
// Studies of agreement whose raters look at photographs: one of each patient, drawn when the study
// begins, shown without a name or a date, in an order that is another one for each rater and round.
// A rating is one of the study's (app/tracking/agreement.h), of the photograph's patient.

#include <optional>
#include <string>

#include "db/ledger/transact.h"
#include "schema/records/agreement.h"
#include "schema/records/photo.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace tracking {

// Which photographs may be drawn.
struct Drawing {
    schema::PhotoView view{};
    std::optional<schema::Region> region{};
};

// Begins a study of photographs, and draws one for each of its planned patients among those that
// may be shown for the record on `today` (consents.h); the answer is its id. One of a patient,
// because the statistics want ratings of patients who have nothing to do with each other. Throws
// schema::Error (refused) as start_agreement, for a view of documents, and where fewer patients
// than planned have such a photograph.
db::Receipt start_photo_study(db::Book& book,
                              const db::Submission& submission,
                              const schema::Agreement& study,
                              const Drawing& drawing,
                              schema::Date today);

// What a rater is to look at. Whoever stops goes on where they were: the order is no chance of the
// moment, but that of SHA-256 over study, rater, round and the picture's bytes.
struct NextPhoto {
    // None where no photograph of the study may be shown any more.
    std::optional<schema::Photo> photo{};
    int round = 1;  // how often this rater is looking at them, from 1
    int rated = 0;  // of this round
    int of = 0;     // photographs that may be shown
};
NextPhoto next_photo(const db::Book& book,
                     schema::Id<schema::Agreement> study,
                     const std::string& rater,
                     schema::Date today);

struct PhotoRating {
    schema::Id<schema::Agreement> study{};
    schema::Id<schema::Photo> photo{};
    std::string rater{};
    double value = 0;
};

// Stores the rating; the answer is its id. Throws schema::Error: missing for a study or a
// photograph of it that is not there; refused without a rater, and for a value that is not on the
// scale; forbidden for a photograph that may not be shown any more; changed where this rater rated
// it in this round already.
db::Receipt rate_photo(db::Book& book,
                       const db::Submission& submission,
                       const PhotoRating& rating,
                       schema::CivilTime now);

// The study, if it is there, is of photographs and is not voided. Throws schema::Error (missing).
schema::Agreement photo_study(const db::Book& book, schema::Id<schema::Agreement> id);

}  // namespace tracking
