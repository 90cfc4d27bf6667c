#pragma once
// The safety gate: what the rules say before a session, and keeping it with the reasons given.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/clinical/safety/situation.h"
#include "app/tracking/overrides.h"
#include "db/ledger/transact.h"
#include "schema/records/session_finding.h"

namespace tracking {

// What the book knows that bears on the plan. `plan.session.patient` says whose it is, its `id`
// which record not to hold against itself; a session that names no course gets the open one.
clinical::Situation load_situation(const db::Book& book, clinical::Plan plan);

// What the rules say of a session that was just stored, with what was not judged (assessment.h);
// it is kept with the session, each beside its reason, or the signature of another person where the
// clinic wants that (sign_off.h). Throws schema::Error (refused): a stop or sign-off without a
// reason, each named (as Unanswered); a reason that is none or answers nothing (overrides.h).
std::vector<clinical::Finding> ask(db::Write& write,
                                   const schema::Session& session,
                                   const Overrides& overrides);

// Of a session that was just corrected, what the correction brings: what the rules say of it now
// and did not say of the session as it stood is kept, and needs its reason; what they no longer say
// is voided. Every other finding stays as it was found, whatever the book has learned since.
// Returns what is new. Throws as `ask`.
std::vector<clinical::Finding> ask_again(db::Write& write,
                                         const schema::Session& before,
                                         const schema::Session& corrected,
                                         const Overrides& overrides);

// The same where more than the session changed: `said` is what the rules said of it in the book as
// that stood (what_rules_say).
std::vector<clinical::Finding> ask_again(db::Write& write,
                                         const std::vector<clinical::Finding>& said,
                                         const schema::Session& corrected,
                                         const Overrides& overrides);

// What the rules say of a session beside all that the book has now, with what was not judged.
std::vector<clinical::Finding> what_rules_say(const db::Book& book, const schema::Session& session);

using SessionsByPatient =
    std::map<schema::Id<schema::Patient>, std::set<schema::Id<schema::Session>>>;

// Asks the rules of sessions that were stored without asking, and keeps what they say as
// `not_asked`: stops, sign-offs and what was not judged. A caution would have asked nothing.
// Returns how many were kept.
std::size_t judge_afterwards(db::Write& write, const SessionsByPatient& stored);

// What the rules had found before the session and is not voided, by id.
std::vector<schema::SessionFinding> findings_of(const db::Book& book,
                                                const schema::Session& session);

// Marks what the rules had found before the session as entered in error, as the session itself is.
void void_findings(db::Write& write, const schema::Session& session);

}  // namespace tracking
