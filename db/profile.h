#pragma once
// The clinic's own rows of its profiles: schema::DepthLimit and schema::CareAdvice.

#include <vector>

#include "db/transact.h"
#include "schema/records/care_advice.h"
#include "schema/records/depth_limit.h"

namespace db {

// By id.
template <class Row>
std::vector<Row> profile_rows(const Book& book);

// Replaces the row with this id; stores a new one if the id is 0.
template <class Row>
void put_profile_row(Write& write, const Row& row);

template <class Row>
void remove_profile_row(Write& write, schema::Id<Row> id);

}  // namespace db
