#pragma once
// Records that were entered for the wrong patient. The way back is to undo the ledger entry
// (undo.h).

#include "db/book.h"
#include "db/ledger/transact.h"
#include "schema/records/any_record.h"
#include "schema/records/score.h"

namespace tracking {

// Gives the record to another patient, with its scores and with what refers to it: a course goes
// with its sessions, a session with its applications and side effects. What it refers to and stays
// behind is forgotten; a session joins the course that is open there, what the rules had found
// before it is voided, and they are asked again afterwards (safety.h). `which` names kind and id;
// the answer is the id. Throws schema::Error (refused): no such record, voided, either patient
// voided, the same patient, no reason, what it cannot be beside what the book knows of the other
// patient. Asks back (questions.h) for twins there.
db::Receipt move_record(db::Book& book,
                        const db::Submission& submission,
                        const schema::AnyRecord& which,
                        schema::Id<schema::Patient> to);

// The same of a directly entered score.
db::Receipt move_score(db::Book& book,
                       const db::Submission& submission,
                       schema::Id<schema::Score> id,
                       schema::Id<schema::Patient> to);

}  // namespace tracking
