#pragma once
// Records that were entered for the wrong patient, and two charts of one person. The way back from
// both is to undo their ledger entry (undo.h).

#include <set>
#include <string>
#include <vector>

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

// A field of which two charts of one person say something else.
struct Difference {
    std::string field;
    std::string from;
    std::string into;
};

// What merging would do: the fields that both have and that differ, and how many records and
// directly entered scores go over.
struct Merging {
    std::vector<Difference> differences;
    int records = 0;
};
Merging plan_merge(const db::Book& book, const schema::Patient& from, const schema::Patient& into);

// Makes two charts of one person one: everything of `from` goes to `into`, voided records too,
// labels that it has not, and values that it lacks; where both have one and they differ, that of
// `into` stays unless `take` names the field. `from` is voided, its page withdrawn. The answer is
// the id of `into`. Ratings of agreement studies stay with `from`: they are of two subjects. Throws
// schema::Error (refused): either voided, the same, no reason, a field in `take` that does not
// differ, values that cannot be true together.
db::Receipt merge_patients(db::Book& book,
                           const db::Submission& submission,
                           const schema::Patient& from,
                           const schema::Patient& into,
                           const std::set<std::string>& take);

}  // namespace tracking
