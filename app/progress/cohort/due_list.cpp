#include "app/progress/cohort/due_list.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/clinical/departure.h"
#include "app/progress/cohort/load_treatments.h"
#include "db/records/cohort.h"
#include "db/snapshot.h"

namespace progress {

namespace {

// By sessions and by values, of any course.
schema::Date last_visit(const db::Book& book,
                        const History& history,
                        const CourseProgress& course,
                        schema::Date as_of) {
    auto day = course.course.on;
    for (const auto& session : history.sessions) {
        day = std::max(day, session.at.day());
    }
    return std::max(day, db::last_value_day(book, history.patient.id, as_of).value_or(day));
}

auto urgency(const DuePatient& each) {
    return std::tuple(each.state, -each.due.overdue_days, each.due.next_on, each.chart);
}

}  // namespace

std::optional<DueState> due_state(const CourseProgress& course,
                                  const Due& due,
                                  schema::Date last_visit,
                                  schema::Date as_of) {
    if (as_of > course.course.every.after(last_visit, 2)) {
        return DueState::lost;
    }
    if (due.overdue_days > 0) {
        return DueState::overdue;
    }
    return due.next_on.days_since(as_of) <= due_within_days ? std::optional(DueState::due)
                                                            : std::nullopt;
}

std::vector<DuePatient> load_due_list(const db::Book& book, schema::Date as_of) {
    const db::Snapshot snapshot(book);
    std::vector<DuePatient> list;
    for_each_treatment(book, as_of, [&](const History& history) {
        if (clinical::departure(history.patient, history.events, history.sessions)) {
            return;
        }
        const auto course = course_progress(history);
        const auto next = course ? due(*course, as_of) : std::nullopt;
        if (!next || next->next_on.days_since(as_of) > due_within_days) {
            return;
        }
        const auto visit = last_visit(book, history, *course, as_of);
        if (const auto state = due_state(*course, *next, visit, as_of)) {
            list.push_back({.patient = history.patient.id,
                            .chart = history.patient.chart,
                            .course = *course,
                            .due = *next,
                            .last_visit = visit,
                            .state = *state});
        }
    });
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return urgency(a) < urgency(b);
    });
    return list;
}

}  // namespace progress
