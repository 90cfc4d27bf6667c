#pragma once
// Whom to call: patients whose next session is due, overdue, or who have stayed away.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/due.h"
#include "app/progress/history.h"
#include "db/book.h"
#include "db/records/due_aggregates.h"
#include "schema/types/word.h"

namespace progress {

enum class DueState { lost, overdue, due };

// How many days before its day a session is already listed as due. The number is ours.
constexpr int due_within_days = 7;

struct DuePatient {
    schema::Id<schema::Patient> patient{};
    std::string chart;
    CourseProgress course;
    Due due;
    // The last session or value; before the first, the start of the course.
    schema::Date last_visit;
    DueState state{};
};

// lost: no visit for more than two intervals of the plan; overdue: the day of the next session has
// passed; due: it is today or within the coming days. Nothing for a later one.
std::optional<DueState> due_state(const CourseProgress& course,
                                  const Due& due,
                                  schema::Date last_visit,
                                  schema::Date as_of);

// Everyone with an open course, by their latest one, who is due, overdue or lost: worst first (lost
// before overdue before due, then by the days overdue, the day and the chart). Nobody who died or
// left.
std::vector<DuePatient> load_due_list(const db::Book& book, schema::Date as_of);

// The first `most` of them, and how many there are in all.
struct FirstDue {
    std::vector<DuePatient> first;
    std::size_t total = 0;
};
FirstDue load_first_due(const db::Book& book, schema::Date as_of, std::size_t most);

// What the book keeps of it: of all courses, sessions and side effects of the history, and the day
// of the patient's last value in the book. Nothing without a course.
std::optional<db::DueAggregate> load_due_aggregate(const db::Book& book, const History& history);

}  // namespace progress

template <>
struct schema::Words<progress::DueState> {
    static constexpr std::array<std::string_view, 3> all{"lost", "overdue", "due"};
};
