#pragma once
// The address of a patient's own page.

#include <string>

#include "db/ledger/transact.h"

namespace tracking {

// The key of the patient's page: a new one, or the one that is in force; then nothing is written.
std::string link_patient(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::Patient> patient);

// Withdraws it; a later link has another key. Throws schema::Error (missing) if there is none.
db::Receipt unlink_patient(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<schema::Patient> patient);

}  // namespace tracking
