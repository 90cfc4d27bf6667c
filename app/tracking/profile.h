#pragma once
// The clinic's own rows of its profiles: depths (schema::DepthLimit) and aftercare
// (schema::CareAdvice). A row of the clinic stands in the place of the program's.

#include "db/ledger/transact.h"
#include "schema/records/care_advice.h"
#include "schema/records/depth_limit.h"

namespace tracking {

// Puts the row into the profile, in the place of the clinic's own row for the same place if there
// is one; its id is ignored. Throws schema::Error (refused) for an advice that ends before it
// begins.
template <class Row>
db::Receipt set_profile_row(db::Book& book, const db::Submission& submission, const Row& row);

// Takes the clinic's own row for the same place out again, so that the program's holds.
// Throws schema::Error (refused) if the clinic has none.
template <class Row>
db::Receipt remove_profile_row(db::Book& book, const db::Submission& submission, const Row& row);

}  // namespace tracking
