#pragma once
// The safety gate: what the rules say before a session, and recording one over them with a reason.

#include <map>
#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/clinical/safety/situation.h"
#include "db/transact.h"

namespace tracking {

// What the book knows that bears on the plan. `plan.session.patient` says whose it is, its `id`
// which record not to hold against itself; a session that names no course gets the open one.
clinical::Situation load_situation(const db::Book& book, clinical::Plan plan);

// Reasons to go on, by the id of the rule.
using Overrides = std::map<std::string, std::string>;

struct RecordedSession {
    db::Receipt receipt;                      // the id of the session
    std::vector<clinical::Finding> findings;  // none when the submission's key was known
};

// Records the session with what the rules found and the reasons given, in one transaction.
// Throws schema::Error (refused): a stop or sign-off without a reason, each named; a blank reason;
// a reason for a rule that found nothing; and as `record` does.
RecordedSession record_session(db::Book& book,
                               const db::Submission& submission,
                               const schema::Session& session,
                               const Overrides& overrides);

}  // namespace tracking
