#pragma once
// What would come of a visit, or of its correction, before it is written.

#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/tracking/visit/visit.h"
#include "schema/records/score.h"

namespace tracking {

struct ScoresOfRecord {
    std::string name;
    std::vector<schema::Score> scores;
};

struct VisitPreview {
    std::vector<clinical::Finding> findings;  // of the session, with what was not judged
    std::vector<ScoresOfRecord> scores;
    std::vector<schema::Problem> problems;
};

// What would come of it; nothing is written. Of a session that is in the book only what the
// correction brings. `judges_session`: the session says all that it must.
VisitPreview preview_visit(const db::Book& book, const Visit& visit, bool judges_session);

}  // namespace tracking
