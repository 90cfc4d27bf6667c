#pragma once
// All that was seen and done at one visit, as one transaction and one ledger entry: written whole
// or not at all, and taken back by one undo.

#include <string>
#include <string_view>
#include <vector>

#include "app/tracking/overrides.h"
#include "db/ledger/transact.h"
#include "schema/records/any_record.h"
#include "schema/types/record_name.h"

namespace tracking {

// One of the records; `name` tells it from the others: "acne", "reading/1". In a correction one
// with an id is in the book and stands here as it is to be.
struct OfVisit {
    std::string name;
    schema::AnyRecord record;
    bool joins_session = false;  // an application: it belongs to the session of the visit
    bool taken_out = false;      // it is in the book, and does not count any more
};

// In any order, of one patient; one session at most.
struct Visit {
    schema::Id<schema::Patient> patient{};
    std::vector<OfVisit> records;
    Overrides overrides;  // of the session
};

// Where a problem of one record is, within the visit: "session/areas/0/depth_mm", or the record's
// name where it is about the whole of it.
schema::Problem within_visit(const OfVisit& which, schema::Problem problem);

// Stores every record as `record` of write.h does, each with the problems of its own; then the
// rules judge the session beside all of them. The appointment of that day is done then (see
// kept_appointment.h); nothing else is said of it. The answer names them in the order in which they
// were written: "acne 3, session 5". Throws as `record` and `record_session` do, every problem of
// every record at its place (within_visit).
db::Receipt record_visit(db::Book& book, const db::Submission& submission, Visit visit);

// Corrects what was recorded at a visit, however it was recorded: a record with an id as `correct`
// of write.h does, one that is taken out as `void_record` does, with its rights, one without an id
// as `record_visit`. Where the session is among them, unchanged too, the rules judge it as
// `correct_session` does, beside all that changes. The answer is as of `record_visit`; where
// nothing differs, nothing is written. Throws schema::Error as these do: no reason; changed where
// one of the versions is not the one that is stored.
db::Receipt correct_visit(db::Book& book, const db::Submission& submission, Visit visit);

// What such an answer names. Throws schema::Error (damaged) for any other.
std::vector<schema::RecordName> written_at_visit(const std::string& answer);

// With what each refers to before it, and every record the patient's.
Visit in_order(Visit visit);

// The one session; nothing where there is none.
const OfVisit* session_of(const Visit& visit);

}  // namespace tracking
