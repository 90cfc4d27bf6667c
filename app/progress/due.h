#pragma once
// When the next session of a course should be.

#include <optional>

#include "app/progress/course_progress.h"
#include "schema/types/date.h"

namespace progress {

struct Due {
    schema::Date next_on;
    int overdue_days = 0;  // 0 until the day after next_on

    bool operator==(const Due&) const = default;
};

// One interval after the last session; before the first one, the day the course began. Nothing when
// the course is complete or ended.
std::optional<Due> due(const CourseProgress& progress, schema::Date as_of);

}  // namespace progress
