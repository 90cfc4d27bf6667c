#pragma once
// Every write of the program: one transaction that leaves the aggregates (db/records/aggregates.h)
// true.

#include <functional>
#include <string>
#include <vector>

#include "app/access/grant.h"
#include "db/ledger/transact.h"
#include "schema/types/error.h"

namespace tracking {

// As db::transact for somebody who has this right, and renews at its end the aggregates of what
// `work` changes; all of them when they were not current, as after an update of the program. Whose
// right it is says the submission's grant, as it holds by now; without one whoever works on this
// machine under the actor's name (access_control::authorise_local). The ledger's actor is the
// grant's. Throws schema::Error (forbidden) for whoever has not the right, of a known key too.
db::Receipt commit(db::Book& book,
                   const db::Submission& submission,
                   access_control::Right right,
                   const std::function<std::string(db::Write&)>& work);

// Throws schema::Error (forbidden) unless whoever writes has this right too.
void require(const db::Write& write, access_control::Right right);

// The same of who submits, where there is nothing to write yet.
access_control::Grant grant_of(const db::Book& book, const db::Submission& submission);

// Throws schema::Error (refused) for a submission without a reason: what was recorded changes only
// with one.
void require_reason(const db::Submission& submission);

// The aggregates that are not as they should be; none while they are not current, for then nobody
// reads them.
std::vector<schema::Problem> aggregate_problems(const db::Book& book);

}  // namespace tracking
