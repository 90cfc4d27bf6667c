#pragma once
// All that was seen and done at one visit, as one transaction and one ledger entry: written whole
// or not at all, and taken back by one undo.

#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/tracking/overrides.h"
#include "db/ledger/transact.h"
#include "schema/records/any_record.h"
#include "schema/records/score.h"
#include "schema/types/record_name.h"

namespace tracking {

// One of the new records; `name` tells it from the others: "acne", "reading/1".
struct OfVisit {
    std::string name;
    schema::AnyRecord record;
    bool joins_session = false;  // an application: it belongs to the session of the visit
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
// rules judge the session beside all of them. The answer names them in the order in which they were
// written: "acne 3, session 5". Throws as `record` and `record_session` do, every problem of every
// record at its place (within_visit).
db::Receipt record_visit(db::Book& book, const db::Submission& submission, Visit visit);

// What such an answer names. Throws schema::Error (damaged) for any other.
std::vector<schema::RecordName> written_at_visit(const std::string& answer);

struct ScoresOfRecord {
    std::string name;
    std::vector<schema::Score> scores;
};

struct VisitPreview {
    std::vector<clinical::Finding> findings;  // of the session, with what was not judged
    std::vector<ScoresOfRecord> scores;
    std::vector<schema::Problem> problems;
};

// What would come of it; nothing is written. `judges_session`: the session says all that it must.
VisitPreview preview_visit(const db::Book& book, const Visit& visit, bool judges_session);

}  // namespace tracking
