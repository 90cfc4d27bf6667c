#pragma once
// Every write of the program: one transaction that leaves the aggregates (db/records/aggregates.h)
// true.

#include <functional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/types/error.h"

namespace tracking {

// As db::transact, and renews at its end the aggregates of what `work` changes; all of them when
// they were not current, as after an update of the program.
db::Receipt commit(db::Book& book,
                   const db::Submission& submission,
                   const std::function<std::string(db::Write&)>& work);

// Throws schema::Error (refused) for a submission without a reason: what was recorded changes only
// with one.
void require_reason(const db::Submission& submission);

// The aggregates that are not as they should be; none while they are not current, for then nobody
// reads them.
std::vector<schema::Problem> aggregate_problems(const db::Book& book);

}  // namespace tracking
