#pragma once
// Studies of agreement between raters: begun, rated, and adopted as the noise of a scale.

#include "db/ledger/transact.h"
#include "schema/records/agreement.h"

namespace tracking {

// Begins a study: of the instrument, the medium, the planned patients and the day; the answer is
// its id. Throws schema::Error (refused) for fewer than 2 or more than 999 patients.
db::Receipt start_agreement(db::Book& book,
                            const db::Submission& submission,
                            const schema::Agreement& study);

// Stores a rating; the answer is its id. A rater may rate a patient again: repeats say how far the
// rater differs from themselves. Throws schema::Error: refused for a value that is not on the
// scale, and without a rater; missing or changed for a study that is not there or was voided.
db::Receipt rate_agreement(db::Book& book,
                           const db::Submission& submission,
                           const schema::AgreementRating& rating);

// Marks a rating as entered in error, for the submission's reason (refused without one). A study
// that was adopted keeps the numbers it was adopted with.
db::Receipt unrate_agreement(db::Book& book,
                             const db::Submission& submission,
                             schema::Id<schema::AgreementRating> rating);

// Makes the study the noise of its scale and medium from `today` on, for the submission's reason;
// the one that was adopted before gives way. A study that is in force can be adopted again, with
// what was rated since. Throws schema::Error (refused) without a reason, and when the study gives
// no number that may be used, with everything that it lacks (progress::adoption_of).
db::Receipt adopt_agreement(db::Book& book,
                            const db::Submission& submission,
                            schema::Id<schema::Agreement> study,
                            schema::Date today);

// Marks the study as entered in error, for the submission's reason (refused without one); it judges
// no change any more.
db::Receipt void_agreement(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<schema::Agreement> study);

// Lets a voided study count again, for the submission's reason. Where another was adopted meanwhile
// for its scale and medium it comes back as one that is not adopted. Throws schema::Error: refused
// without a reason, missing, changed for one that is not voided.
db::Receipt restore_agreement(db::Book& book,
                              const db::Submission& submission,
                              schema::Id<schema::Agreement> study);

}  // namespace tracking
