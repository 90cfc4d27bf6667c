#pragma once
// Signing by another: where the clinic wants it (Clinic::sign_off) and the book has accounts, a
// session that the safety rules ask a sign-off for is recorded only with the signature of somebody
// else. A signature holds for one patient, one day of the clinic and one finding as it was judged;
// what is found later, or otherwise, needs another. It cannot be taken back, and no undo touches
// it. Sessions that are corrected, restored or imported are not needled now: as everywhere they
// keep their reasons, or are judged afterwards (safety.h).

#include <optional>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "db/ledger/transact.h"
#include "schema/records/session.h"
#include "schema/records/sign_off.h"

namespace tracking {

bool needs_another_person(const db::Book& book);

// Asks for a signature of every finding of the planned session that is a sign-off and has none that
// waits or was given; the submission's reason says why to go on. `now` is the clinic's time. The
// answer is the ids of what was asked for, "3, 4". Throws schema::Error: refused where the clinic
// does not want it, without a reason, and where the rules ask for no sign-off; changed where all
// of it was asked for.
db::Receipt ask_for_sign_off(db::Book& book,
                             const db::Submission& submission,
                             const schema::Session& planned,
                             schema::CivilTime now);

// Signs it; the answer is the id. Throws schema::Error: missing; changed where it was answered;
// forbidden for who asked, for a program, and for who has not the right sign_off.
db::Receipt sign(db::Book& book,
                 const db::Submission& submission,
                 schema::Id<schema::SignOff> id,
                 schema::CivilTime now);

// Declines it; the submission's reason says why. Throws as `sign`, and without a reason.
db::Receipt decline(db::Book& book,
                    const db::Submission& submission,
                    schema::Id<schema::SignOff> id,
                    schema::CivilTime now);

// Of each finding the signature that lets whoever writes record the session; nothing for those
// that ask for none, and none of who writes or needles.
std::vector<std::optional<schema::SignOff>> signatures_for(
    db::Write& write,
    const schema::Session& session,
    const std::vector<clinical::Finding>& findings);

}  // namespace tracking
