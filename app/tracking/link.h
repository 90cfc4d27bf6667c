#pragma once
// The address of a patient's own page, and the code that opens it.

#include <optional>
#include <string>

#include "db/ledger/transact.h"
#include "db/records/patient_links.h"
#include "schema/types/date.h"

namespace tracking {

inline constexpr int longest_link_days = 400;

struct LinkTerms {
    int days = 90;        // after today, 1 to longest_link_days
    bool entries = true;  // whether the patient may tell something there
};

struct MadeLink {
    db::PatientLink link;
    // Six digits, told this once; nothing of a submission that was done before.
    std::optional<std::string> code;
};

// Makes a link in the place of the one before, which is withdrawn. Throws schema::Error (refused)
// for days out of range.
MadeLink link_patient(db::Book& book,
                      const db::Submission& submission,
                      schema::Id<schema::Patient> patient,
                      LinkTerms terms,
                      schema::Date today);

// Withdraws it; a later link has another key. Throws schema::Error (missing) if there is none.
db::Receipt unlink_patient(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<schema::Patient> patient);

}  // namespace tracking
