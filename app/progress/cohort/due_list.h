#pragma once
// Whom to call: patients whose next session is due, overdue, or who have stayed away.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/due.h"
#include "db/book.h"
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

}  // namespace progress

template <>
struct schema::Words<progress::DueState> {
    static constexpr std::array<std::string_view, 3> all{"lost", "overdue", "due"};
};
