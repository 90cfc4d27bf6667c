#pragma once
// The clinic's own rows of its profiles: schema::DepthLimit and schema::CareAdvice.

#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/care_advice.h"
#include "schema/records/depth_limit.h"

namespace db {

// By id.
template <class Row>
std::vector<Row> profile_rows(const Book& book);

// Stores the row in the place of the clinic's own for the same place, if there is one; its id is
// ignored.
template <class Row>
void put_profile_row(Write& write, const Row& row);

// Takes the clinic's own row for the same place out; false if there is none.
template <class Row>
bool remove_profile_row(Write& write, const Row& row);

}  // namespace db
