#include "app/progress/due.h"

#include <algorithm>

namespace progress {

std::optional<Due> due(const CourseProgress& progress, schema::Date as_of) {
    if (!progress.is_open()) {
        return std::nullopt;
    }
    const auto next_on = progress.last_session
                             ? progress.course.every.after(progress.last_session->day())
                             : progress.course.on;
    return Due{.next_on = next_on, .overdue_days = std::max(0, as_of.days_since(next_on))};
}

}  // namespace progress
