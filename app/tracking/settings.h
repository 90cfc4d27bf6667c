#pragma once
// The clinic's settings, and its labels on patients.

#include <string>

#include "db/ledger/transact.h"
#include "schema/records/clinic.h"
#include "schema/records/tag.h"

namespace tracking {

db::Receipt set_clinic(db::Book& book,
                       const db::Submission& submission,
                       const schema::Clinic& clinic);

// Labels the patient key=value; a key has one value. Throws schema::Error (refused) if either is
// blank.
db::Receipt tag(db::Book& book, const db::Submission& submission, const schema::Tag& tag);

// Throws schema::Error (refused) if the patient has no such label.
db::Receipt untag(db::Book& book,
                  const db::Submission& submission,
                  schema::Id<schema::Patient> patient,
                  const std::string& key);

}  // namespace tracking
