#pragma once
// One patient's progress: what every page, file and program shows of it.

#include <optional>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/due.h"
#include "app/progress/gaps.h"
#include "app/progress/history.h"
#include "app/progress/series.h"
#include "schema/types/date.h"

namespace progress {

struct Summary {
    schema::Patient patient;
    std::vector<schema::Tag> tags;
    schema::Date as_of;
    std::optional<CourseProgress> course;
    std::vector<Gap> gaps;
    std::vector<Series> series;
    std::vector<schema::Session> sessions;
    std::vector<schema::AdverseEvent> events;
    std::optional<Due> due;
};

// The summary of everything up to and including `as_of`; what came later changes nothing.
Summary summarise(const History& history, schema::Date as_of);

}  // namespace progress
